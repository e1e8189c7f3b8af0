### 繁體中文。

## 日期
month = { $month }月
date = { month }{ $day }日（{ $weekday }）
weekday-0 = 週一
weekday-1 = 週二
weekday-2 = 週三
weekday-3 = 週四
weekday-4 = 週五
weekday-5 = 週六
weekday-6 = 週日
weekday-and = 、
date-short = { month }{ $day }日
date-full = { $year }年{ month }{ $day }日
date-era = { $year }年（{ $era ->
    [meiji] 明治
    [taisho] 大正
    [showa] 昭和
    [heisei] 平成
   *[reiwa] 令和
 }{ $era_year ->
    [1] 元
   *[other] { $era_year }
 }年）{ month }{ $day }日

## 館藏類型
material-book = 圖書
material-picture_book = 繪本
material-magazine = 雜誌
material-kamishibai = 紙芝居
material-cd = CD
material-dvd = DVD
material-video = 錄影帶
material-cassette = 錄音帶

## 館藏狀態（搜尋結果）
availability-on_shelf = 在架上
availability-on_loan = { $holds ->
    [0] 借出中
   *[other] 借出中 { $holds }人預約
 }
availability-in_library_only = 限館內閱覽
availability-unavailable = 無法提供
availability-on_shelf-elsewhere = 在其他分館架上
availability-not-owned = 本館未收藏

## 館藏狀態（逐冊）
item-on_shelf = 在架上
item-on_loan = 借出中
item-on_loan-until = 借出中 { $date }到期
item-hold_shelf = 保留給預約者
item-in_transit = 運送至其他分館中
item-missing = 尋書中
item-in_repair = 修補中
item-reference_only = 請在館內閱覽
item-of-several = { $total }冊中的{ $count }冊：{ $state }

## 書目欄位
fact-reading = 日文讀音
fact-reading-derived = { $reading }（讀音由系統自動標注）
fact-publisher = 出版社
fact-published = 出版年
fact-material = 類型
fact-ndc = 分類號（NDC）
fact-isbn = ISBN
fact-subjects = 主題
fact-note = 附註

## 搜尋
search-in-any = 不限欄位
search-in-title = 書名
search-in-creator = 作者
search-in-publisher = 出版社
search-in-subject = 主題
search-in-isbn = ISBN
search-in-ndc = 分類號（NDC）
search-in-call_number = 索書號
field-query = 搜尋詞
hint-query = 書名或作者，也可輸入日文假名

## 等候時
awaiting-search = 搜尋中…
awaiting-title = 正在取得詳細資訊…
awaiting-login = 確認中…
awaiting-menu = 正在查詢您的使用狀況…
awaiting-loans = 正在查詢您的借閱…
awaiting-holds = 正在查詢您的預約…
awaiting-renewal = 續借中…
awaiting-cancel = 取消中…
awaiting-change = 變更中…
awaiting-delete = 刪除中…
awaiting-identity = 正在核對您的登記資料…
awaiting-submission = 正在送出預約，請稍候…

## 輸入
field-card_number = 借閱證號碼
hint-card_number = 條碼下方的數字
field-password = 密碼
field-new_password = 新密碼
field-password_again = 密碼（再輸入一次）
field-new_password_again = 新密碼（再輸入一次）
field-current_password = 目前的密碼
field-birth_date = 出生日期（西元年，8位數字）
field-birth_date-typed = 出生日期 { $date }
hint-birth_date = 例：1985年4月12日 → 19850412
field-phone = 電話號碼
hint-phone = 辦證時登記的號碼，只輸入數字
field-name_kana = 姓名（片假名）
field-email = 電子郵件地址
field-email_again = 電子郵件地址（再輸入一次）

## 借閱證號碼有誤
card-empty = 請輸入借閱證號碼。
card-not_digits = 請只輸入數字。
card-wrong_character = 含有借閱證號碼不使用的字元。請確認條碼下方的號碼。
card-wrong_length = 借閱證號碼為{ $digits }位數字。請再確認一次。
card-wrong_prefix = 這似乎不是本館的借閱證號碼。請確認條碼下方的數字。
card-wrong_check_digit = 號碼似乎有誤。請再確認一次。
card-wrong_symbology = 這似乎不是本館的借閱證。請出示本館的借閱證。
card-wrong_start_stop = 號碼前後的英文字母，也請依借閱證上所示輸入。

## 攝影鏡頭
sight-nothing = 請將借閱證的條碼對準鏡頭
sight-code_seen = 讀取中，請不要移動…
sight-too_far = 請再靠近鏡頭一點
sight-blurred =
    影像模糊。
    請稍微拉遠，並保持不動
sight-glare =
    有反光。
    請將借閱證稍微傾斜
sight-dark =
    光線太暗，無法讀取。
    請轉向較亮的地方
sight-book =
    這是書上的條碼。
    請出示您的借閱證
sight-wrong_card =
    這似乎是其他圖書館的借閱證。
    請出示本館的借閱證
sight-wrong_code =
    這似乎不是借閱證的條碼。
    請出示您的借閱證
sight-two_cards = 請一次只出示一張借閱證
sight-left_lying =
    上一張借閱證還留在這裡。
    請先取走，再出示自己的借閱證
sight-read = 已讀取
sight-no_camera =
    鏡頭無法使用。
    請用數字鍵輸入借閱證號碼

