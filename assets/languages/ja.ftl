### 日本語。すべての文の見出し語(message id)はこのファイルにあります。新しい言語は、このファイルを写して訳した一つのファイルです。

## 日付（$month と $day は数。月や日の呼び方が変わる言語は、それで選びます）
month = { $month }月
date = { month }{ $day }日（{ $weekday }）
weekday-0 = 月
weekday-1 = 火
weekday-2 = 水
weekday-3 = 木
weekday-4 = 金
weekday-5 = 土
weekday-6 = 日
weekday-and = ・
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

## 資料の種類
material-book = 本
material-picture_book = 絵本
material-magazine = 雑誌
material-kamishibai = 紙芝居
material-cd = CD
material-dvd = DVD
material-video = ビデオ
material-cassette = カセットテープ

## 所在(検索結果)
availability-on_shelf = 棚にあります
availability-on_loan = { $holds ->
    [0] 貸出中
   *[other] 貸出中 予約{ $holds }人
 }
availability-in_library_only = 館内のみ
availability-unavailable = ご利用いただけません
availability-on_shelf-elsewhere = ほかの館の棚にあります
availability-not-owned = この図書館にはありません

## 所蔵(一冊ずつ)
item-on_shelf = 棚にあります
item-on_loan = 貸出中
item-on_loan-until = 貸出中 { $date }まで
item-hold_shelf = 予約の取り置き中
item-in_transit = ほかの館へ運んでいます
item-missing = 所在を調べています
item-in_repair = 修理中
item-reference_only = 館内でお読みください
item-of-several = { $state } { $total }冊中{ $count }冊

## 書誌の項目
fact-reading = 読み
fact-reading-derived = { $reading }（読みは自動でつけました）
fact-publisher = 出版社
fact-published = 出版年
fact-material = 種類
fact-ndc = 分類（NDC）
fact-isbn = ISBN
fact-subjects = テーマ（件名）
fact-note = 注記

## 検索
search-in-any = すべて
search-in-title = 書名
search-in-creator = 著者
search-in-publisher = 出版社
search-in-subject = テーマ
search-in-isbn = ISBN
search-in-ndc = 分類（NDC）
search-in-call_number = 請求記号
field-query = さがす言葉
hint-query = 書名や著者名を、かなでも入れられます

## 待っているあいだ
awaiting-search = さがしています…
awaiting-title = くわしい情報を準備しています…
awaiting-login = 確認しています…
awaiting-menu = ご利用状況を確認しています…
awaiting-loans = お借りになっている資料を確認しています…
awaiting-holds = 予約の状況を確認しています…
awaiting-renewal = 延長しています…
awaiting-cancel = 取り消しています…
awaiting-change = 変更しています…
awaiting-delete = 削除しています…
awaiting-identity = ご登録の内容を確認しています…
awaiting-submission = 予約を申し込んでいます。このままお待ちください…

## 入力
field-card_number = カード番号
hint-card_number = バーコードの下の数字
field-password = パスワード
field-new_password = 新しいパスワード

field-password_again = パスワード（もう一度）
field-new_password_again = 新しいパスワード（もう一度）
field-current_password = 現在のパスワード
field-birth_date = 生年月日（西暦8けた）
field-birth_date-typed = 生年月日 { $date }
hint-birth_date = 例 19850412 または 昭600412
field-phone = 電話番号
hint-phone = カードを作ったときの番号を、数字だけで
field-name_kana = お名前（カナ）
field-email = メールアドレス
field-email_again = メールアドレス（もう一度）

## カード番号の誤り
card-empty = カード番号を入れてください。
card-not_digits = カード番号は、数字だけを入れてください。
card-wrong_character = カード番号に使われない文字があります。バーコードの下の番号をお確かめください。
card-wrong_length = カード番号は{ $digits }けたです。もう一度お確かめください。
card-wrong_prefix = この図書館のカード番号ではないようです。バーコードの下の数字をお確かめください。
card-wrong_check_digit = 数字に間違いがあるようです。もう一度お確かめください。
card-wrong_symbology = この図書館のカードではないようです。この図書館のカードを見せてください。
card-wrong_start_stop = 番号の初めと終わりの英字も、カードのとおりに入れてください。

## カメラ
sight-nothing = カードのバーコードを、カメラに見せてください
sight-code_seen = 読み取っています。そのまま動かさずに…
sight-too_far = もう少し、カメラに近づけてください
sight-blurred =
    ぼやけています。
    少し離して、動かさずに見せてください
sight-glare =
    光が反射しています。
    カードを少し傾けてください
sight-dark =
    暗くて読み取れません。
    明るいほうへ向けてください
sight-book =
    これは本のバーコードです。
    図書館カードを見せてください
sight-wrong_card =
    ほかの図書館のカードのようです。
    この図書館のカードを見せてください
sight-wrong_code =
    これは図書館カードのバーコードではないようです。
    カードを見せてください
sight-two_cards = カードは1枚だけ見せてください
sight-left_lying =
    前のカードが残っています。
    いちど取ってから、自分のカードを見せてください
sight-read = 読み取りました
sight-no_camera =
    カメラが使えません。
    カードの番号を、数字のキーで入れてください

## パスワードの誤り
password-rule = 半角の英字と数字で、{ $shortest }文字から{ $longest }文字までです。大文字と小文字は、別の文字になります。
password-too_short = パスワードが短すぎます。{ $shortest }文字以上にしてください。
password-too_long = パスワードが長すぎます。{ $longest }文字以内にしてください。
password-wrong_characters = パスワードに使えるのは、半角の英字と数字だけです。
password-not_equal = 2つのパスワードが違っています。もう一度入れてください。
password-current_wrong = 現在のパスワードが違うようです。もう一度入れてください。

## 生年月日の誤り
birth_date-not_a_date = 西暦の年4けた・月2けた・日2けたで入れてください。例 19850412 または 昭600412

