### 한국어.

## 날짜
month = { $month }월
date = { month } { $day }일({ $weekday })
weekday-0 = 월
weekday-1 = 화
weekday-2 = 수
weekday-3 = 목
weekday-4 = 금
weekday-5 = 토
weekday-6 = 일
weekday-and = ·
date-short = { month } { $day }일
date-full = { $year }년 { month } { $day }일
date-era = { $year }년({ $era ->
    [meiji] 메이지
    [taisho] 다이쇼
    [showa] 쇼와
    [heisei] 헤이세이
   *[reiwa] 레이와
 } { $era_year }년) { month } { $day }일

## 자료 유형
material-book = 도서
material-picture_book = 그림책
material-magazine = 잡지
material-kamishibai = 종이 연극
material-cd = CD
material-dvd = DVD
material-video = 비디오
material-cassette = 카세트테이프

## 이용 가능 여부(검색 결과)
availability-on_shelf = 서가에 있음
availability-on_loan = { $holds ->
    [0] 대출 중
   *[other] 대출 중, 예약 { $holds }명
 }
availability-in_library_only = 관내 열람만 가능
availability-unavailable = 이용 불가
availability-on_shelf-elsewhere = 다른 도서관 서가에 있음
availability-not-owned = 이 도서관에 없음

## 소장 상태(한 권씩)
item-on_shelf = 서가에 있음
item-on_loan = 대출 중
item-on_loan-until = 대출 중, { $date }까지
item-hold_shelf = 예약자를 위해 보관 중
item-in_transit = 다른 도서관으로 옮기는 중
item-missing = 소재 확인 중
item-in_repair = 수리 중
item-reference_only = 도서관 안에서 읽어 주세요
item-of-several = { $state }: { $total }권 중 { $count }권

## 서지 항목
fact-reading = 일본어 읽기
fact-reading-derived = { $reading } (자동으로 붙인 읽기)
fact-publisher = 출판사
fact-published = 출판 연도
fact-material = 유형
fact-ndc = 분류(NDC)
fact-isbn = ISBN
fact-subjects = 주제
fact-note = 비고

## 검색
search-in-any = 전체
search-in-title = 제목
search-in-creator = 저자
search-in-publisher = 출판사
search-in-subject = 주제
search-in-isbn = ISBN
search-in-ndc = 분류(NDC)
search-in-call_number = 청구기호
field-query = 검색어
hint-query = 제목이나 저자. 일본어 가나로도 검색됩니다

## 기다리는 동안
awaiting-search = 검색 중입니다…
awaiting-title = 자세한 정보를 준비하고 있습니다…
awaiting-login = 확인하고 있습니다…
awaiting-menu = 이용 현황을 확인하고 있습니다…
awaiting-loans = 대출 자료를 확인하고 있습니다…
awaiting-holds = 예약 현황을 확인하고 있습니다…
awaiting-renewal = 연장하고 있습니다…
awaiting-cancel = 취소하고 있습니다…
awaiting-change = 변경하고 있습니다…
awaiting-delete = 삭제하고 있습니다…
awaiting-identity = 등록 정보를 확인하고 있습니다…
awaiting-submission = 예약을 신청하고 있습니다. 잠시 기다려 주세요…

## 입력
field-card_number = 카드 번호
hint-card_number = 바코드 아래의 숫자
field-password = 비밀번호
field-new_password = 새 비밀번호
field-password_again = 비밀번호(한 번 더)
field-new_password_again = 새 비밀번호(한 번 더)
field-current_password = 현재 비밀번호
field-birth_date = 생년월일(서기, 숫자 8자리)
field-birth_date-typed = 생년월일 { $date }
hint-birth_date = 예: 1985년 4월 12일 → 19850412
field-phone = 전화번호
hint-phone = 카드를 만들 때 등록한 번호. 숫자만
field-name_kana = 이름(가타카나)
field-email = 이메일 주소
field-email_again = 이메일 주소(한 번 더)

## 카드 번호 오류
card-empty = 카드 번호를 입력해 주세요.
card-not_digits = 숫자만 입력해 주세요.
card-wrong_character = 카드 번호에 쓰이지 않는 문자가 있습니다. 바코드 아래의 번호를 확인해 주세요.
card-wrong_length = 카드 번호는 숫자 { $digits }자리입니다. 다시 확인해 주세요.
card-wrong_prefix = 이 도서관의 카드 번호가 아닌 것 같습니다. 바코드 아래의 숫자를 확인해 주세요.
card-wrong_check_digit = 숫자가 잘못된 것 같습니다. 다시 확인해 주세요.
card-wrong_symbology = 이 도서관의 카드가 아닌 것 같습니다. 이 도서관의 카드를 보여 주세요.
card-wrong_start_stop = 번호 앞뒤의 영문자도 카드에 적힌 대로 입력해 주세요.

## 카메라
sight-nothing = 카드의 바코드를 카메라에 보여 주세요
sight-code_seen = 읽고 있습니다. 그대로 움직이지 마세요…
sight-too_far = 카메라에 조금 더 가까이 대 주세요
sight-blurred =
    초점이 맞지 않습니다.
    조금 떨어뜨리고 움직이지 마세요
sight-glare =
    빛이 반사됩니다.
    카드를 조금 기울여 주세요
sight-dark =
    어두워서 읽을 수 없습니다.
    밝은 쪽으로 돌려 주세요
sight-book =
    이것은 책의 바코드입니다.
    도서관 카드를 보여 주세요
sight-wrong_card =
    다른 도서관의 카드인 것 같습니다.
    이 도서관의 카드를 보여 주세요
sight-wrong_code =
    도서관 카드의 바코드가 아닌 것 같습니다.
    카드를 보여 주세요
sight-two_cards = 카드는 한 장만 보여 주세요
sight-left_lying =
    앞사람의 카드가 남아 있습니다.
    먼저 치운 뒤 본인의 카드를 보여 주세요
sight-read = 읽었습니다
sight-no_camera =
    카메라를 사용할 수 없습니다.
    숫자 키로 카드 번호를 입력해 주세요

## 비밀번호 오류
password-rule = 반각 영문자와 숫자 { $shortest }~{ $longest }자. 대문자와 소문자를 구분합니다.
password-too_short = 비밀번호가 너무 짧습니다. { $shortest }자 이상으로 정해 주세요.
password-too_long = 비밀번호가 너무 깁니다. { $longest }자 이내로 정해 주세요.
password-wrong_characters = 비밀번호에는 반각 영문자와 숫자만 사용할 수 있습니다.
password-not_equal = 두 비밀번호가 다릅니다. 다시 입력해 주세요.
password-current_wrong = 현재 비밀번호가 틀린 것 같습니다. 다시 입력해 주세요.