## 密碼有誤
password-rule = { $shortest }到{ $longest }個半形英文字母與數字。大小寫視為不同字元。
password-too_short = 密碼太短。請設定{ $shortest }個字元以上。
password-too_long = 密碼太長。請設定在{ $longest }個字元以內。
password-wrong_characters = 密碼只能使用半形英文字母與數字。
password-not_equal = 兩次輸入的密碼不同。請重新輸入。
password-current_wrong = 目前的密碼似乎有誤。請重新輸入。

## 出生日期有誤
birth_date-not_a_date = 請依序輸入西元年4位、月2位、日2位。例：19850412

## 電子郵件
email-empty = 請輸入電子郵件地址。
email-not_half_width = 請使用半形英文字母、數字與符號。
email-comma = 含有「,」（逗號）。請改為「.」（點）。
email-two_dots = 有連續的「.」（點），無法寄信到此地址。請確認地址。
email-dot_before_at = 「@」前面有「.」（點），無法寄信到此地址。請確認地址。
email-misspelt_domain = 請確認「@」後面的拼字（docomo、softbank、gmail 等）。
email-not_an_address = 電子郵件地址的格式似乎不正確。請再確認一次。
email-declined_domain = 此地址可能收不到圖書館的郵件。請輸入其他地址。
email-not_equal = 兩次輸入的地址不同。請再確認一次。
email-saved = 已登記電子郵件地址。
email-saved-mail = 已登記電子郵件地址，並將寄出確認信。若未收到，請確認地址。
email-to_be_confirmed = 將寄出確認信。請在24小時內開啟信中的連結完成確認。
email-chosen = 已變更接收通知的地址。
email-mark-unconfirmed = 待確認
email-mark-undeliverable = 無法送達
email-mark-notices = 接收通知
email-note-unconfirmed = 請開啟郵件中的連結完成確認。
email-note-replacing = 若要改為「{ $address }」，請開啟郵件中的連結完成確認。
email-note-undeliverable = 郵件無法送達此地址。請變更或刪除。
email-deleted = 已刪除電子郵件地址。

## 通知方式
contact-needs-email = 須先登記電子郵件地址
contact-needs-phone_1 = 須先登記電話號碼
contact-needs-phone_2 = 須先登記第二個電話號碼
contact-needs-fax = 須先登記傳真號碼
contact-needs-hearing_registration = 限已登記聽覺障礙的讀者

## 系列依序預約
sequence-release-return = 歸還「{ $first }」後，我們會為您準備下一本「{ $second }」。
sequence-release-allocation = 取得「{ $first }」後，我們會為您保留下一本「{ $second }」。
sequence-release-never = { "" }
sequence-turn = 依序預約 { $place }/{ $size }：接下來準備這本
sequence-waits = 依序預約 { $place }/{ $size }：排在「{ $former }」之後

## 預約
hold-state-waiting = 預約中
hold-state-provisional = 暫定預約
hold-state-in_transit = 運往取書館中
hold-state-ready = 可以取書
hold-state-collected = 已取書
hold-state-cancelled = 已取消
hold-state-expired = 已過取書期限
hold-state-declined = 無法提供
hold-position = 約第{ $position }順位
hold-wait = 預計{ $earliest }至{ $latest }
hold-wait-day = 預計{ $earliest }前後
hold-provisional-note = 這是暫定預約，待圖書館受理後才算完成。
hold-expires = 取書期限：{ $date }
hold-declined-note = 因破損或遺失等原因，無法提供。請洽櫃檯。
hold-ended-note = 此紀錄會保留{ $days }天。
hold-cancelled = 已取消「{ $title }」的預約。
carried-daily = 從其他分館調至{ $branch }，需要數天。
carried-weekdays = 從其他分館調至{ $branch }需要一些時間。運送班次為每週{ $times }次（{ $weekdays }）。

## 借閱
loan-due = { $date }到期
loan-overdue = 逾期
loan-held = 有人預約
loan-was_renewed = 已續借
loan-renewed = 「{ $title }」已續借至{ $date }。

## 送出的結果
submission-not_placed = 預約未受理。
submission-not_placed-remedy = 連線中途中斷。預約籃的內容仍保留。請再送出一次。
submission-unknown = 無法確認預約是否已受理。
submission-unknown-remedy = 請稍後在「我的預約」確認，或洽詢櫃檯。

## 遇到問題時
trouble-ask-desk = 請洽詢櫃檯。
trouble-general = 操作未成功。
trouble-unreachable = 無法連線到圖書館的系統。
trouble-unreachable-remedy = 請稍候再試一次。
trouble-unreachable-typed = 您輸入的內容仍保留。請稍候再試一次。
trouble-too_many_attempts = 基於安全考量，暫時無法使用。請等候約{ $minutes }分鐘。
trouble-login_failed = 借閱證號碼或密碼似乎有誤。
trouble-login_failed-remedy = 您設定過密碼了嗎？請確認大小寫與半形。
trouble-identity_failed = 與圖書館登記的資料不符。
trouble-identity_failed-remedy = 請確認輸入的內容。未登記電話號碼或借閱證已過期者，請洽櫃檯。
trouble-card_expired = 借閱證已過期。
trouble-card_expired-remedy = 請至櫃檯辦理更新。
trouble-rights_insufficient = 臨時密碼無法使用此功能。
trouble-rights_insufficient-remedy = 請先變更密碼。
trouble-session_invalid = 因閒置過久，已自動登出。
trouble-session_invalid-remedy = 請重新出示借閱證。
trouble-registration_not_offered = 這台終端機無法設定密碼。
trouble-registration_not_offered-remedy = 請至櫃檯申請密碼。
trouble-registration_at_counter = 這台終端機只供忘記密碼的讀者重設密碼。
trouble-registration_at_counter-remedy = 首次使用者，請至櫃檯申請。
trouble-too_young = 您的年級還不能設定密碼。
trouble-too_young-remedy = 想預約時，請洽詢櫃檯。
trouble-terms_not_accepted = 請先同意使用條款。
trouble-terms_not_accepted-remedy = 請回到首頁，閱讀使用條款。
trouble-email_limit = 無法再登記更多電子郵件地址。
trouble-email_limit-remedy = 請刪除或變更不使用的地址。
trouble-email_declined_domain = 無法登記此服務的地址。
trouble-email_declined_domain-remedy = 請輸入其他電子郵件地址。
trouble-notices_go_to_all = 本館會將通知寄到所有已登記的地址。
trouble-notices_go_to_all-remedy = 請刪除不使用的地址。
trouble-key_reused = 預約未受理。
trouble-key_reused-remedy = 請再送出一次。
trouble-not_found = 找不到這筆館藏的資訊。
trouble-not_found-remedy = 請重新搜尋。