## メールアドレス
email-empty = メールアドレスを入れてください。
email-not_half_width = メールアドレスは、半角の英字・数字・記号で入れてください。
email-comma = 「,」（カンマ）が入っています。「.」（ドット）に直してください。
email-two_dots = 「.」（ドット）が続いています。このアドレスにはメールを送れません。アドレスをお確かめください。
email-dot_before_at = 「@」の直前に「.」（ドット）があります。このアドレスにはメールを送れません。アドレスをお確かめください。
email-misspelt_domain = 「@」の後ろのつづりをお確かめください（docomo、softbank、gmail など）。
email-not_an_address = メールアドレスの形になっていないようです。もう一度お確かめください。
email-declined_domain = このアドレスは登録できません。図書館からのメールが届かないことがあるためです。ほかのアドレスを入れてください。
email-not_equal = 2つのメールアドレスが違っています。もう一度お確かめください。
email-saved = メールアドレスを登録しました。
email-saved-mail = メールアドレスを登録しました。確認のメールをお送りします。届かないときは、アドレスをお確かめください。
email-to_be_confirmed = 確認のメールをお送りします。24時間以内に、メールのリンクを開いて確定してください。
email-chosen = お知らせを送るアドレスを変えました。
email-mark-unconfirmed = 確認待ち
email-mark-undeliverable = 届きません
email-mark-notices = お知らせ先
email-note-unconfirmed = 届いたメールのリンクを開いて、確定してください。
email-note-replacing = 「{ $address }」に変えるには、届いたメールのリンクを開いて、確定してください。
email-note-undeliverable = このアドレスには、メールが届きませんでした。変更するか、削除してください。
email-deleted = メールアドレスを削除しました。

## 連絡方法
contact-needs-email = メールアドレスの登録が必要です
contact-needs-phone_1 = 電話番号の登録が必要です
contact-needs-phone_2 = 2つめの電話番号の登録が必要です
contact-needs-fax = FAX番号の登録が必要です
contact-needs-hearing_registration = 聴覚障害の登録がある方のみ

## 順番予約
sequence-release-return = 「{ $first }」を返却されると、次の「{ $second }」をご用意します。
sequence-release-allocation = 「{ $first }」が確保されると、次の「{ $second }」を確保します。
sequence-release-never = { "" }
sequence-turn = 順番予約 { $size }冊中{ $place }番目 次にご用意するのはこの巻です
sequence-waits = 順番予約 { $size }冊中{ $place }番目 「{ $former }」の次にご用意します

## 予約
hold-state-waiting = 予約中
hold-state-provisional = 仮予約
hold-state-in_transit = 受取館へ運んでいます
hold-state-ready = ご用意できました
hold-state-collected = 貸出済み
hold-state-cancelled = 取り消し
hold-state-expired = 取り置き期限が過ぎました
hold-state-declined = ご用意できません
hold-position = 順番 { $position }番目（目安）
hold-wait = { $earliest }〜{ $latest }ごろの見込み
hold-wait-day = { $earliest }ごろの見込み
hold-provisional-note = 仮予約です。図書館が受け付けると、確定します。
hold-expires = 取り置き期限 { $date }まで
hold-declined-note = 汚れ、破れ、紛失などのため、ご用意できなくなりました。カウンターにおたずねください。
hold-ended-note = この表示は{ $days }日間残ります。
hold-cancelled = 「{ $title }」の予約を取り消しました。
carried-daily = ほかの館から{ $branch }へ運ぶ資料は、届くまで日数がかかります。
carried-weekdays = ほかの館から{ $branch }へ運ぶ資料は、届くまでお時間がかかります。連絡便は週{ $times }回（{ $weekdays }曜日）です。

## 貸出
loan-due = { $date }まで
loan-overdue = 延滞
loan-held = 予約あり
loan-was_renewed = 延長済み
loan-renewed = 「{ $title }」を{ $date }まで延長しました。

## 送信の結果
submission-not_placed = 予約は受け付けられていません。
submission-not_placed-remedy = 途中で通信が切れました。カートの中身はそのままです。もう一度お申し込みください。
submission-unknown = 予約が受け付けられたかどうか、確認できませんでした。
submission-unknown-remedy = しばらくして「予約状況一覧」でお確かめいただくか、カウンターにおたずねください。

## 困ったとき
trouble-ask-desk = カウンターにおたずねください。
trouble-general = うまくいきませんでした。
trouble-unreachable = 図書館のコンピューターにつながりません。
trouble-unreachable-remedy = 少し待って、もう一度お試しください。
trouble-unreachable-typed = 入力はそのままです。少し待って、もう一度お試しください。
trouble-too_many_attempts = 安全のため、しばらくお使いになれません。{ $minutes }分ほどお待ちください。
trouble-login_failed = カード番号かパスワードが違うようです。
trouble-login_failed-remedy = パスワードはご登録済みですか。半角か、大文字と小文字が合っているかを、お確かめください。
trouble-identity_failed = 図書館に登録されている内容と合いませんでした。
trouble-identity_failed-remedy = 入力をお確かめください。電話番号の登録がない方、カードの期限が過ぎた方は、カウンターへお申し出ください。
trouble-card_expired = カードの有効期限が過ぎています。
trouble-card_expired-remedy = カウンターで更新の手続きをしてください。
trouble-rights_insufficient = 仮パスワードのままでは、ご利用になれません。
trouble-rights_insufficient-remedy = 先にパスワードを変更してください。
trouble-session_invalid = 時間がたったため、ログアウトしました。
trouble-session_invalid-remedy = もう一度、カードを見せてください。
trouble-registration_not_offered = この端末では、パスワードの登録ができません。
trouble-registration_not_offered-remedy = パスワードのお申し込みは、カウンターで受け付けています。
trouble-registration_at_counter = この端末で登録できるのは、パスワードを忘れた方だけです。
trouble-registration_at_counter-remedy = はじめての方は、カウンターで利用の申し込みをしてください。
trouble-too_young = まだ、パスワードを登録できる学年ではありません。
trouble-too_young-remedy = 予約をしたいときは、カウンターにおたずねください。
trouble-terms_not_accepted = 利用条件への同意が必要です。
trouble-terms_not_accepted-remedy = はじめの画面に戻り、利用条件をお読みください。
trouble-email_limit = メールアドレスは、これ以上登録できません。
trouble-email_limit-remedy = 使わないアドレスを削除するか、変更してください。
trouble-email_declined_domain = このサービスのアドレスは、登録できません。
trouble-email_declined_domain-remedy = ほかのメールアドレスを入れてください。
trouble-notices_go_to_all = この図書館では、登録されているすべてのアドレスにお知らせします。
trouble-notices_go_to_all-remedy = 使わないアドレスは削除してください。
trouble-key_reused = 予約は受け付けられていません。
trouble-key_reused-remedy = もう一度お申し込みください。
trouble-not_found = この資料の情報が見つかりませんでした。
trouble-not_found-remedy = もう一度検索してください。