## 생년월일 오류
birth_date-not_a_date = 서기 연도 4자리, 월 2자리, 일 2자리로 입력해 주세요. 예: 19850412

## 이메일
email-empty = 이메일 주소를 입력해 주세요.
email-not_half_width = 반각 영문자, 숫자, 기호로 입력해 주세요.
email-comma = “,”(쉼표)가 들어 있습니다. “.”(점)으로 고쳐 주세요.
email-two_dots = “.”(점)이 연달아 있어 메일을 보낼 수 없습니다. 주소를 확인해 주세요.
email-dot_before_at = “@” 바로 앞에 “.”(점)이 있어 메일을 보낼 수 없습니다. 주소를 확인해 주세요.
email-misspelt_domain = “@” 뒤의 철자를 확인해 주세요(docomo, softbank, gmail 등).
email-not_an_address = 이메일 주소 형식이 아닌 것 같습니다. 다시 확인해 주세요.
email-declined_domain = 이 주소로는 도서관 메일이 도착하지 않을 수 있습니다. 다른 주소를 입력해 주세요.
email-not_equal = 두 이메일 주소가 다릅니다. 다시 확인해 주세요.
email-saved = 이메일 주소를 등록했습니다.
email-saved-mail = 이메일 주소를 등록했습니다. 확인 메일을 보냅니다. 도착하지 않으면 주소를 확인해 주세요.
email-to_be_confirmed = 확인 메일을 보냅니다. 24시간 안에 메일의 링크를 열어 확정해 주세요.
email-chosen = 알림을 받을 주소를 바꾸었습니다.
email-mark-unconfirmed = 확인 대기
email-mark-undeliverable = 수신 불가
email-mark-notices = 알림 받는 곳
email-note-unconfirmed = 받은 메일의 링크를 열어 확정해 주세요.
email-note-replacing = 새 주소 “{ $address }”: 받은 메일의 링크를 열어 확정해 주세요.
email-note-undeliverable = 이 주소로 메일이 도착하지 않았습니다. 변경하거나 삭제해 주세요.
email-deleted = 이메일 주소를 삭제했습니다.

## 연락 방법
contact-needs-email = 이메일 주소 등록이 필요합니다
contact-needs-phone_1 = 전화번호 등록이 필요합니다
contact-needs-phone_2 = 두 번째 전화번호 등록이 필요합니다
contact-needs-fax = 팩스 번호 등록이 필요합니다
contact-needs-hearing_registration = 청각 장애를 등록하신 분만

## 시리즈 순서 예약
sequence-release-return = “{ $first }” 반납 후, 다음 권 “{ $second }” 자료를 준비해 드립니다.
sequence-release-allocation = “{ $first }” 확보 후, 다음 권 “{ $second }” 자료를 확보합니다.
sequence-release-never = { "" }
sequence-turn = 순서 예약 { $place }/{ $size }: 다음에 준비할 권입니다
sequence-waits = 순서 예약 { $place }/{ $size }: “{ $former }” 다음에 준비합니다

## 예약
hold-state-waiting = 예약 중
hold-state-provisional = 가예약
hold-state-in_transit = 수령 도서관으로 옮기는 중
hold-state-ready = 준비되었습니다
hold-state-collected = 대출 완료
hold-state-cancelled = 취소됨
hold-state-expired = 보관 기한 지남
hold-state-declined = 준비 불가
hold-position = 대기 순서 약 { $position }번째
hold-wait = { $earliest }~{ $latest }경 예상
hold-wait-day = { $earliest }경 예상
hold-provisional-note = 가예약입니다. 도서관이 접수하면 확정됩니다.
hold-expires = { $date }까지 찾아가 주세요
hold-declined-note = 파손이나 분실 등으로 준비할 수 없게 되었습니다. 안내 데스크에 문의해 주세요.
hold-ended-note = 이 내용은 { $days }일 동안 표시됩니다.
hold-cancelled = “{ $title }” 예약을 취소했습니다.
carried-daily = 다른 도서관에서 { $branch }까지 오는 자료는 며칠이 걸립니다.
carried-weekdays = 다른 도서관에서 { $branch }까지 오는 자료는 시간이 걸립니다. 운송편은 주 { $times }회({ $weekdays })입니다.

## 대출
loan-due = { $date }까지
loan-overdue = 연체
loan-held = 예약자 있음
loan-was_renewed = 연장함
loan-renewed = “{ $title }” 대출을 { $date }까지 연장했습니다.

## 신청 결과
submission-not_placed = 예약이 접수되지 않았습니다.
submission-not_placed-remedy = 도중에 연결이 끊겼습니다. 예약 바구니는 그대로입니다. 다시 신청해 주세요.
submission-unknown = 예약이 접수되었는지 확인할 수 없었습니다.
submission-unknown-remedy = 잠시 후 “내 예약”에서 확인하거나 안내 데스크에 문의해 주세요.