## 無法辦理的原因與替代方式
reason-on_shelf = 目前在架上（{ $branch } { $location } { $call_number }）。
remedy-on_shelf = 不必預約，可直接借閱。
reason-on_shelf_here = 目前就在本館架上（{ $location } { $call_number }）。
remedy-on_shelf_here = 請自行到書架取書。找不到時，請洽詢櫃檯。
reason-reference_only = 僅限館內閱覽，不外借。
remedy-reference_only = 請確認架位後，在館內閱覽。
reason-material_not_holdable = { $material }無法預約。
remedy-material_not_holdable = 在架上時，可直接借閱。
reason-newest_issue = 最新一期的雜誌無法預約。
remedy-newest_issue = 下一期出刊後即可預約。目前可在館內閱覽。
reason-not_owned = 本館未收藏。
remedy-not_owned = 可至櫃檯洽詢薦購或館際調借。
reason-no_loanable_item = 目前沒有可外借的館藏。
remedy-no_loanable_item = 請洽詢櫃檯。
reason-hold_limit = 每人最多可預約{ $limit }件。
remedy-hold_limit = 請先取消預約或取書，再重新申請。
reason-material_hold_limit = { $material }最多可預約{ $limit }件。
remedy-material_hold_limit = 請先取消預約或取書，再重新申請。
reason-already_held = 您已經預約了。
remedy-already_held = 可在「我的預約」查看。
reason-already_on_loan = 您正在借閱中。
remedy-already_on_loan = 可在「我的借閱」查看。
reason-overdue_loans = 您有逾期未還的館藏。
remedy-overdue_loans = 請先歸還逾期館藏，歸還後即可預約。
reason-card_expired = 借閱證已過期。
remedy-card_expired = 請至櫃檯辦理更新。
reason-temporary_password = 臨時密碼無法使用此功能。
remedy-temporary_password = 請先變更密碼。
reason-unknown_title = 找不到這筆館藏的資訊。
remedy-unknown_title = 請重新搜尋。
reason-pickup_not_offered = 無法選擇此取書館。
remedy-pickup_not_offered = 請選擇其他取書館。
reason-contact_not_offered = 無法選擇此通知方式。
remedy-contact_not_offered = 請選擇其他通知方式。
reason-contact_needs_email = 您尚未登記電子郵件地址。
remedy-contact_needs_email = 請在選單的「我的資料」登記，或選擇其他通知方式。
reason-contact_needs_phone = 您尚未登記此電話號碼。
remedy-contact_needs_phone = 請至櫃檯登記，或選擇其他通知方式。
reason-contact_needs_fax = 您尚未登記傳真號碼。
remedy-contact_needs_fax = 請至櫃檯登記，或選擇其他通知方式。
reason-contact_needs_hearing_registration = 此通知方式限已登記聽覺障礙的讀者。
remedy-contact_needs_hearing_registration = 請選擇其他通知方式。
reason-copy_needs_email = 預約內容郵件須先登記電子郵件地址。
remedy-copy_needs_email = 請選擇「不需要」，或在選單的「我的資料」登記電子郵件地址。
reason-sequences_not_offered = 本館不提供系列依序預約。
remedy-sequences_not_offered = 請逐本預約。
reason-hold_ready = 已可取書的預約，無法在此變更或取消。
remedy-hold_ready = 請洽櫃檯。
reason-hold_in_transit = 正運送至取書館，無法在此變更或取消。
remedy-hold_in_transit = 請洽櫃檯。
reason-hold_from_elsewhere = 這是向其他市町村調借的館藏，無法在此變更或取消。
remedy-hold_from_elsewhere = 請洽櫃檯。
reason-hold_ended = 此預約已結束。
remedy-hold_ended = 若要再借，請搜尋後重新預約。
reason-loan_limit = 一次最多可借{ $limit }件。
remedy-loan_limit = 歸還部分館藏後，即可再借。
reason-loan_overdue = 已逾期，無法續借。
remedy-loan_overdue = 請儘早歸還。
reason-other_loan_overdue = 您有其他逾期館藏，無法續借。
remedy-other_loan_overdue = 請先歸還逾期館藏。
reason-renewed_already = 只能續借一次。
remedy-renewed_already = 請如期歸還。
reason-held_by_others = 有其他讀者預約，無法續借。
remedy-held_by_others = 請如期歸還。
reason-material_not_renewable = 這類館藏無法續借。
remedy-material_not_renewable = 請如期歸還。
reason-loan_from_elsewhere = 這是向其他市町村調借的館藏，無法續借。
remedy-loan_from_elsewhere = 請如期歸還。