## できない理由と、代わりにできること
reason-on_shelf = いま棚にあります（{ $branch } { $location } { $call_number }）。
remedy-on_shelf = 予約しなくても、そのままお借りになれます。
reason-on_shelf_here = いまこの図書館の棚にあります（{ $location } { $call_number }）。
remedy-on_shelf_here = 棚からお取りください。見つからないときは、カウンターにおたずねください。
reason-reference_only = 館内でご覧いただく資料です（禁帯出）。
remedy-reference_only = 棚の場所をお確かめのうえ、館内でご覧ください。
reason-material_not_holdable = { $material }は予約できません。
remedy-material_not_holdable = 棚にあるときに、そのままお借りください。
reason-newest_issue = 最新号の雑誌は予約できません。
remedy-newest_issue = 次の号が出ると予約できるようになります。館内ではご覧いただけます。
reason-not_owned = この図書館にはない資料です。
remedy-not_owned = 購入や取り寄せを、カウンターでご相談いただけます。
reason-no_loanable_item = いまお貸しできるものがありません。
remedy-no_loanable_item = カウンターにおたずねください。
reason-hold_limit = 予約は、おひとり{ $limit }件までです。
remedy-hold_limit = 予約を取り消すか、資料を受け取ってから、もう一度お申し込みください。
reason-material_hold_limit = { $material }の予約は{ $limit }件までです。
remedy-material_hold_limit = 予約を取り消すか、資料を受け取ってから、もう一度お申し込みください。
reason-already_held = すでに予約されています。
remedy-already_held = 「予約状況一覧」でご覧になれます。
reason-already_on_loan = いまお借りになっている資料です。
remedy-already_on_loan = 「貸出状況一覧」でご覧になれます。
reason-overdue_loans = 返却期限を過ぎた資料があります。
remedy-overdue_loans = 先にその資料をお返しください。お返しいただくと、予約できるようになります。
reason-card_expired = カードの有効期限が過ぎています。
remedy-card_expired = カウンターで更新の手続きをしてください。
reason-temporary_password = 仮パスワードのままでは、ご利用になれません。
remedy-temporary_password = 先にパスワードを変更してください。
reason-unknown_title = この資料の情報が見つかりませんでした。
remedy-unknown_title = もう一度検索してください。
reason-pickup_not_offered = この受取館は選べません。
remedy-pickup_not_offered = 別の受取館をお選びください。
reason-contact_not_offered = この連絡方法は選べません。
remedy-contact_not_offered = 別の連絡方法をお選びください。
reason-contact_needs_email = メールアドレスが登録されていません。
remedy-contact_needs_email = メニューの「利用者情報メンテナンス」で登録するか、別の連絡方法をお選びください。
reason-contact_needs_phone = この電話番号は登録されていません。
remedy-contact_needs_phone = カウンターで登録するか、別の連絡方法をお選びください。
reason-contact_needs_fax = FAX番号が登録されていません。
remedy-contact_needs_fax = カウンターで登録するか、別の連絡方法をお選びください。
reason-contact_needs_hearing_registration = 聴覚障害の登録がある方のための連絡方法です。
remedy-contact_needs_hearing_registration = 別の連絡方法をお選びください。
reason-copy_needs_email = 予約内容メールには、メールアドレスの登録が必要です。
remedy-copy_needs_email = 「希望しない」を選ぶか、メニューの「利用者情報メンテナンス」でメールアドレスを登録してください。
reason-sequences_not_offered = この図書館では順番予約を受け付けていません。
remedy-sequences_not_offered = 一冊ずつご予約ください。
reason-hold_ready = ご用意できた予約は、ここでは変更・取消ができません。
remedy-hold_ready = カウンターへお申し出ください。
reason-hold_in_transit = 受取館へ運んでいるため、ここでは変更・取消ができません。
remedy-hold_in_transit = カウンターへお申し出ください。
reason-hold_from_elsewhere = ほかの市町村から取り寄せる資料のため、ここでは変更・取消ができません。
remedy-hold_from_elsewhere = カウンターへお申し出ください。
reason-hold_ended = この予約は終わっています。
remedy-hold_ended = もう一度借りたいときは、検索してご予約ください。
reason-loan_limit = 一度に借りられるのは、{ $limit }点までです。
remedy-loan_limit = 借りている資料をお返しいただくと、次をお借りになれます。
reason-loan_overdue = 返却期限を過ぎているため、延長できません。
remedy-loan_overdue = お早めにお返しください。
reason-other_loan_overdue = 返却期限を過ぎた資料があるため、延長できません。
remedy-other_loan_overdue = 期限を過ぎた資料を先にお返しください。
reason-renewed_already = 延長は1回までです。
remedy-renewed_already = 期限までにお返しください。
reason-held_by_others = 次の方の予約があるため、延長できません。
remedy-held_by_others = 期限までにお返しください。
reason-material_not_renewable = この種類の資料は延長できません。
remedy-material_not_renewable = 期限までにお返しください。
reason-loan_from_elsewhere = ほかの市町村から取り寄せた資料のため、延長できません。
remedy-loan_from_elsewhere = 期限までにお返しください。