## 문제가 생겼을 때
trouble-ask-desk = 안내 데스크에 문의해 주세요.
trouble-general = 처리하지 못했습니다.
trouble-unreachable = 도서관 시스템에 연결할 수 없습니다.
trouble-unreachable-remedy = 잠시 후 다시 시도해 주세요.
trouble-unreachable-typed = 입력한 내용은 그대로입니다. 잠시 후 다시 시도해 주세요.
trouble-too_many_attempts = 안전을 위해 잠시 사용할 수 없습니다. 약 { $minutes }분 기다려 주세요.
trouble-login_failed = 카드 번호나 비밀번호가 틀린 것 같습니다.
trouble-login_failed-remedy = 비밀번호를 등록하셨습니까? 반각 여부와 대소문자를 확인해 주세요.
trouble-identity_failed = 도서관에 등록된 내용과 일치하지 않습니다.
trouble-identity_failed-remedy = 입력 내용을 확인해 주세요. 전화번호를 등록하지 않았거나 카드가 만료된 분은 안내 데스크에 말씀해 주세요.
trouble-card_expired = 카드의 유효 기간이 지났습니다.
trouble-card_expired-remedy = 안내 데스크에서 갱신해 주세요.
trouble-rights_insufficient = 임시 비밀번호로는 이용할 수 없습니다.
trouble-rights_insufficient-remedy = 먼저 비밀번호를 변경해 주세요.
trouble-session_invalid = 시간이 지나 로그아웃되었습니다.
trouble-session_invalid-remedy = 카드를 다시 보여 주세요.
trouble-registration_not_offered = 이 단말기에서는 비밀번호를 등록할 수 없습니다.
trouble-registration_not_offered-remedy = 안내 데스크에서 비밀번호를 신청해 주세요.
trouble-registration_at_counter = 이 단말기에서는 비밀번호를 잊으신 분만 등록할 수 있습니다.
trouble-registration_at_counter-remedy = 처음이신 분은 안내 데스크에서 이용을 신청해 주세요.
trouble-too_young = 아직 비밀번호를 등록할 수 있는 학년이 아닙니다.
trouble-too_young-remedy = 예약하고 싶을 때는 안내 데스크에 문의해 주세요.
trouble-terms_not_accepted = 이용 조건에 동의해야 합니다.
trouble-terms_not_accepted-remedy = 첫 화면으로 돌아가 이용 조건을 읽어 주세요.
trouble-email_limit = 이메일 주소를 더 등록할 수 없습니다.
trouble-email_limit-remedy = 사용하지 않는 주소를 삭제하거나 변경해 주세요.
trouble-email_declined_domain = 이 서비스의 주소는 등록할 수 없습니다.
trouble-email_declined_domain-remedy = 다른 이메일 주소를 입력해 주세요.
trouble-notices_go_to_all = 이 도서관은 등록된 모든 주소로 알림을 보냅니다.
trouble-notices_go_to_all-remedy = 사용하지 않는 주소는 삭제해 주세요.
trouble-key_reused = 예약이 접수되지 않았습니다.
trouble-key_reused-remedy = 다시 신청해 주세요.
trouble-not_found = 이 자료의 정보를 찾을 수 없습니다.
trouble-not_found-remedy = 다시 검색해 주세요.

## 할 수 없는 이유와 대신 할 수 있는 것
reason-on_shelf = 지금 서가에 있습니다({ $branch } { $location } { $call_number }).
remedy-on_shelf = 예약하지 않고 바로 대출할 수 있습니다.
reason-on_shelf_here = 지금 이 도서관 서가에 있습니다({ $location } { $call_number }).
remedy-on_shelf_here = 서가에서 직접 꺼내 주세요. 찾을 수 없으면 안내 데스크에 문의해 주세요.
reason-reference_only = 도서관 안에서만 볼 수 있는 자료입니다(대출 불가).
remedy-reference_only = 서가 위치를 확인한 뒤 도서관 안에서 이용해 주세요.
reason-material_not_holdable = { $material } 자료는 예약할 수 없습니다.
remedy-material_not_holdable = 서가에 있을 때 바로 대출해 주세요.
reason-newest_issue = 잡지 최신호는 예약할 수 없습니다.
remedy-newest_issue = 다음 호가 나오면 예약할 수 있습니다. 도서관 안에서는 볼 수 있습니다.
reason-not_owned = 이 도서관에 없는 자료입니다.
remedy-not_owned = 안내 데스크에서 희망 도서나 상호 대차를 문의해 주세요.
reason-no_loanable_item = 지금 대출할 수 있는 자료가 없습니다.
remedy-no_loanable_item = 안내 데스크에 문의해 주세요.
reason-hold_limit = 예약은 한 분당 { $limit }건까지입니다.
remedy-hold_limit = 예약을 취소하거나 자료를 찾아간 뒤 다시 신청해 주세요.
reason-material_hold_limit = { $material } 예약은 { $limit }건까지입니다.
remedy-material_hold_limit = 예약을 취소하거나 자료를 찾아간 뒤 다시 신청해 주세요.
reason-already_held = 이미 예약하셨습니다.
remedy-already_held = “내 예약”에서 볼 수 있습니다.
reason-already_on_loan = 지금 대출 중인 자료입니다.
remedy-already_on_loan = “내 대출”에서 볼 수 있습니다.
reason-overdue_loans = 반납 기한이 지난 자료가 있습니다.
remedy-overdue_loans = 그 자료를 먼저 반납하시면 예약할 수 있습니다.
reason-card_expired = 카드의 유효 기간이 지났습니다.
remedy-card_expired = 안내 데스크에서 갱신해 주세요.
reason-temporary_password = 임시 비밀번호로는 이용할 수 없습니다.
remedy-temporary_password = 먼저 비밀번호를 변경해 주세요.
reason-unknown_title = 이 자료의 정보를 찾을 수 없습니다.
remedy-unknown_title = 다시 검색해 주세요.
reason-pickup_not_offered = 이 수령 도서관은 선택할 수 없습니다.
remedy-pickup_not_offered = 다른 수령 도서관을 선택해 주세요.
reason-contact_not_offered = 이 연락 방법은 선택할 수 없습니다.
remedy-contact_not_offered = 다른 연락 방법을 선택해 주세요.
reason-contact_needs_email = 등록된 이메일 주소가 없습니다.
remedy-contact_needs_email = 메뉴의 “내 정보”에서 등록하거나 다른 연락 방법을 선택해 주세요.
reason-contact_needs_phone = 이 전화번호는 등록되어 있지 않습니다.
remedy-contact_needs_phone = 안내 데스크에서 등록하거나 다른 연락 방법을 선택해 주세요.
reason-contact_needs_fax = 등록된 팩스 번호가 없습니다.
remedy-contact_needs_fax = 안내 데스크에서 등록하거나 다른 연락 방법을 선택해 주세요.
reason-contact_needs_hearing_registration = 청각 장애를 등록하신 분을 위한 연락 방법입니다.
remedy-contact_needs_hearing_registration = 다른 연락 방법을 선택해 주세요.
reason-copy_needs_email = 예약 내용 메일을 받으려면 이메일 주소 등록이 필요합니다.
remedy-copy_needs_email = “받지 않음”을 선택하거나 메뉴의 “내 정보”에서 이메일 주소를 등록해 주세요.
reason-sequences_not_offered = 이 도서관에서는 시리즈 순서 예약을 받지 않습니다.
remedy-sequences_not_offered = 한 권씩 예약해 주세요.
reason-hold_ready = 준비된 예약은 여기서 변경하거나 취소할 수 없습니다.
remedy-hold_ready = 안내 데스크에 말씀해 주세요.
reason-hold_in_transit = 수령 도서관으로 옮기는 중이라 여기서 변경하거나 취소할 수 없습니다.
remedy-hold_in_transit = 안내 데스크에 말씀해 주세요.
reason-hold_from_elsewhere = 다른 지역 도서관에서 빌려 오는 자료라 여기서 변경하거나 취소할 수 없습니다.
remedy-hold_from_elsewhere = 안내 데스크에 말씀해 주세요.
reason-hold_ended = 이 예약은 끝났습니다.
remedy-hold_ended = 다시 빌리려면 검색해서 예약해 주세요.
reason-loan_limit = 한 번에 { $limit }건까지 빌릴 수 있습니다.
remedy-loan_limit = 빌린 자료를 반납하시면 더 빌릴 수 있습니다.
reason-loan_overdue = 반납 기한이 지나 연장할 수 없습니다.
remedy-loan_overdue = 빨리 반납해 주세요.
reason-other_loan_overdue = 반납 기한이 지난 자료가 있어 연장할 수 없습니다.
remedy-other_loan_overdue = 기한이 지난 자료를 먼저 반납해 주세요.
reason-renewed_already = 연장은 한 번만 할 수 있습니다.
remedy-renewed_already = 기한까지 반납해 주세요.
reason-held_by_others = 다음 예약자가 있어 연장할 수 없습니다.
remedy-held_by_others = 기한까지 반납해 주세요.
reason-material_not_renewable = 이 유형의 자료는 연장할 수 없습니다.
remedy-material_not_renewable = 기한까지 반납해 주세요.
reason-loan_from_elsewhere = 다른 지역 도서관에서 빌려 온 자료라 연장할 수 없습니다.
remedy-loan_from_elsewhere = 기한까지 반납해 주세요.