## Screen: keyboard
keyboard-erase = 刪除
keyboard-clear = 清空
keyboard-space = 空格
keyboard-enter = 確定
keyboard-shift = 大寫
keyboard-layout-kana = かな
keyboard-layout-letters = ABC
keyboard-layout-digits = 123
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = 羅馬字
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = 可選的漢字會顯示在這裡
keyboard-more-candidates = 更多

## Screen: idle overlay
idle-title = 您還在使用嗎？
idle-note = 若未繼續，輸入的內容將會清除，並回到首頁。
idle-seconds = { $seconds }秒
idle-continue = 繼續

## Screen: forms
form-next-field = 下一欄
form-show-secrets = 顯示文字
form-hide-secrets = 隱藏文字

## Screen: login
login-title = 請出示借閱證
login-title-password = 請輸入密碼
login-for-holds = 預約籃的內容仍為您保留。
login-keyed = 也可以輸入借閱證號碼
login-keyed-offered = 若無法讀取，請在此輸入借閱證號碼
login-keyed-only = 請在此輸入借閱證號碼
login-camera-starting = 鏡頭啟動中。也可以直接輸入號碼。
login-card-read = 已確認借閱證。
login-change-card = 使用其他借閱證
login-register = 設定密碼（首次使用、忘記密碼）
login-next = 下一步
login-submit = 登入

## Screen: confirm
confirm-title = 確定要預約以下內容嗎？
confirm-count = 預約館藏：{ $count }件
confirm-pickup = 取書館
confirm-contact = 通知方式
confirm-provisional = 這是「暫定預約」，待圖書館受理後才算完成。
confirm-change-cart = 修改館藏
confirm-change-pickup = 修改取書與通知
confirm-submit = 送出預約

## Screen: done
done-title-all = 預約完成
done-title-provisional = 已送出預約申請
done-title-some = 部分館藏無法預約
done-title-none = 無法預約
done-accepted = 已受理
done-provisional = 暫定預約
done-refused = 未能受理
done-pickup = 取書館
done-contact = 通知方式
done-see-holds = 我的預約
done-search = 繼續找書
done-log-out = 結束（登出）

## Screen: menu
menu-title = 我的選單
menu-loans = 我的借閱
menu-holds = 我的預約
menu-account = 我的資料
menu-search = 搜尋館藏
menu-no-loans = 目前沒有借閱
menu-loan-count = 借閱中：{ $count }件
menu-overdue = 逾期：{ $count }件
menu-hold-count = { $count }件（還可預約{ $left }件）
menu-hold-count-full = { $count }件（已達上限）
menu-ready = 可取書：{ $count }件
menu-account-note = 密碼、電子郵件
menu-search-note = 找書並預約
menu-log-out = 結束（登出）

## Screen: loans
loans-title = 我的借閱
loans-count = { $count }件
loans-empty = 目前沒有借閱
loans-empty-note = 您借閱的館藏與到期日會顯示在這裡。
loans-renew = 續借
loans-menu = 回選單

## Screen: holds
holds-title = 我的預約
holds-count = 進行中的預約{ $count }件（最多{ $limit }件）
holds-ended = ，已結束{ $count }件
holds-count-by-material = 進行中的預約{ $count }件（最多{ $limits }）
holds-limit-of = { $materials }{ $limit }件
holds-limit-and = ，
holds-empty = 目前沒有預約
holds-empty-note = 您可以搜尋借出中的館藏來預約。
holds-cancel = 取消
holds-change = 變更
holds-pickup = 取書：{ $branch }
holds-contact = 通知：{ $contact }
hold-order-save = 儲存順序
holds-menu = 回選單
holds-cancel-title = 要取消這筆預約嗎？
holds-cancel-note = 重新預約時，會排到最後一位。
holds-confirm-cancel = 取消預約
holds-keep = 不取消

## Screen: lists
list-place = 第{ $first }～{ $last }件（共{ $total }件）
list-next = 下一頁
list-previous = 上一頁

## Screen: account
account-title = 我的資料
account-temporary = 您正在使用臨時密碼。請改為自己的密碼。
account-password = 變更密碼
account-password-note = 將目前的密碼改為新密碼。
account-emails = 電子郵件地址
account-emails-note = { $count ->
    [0] 尚未登記。
   *[other] 已登記{ $count }個。
 }
account-delete-password = 刪除密碼
account-delete-note = 停止使用預約與我的選單。
account-delete-title = 要刪除密碼嗎？
account-delete-warning = 刪除後，須重新設定密碼，才能使用預約與我的選單。
account-confirm-delete = 刪除
account-keep = 不刪除
account-menu = 回選單

## Screen: password_change
password-change-title = 變更密碼
password-change-temporary = 請先將臨時密碼改為自己的密碼。
password-change-submit = 變更
password-change-done = 密碼已變更
password-change-done-note = 下次請使用新密碼。
password-change-finish = 下一步

## Screen: emails
emails-delete-title = 要刪除這個電子郵件地址嗎？
emails-delete-note = 刪除後，通知將不再寄到此地址。
emails-keep = 不刪除
emails-title = 電子郵件地址
emails-none = 尚未登記電子郵件地址
emails-note = 預約的館藏到館時，可以用電子郵件通知您。
emails-add = 登記電子郵件
emails-change = 變更
emails-delete = 刪除
emails-choose = 設為接收通知
emails-edit-title = 新的電子郵件地址
emails-edit-note = 為避免輸入錯誤，請輸入兩次相同的地址。
emails-submit = 登記
emails-account = 回我的資料