## Screen: keyboard
keyboard-erase = 一字消す
keyboard-clear = 全部消す
keyboard-space = 空白
keyboard-enter = 決定
keyboard-shift = 大文字
keyboard-layout-kana = かな
keyboard-layout-letters = 英字
keyboard-layout-digits = 数字
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = ローマ字
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = 漢字などの候補が、ここに出ます
keyboard-more-candidates = ほかの候補

## Screen: idle overlay
idle-title = まだお使いですか
idle-note = このままですと、入れたものを消して、はじめの画面に戻ります。
idle-seconds = { $seconds }秒
idle-continue = 続ける

## Screen: forms
form-next-field = 次の欄へ
form-show-secrets = 文字を見せる
form-hide-secrets = 文字を隠す

## Screen: login
login-title = 図書館カードを見せてください
login-title-password = パスワードを入れてください
login-for-holds = 予約カートの中身は、そのままとってあります。
login-keyed = カードの番号を入れることもできます
login-keyed-offered = 読み取れないときは、カードの番号を、ここに入れてください
login-keyed-only = カードの番号を、ここに入れてください
login-camera-starting = カメラを準備しています。番号を入れてもお使いになれます。
login-card-read = カードを確認しました。
login-change-card = 別のカードを使う
login-register = 本パスワード申請（はじめての方・お忘れの方）
login-next = 次へ
login-submit = ログイン

## Screen: confirm
confirm-title = この内容で予約しますか
confirm-count = 予約する資料 { $count }点
confirm-pickup = 受取窓口
confirm-contact = 連絡方法
confirm-provisional = この申し込みは「仮予約」です。図書館が受け付けると、確定します。
confirm-change-cart = 資料を直す
confirm-change-pickup = 受取・連絡を直す
confirm-submit = 予約申込み

## Screen: done
done-title-all = 予約を受け付けました
done-title-provisional = 予約を申し込みました
done-title-some = 予約できなかった資料があります
done-title-none = 予約できませんでした
done-accepted = 受け付けました
done-provisional = 仮予約です
done-refused = 受け付けられませんでした
done-pickup = 受取窓口
done-contact = 連絡方法
done-see-holds = 予約状況一覧
done-search = 続けてさがす
done-log-out = 終わる（ログアウト）

## Screen: menu
menu-title = 利用者メニュー
menu-loans = 貸出状況一覧
menu-holds = 予約状況一覧
menu-account = 利用者情報メンテナンス
menu-search = 資料をさがす
menu-no-loans = 借りている資料はありません
menu-loan-count = { $count }点 借りています
menu-overdue = 延滞 { $count }点
menu-hold-count = { $count }件（あと{ $left }件 予約できます）
menu-hold-count-full = { $count }件（これ以上は予約できません）
menu-ready = ご用意できました { $count }件
menu-account-note = パスワード・メールアドレス
menu-search-note = 本をさがして予約する
menu-log-out = 終わる（ログアウト）

## Screen: loans
loans-title = 貸出状況一覧
loans-count = { $count }点
loans-empty = いま借りている資料はありません
loans-empty-note = 借りた資料と返却期限が、ここに表示されます。
loans-renew = 延長
loans-menu = 利用者メニューへ

## Screen: holds
holds-title = 予約状況一覧
holds-count = 申込み中 { $count }件（{ $limit }件まで）
holds-ended = ・終了 { $count }件
holds-count-by-material = 申込み中 { $count }件（{ $limits }まで）
holds-limit-of = { $materials } { $limit }件
holds-limit-and = 、
holds-empty = 予約はありません
holds-empty-note = 貸出中の資料をさがして、予約できます。
holds-cancel = 取消
holds-change = 変更
holds-pickup = 受取 { $branch }
holds-contact = 連絡 { $contact }
hold-order-save = 順番予約申込み
holds-menu = 利用者メニューへ
holds-cancel-title = 予約を取り消しますか
holds-cancel-note = もう一度予約すると、順番はいちばん後になります。
holds-confirm-cancel = 取り消す
holds-keep = 取り消さない

## Screen: lists
list-place = { $first }〜{ $last }（{ $total }点中）
list-next = 次のページ
list-previous = 前のページ

## Screen: account
account-title = 利用者情報メンテナンス
account-temporary = 仮パスワードをお使いです。ご自分だけのパスワードに変更してください。
account-password = パスワード変更
account-password-note = いまのパスワードを、新しいものに変えます。
account-emails = メールアドレス登録・変更
account-emails-note = { $count ->
    [0] 登録されていません。
   *[other] { $count }件 登録されています。
 }
account-delete-password = パスワード削除
account-delete-note = 予約と利用者メニューを使わないようにします。
account-delete-title = パスワードを削除しますか
account-delete-warning = 削除すると、もう一度登録するまで、予約と利用者メニューをお使いになれません。
account-confirm-delete = 削除する
account-keep = 削除しない
account-menu = 利用者メニューへ

## Screen: password_change
password-change-title = パスワード変更
password-change-temporary = はじめに、仮パスワードをご自分だけのパスワードに変更してください。
password-change-submit = 変更する
password-change-done = パスワードを変更しました
password-change-done-note = 次からは、新しいパスワードをお使いください。
password-change-finish = 次へ

## Screen: emails
emails-delete-title = このメールアドレスを削除しますか
emails-delete-note = 削除すると、このアドレスにはお知らせが届かなくなります。
emails-keep = 削除しない
emails-title = メールアドレス登録・変更
emails-none = 登録されているメールアドレスはありません
emails-note = 予約した資料がご用意できたとき、メールでお知らせできます。
emails-add = メールアドレスを登録する
emails-change = 変更する
emails-delete = 削除する
emails-choose = お知らせ先にする
emails-edit-title = 新しいメールアドレス
emails-edit-note = 入力に間違いがないように、同じアドレスを2回入れてください。
emails-submit = 登録する
emails-account = 利用者情報へ戻る