## Screen: keyboard
keyboard-erase = 지우기
keyboard-clear = 비우기
keyboard-space = 띄어쓰기
keyboard-enter = 확인
keyboard-shift = 대문자
keyboard-layout-kana = かな
keyboard-layout-letters = ABC
keyboard-layout-digits = 123
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = 로마자
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = 선택할 한자가 여기에 나옵니다
keyboard-more-candidates = 더보기

## Screen: idle overlay
idle-title = 계속 사용하시겠습니까?
idle-note = 이대로 두면 입력한 내용을 지우고 첫 화면으로 돌아갑니다.
idle-seconds = { $seconds }초
idle-continue = 계속하기

## Screen: forms
form-next-field = 다음 칸
form-show-secrets = 글자 보이기
form-hide-secrets = 글자 숨기기

## Screen: login
login-title = 도서관 카드(대출증)를 보여 주세요
login-title-password = 비밀번호를 입력해 주세요
login-for-holds = 예약 바구니의 내용은 그대로 있습니다.
login-keyed = 카드 번호를 입력할 수도 있습니다
login-keyed-offered = 읽히지 않으면 여기에 카드 번호를 입력해 주세요
login-keyed-only = 여기에 카드 번호를 입력해 주세요
login-camera-starting = 카메라를 준비하고 있습니다. 번호를 입력해도 됩니다.
login-card-read = 카드를 확인했습니다.
login-change-card = 다른 카드 사용
login-register = 비밀번호 등록(처음이거나 잊으신 분)
login-next = 다음
login-submit = 로그인

## Screen: confirm
confirm-title = 이 내용으로 예약하시겠습니까?
confirm-count = 예약할 자료 { $count }건
confirm-pickup = 수령 도서관
confirm-contact = 연락 방법
confirm-provisional = 이 신청은 “가예약”입니다. 도서관이 접수하면 확정됩니다.
confirm-change-cart = 자료 수정
confirm-change-pickup = 수령·연락 수정
confirm-submit = 예약 신청

## Screen: done
done-title-all = 예약되었습니다
done-title-provisional = 예약을 신청했습니다
done-title-some = 예약하지 못한 자료가 있습니다
done-title-none = 예약하지 못했습니다
done-accepted = 접수되었습니다
done-provisional = 가예약입니다
done-refused = 접수되지 않았습니다
done-pickup = 수령 도서관
done-contact = 연락 방법
done-see-holds = 내 예약
done-search = 계속 찾기
done-log-out = 끝내기(로그아웃)

## Screen: menu
menu-title = 내 메뉴
menu-loans = 내 대출
menu-holds = 내 예약
menu-account = 내 정보
menu-search = 자료 찾기
menu-no-loans = 대출 중인 자료가 없습니다
menu-loan-count = { $count }건 대출 중
menu-overdue = 연체 { $count }건
menu-hold-count = { $count }건({ $left }건 더 예약 가능)
menu-hold-count-full = { $count }건(더 예약할 수 없습니다)
menu-ready = 준비됨 { $count }건
menu-account-note = 비밀번호, 이메일 주소
menu-search-note = 책을 찾아 예약하기
menu-log-out = 끝내기(로그아웃)

## Screen: loans
loans-title = 내 대출
loans-count = { $count }건
loans-empty = 지금 대출 중인 자료가 없습니다
loans-empty-note = 빌린 자료와 반납 기한이 여기에 표시됩니다.
loans-renew = 연장
loans-menu = 메뉴로

## Screen: holds
holds-title = 내 예약
holds-count = 진행 중 예약 { $count }건(최대 { $limit }건)
holds-ended = , 종료 { $count }건
holds-count-by-material = 진행 중 예약 { $count }건(최대 { $limits })
holds-limit-of = { $materials } { $limit }건
holds-limit-and = { ", " }
holds-empty = 예약이 없습니다
holds-empty-note = 대출 중인 자료를 찾아 예약할 수 있습니다.
holds-cancel = 취소
holds-change = 변경
holds-pickup = 수령: { $branch }
holds-contact = 연락: { $contact }
hold-order-save = 순서 저장
holds-menu = 메뉴로
holds-cancel-title = 예약을 취소하시겠습니까?
holds-cancel-note = 다시 예약하면 순서가 맨 뒤가 됩니다.
holds-confirm-cancel = 예약 취소
holds-keep = 취소 안 함

## Screen: lists
list-place = { $first }~{ $last }(총 { $total }건)
list-next = 다음 쪽
list-previous = 이전 쪽

## Screen: account
account-title = 내 정보
account-temporary = 임시 비밀번호를 사용 중입니다. 본인만의 비밀번호로 변경해 주세요.
account-password = 비밀번호 변경
account-password-note = 지금의 비밀번호를 새것으로 바꿉니다.
account-emails = 이메일 주소
account-emails-note = { $count ->
    [0] 등록되어 있지 않습니다.
   *[other] { $count }개 등록되어 있습니다.
 }
account-delete-password = 비밀번호 삭제
account-delete-note = 예약과 내 메뉴의 사용을 그만둡니다.
account-delete-title = 비밀번호를 삭제하시겠습니까?
account-delete-warning = 삭제하면 다시 등록할 때까지 예약과 내 메뉴를 사용할 수 없습니다.
account-confirm-delete = 삭제
account-keep = 삭제 안 함
account-menu = 메뉴로