## Screen: register_terms
register-terms-title = 設定密碼
register-terms-lead = 設定密碼前，請先閱讀使用條款。
register-terms-agree = 我同意
register-terms-accept = 接受

## Screen: register_identity
register-identity-title = 確認身分
register-identity-lead = 我們會核對您辦證時登記的資料。
register-identity-submit = 下一步

## Screen: register_password
register-password-title = 新密碼
register-password-lead = 請輸入兩次相同的密碼。
register-password-submit = 送出

## Screen: register_done
register-done-title = 密碼設定完成
register-done-note = 請牢記密碼，並避免讓他人知道。
register-done-for-holds = 登入後，可繼續預約。
register-done-log-in = 登入
register-to-confirm-title = 將寄出確認信
register-to-confirm-note = 設定尚未完成。請在24小時內開啟郵件中的連結完成確認。確認後，即可用新密碼登入。
register-to-confirm-desk = 在此之前仍可使用原密碼。若未收到郵件，請洽詢櫃檯。

## Screen: out_of_service
out-of-service-title = 目前暫停服務
out-of-service-note = 無法連線到圖書館的系統。恢復連線後，會自動繼續服務。
out-of-service-desk = 如有急需，請洽櫃檯。
out-of-service-starting = 準備中
out-of-service-starting-note = 請稍候。

## Screen: bars
bar-search = 搜尋
bar-cart = 預約籃
bar-menu = 我的選單
bar-log-in = 登入
bar-log-out = 登出
bar-finish = 結束
bar-back = 返回
language-ja = 日本語
language-ja-easy = やさしい日本語
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = 再試一次

## Screen: stepper
stepper-cart = 預約籃
stepper-pickup = 取書與通知
stepper-login = 登入
stepper-confirm = 確認
stepper-done = 完成

## Screen: rest
rest-title = 找書
rest-search = 請輸入書名或作者
rest-search-note = 借出中的書也可以在此預約
rest-shelves = 瀏覽書架
rest-shelves-note = 新書、本月熱門、分類
rest-children = 兒童圖書
rest-children-note = 繪本、故事、知識
rest-card = 出示借閱證
rest-card-note = 查詢借閱與預約、續借、取消
rest-register = 設定密碼
rest-register-note = 首次使用或忘記密碼

## Screen: search
search-title = 您想找什麼？
search-submit = 搜尋
search-submit-childrens = 搜尋兒童圖書
search-more-fields = 其他欄位
search-first-fields = 收合
search-browse = 瀏覽書架
search-help = 輸入時，這裡會列出書名、人名與主題。點選即可搜尋。
search-help-words = 輸入多個詞時，請用空格隔開。
search-nothing-suggested = 沒有以此開頭的名稱。也可以直接搜尋。
suggestion-title = 書名
suggestion-creator = 人名
suggestion-subject = 主題

## Screen: results
results-title = 「{ $query }」的搜尋結果
results-count = { $total }筆
results-all = 搜尋結果
results-place = 第{ $first }～{ $last }筆／共{ $total }筆
results-near = 您是不是要找
results-near-title = 找不到「{ $query }」
results-near-shown = 您是不是要找… 以下是「{ $near }」的搜尋結果
results-change = 更改搜尋詞或條件
results-without-filters = 清除所有篩選
results-everywhere = 搜尋所有欄位
results-only-word = 只搜尋「{ $word }」
results-narrow = 篩選與排序
results-narrowed = { $count }項篩選
results-sort = 排序
results-clear-filters = 清除篩選
results-see = 查看{ $total }筆
sort-relevance = 依相關程度
sort-newest = 由新到舊
sort-title = 依書名
sort-creator = 依作者
filter-now = 條件
filter-branch = 圖書館
filter-material = 館藏類型
filter-year = 出版年
filter-decade = { $year }年代
filter-count = { $name } { $count }
available = 目前在架上
childrens = 適合兒童
results-empty = 找不到符合的館藏
results-empty-note = 請縮短搜尋詞，或改用其他詞。也可以用平假名搜尋。
results-again = 重新搜尋

## Screen: detail
detail-add = 放入預約籃
detail-to-cart = 查看預約籃
detail-proceed = 前往預約
detail-add-series = 全{ $count }冊依序放入預約籃
detail-items = 館藏
detail-series = 同系列
detail-no-items = 本館未收藏
detail-slip = 索書號：在這個書架上
detail-slip-away = 索書號：平時的書架
detail-map = 書架位置圖
detail-phone = 帶到手機
detail-phone-title = 帶到手機
detail-phone-note = 請用手機相機對準這個圖案，即可帶走書名與書架位置。
detail-map-awaited = 正在準備位置圖
detail-map-failed = 無法顯示位置圖
detail-map-instead = 請記下索書號，洽詢櫃檯。
detail-here = 目前位置
detail-close = 關閉
detail-facts = 詳細資訊
detail-not-holdable = 這筆館藏無法預約

## Screen: cart
cart-title = 預約籃
cart-note = 尚未完成預約。請按「下一步」繼續申請。
cart-empty = 預約籃是空的
cart-empty-note = 在館藏畫面按「放入預約籃」，就會加到這裡。
cart-search = 搜尋館藏
cart-remove = 移除
cart-order = 依序預約
cart-order-note = 請依想閱讀的順序點選
cart-order-all = 依冊次排序
cart-order-finish = 使用此順序
cart-order-drop = 不排順序
cart-count = 將申請{ $count }件
cart-submit = 下一步