## Screen: register_terms
register-terms-title = 本パスワード申請
register-terms-lead = はじめに、利用条件をお読みください。
register-terms-agree = 同意する
register-terms-accept = 承諾

## Screen: register_identity
register-identity-title = ご本人の確認
register-identity-lead = カードを作ったときの登録と、同じかどうかを確かめます。
register-identity-submit = 次へ

## Screen: register_password
register-password-title = 新しいパスワード
register-password-lead = 同じものを2回入れてください。
register-password-submit = 申請

## Screen: register_done
register-done-title = パスワードの登録を行いました
register-done-note = 忘れないように、ほかの人に知られないように、お気をつけください。
register-done-for-holds = ログインすると、予約の申込みに戻ります。
register-done-log-in = ログイン
register-to-confirm-title = 確認のメールをお送りします
register-to-confirm-note = 登録は、まだ終わっていません。24時間以内に、届いたメールのリンクを開いて、確定してください。確定すると、新しいパスワードでログインできます。
register-to-confirm-desk = いままでのパスワードは、それまで使えます。メールが届かないときは、カウンターにおたずねください。

## Screen: out_of_service
out-of-service-title = ただいま、ご利用になれません
out-of-service-note = 図書館のコンピューターにつながりません。つながると、自動で使えるようになります。
out-of-service-desk = お急ぎの方は、カウンターへどうぞ。
out-of-service-starting = 準備しています
out-of-service-starting-note = しばらくお待ちください。

## Screen: bars
bar-search = さがす
bar-cart = 予約カート
bar-menu = 利用者メニュー
bar-log-in = ログイン
bar-log-out = ログアウト
bar-finish = 終わる
bar-back = もどる
language-ja = 日本語
language-ja-easy = やさしい日本語
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = もう一度

## Screen: stepper
stepper-cart = カート
stepper-pickup = 受取・連絡
stepper-login = ログイン
stepper-confirm = 確認
stepper-done = 完了

## Screen: rest
rest-title = 本をさがす
rest-search = 書名や著者名を入れてください
rest-search-note = 貸出中の本は、ここから予約できます
rest-shelves = 棚からさがす
rest-shelves-note = 新着、今月の人気、分類
rest-children = こどもの本
rest-children-note = えほん、ものがたり、しらべる
rest-card = カードを見せる
rest-card-note = 貸出・予約の確認、延長、取消
rest-register = 本パスワード申請
rest-register-note = はじめての方・パスワードをお忘れの方

## Screen: search
search-title = 何をおさがしですか
search-submit = 検索
search-submit-childrens = こどもの本をさがす
search-more-fields = ほかの項目
search-first-fields = とじる
search-browse = 棚からさがす
search-help = 入れているあいだに、本・人・テーマの名前をここに出します。押すと、すぐにさがします。
search-help-words = 言葉をいくつか入れるときは、あいだに空白を入れてください。
search-nothing-suggested = この言葉で始まる名前はありません。そのまま検索もできます。
suggestion-title = 書名
suggestion-creator = 人
suggestion-subject = テーマ

## Screen: results
results-title = 「{ $query }」の検索結果
results-count = { $total }件
results-all = さがした資料
results-place = { $first }〜{ $last } / { $total }件
results-near = もしかして
results-near-title = 「{ $query }」は見つかりませんでした
results-near-shown = もしかして … 「{ $near }」で見つかったものをお見せしています
results-change = 言葉や条件をかえる
results-without-filters = しぼりこみをすべてはずす
results-everywhere = 書名や著者にかぎらず さがす
results-only-word = 「{ $word }」だけでさがす
results-narrow = しぼりこむ・並べる
results-narrowed = しぼりこみ { $count }つ
results-sort = ならべかた
results-clear-filters = しぼりこみをやめる
results-see = { $total }件を見る
sort-relevance = さがした言葉に近い順
sort-newest = 新しい順
sort-title = 書名順
sort-creator = 著者順
filter-now = 条件
filter-branch = 図書館
filter-material = 資料の種類
filter-year = 出版された年
filter-decade = { $year }年代
filter-count = { $name } { $count }
available = いま棚にある
childrens = こども向け
results-empty = 見つかりませんでした
results-empty-note = 言葉を短くするか、ほかの言葉でおさがしください。ひらがなでもさがせます。
results-again = 検索し直す

## Screen: detail
detail-add = 予約カートに入れる
detail-to-cart = 予約カートを見る
detail-proceed = 予約へ進む
detail-add-series = 全{ $count }冊を順番に予約カートへ
detail-items = 所蔵
detail-series = このシリーズ
detail-no-items = この図書館にはありません
detail-slip = 請求記号 ── この棚にあります
detail-slip-away = 請求記号 ── いつもの棚
detail-map = 棚の地図
detail-phone = スマートフォンに写す
detail-phone-title = スマートフォンに写す
detail-phone-note = スマートフォンのカメラを、このしるしに向けてください。書名と場所をそのまま持って行けます。
detail-map-awaited = 地図を準備しています
detail-map-failed = 地図をお見せできません
detail-map-instead = 請求記号をひかえて、カウンターにおたずねください。
detail-here = いまここ
detail-close = とじる
detail-facts = くわしい情報
detail-not-holdable = この資料は予約できません

## Screen: cart
cart-title = 予約カート
cart-note = まだ予約はできていません。「次へ進む」を押して、お申し込みください。
cart-empty = 予約カートは空です
cart-empty-note = さがした資料の画面で「予約カートに入れる」を押すと、ここに入ります。
cart-search = 資料をさがす
cart-remove = 取り出す
cart-order = 順番予約
cart-order-note = 読みたい順に、資料を押してください
cart-order-all = 巻の順にする
cart-order-finish = この順番にする
cart-order-drop = 順番をやめる
cart-count = { $count }点を申し込みます
cart-submit = 次へ進む