## Screen: password_change
password-change-title = 비밀번호 변경
password-change-temporary = 먼저 임시 비밀번호를 본인만의 비밀번호로 변경해 주세요.
password-change-submit = 변경
password-change-done = 비밀번호를 변경했습니다
password-change-done-note = 다음부터는 새 비밀번호를 사용해 주세요.
password-change-finish = 다음

## Screen: emails
emails-delete-title = 이 이메일 주소를 삭제하시겠습니까?
emails-delete-note = 삭제하면 이 주소로 알림이 오지 않습니다.
emails-keep = 삭제 안 함
emails-title = 이메일 주소
emails-none = 등록된 이메일 주소가 없습니다
emails-note = 예약한 자료가 준비되면 이메일로 알려 드립니다.
emails-add = 이메일 등록
emails-change = 변경
emails-delete = 삭제
emails-choose = 알림 받기
emails-edit-title = 새 이메일 주소
emails-edit-note = 실수를 막기 위해 같은 주소를 두 번 입력해 주세요.
emails-submit = 등록
emails-account = 내 정보로

## Screen: register_terms
register-terms-title = 비밀번호 등록
register-terms-lead = 먼저 이용 조건을 읽어 주세요.
register-terms-agree = 동의합니다
register-terms-accept = 확인

## Screen: register_identity
register-identity-title = 본인 확인
register-identity-lead = 카드를 만들 때 등록한 내용과 같은지 확인합니다.
register-identity-submit = 다음

## Screen: register_password
register-password-title = 새 비밀번호
register-password-lead = 같은 비밀번호를 두 번 입력해 주세요.
register-password-submit = 등록

## Screen: register_done
register-done-title = 비밀번호를 등록했습니다
register-done-note = 잊지 않도록, 다른 사람이 알지 못하도록 주의해 주세요.
register-done-for-holds = 로그인하면 예약을 계속할 수 있습니다.
register-done-log-in = 로그인
register-to-confirm-title = 확인 메일을 보냅니다
register-to-confirm-note = 등록이 아직 끝나지 않았습니다. 24시간 안에 받은 메일의 링크를 열어 확정해 주세요. 확정하면 새 비밀번호로 로그인할 수 있습니다.
register-to-confirm-desk = 그때까지는 지금의 비밀번호를 사용할 수 있습니다. 메일이 오지 않으면 안내 데스크에 문의해 주세요.

## Screen: out_of_service
out-of-service-title = 지금은 이용할 수 없습니다
out-of-service-note = 도서관 시스템에 연결할 수 없습니다. 연결되면 자동으로 다시 사용할 수 있습니다.
out-of-service-desk = 급하신 분은 안내 데스크로 오세요.
out-of-service-starting = 준비하고 있습니다
out-of-service-starting-note = 잠시 기다려 주세요.

## Screen: bars
bar-search = 검색
bar-cart = 예약 바구니
bar-menu = 내 메뉴
bar-log-in = 로그인
bar-log-out = 로그아웃
bar-finish = 끝내기
bar-back = 뒤로
language-ja = 日本語
language-ja-easy = やさしい日本語
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = 다시 시도

## Screen: comfort
bar-comfort = 보기 편하게
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = 보기·듣기 설정
comfort-note = 이번에 사용하는 동안만 바뀝니다
comfort-reset = 원래대로
comfort-close = 완료
comfort-text_size = 글자 크기
comfort-text_size-standard = 보통
comfort-text_size-large = 크게
comfort-text_size-largest = 더 크게
comfort-is_high_contrast = 화면 색
comfort-is_high_contrast-usual = 보통
comfort-is_high_contrast-other = 검은 바탕에 흰 글자
comfort-is_low = 화면 위치
comfort-is_low-usual = 보통
comfort-is_low-other = 아래쪽으로
comfort-is_unhurried = 시간
comfort-is_unhurried-usual = 보통
comfort-is_unhurried-other = 천천히 사용
comfort-is_spoken = 음성 안내
comfort-is_spoken-usual = 끄기
comfort-is_spoken-other = 이어폰으로 듣기
comfort-speaks_passwords = 비밀번호 읽어 주기
comfort-speaks_passwords-usual = 읽지 않음
comfort-speaks_passwords-other = 읽어 주기
comfort-has_sounds = 알림음
comfort-has_sounds-usual = 켜기
comfort-has_sounds-other = 끄기
comfort-has_motion = 화면 움직임
comfort-has_motion-usual = 켜기
comfort-has_motion-other = 끄기

## Screen: rest, the day
rest-new = 새로 온 책
today-hours = 개관 시간 { $opens }~{ $closes }
today-open = 오늘은 개관일입니다
today-closed = 오늘은 휴관일입니다
today-closed-until = 오늘은 휴관일입니다. 다음 개관일: { $date }

## 음성 안내(키패드로만 사용할 때)
spoken-welcome = 음성으로 안내합니다. 화살표로 움직이고 OK로 선택합니다. 슬래시로 돌아가고, 별표로 다시 듣습니다.
spoken-pause = { ". " }
spoken-button = 버튼
spoken-field = 입력란
spoken-row = 행
spoken-choice = 선택지
spoken-check = 체크 상자
spoken-on = 선택됨
spoken-off = 선택 안 됨
spoken-unavailable = 지금은 사용할 수 없습니다
spoken-place = { $total }개 중 { $number }번째
spoken-empty = 비어 있습니다
spoken-masked = { $count }글자
spoken-cleared = 모두 지웠습니다
spoken-erased = 지웠습니다, { $text }
spoken-erased-masked = 한 글자 지웠습니다
spoken-capital = 대문자 { $letter }
spoken-small-kana = 작은 { $kana }
spoken-katakana = 가타카나 { $kana }
spoken-sign-space = 빈칸
spoken-sign-hyphen = 하이픈
spoken-sign-dot = 점
spoken-sign-colon = 쌍점
spoken-sign-apostrophe = 작은따옴표
spoken-sign-ampersand = 앰퍼샌드
spoken-sign-plus = 플러스
spoken-sign-hash = 샵
spoken-sign-slash = 슬래시
spoken-sign-comma = 쉼표
spoken-sign-exclamation = 느낌표
spoken-sign-at = 골뱅이
spoken-sign-dollar = 달러 기호
spoken-sign-underscore = 밑줄
spoken-sign-long = 장음 기호
spoken-sign-middle-dot = 가운뎃점
spoken-key-dakuten = 탁점
spoken-key-handakuten = 반탁점
spoken-key-small = 작은 글자로
spoken-key-script = 히라가나와 가타카나 전환
spoken-key-left = 커서를 왼쪽으로
spoken-key-right = 커서를 오른쪽으로
spoken-name-rows-up = 이전 화면
spoken-name-rows-down = 다음 화면
spoken-name-toggle = 신청
spoken-name-shelf-rail = 서가 안의 위치
spoken-awaited-row = 불러오는 중입니다
spoken-rows = { $total }건 중 { $first }에서 { $last }까지
spoken-results = { $total ->
    [0] 검색 결과가 없습니다
   *[other] { $total }건을 찾았습니다
 }