## Screen: pickup
pickup-title = 取書與通知方式
pickup-branch = 取書館
pickup-contact = 通知方式
pickup-copy = 預約內容郵件
pickup-copy-yes = 需要
pickup-copy-no = 不需要
pickup-copy-note = 將申請內容以電子郵件寄給您
pickup-no-contact = 沒有可選擇的通知方式。
pickup-no-contact-email = 請先登記電子郵件地址。按「返回」可繼續預約。
pickup-register-email = 登記電子郵件
pickup-change-title = 變更預約
pickup-submit = 下一步
pickup-save = 變更

## Screen: bookshelf
bookshelf-name = 我的書架
bookshelf-menu-note = 收藏之後想閱讀的館藏
bookshelf-keep = 放入{ bookshelf-name }
bookshelf-open = 查看{ bookshelf-name }
bookshelf-count = { $count }件
bookshelf-kept_on = { $date }放入
bookshelf-to-cart = 放入預約籃
bookshelf-in-cart = 已在預約籃
bookshelf-take-out = 移除
bookshelf-taken_out = 已移除「{ $title }」。
bookshelf-put-back = 復原
bookshelf-empty = { bookshelf-name }是空的
bookshelf-empty-note = 在館藏畫面按「{ bookshelf-keep }」，就會加到這裡。
bookshelf-history = 借閱紀錄
bookshelf-goal = 閱讀馬拉松
bookshelf-menu = 回選單
bookshelf-back = 回{ bookshelf-name }
awaiting-bookshelf = 正在查詢{ bookshelf-name }…
awaiting-bookshelf-keep = 正在放入{ bookshelf-name }…
trouble-bookshelf_not_offered = 本館不提供{ bookshelf-name }。
trouble-bookshelf_full = { bookshelf-name }已滿。
trouble-bookshelf_full-remedy = 請先移除已讀完的，再試一次。

## Screen: reading_history
reading-history-title = 保存借閱紀錄
reading-history-off = 目前設定為「不保存」
reading-history-explain-what = 選擇「保存」後，會記錄今後借閱的書名與借閱日。過去的借閱不會記錄。
reading-history-explain-who = 紀錄只屬於您本人，圖書館員無法查看。
reading-history-explain-end = 隨時可以改回「不保存」。改回後，所有紀錄會立即刪除。
reading-history-begin = 保存
reading-history-lent_on = 借閱日 { $date }
reading-history-count = { $count }件
reading-history-empty = 還沒有紀錄
reading-history-empty-note = 今後借閱的館藏會加到這裡。
reading-history-delete = 刪除
reading-history-clear = 全部刪除
reading-history-stop = 改為「不保存」
reading-history-begun = 已設為「保存」。今後借閱的館藏會記錄下來。
reading-history-stopped = 已改為「不保存」。所有紀錄已刪除。
reading-history-deleted = 已刪除紀錄。
reading-history-entry-title = 要刪除這筆紀錄嗎？
reading-history-entry-note = 刪除後無法復原，也不再計入閱讀馬拉松的冊數。
reading-history-entry-do = 刪除
reading-history-entry-keep = 不刪除
reading-history-clear-title = 要刪除所有紀錄嗎？
reading-history-clear-note = 刪除後無法復原。今後借閱的館藏仍會繼續記錄。
reading-history-clear-do = 全部刪除
reading-history-clear-keep = 不刪除
reading-history-stop-title = 要停止保存借閱紀錄嗎？
reading-history-stop-note = 所有紀錄與閱讀馬拉松的目標會立即刪除，無法復原。
reading-history-stop-do = 停止並刪除
reading-history-stop-keep = 不停止
awaiting-reading-history = 正在查詢紀錄…
trouble-history_not_offered = 本館不提供借閱紀錄保存。
trouble-history_consent_needed = 請先將借閱紀錄設為「保存」。
trouble-history_consent_needed-remedy = 可在{ bookshelf-name }的「{ bookshelf-history }」變更。

## Screen: reading_goal
reading-goal-title = 閱讀馬拉松
reading-goal-lead = 訂下目標冊數與期間，享受閱讀的樂趣。
reading-goal-needs-history = 請先將借閱紀錄設為「保存」
reading-goal-needs-history-note = 達成冊數依保存的借閱紀錄計算。
reading-goal-to-history = 前往借閱紀錄
reading-goal-months = { $months ->
    [12] 1年
   *[other] { $months }個月
 }
reading-goal-period = { $first } ～ { $last }
reading-goal-period-label = 從今天起
reading-goal-submit = 設定此目標
reading-goal-borrowed = { $count }冊
reading-goal-titles = 目標 { $count }冊
reading-goal-left = 還差{ $count }冊
reading-goal-reached = 已達成目標
reading-goal-over = 期間已結束。距離目標還差{ $count }冊。
reading-goal-so-far = 已借閱的館藏
reading-goal-edit = 變更目標
reading-goal-give-up = 放棄目標
reading-goal-give-up-title = 要放棄目標嗎？
reading-goal-give-up-note = 只會刪除目標，借閱紀錄仍會保留。
reading-goal-keep = 不放棄
reading-goal-set = 目標已設定。
reading-goal-wrong_number = 請輸入1到{ $limit }的數字。
field-goal_titles = 目標冊數
hint-goal_titles = 例：20
awaiting-reading-goal = 正在查詢目標…
trouble-reading_goal_not_offered = 本館不提供閱讀馬拉松。
trouble-reading_goal_invalid = 無法設定此目標。
trouble-reading_goal_invalid-remedy = 請確認冊數與期間。