## Screen: pickup
pickup-title = 受け取りと連絡の方法
pickup-branch = 受取窓口
pickup-contact = 連絡方法
pickup-copy = 予約内容メール
pickup-copy-yes = 希望する
pickup-copy-no = 希望しない
pickup-copy-note = 申し込みの内容をメールでお知らせします
pickup-no-contact = お選びになれる連絡方法がありません。
pickup-no-contact-email = 先にメールアドレスを登録してください。「もどる」で、予約の続きに戻れます。
pickup-register-email = メールアドレスの登録へ
pickup-change-title = 予約の変更
pickup-submit = 次へ進む
pickup-save = 変更する

## Screen: bookshelf
bookshelf-name = マイ本棚
bookshelf-menu-note = あとで読みたい資料をとっておけます
bookshelf-keep = { bookshelf-name }に入れる
bookshelf-open = { bookshelf-name }を見る
bookshelf-count = { $count }点
bookshelf-kept_on = { $date }に入れました
bookshelf-to-cart = 予約カートへ
bookshelf-in-cart = カートに入れました
bookshelf-take-out = 取り出す
bookshelf-taken_out = 「{ $title }」を取り出しました。
bookshelf-put-back = もとに戻す
bookshelf-empty = { bookshelf-name }は空です
bookshelf-empty-note = 資料の画面で「{ bookshelf-keep }」を押すと、ここに入ります。
bookshelf-history = 貸出履歴
bookshelf-goal = 読書マラソン
bookshelf-menu = 利用者メニューへ
bookshelf-back = { bookshelf-name }へ
awaiting-bookshelf = { bookshelf-name }を確認しています…
awaiting-bookshelf-keep = { bookshelf-name }に入れています…
trouble-bookshelf_not_offered = { bookshelf-name }は、この図書館ではお使いになれません。
trouble-bookshelf_full = { bookshelf-name }がいっぱいです。
trouble-bookshelf_full-remedy = 読み終えたものを取り出してから、もう一度お試しください。

## Screen: reading_history
reading-history-title = 貸出履歴の保存
reading-history-off = いまは「利用しない」になっています
reading-history-explain-what = 「利用する」にすると、これから借りる資料の題名と貸出日を記録します。これまでに借りた資料は記録しません。
reading-history-explain-who = 記録はご本人だけのものです。図書館の職員は見ることができません。
reading-history-explain-end = いつでも「利用しない」に戻せます。戻すと、それまでの記録はすぐにすべて消えます。
reading-history-begin = 利用する
reading-history-lent_on = 貸出日 { $date }
reading-history-count = { $count }点
reading-history-empty = 記録はまだありません
reading-history-empty-note = これから借りる資料が、ここに入ります。
reading-history-delete = 消す
reading-history-clear = すべて消す
reading-history-stop = 「利用しない」に戻す
reading-history-begun = 「利用する」にしました。これから借りる資料を記録します。
reading-history-stopped = 「利用しない」に戻しました。記録はすべて消しました。
reading-history-deleted = 記録を消しました。
reading-history-entry-title = この記録を消しますか
reading-history-entry-note = 消した記録は、もとに戻せません。読書マラソンの冊数からも除かれます。
reading-history-entry-do = 消す
reading-history-entry-keep = 消さない
reading-history-clear-title = 記録をすべて消しますか
reading-history-clear-note = 消した記録は、もとに戻せません。これから借りる資料は、続けて記録します。
reading-history-clear-do = すべて消す
reading-history-clear-keep = 消さない
reading-history-stop-title = 貸出履歴の保存をやめますか
reading-history-stop-note = それまでの記録と読書マラソンの目標は、すぐにすべて消えます。もとに戻せません。
reading-history-stop-do = やめて消す
reading-history-stop-keep = やめない
awaiting-reading-history = 記録を確認しています…
trouble-history_not_offered = 貸出履歴の保存は、この図書館ではお使いになれません。
trouble-history_consent_needed = 先に、貸出履歴の保存を「利用する」にしてください。
trouble-history_consent_needed-remedy = { bookshelf-name }の「{ bookshelf-history }」で変えられます。

## Screen: reading_goal
reading-goal-title = 読書マラソン
reading-goal-lead = 目標の冊数と期間を決めて、楽しみながら読みましょう。
reading-goal-needs-history = はじめに、貸出履歴の保存を「利用する」にしてください
reading-goal-needs-history-note = 目標までの冊数は、保存した貸出履歴から数えます。
reading-goal-to-history = 貸出履歴の画面へ
reading-goal-months = { $months ->
    [12] 1年
   *[other] { $months }か月
 }
reading-goal-period = { $first } 〜 { $last }
reading-goal-period-label = 今日からの期間
reading-goal-submit = この目標にする
reading-goal-borrowed = { $count }冊
reading-goal-titles = 目標 { $count }冊
reading-goal-left = あと{ $count }冊です
reading-goal-reached = 目標を達成しました
reading-goal-over = 期間が終わりました。目標まで、あと{ $count }冊でした。
reading-goal-so-far = 借りた資料
reading-goal-edit = 目標を変える
reading-goal-give-up = 目標をやめる
reading-goal-give-up-title = 目標をやめますか
reading-goal-give-up-note = 目標だけが消えます。貸出履歴はそのままです。
reading-goal-keep = やめない
reading-goal-set = 目標を決めました。
reading-goal-wrong_number = 1から{ $limit }までの数を入れてください。
field-goal_titles = 目標の冊数
hint-goal_titles = 例 20
awaiting-reading-goal = 目標を確認しています…
trouble-reading_goal_not_offered = 読書マラソンは、この図書館ではお使いになれません。
trouble-reading_goal_invalid = この目標は決められません。
trouble-reading_goal_invalid-remedy = 冊数と期間をお確かめください。