spoken-offered = 추천 이름이 { $count }개 있습니다
spoken-cart = 예약 바구니에 { $count }건 있습니다
spoken-idle = { $seconds }초 뒤에 끝납니다. 계속하려면 아무 키나 눌러 주세요
spoken-seconds = { $seconds }초 남았습니다
spoken-volume = 음량 { $percent }
spoken-edge = 여기가 끝입니다
spoken-no-way-back = 여기서는 뒤로 갈 수 없습니다

## Screen: stepper
stepper-cart = 바구니
stepper-pickup = 수령·연락
stepper-login = 로그인
stepper-confirm = 확인
stepper-done = 완료

## Screen: rest
rest-title = 책 찾기
rest-search = 제목이나 저자를 입력해 주세요
rest-search-note = 대출 중인 책은 여기서 예약할 수 있습니다
rest-shelves = 서가 둘러보기
rest-shelves-note = 새로 온 책, 이달의 인기, 분류
rest-children = 어린이책
rest-children-note = 그림책, 이야기, 알아보기
rest-card = 카드 보여 주기
rest-card-note = 대출·예약 확인, 연장, 취소
rest-register = 비밀번호 등록
rest-register-note = 처음이거나 비밀번호를 잊으신 분

## Screen: search
search-title = 무엇을 찾으십니까?
search-submit = 검색
search-submit-childrens = 어린이책 검색
search-more-fields = 다른 항목
search-first-fields = 접기
search-browse = 서가 둘러보기
search-help = 입력하는 동안 책, 사람, 주제의 이름이 여기에 나옵니다. 누르면 바로 검색합니다.
search-help-words = 낱말을 여러 개 입력할 때는 사이를 띄어 주세요.
search-nothing-suggested = 이 말로 시작하는 이름이 없습니다. 그대로 검색할 수도 있습니다.
suggestion-title = 제목
suggestion-creator = 사람
suggestion-subject = 주제

## Screen: results
results-title = “{ $query }” 검색 결과
results-count = { $total }건
results-all = 검색 결과
results-place = { $first }~{ $last } / { $total }건
results-near = 혹시 찾으시는 것은
results-near-title = “{ $query }” 검색 결과가 없습니다
results-near-shown = 혹시 찾으시는 것은… “{ $near }” 검색 결과입니다
results-change = 검색어나 조건 바꾸기
results-without-filters = 모든 필터 해제
results-everywhere = 전체에서 검색
results-only-word = “{ $word }” 하나로 검색
results-narrow = 필터·정렬
results-narrowed = 필터 { $count }개
results-sort = 정렬
results-clear-filters = 필터 해제
results-see = { $total }건 보기
sort-relevance = 관련도순
sort-newest = 최신순
sort-title = 제목순
sort-creator = 저자순
filter-now = 조건
filter-branch = 도서관
filter-material = 자료 유형
filter-year = 출판 연도
filter-decade = { $year }년대
filter-count = { $name } { $count }
available = 지금 서가에 있음
childrens = 어린이용
results-empty = 검색 결과가 없습니다
results-empty-note = 검색어를 줄이거나 다른 말로 찾아 주세요. 히라가나로도 찾을 수 있습니다.
results-again = 다시 검색

## Screen: detail
detail-add = 예약 바구니에 담기
detail-to-cart = 예약 바구니 보기
detail-proceed = 예약하러 가기
detail-add-series = 전 { $count }권 순서대로 담기
detail-items = 소장
detail-series = 이 시리즈
detail-no-items = 이 도서관에 없습니다
detail-slip = 청구기호: 이 서가에 있습니다
detail-slip-away = 청구기호: 평소의 서가
detail-map = 서가 지도
detail-phone = 휴대폰에 담기
detail-phone-title = 휴대폰에 담기
detail-phone-note = 휴대폰 카메라로 이 표시를 비추면 제목과 위치를 가져갈 수 있습니다.
detail-map-awaited = 지도를 준비하고 있습니다
detail-map-failed = 지도를 보여 드릴 수 없습니다
detail-map-instead = 청구기호를 적어 안내 데스크에 문의해 주세요.
detail-here = 현재 위치
detail-close = 닫기
detail-facts = 자세한 정보
detail-not-holdable = 이 자료는 예약할 수 없습니다

## Screen: cart
cart-title = 예약 바구니
cart-note = 아직 예약되지 않았습니다. “다음으로”를 눌러 신청해 주세요.
cart-empty = 예약 바구니가 비어 있습니다
cart-empty-note = 자료 화면에서 “예약 바구니에 담기”를 누르면 여기에 담깁니다.
cart-search = 자료 찾기
cart-remove = 빼기
cart-order = 순서 예약
cart-order-note = 읽고 싶은 순서대로 자료를 눌러 주세요
cart-order-all = 권 순서대로
cart-order-finish = 이 순서로
cart-order-drop = 순서 없이
cart-count = { $count }건을 신청합니다
cart-submit = 다음으로

## Screen: pickup
pickup-title = 수령 및 연락 방법
pickup-branch = 수령 도서관
pickup-contact = 연락 방법
pickup-copy = 예약 내용 메일
pickup-copy-yes = 받음
pickup-copy-no = 받지 않음
pickup-copy-note = 신청 내용을 이메일로 알려 드립니다
pickup-no-contact = 선택할 수 있는 연락 방법이 없습니다.
pickup-no-contact-email = 먼저 이메일 주소를 등록해 주세요. “뒤로”를 누르면 예약을 계속할 수 있습니다.
pickup-register-email = 이메일 등록하기
pickup-change-title = 예약 변경
pickup-submit = 다음으로
pickup-save = 변경