## Screen: shelves
shelves-title = 瀏覽書架
shelves-entrance = 瀏覽書架
awaiting-shelves = 正在查看書架…
shelves-here = 本館的書
shelves-everywhere = 各分館的書
shelves-new = 新書
shelves-popular = 本月熱門
shelves-search = 用詞語搜尋
shelves-count = { $count }筆
shelves-place = 第{ $first }～{ $last }筆（共{ $total }筆）
shelves-all = { $total }筆
shelves-previous = 左邊的書
shelves-next = 右邊的書
shelves-empty = 這個書架上沒有書
shelves-empty-note = 點選「各分館的書」，可以瀏覽其他分館的書。

## Screen: children
children-entrance = 兒童圖書
children-picture_books = 繪本
children-picture_books-note = 看圖說故事
children-topic-9 = 故事
children-topic-9-note = 童話和小說
children-topics = 找知識
children-topics-note = 動物、交通工具、宇宙…
children-new = 新書
children-new-note = 最近剛到圖書館
children-popular = 熱門的書
children-popular-note = 這個月大家最常借
children-search = 搜尋
children-retry = 再試一次
children-search-note = 用日文五十音輸入
children-search-sample = あ い う え お
children-topic-0 = 電腦、百科
children-topic-1 = 心情、思考
children-topic-2 = 歷史、世界
children-topic-28 = 名人傳記
children-topic-3 = 生活、社會
children-topic-38 = 民間故事
children-topic-4 = 自然、數學
children-topic-44 = 宇宙、星星
children-topic-45 = 恐龍、地球
children-topic-47 = 花、植物
children-topic-48 = 動物、昆蟲
children-topic-49 = 身體、疾病
children-topic-5 = 汽車、機械
children-topic-59 = 料理、手工藝
children-topic-6 = 電車、工作
children-topic-7 = 音樂、勞作
children-topic-78 = 運動
children-topic-8 = 語言、漢字
children-all = { $total }本
children-here = 這間圖書館
children-everywhere = 所有圖書館
children-place = 第{ $first }～{ $last }本（共{ $total }本）
children-previous = 上一頁
children-next = 下一頁
children-on_shelf = 在書架上
children-on_loan = 被借走了
children-in_library_only = 可在圖書館裡看
children-unavailable = 現在不能看
children-empty = 這裡還沒有書
children-empty-note = 點「所有圖書館」，可以看到其他圖書館的書。
children-trouble = 連線不太順利
children-trouble-remedy = 請等一下，再點一次。需要幫忙時，請找圖書館的人。
awaiting-children = 正在找書…

## 日本十進分類法（NDC）的類與綱
ndc-0 = 知識、資訊
ndc-0-note = 百科全書、電腦、圖書館
ndc-00 = 總論
ndc-01 = 圖書館
ndc-02 = 圖書與出版
ndc-03 = 百科全書
ndc-04 = 論文集、演講集
ndc-05 = 年鑑、連續出版品
ndc-06 = 團體、博物館
ndc-07 = 新聞、傳播
ndc-08 = 叢書、全集
ndc-09 = 地方文獻、珍本
ndc-1 = 心靈、思想
ndc-1-note = 哲學、心理學、宗教
ndc-10 = 哲學
ndc-11 = 哲學各論
ndc-12 = 東方思想
ndc-13 = 西方哲學
ndc-14 = 心理學
ndc-15 = 倫理、道德
ndc-16 = 宗教
ndc-17 = 神道教
ndc-18 = 佛教
ndc-19 = 基督宗教、猶太教
ndc-2 = 歷史、地理
ndc-2-note = 歷史、傳記、旅遊
ndc-20 = 世界史、文化史
ndc-21 = 日本史
ndc-22 = 亞洲史
ndc-23 = 歐洲史
ndc-24 = 非洲史
ndc-25 = 北美洲史
ndc-26 = 南美洲史
ndc-27 = 大洋洲、極地史
ndc-28 = 傳記
ndc-29 = 地理、旅遊
ndc-3 = 社會
ndc-3-note = 政治、經濟、教育、風俗
ndc-30 = 社會科學
ndc-31 = 政治
ndc-32 = 法律
ndc-33 = 經濟
ndc-34 = 財政
ndc-35 = 統計
ndc-36 = 社會、福利
ndc-37 = 教育
ndc-38 = 風俗、民俗
ndc-39 = 國防、軍事
ndc-4 = 自然、醫學
ndc-4-note = 數學、宇宙、動植物、健康
ndc-40 = 自然科學
ndc-41 = 數學
ndc-42 = 物理學
ndc-43 = 化學
ndc-44 = 天文、宇宙
ndc-45 = 地球、氣象
ndc-46 = 生物
ndc-47 = 植物
ndc-48 = 動物
ndc-49 = 醫學、健康
ndc-5 = 技術、生活
ndc-5-note = 機械、建築、料理、手工藝
ndc-50 = 技術、工程
ndc-51 = 土木
ndc-52 = 建築
ndc-53 = 機械
ndc-54 = 電機、電子
ndc-55 = 船舶、海洋
ndc-56 = 金屬、礦業
ndc-57 = 化學工業
ndc-58 = 製造業
ndc-59 = 家政、料理、育兒
ndc-6 = 產業
ndc-6-note = 農業、園藝、商業、交通
ndc-60 = 產業
ndc-61 = 農業
ndc-62 = 園藝、造園
ndc-63 = 蠶絲業
ndc-64 = 畜牧、獸醫
ndc-65 = 林業、狩獵
ndc-66 = 漁業
ndc-67 = 商業
ndc-68 = 交通、觀光
ndc-69 = 通訊、廣播
ndc-7 = 藝術、運動
ndc-7-note = 美術、音樂、電影、運動
ndc-70 = 藝術、美術
ndc-71 = 雕塑
ndc-72 = 繪畫、書法、漫畫
ndc-73 = 版畫
ndc-74 = 攝影、印刷
ndc-75 = 工藝
ndc-76 = 音樂、舞蹈
ndc-77 = 戲劇、電影
ndc-78 = 運動
ndc-79 = 茶道、娛樂
ndc-8 = 語言
ndc-8-note = 日語、英語、各國語言
ndc-80 = 語言
ndc-81 = 日語
ndc-82 = 中文、亞洲語言
ndc-83 = 英語
ndc-84 = 德語等
ndc-85 = 法語等
ndc-86 = 西班牙語、葡萄牙語
ndc-87 = 義大利語等
ndc-88 = 俄語等
ndc-89 = 其他語言
ndc-9 = 文學
ndc-9-note = 小說、詩、散文
ndc-90 = 文學
ndc-91 = 日本文學
ndc-92 = 中國、亞洲文學
ndc-93 = 英美文學
ndc-94 = 德國文學等
ndc-95 = 法國文學等
ndc-96 = 西班牙、葡萄牙文學
ndc-97 = 義大利文學等
ndc-98 = 俄國文學等
ndc-99 = 其他文學