## Screen: shelves
shelves-title = 棚からさがす
shelves-entrance = 棚からさがす
awaiting-shelves = 棚を見ています…
shelves-here = この館の本
shelves-everywhere = すべての館の本
shelves-new = 新着
shelves-popular = 今月よく読まれている本
shelves-search = 言葉でさがす
shelves-count = { $count }件
shelves-place = { $total }件のうち { $first }〜{ $last }件目
shelves-all = { $total }件
shelves-previous = 左の本
shelves-next = 右の本
shelves-empty = この棚に本はありません
shelves-empty-note = 「すべての館の本」を押すと、ほかの館にある本を見られます。

## Screen: children
children-entrance = こどもの本《ほん》
children-picture_books = えほん
children-picture_books-note = 絵《え》を たのしむ本《ほん》
children-topic-9 = ものがたり
children-topic-9-note = おはなしや 小説《しょうせつ》
children-topics = しらべる
children-topics-note = どうぶつ、のりもの、うちゅう…
children-new = あたらしい本《ほん》
children-new-note = さいきん 図書館《としょかん》に 入《はい》りました
children-popular = にんきの本《ほん》
children-popular-note = 今月《こんげつ》 よく 読《よ》まれています
children-search = ことばで さがす
children-retry = もういちど
children-search-note = 五十音《ごじゅうおん》で 入《い》れて さがします
children-search-sample = あ い う え お
children-topic-0 = コンピュータ・じてん
children-topic-1 = 心《こころ》・かんがえる
children-topic-2 = 歴史《れきし》・世界《せかい》
children-topic-28 = 伝記《でんき》
children-topic-3 = くらし・しゃかい
children-topic-38 = むかしばなし
children-topic-4 = 理科《りか》・算数《さんすう》
children-topic-44 = うちゅう・星《ほし》
children-topic-45 = きょうりゅう・地球《ちきゅう》
children-topic-47 = 花《はな》・しょくぶつ
children-topic-48 = どうぶつ・虫《むし》
children-topic-49 = 体《からだ》・びょうき
children-topic-5 = 車《くるま》・きかい
children-topic-59 = りょうり・しゅげい
children-topic-6 = 電車《でんしゃ》・しごと
children-topic-7 = 音楽《おんがく》・こうさく
children-topic-78 = スポーツ
children-topic-8 = ことば・漢字《かんじ》
children-all = { $total }さつ
children-here = このとしょかん
children-everywhere = ぜんぶのとしょかん
children-place = { $total }さつの うち { $first }〜{ $last }さつめ
children-previous = まえへ
children-next = つぎへ
children-on_shelf = たなに あります
children-on_loan = かりられています
children-in_library_only = 図書館《としょかん》の中《なか》で 読《よ》めます
children-unavailable = いまは 読《よ》めません
children-empty = ここには まだ 本《ほん》が ありません
children-empty-note = 「ぜんぶのとしょかん」に さわると、ほかの図書館《としょかん》の本《ほん》が 見《み》られます。
children-trouble = うまく つながりませんでした
children-trouble-remedy = もういちど さわるか、としょかんの人《ひと》に きいてください。
awaiting-children = ほんを さがしています…

## 日本十進分類法(NDC)の類と綱
ndc-0 = 知識・情報
ndc-0-note = 百科事典、コンピュータ、図書館
ndc-00 = 全般
ndc-01 = 図書館
ndc-02 = 本と出版
ndc-03 = 百科事典
ndc-04 = 論文集・講演集
ndc-05 = 年鑑・逐次刊行物
ndc-06 = 団体・博物館
ndc-07 = 新聞・報道
ndc-08 = 叢書・全集
ndc-09 = 郷土資料・貴重書
ndc-1 = こころ・思想
ndc-1-note = 哲学、心理学、宗教
ndc-10 = 哲学
ndc-11 = 哲学の各分野
ndc-12 = 東洋思想
ndc-13 = 西洋哲学
ndc-14 = 心理学
ndc-15 = 倫理・道徳
ndc-16 = 宗教
ndc-17 = 神道
ndc-18 = 仏教
ndc-19 = キリスト教・ユダヤ教
ndc-2 = 歴史・地理
ndc-2-note = 日本史、世界史、伝記、旅行
ndc-20 = 世界史・文化史
ndc-21 = 日本史
ndc-22 = アジアの歴史
ndc-23 = ヨーロッパの歴史
ndc-24 = アフリカの歴史
ndc-25 = 北アメリカの歴史
ndc-26 = 南アメリカの歴史
ndc-27 = オセアニア・極地の歴史
ndc-28 = 伝記
ndc-29 = 地理・旅行
ndc-3 = 社会
ndc-3-note = 政治、経済、教育、風習
ndc-30 = 社会科学
ndc-31 = 政治
ndc-32 = 法律
ndc-33 = 経済
ndc-34 = 財政
ndc-35 = 統計
ndc-36 = 社会・福祉
ndc-37 = 教育
ndc-38 = 風俗習慣・民俗
ndc-39 = 国防・軍事
ndc-4 = 自然・医学
ndc-4-note = 数学、宇宙、動物・植物、健康
ndc-40 = 自然科学
ndc-41 = 数学
ndc-42 = 物理学
ndc-43 = 化学
ndc-44 = 天文・宇宙
ndc-45 = 地球・気象
ndc-46 = 生物
ndc-47 = 植物
ndc-48 = 動物
ndc-49 = 医学・健康
ndc-5 = 技術・暮らし
ndc-5-note = 機械、建築、料理、手芸
ndc-50 = 技術・工学
ndc-51 = 土木
ndc-52 = 建築
ndc-53 = 機械
ndc-54 = 電気・電子
ndc-55 = 船・海洋
ndc-56 = 金属・鉱山
ndc-57 = 化学工業
ndc-58 = 製造業
ndc-59 = 家庭・料理・育児
ndc-6 = 産業
ndc-6-note = 農業、園芸、商業、交通
ndc-60 = 産業
ndc-61 = 農業
ndc-62 = 園芸・造園
ndc-63 = 養蚕
ndc-64 = 畜産・獣医
ndc-65 = 林業・狩猟
ndc-66 = 水産業
ndc-67 = 商業
ndc-68 = 交通・観光
ndc-69 = 通信・放送
ndc-7 = 芸術・スポーツ
ndc-7-note = 美術、音楽、映画、スポーツ
ndc-70 = 芸術・美術
ndc-71 = 彫刻
ndc-72 = 絵画・書道・マンガ
ndc-73 = 版画
ndc-74 = 写真・印刷
ndc-75 = 工芸
ndc-76 = 音楽・舞踊
ndc-77 = 演劇・映画
ndc-78 = スポーツ
ndc-79 = 茶道・娯楽
ndc-8 = ことば
ndc-8-note = 日本語、英語、各国の言葉
ndc-80 = 言語
ndc-81 = 日本語
ndc-82 = 中国語・アジアの言語
ndc-83 = 英語
ndc-84 = ドイツ語など
ndc-85 = フランス語など
ndc-86 = スペイン語・ポルトガル語
ndc-87 = イタリア語など
ndc-88 = ロシア語など
ndc-89 = その他の言語
ndc-9 = 文学
ndc-9-note = 小説、詩、エッセイ
ndc-90 = 文学
ndc-91 = 日本文学
ndc-92 = 中国・アジアの文学
ndc-93 = 英米文学
ndc-94 = ドイツ文学など
ndc-95 = フランス文学など
ndc-96 = スペイン・ポルトガル文学
ndc-97 = イタリア文学など
ndc-98 = ロシア文学など
ndc-99 = その他の文学