## Screen: bookshelf
bookshelf-name = 내 서재
bookshelf-menu-note = 나중에 읽을 자료를 모아 둡니다
bookshelf-keep = { bookshelf-name }에 담기
bookshelf-open = { bookshelf-name } 보기
bookshelf-count = { $count }건
bookshelf-kept_on = { $date }에 담음
bookshelf-to-cart = 바구니에 담기
bookshelf-in-cart = 바구니에 담음
bookshelf-take-out = 빼기
bookshelf-taken_out = “{ $title }” 자료를 뺐습니다.
bookshelf-put-back = 되돌리기
bookshelf-empty = { bookshelf-name }에 담긴 자료가 없습니다
bookshelf-empty-note = 자료 화면에서 “{ bookshelf-keep }” 버튼을 누르면 여기에 담깁니다.
bookshelf-history = 대출 이력
bookshelf-goal = 독서 마라톤
bookshelf-menu = 메뉴로
bookshelf-back = { bookshelf-name } 보기
awaiting-bookshelf = { bookshelf-name } 확인 중입니다…
awaiting-bookshelf-keep = { bookshelf-name }에 담고 있습니다…
trouble-bookshelf_not_offered = 이 도서관에는 { bookshelf-name } 기능이 없습니다.
trouble-bookshelf_full = { bookshelf-name }에 더 담을 수 없습니다.
trouble-bookshelf_full-remedy = 다 읽은 자료를 뺀 뒤 다시 시도해 주세요.

## Screen: reading_history
reading-history-title = 대출 이력 저장
reading-history-off = 지금은 “저장 안 함”입니다
reading-history-explain-what = “저장”을 선택하면 앞으로 빌리는 자료의 제목과 대출일을 기록합니다. 지금까지 빌린 자료는 기록하지 않습니다.
reading-history-explain-who = 기록은 본인만의 것입니다. 도서관 직원은 볼 수 없습니다.
reading-history-explain-end = 언제든지 “저장 안 함”으로 되돌릴 수 있습니다. 되돌리면 기록이 바로 모두 지워집니다.
reading-history-begin = 저장
reading-history-lent_on = 대출일 { $date }
reading-history-count = { $count }건
reading-history-empty = 아직 기록이 없습니다
reading-history-empty-note = 앞으로 빌리는 자료가 여기에 표시됩니다.
reading-history-delete = 삭제
reading-history-clear = 모두 삭제
reading-history-stop = “저장 안 함”으로
reading-history-begun = “저장”으로 바꾸었습니다. 앞으로 빌리는 자료를 기록합니다.
reading-history-stopped = “저장 안 함”으로 바꾸었습니다. 기록을 모두 지웠습니다.
reading-history-deleted = 기록을 지웠습니다.
reading-history-entry-title = 이 기록을 삭제하시겠습니까?
reading-history-entry-note = 지운 기록은 되돌릴 수 없습니다. 독서 마라톤 권수에서도 빠집니다.
reading-history-entry-do = 삭제
reading-history-entry-keep = 삭제 안 함
reading-history-clear-title = 기록을 모두 삭제하시겠습니까?
reading-history-clear-note = 지운 기록은 되돌릴 수 없습니다. 앞으로 빌리는 자료는 계속 기록합니다.
reading-history-clear-do = 모두 삭제
reading-history-clear-keep = 삭제 안 함
reading-history-stop-title = 대출 이력 저장을 그만두시겠습니까?
reading-history-stop-note = 기록과 독서 마라톤 목표가 바로 모두 지워집니다. 되돌릴 수 없습니다.
reading-history-stop-do = 그만두고 삭제
reading-history-stop-keep = 계속 저장
awaiting-reading-history = 기록을 확인하고 있습니다…
trouble-history_not_offered = 이 도서관에는 대출 이력 저장 기능이 없습니다.
trouble-history_consent_needed = 먼저 대출 이력을 “저장”으로 바꿔 주세요.
trouble-history_consent_needed-remedy = { bookshelf-name }의 “{ bookshelf-history }”에서 바꿀 수 있습니다.

## Screen: reading_goal
reading-goal-title = 독서 마라톤
reading-goal-lead = 목표 권수와 기간을 정하고 즐겁게 읽어 보세요.
reading-goal-needs-history = 먼저 대출 이력을 “저장”으로 바꿔 주세요
reading-goal-needs-history-note = 목표까지의 권수는 저장된 대출 이력으로 셉니다.
reading-goal-to-history = 대출 이력으로
reading-goal-months = { $months ->
    [12] 1년
   *[other] { $months }개월
 }
reading-goal-period = { $first } ~ { $last }
reading-goal-period-label = 오늘부터의 기간
reading-goal-submit = 이 목표로 정하기
reading-goal-borrowed = { $count }권
reading-goal-titles = 목표 { $count }권
reading-goal-left = { $count }권 남았습니다
reading-goal-reached = 목표를 달성했습니다
reading-goal-over = 기간이 끝났습니다. 목표까지 { $count }권 남았습니다.
reading-goal-so-far = 빌린 자료
reading-goal-edit = 목표 변경
reading-goal-give-up = 목표 그만두기
reading-goal-give-up-title = 목표를 그만두시겠습니까?
reading-goal-give-up-note = 목표만 지워집니다. 대출 이력은 그대로입니다.
reading-goal-keep = 계속하기
reading-goal-set = 목표를 정했습니다.
reading-goal-wrong_number = 1에서 { $limit }까지의 수를 입력해 주세요.
field-goal_titles = 목표 권수
hint-goal_titles = 예: 20
awaiting-reading-goal = 목표를 확인하고 있습니다…
trouble-reading_goal_not_offered = 이 도서관에는 독서 마라톤 기능이 없습니다.
trouble-reading_goal_invalid = 이 목표는 정할 수 없습니다.
trouble-reading_goal_invalid-remedy = 권수와 기간을 확인해 주세요.

## Screen: shelves
shelves-title = 서가 둘러보기
shelves-entrance = 서가 둘러보기
awaiting-shelves = 서가를 보고 있습니다…
shelves-here = 이 도서관의 책
shelves-everywhere = 모든 도서관의 책
shelves-new = 새로 온 책
shelves-popular = 이달의 인기 도서
shelves-search = 검색어로 찾기
shelves-count = { $count }건
shelves-place = { $total }건 중 { $first }~{ $last }
shelves-all = { $total }건
shelves-previous = 왼쪽 책
shelves-next = 오른쪽 책
shelves-empty = 이 서가에 책이 없습니다
shelves-empty-note = “모든 도서관의 책”을 누르면 다른 도서관의 책을 볼 수 있습니다.