## Screen: comfort
bar-comfort = 易讀設定
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = 易讀、易聽設定
comfort-note = 只在您這次使用時有效
comfort-reset = 還原
comfort-close = 完成
comfort-text_size = 文字大小
comfort-text_size-standard = 標準
comfort-text_size-large = 大
comfort-text_size-largest = 特大
comfort-is_high_contrast = 畫面顏色
comfort-is_high_contrast-usual = 標準
comfort-is_high_contrast-other = 黑底白字
comfort-is_low = 畫面位置
comfort-is_low-usual = 標準
comfort-is_low-other = 移到下方
comfort-is_unhurried = 時間
comfort-is_unhurried-usual = 標準
comfort-is_unhurried-other = 慢慢使用
comfort-is_spoken = 語音導引
comfort-is_spoken-usual = 關閉
comfort-is_spoken-other = 用耳機聆聽
comfort-speaks_passwords = 朗讀密碼
comfort-speaks_passwords-usual = 不朗讀
comfort-speaks_passwords-other = 朗讀
comfort-has_sounds = 提示音
comfort-has_sounds-usual = 開啟
comfort-has_sounds-other = 關閉
comfort-has_motion = 畫面動態
comfort-has_motion-usual = 開啟
comfort-has_motion-other = 關閉

## Screen: rest, the day
rest-new = 新書
today-hours = 開館時間 { $opens }～{ $closes }
today-open = 今天開館
today-closed = 今天休館
today-closed-until = 今天休館。下次開館日：{ $date }

## 語音導引（只用按鍵操作時）
spoken-welcome = 為您語音引導。用方向鍵移動，用 OK 鍵選擇，用斜線鍵返回，用星號鍵再聽一次。
spoken-pause = { "。" }
spoken-button = 按鈕
spoken-field = 輸入欄
spoken-row = 列
spoken-choice = 選項
spoken-check = 勾選框
spoken-on = 已選取
spoken-off = 未選取
spoken-unavailable = 目前無法使用
spoken-place = 共{ $total }項，第{ $number }項
spoken-empty = 空白
spoken-masked = { $count }個字元
spoken-cleared = 已全部刪除
spoken-erased = 已刪除，{ $text }
spoken-erased-masked = 已刪除一個字元
spoken-capital = 大寫{ $letter }
spoken-small-kana = 小寫假名{ $kana }
spoken-katakana = 片假名{ $kana }
spoken-sign-space = 空格
spoken-sign-hyphen = 連字號
spoken-sign-dot = 點
spoken-sign-colon = 冒號
spoken-sign-apostrophe = 撇號
spoken-sign-ampersand = and 符號
spoken-sign-plus = 加號
spoken-sign-hash = 井號
spoken-sign-slash = 斜線
spoken-sign-comma = 逗號
spoken-sign-exclamation = 驚嘆號
spoken-sign-at = 小老鼠
spoken-sign-dollar = 錢字號
spoken-sign-underscore = 底線
spoken-sign-long = 長音符號
spoken-sign-middle-dot = 間隔號
spoken-key-dakuten = 濁音
spoken-key-handakuten = 半濁音
spoken-key-small = 改為小寫假名
spoken-key-script = 切換平假名與片假名
spoken-key-left = 游標向左
spoken-key-right = 游標向右
spoken-name-rows-up = 上一頁
spoken-name-rows-down = 下一頁
spoken-name-toggle = 申請
spoken-name-shelf-rail = 書架上的位置
spoken-awaited-row = 讀取中
spoken-rows = 共{ $total }筆，第{ $first }到第{ $last }筆
spoken-results = { $total ->
    [0] 找不到符合的館藏
   *[other] 找到{ $total }筆
 }
spoken-offered = 有{ $count }個建議名稱
spoken-cart = 預約籃中有{ $count }件
spoken-idle = { $seconds }秒後結束。要繼續，請按任意鍵
spoken-seconds = 還有{ $seconds }秒
spoken-volume = 音量{ $percent }
spoken-edge = 到此為止
spoken-no-way-back = 無法再返回