## Screen: comfort
bar-comfort = 見やすく
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = 見やすさ・聞きやすさ
comfort-note = お使いのあいだだけ変わります
comfort-reset = 元にもどす
comfort-close = これでよい
comfort-text_size = 文字の大きさ
comfort-text_size-standard = ふつう
comfort-text_size-large = 大きい
comfort-text_size-largest = もっと大きい
comfort-is_high_contrast = 画面の色
comfort-is_high_contrast-usual = ふつう
comfort-is_high_contrast-other = 黒い画面に白い文字
comfort-is_low = 画面の位置
comfort-is_low-usual = ふつう
comfort-is_low-other = 低いところに
comfort-is_unhurried = 時間
comfort-is_unhurried-usual = ふつう
comfort-is_unhurried-other = ゆっくり使う
comfort-is_spoken = 音声の案内
comfort-is_spoken-usual = なし
comfort-is_spoken-other = イヤホンで聞く
comfort-speaks_passwords = パスワードの読み上げ
comfort-speaks_passwords-usual = 読み上げない
comfort-speaks_passwords-other = 読み上げる
comfort-has_sounds = 合図の音
comfort-has_sounds-usual = 鳴らす
comfort-has_sounds-other = 鳴らさない
comfort-has_motion = 画面の動き
comfort-has_motion-usual = あり
comfort-has_motion-other = なし

## Screen: rest, the day
rest-new = 新しく入った本
today-hours = 開館時間 { $opens }〜{ $closes }
today-open = 本日は開館しています
today-closed = 本日は休館日です
today-closed-until = 本日は休館日です。次の開館日は{ $date }です

## 音声の案内(キーパッドだけで使うとき)
spoken-welcome = 音声でご案内します。上下左右の矢印で動き、OKで選びます。スラッシュでもどり、アスタリスクでもう一度お聞きになれます。
spoken-pause = { "。" }
spoken-button = ボタン
spoken-field = 入力欄
spoken-row = 行
spoken-choice = 選択肢
spoken-check = チェック
spoken-on = 選んであります
spoken-off = 選んでありません
spoken-unavailable = いまは使えません
spoken-place = { $total }のうち{ $number }番目
spoken-empty = 空です
spoken-masked = { $count }文字
spoken-cleared = 全部消しました
spoken-erased = 消しました、{ $text }
spoken-erased-masked = 1文字消しました
spoken-capital = 大文字の{ $letter }
spoken-small-kana = 小さい{ $kana }
spoken-katakana = カタカナの{ $kana }
spoken-sign-space = 空白
spoken-sign-hyphen = ハイフン
spoken-sign-dot = ドット
spoken-sign-colon = コロン
spoken-sign-apostrophe = アポストロフィ
spoken-sign-ampersand = アンド
spoken-sign-plus = プラス
spoken-sign-hash = シャープ
spoken-sign-slash = スラッシュ
spoken-sign-comma = カンマ
spoken-sign-exclamation = 感嘆符
spoken-sign-at = アットマーク
spoken-sign-dollar = ドル
spoken-sign-underscore = アンダーバー
spoken-sign-long = のばす音
spoken-sign-middle-dot = なかてん
spoken-key-dakuten = 濁点
spoken-key-handakuten = 半濁点
spoken-key-small = 小さい字にする
spoken-key-script = ひらがなとカタカナの切りかえ
spoken-key-left = カーソルを左へ
spoken-key-right = カーソルを右へ
spoken-name-rows-up = 前の画面の分へ
spoken-name-rows-down = 次の画面の分へ
spoken-name-toggle = 申し込む
spoken-name-shelf-rail = 棚の中の場所
spoken-awaited-row = 読み込んでいます
spoken-rows = { $total }件のうち、{ $first }から{ $last }
spoken-results = { $total ->
    [0] 見つかりませんでした
   *[other] { $total }件見つかりました
 }
spoken-offered = 候補の名前が{ $count }件あります
spoken-cart = 予約カートに{ $count }点入っています
spoken-idle = あと{ $seconds }秒で終わります。続けるには、どれかのキーを押してください
spoken-seconds = あと{ $seconds }秒
spoken-volume = 音量 { $percent }
spoken-edge = ここで終わりです
spoken-no-way-back = ここからは、もどれません