## Screen: children
children-entrance = 어린이책
children-picture_books = 그림책
children-picture_books-note = 그림으로 즐기는 책
children-topic-9 = 이야기
children-topic-9-note = 동화와 소설
children-topics = 알아보기
children-topics-note = 동물, 탈것, 우주…
children-new = 새로운 책
children-new-note = 얼마 전에 도서관에 들어왔어요
children-popular = 인기 책
children-popular-note = 이달에 많이 읽고 있어요
children-search = 찾기
children-retry = 다시 시도
children-search-note = 일본어 오십음으로 찾아요
children-search-sample = あ い う え お
children-topic-0 = 컴퓨터, 백과사전
children-topic-1 = 마음, 생각
children-topic-2 = 역사, 세계
children-topic-28 = 위인전
children-topic-3 = 생활, 사회
children-topic-38 = 옛이야기
children-topic-4 = 과학, 수학
children-topic-44 = 우주, 별
children-topic-45 = 공룡, 지구
children-topic-47 = 꽃, 식물
children-topic-48 = 동물, 곤충
children-topic-49 = 몸, 병
children-topic-5 = 자동차, 기계
children-topic-59 = 요리, 만들기
children-topic-6 = 기차, 직업
children-topic-7 = 음악, 미술
children-topic-78 = 스포츠
children-topic-8 = 말, 한자
children-all = { $total }권
children-here = 이 도서관
children-everywhere = 모든 도서관
children-place = { $total }권 중 { $first }~{ $last }
children-previous = 이전
children-next = 다음
children-on_shelf = 서가에 있어요
children-on_loan = 누가 빌려 갔어요
children-in_library_only = 도서관 안에서 읽을 수 있어요
children-unavailable = 지금은 읽을 수 없어요
children-empty = 여기에는 아직 책이 없어요
children-empty-note = “모든 도서관”을 누르면 다른 도서관의 책을 볼 수 있어요.
children-trouble = 잘 연결되지 않았어요
children-trouble-remedy = 조금 기다렸다가 다시 눌러 주세요. 어려우면 도서관 선생님께 물어보세요.
awaiting-children = 책을 찾고 있어요…

## 일본십진분류법(NDC)의 유와 강
ndc-0 = 지식, 정보
ndc-0-note = 백과사전, 컴퓨터, 도서관
ndc-00 = 일반
ndc-01 = 도서관
ndc-02 = 책과 출판
ndc-03 = 백과사전
ndc-04 = 논문집, 강연집
ndc-05 = 연감, 연속간행물
ndc-06 = 단체, 박물관
ndc-07 = 신문, 보도
ndc-08 = 총서, 전집
ndc-09 = 향토 자료, 귀중서
ndc-1 = 마음, 사상
ndc-1-note = 철학, 심리학, 종교
ndc-10 = 철학
ndc-11 = 철학의 여러 분야
ndc-12 = 동양 사상
ndc-13 = 서양 철학
ndc-14 = 심리학
ndc-15 = 윤리, 도덕
ndc-16 = 종교
ndc-17 = 신도
ndc-18 = 불교
ndc-19 = 기독교, 유대교
ndc-2 = 역사, 지리
ndc-2-note = 일본사, 세계사, 전기, 여행
ndc-20 = 세계사, 문화사
ndc-21 = 일본사
ndc-22 = 아시아의 역사
ndc-23 = 유럽의 역사
ndc-24 = 아프리카의 역사
ndc-25 = 북아메리카의 역사
ndc-26 = 남아메리카의 역사
ndc-27 = 오세아니아, 극지의 역사
ndc-28 = 전기
ndc-29 = 지리, 여행
ndc-3 = 사회
ndc-3-note = 정치, 경제, 교육, 풍습
ndc-30 = 사회과학
ndc-31 = 정치
ndc-32 = 법률
ndc-33 = 경제
ndc-34 = 재정
ndc-35 = 통계
ndc-36 = 사회, 복지
ndc-37 = 교육
ndc-38 = 풍속, 민속
ndc-39 = 국방, 군사
ndc-4 = 자연, 의학
ndc-4-note = 수학, 우주, 동식물, 건강
ndc-40 = 자연과학
ndc-41 = 수학
ndc-42 = 물리학
ndc-43 = 화학
ndc-44 = 천문, 우주
ndc-45 = 지구, 기상
ndc-46 = 생물
ndc-47 = 식물
ndc-48 = 동물
ndc-49 = 의학, 건강
ndc-5 = 기술, 생활
ndc-5-note = 기계, 건축, 요리, 수예
ndc-50 = 기술, 공학
ndc-51 = 토목
ndc-52 = 건축
ndc-53 = 기계
ndc-54 = 전기, 전자
ndc-55 = 선박, 해양
ndc-56 = 금속, 광산
ndc-57 = 화학 공업
ndc-58 = 제조업
ndc-59 = 가정, 요리, 육아
ndc-6 = 산업
ndc-6-note = 농업, 원예, 상업, 교통
ndc-60 = 산업
ndc-61 = 농업
ndc-62 = 원예, 조경
ndc-63 = 양잠
ndc-64 = 축산, 수의학
ndc-65 = 임업, 수렵
ndc-66 = 수산업
ndc-67 = 상업
ndc-68 = 교통, 관광
ndc-69 = 통신, 방송
ndc-7 = 예술, 스포츠
ndc-7-note = 미술, 음악, 영화, 스포츠
ndc-70 = 예술, 미술
ndc-71 = 조각
ndc-72 = 회화, 서예, 만화
ndc-73 = 판화
ndc-74 = 사진, 인쇄
ndc-75 = 공예
ndc-76 = 음악, 무용
ndc-77 = 연극, 영화
ndc-78 = 스포츠
ndc-79 = 다도, 오락
ndc-8 = 언어
ndc-8-note = 일본어, 영어, 각국의 언어
ndc-80 = 언어
ndc-81 = 일본어
ndc-82 = 중국어, 아시아의 언어
ndc-83 = 영어
ndc-84 = 독일어 등
ndc-85 = 프랑스어 등
ndc-86 = 스페인어, 포르투갈어
ndc-87 = 이탈리아어 등
ndc-88 = 러시아어 등
ndc-89 = 기타 언어
ndc-9 = 문학
ndc-9-note = 소설, 시, 에세이
ndc-90 = 문학
ndc-91 = 일본 문학
ndc-92 = 중국, 아시아 문학
ndc-93 = 영미 문학
ndc-94 = 독일 문학 등
ndc-95 = 프랑스 문학 등
ndc-96 = 스페인, 포르투갈 문학
ndc-97 = 이탈리아 문학 등
ndc-98 = 러시아 문학 등
ndc-99 = 기타 문학
