### やさしい日本語。
###
### 書くときの決まり（出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」による）
### ・一つの文には、一つのことだけを書く。短く書く。
### ・「です」「ます」「てください」で書く。尊敬語と謙譲語（お〜になる、いただく、ご〜）は使わない。
### ・だれでも知っている言葉を選ぶ。カタカナ語は、物の名前（カード、カート、カメラ、カウンター、メール、パスワード）だけにする。
### ・図書館の言葉（予約カート、順番予約、請求記号）は残す。画面のほかの所や、紙の案内と同じだからである。初めて出る所で説明する。
### ・漢字には、すべて読みをつける。書き方は青空文庫の形で、予約《よやく》。
###   読みが《の前の漢字だけのものでないときは、読みの始まりに｜を置く。例: ｜1日《ついたち》
### ・言葉のまとまりごとに、半角の空白を入れる（分かち書き）。助詞の前には入れない。一つのまとまりだけの語には入れない。
### ・漢字の言葉の読みは、言葉ごとにつける。例: 図書館《としょかん》
### ・数は算用数字で書く。

## 日付
month = { $month ->
    [4] ｜4月《しがつ》
    [7] ｜7月《しちがつ》
    [9] ｜9月《くがつ》
   *[other] { $month }月《がつ》
 }
date = { month }{ $day ->
    [1] ｜1日《ついたち》
    [2] ｜2日《ふつか》
    [3] ｜3日《みっか》
    [4] ｜4日《よっか》
    [5] ｜5日《いつか》
    [6] ｜6日《むいか》
    [7] ｜7日《なのか》
    [8] ｜8日《ようか》
    [9] ｜9日《ここのか》
    [10] ｜10日《とおか》
    [14] 14日《か》
    [20] ｜20日《はつか》
    [24] 24日《か》
   *[other] { $day }日《にち》
 }（{ $weekday }）
weekday-0 = 月《げつ》
weekday-1 = 火《か》
weekday-2 = 水《すい》
weekday-3 = 木《もく》
weekday-4 = 金《きん》
weekday-5 = 土《ど》
weekday-6 = 日《にち》
weekday-and = ・
date-short = { month }{ $day ->
    [1] ｜1日《ついたち》
    [2] ｜2日《ふつか》
    [3] ｜3日《みっか》
    [4] ｜4日《よっか》
    [5] ｜5日《いつか》
    [6] ｜6日《むいか》
    [7] ｜7日《なのか》
    [8] ｜8日《ようか》
    [9] ｜9日《ここのか》
    [10] ｜10日《とおか》
    [14] 14日《か》
    [20] ｜20日《はつか》
    [24] 24日《か》
   *[other] { $day }日《にち》
 }
date-full = { $year }年《ねん》{ month }{ $day ->
    [1] ｜1日《ついたち》
    [2] ｜2日《ふつか》
    [3] ｜3日《みっか》
    [4] ｜4日《よっか》
    [5] ｜5日《いつか》
    [6] ｜6日《むいか》
    [7] ｜7日《なのか》
    [8] ｜8日《ようか》
    [9] ｜9日《ここのか》
    [10] ｜10日《とおか》
    [14] 14日《か》
    [20] ｜20日《はつか》
    [24] 24日《か》
   *[other] { $day }日《にち》
 }
date-era = { $year }年《ねん》（{ $era ->
    [meiji] 明治《めいじ》
    [taisho] 大正《たいしょう》
    [showa] 昭和《しょうわ》
    [heisei] 平成《へいせい》
   *[reiwa] 令和《れいわ》
 }{ $era_year ->
    [1] 元年《がんねん》
   *[other] { $era_year }年《ねん》
 }）{ month }{ $day ->
    [1] ｜1日《ついたち》
    [2] ｜2日《ふつか》
    [3] ｜3日《みっか》
    [4] ｜4日《よっか》
    [5] ｜5日《いつか》
    [6] ｜6日《むいか》
    [7] ｜7日《なのか》
    [8] ｜8日《ようか》
    [9] ｜9日《ここのか》
    [10] ｜10日《とおか》
    [14] 14日《か》
    [20] ｜20日《はつか》
    [24] 24日《か》
   *[other] { $day }日《にち》
 }

## 資料の種類
material-book = 本《ほん》
material-picture_book = 絵本《えほん》
material-magazine = 雑誌《ざっし》
material-kamishibai = 紙芝居《かみしばい》
material-cd = CD
material-dvd = DVD
material-video = ビデオ
material-cassette = カセットテープ

## 所在（検索結果）
availability-on_shelf = 棚《たな》に あります
availability-on_loan = { $holds ->
    [0] 借《か》りられています
    [1] ｜1人《ひとり》が 待《ま》っています
    [2] ｜2人《ふたり》が 待《ま》っています
   *[other] { $holds }人《にん》が 待《ま》っています
 }
availability-in_library_only = 図書館《としょかん》の 中《なか》だけ
availability-unavailable = 使《つか》えません
availability-on_shelf-elsewhere = ほかの 図書館《としょかん》に あります
availability-not-owned = この 図書館《としょかん》に ありません

## 所蔵（一冊ずつ）
item-on_shelf = 棚《たな》に あります
item-on_loan = 借《か》りられています
item-on_loan-until = { $date }まで 借《か》りられています
item-hold_shelf = 予約《よやく》した 人《ひと》を 待《ま》っています
item-in_transit = ほかの 図書館《としょかん》へ 運《はこ》んでいます
item-missing = どこに あるか 調《しら》べています
item-in_repair = 直《なお》しています
item-reference_only = 図書館《としょかん》の 中《なか》で 読《よ》んでください
item-of-several = { $state } { $total }冊《さつ》の うち { $count }冊《さつ》

## 書誌の項目
fact-reading = 読《よ》み方《かた》
fact-reading-derived = { $reading }（読《よ》み方《かた》は 機械《きかい》が つけました）
fact-publisher = 出《だ》した 会社《かいしゃ》
fact-published = 出《で》た 年《とし》
fact-material = 種類《しゅるい》
fact-ndc = 分類《ぶんるい》（NDC）
fact-isbn = ISBN
fact-subjects = テーマ
fact-note = 説明《せつめい》

## 検索
search-in-any = 全部《ぜんぶ》
search-in-title = 本《ほん》の 名前《なまえ》
search-in-creator = 書《か》いた 人《ひと》
search-in-publisher = 出《だ》した 会社《かいしゃ》
search-in-subject = テーマ
search-in-isbn = ISBN
search-in-ndc = 分類《ぶんるい》（NDC）
search-in-call_number = 請求記号《せいきゅうきごう》
field-query = さがす 言葉《ことば》
hint-query = 本《ほん》の 名前《なまえ》や 書《か》いた 人《ひと》を 入《い》れてください。ひらがなで いいです

## 待っているあいだ
awaiting-search = さがしています…
awaiting-title = くわしく 調《しら》べています…
awaiting-login = 確《たし》かめています…
awaiting-menu = あなたの ことを 調《しら》べています…
awaiting-loans = 借《か》りている 本《ほん》を 調《しら》べています…
awaiting-holds = 予約《よやく》を 調《しら》べています…
awaiting-renewal = 返《かえ》す 日《ひ》を 延《の》ばしています…
awaiting-cancel = 予約《よやく》を やめています…
awaiting-change = 変《か》えています…
awaiting-delete = 消《け》しています…
awaiting-identity = 入《い》れたことを 確《たし》かめています…
awaiting-submission = 予約《よやく》を しています。このまま 待《ま》ってください…

## 入力
field-card_number = カードの 番号《ばんごう》
hint-card_number = 線《せん》の しるし（バーコード）の 下《した》の 数字《すうじ》
field-password = パスワード
field-new_password = 新《あたら》しい パスワード
field-password_again = パスワード（もう ｜1回《いっかい》）
field-new_password_again = 新《あたら》しい パスワード（もう ｜1回《いっかい》）
field-current_password = 今《いま》の パスワード
field-birth_date = 生《う》まれた 日《ひ》（数字《すうじ》 8つ）
field-birth_date-typed = 生《う》まれた 日《ひ》 { $date }
hint-birth_date = 例《れい》 1985年《ねん》（昭和《しょうわ》60年《ねん》）｜4月《しがつ》12日《にち》 → 19850412
field-phone = 電話番号《でんわばんごう》
hint-phone = カードを 作《つく》った ときの 番号《ばんごう》。数字《すうじ》だけ
field-name_kana = 名前《なまえ》（カタカナ）
field-email = メールアドレス
field-email_again = メールアドレス（もう ｜1回《いっかい》）

## カード番号の誤り
card-empty = カードの 番号《ばんごう》を 入《い》れてください。
card-not_digits = 数字《すうじ》だけを 入《い》れてください。
card-wrong_character = カードの 番号《ばんごう》に ない 文字《もじ》が あります。カードの 番号《ばんごう》を もう ｜1回《いっかい》 見《み》てください。
card-wrong_length = カードの 番号《ばんごう》は 数字《すうじ》が { $digits }こです。もう ｜1回《いっかい》 見《み》てください。
card-wrong_prefix = この 図書館《としょかん》の カードの 番号《ばんごう》では ないようです。カードの 番号《ばんごう》を もう ｜1回《いっかい》 見《み》てください。
card-wrong_check_digit = 数字《すうじ》が 違《ちが》うようです。もう ｜1回《いっかい》 見《み》てください。
card-wrong_symbology = この 図書館《としょかん》の カードでは ないようです。この 図書館《としょかん》の カードを 見《み》せてください。
card-wrong_start_stop = 番号《ばんごう》の 前《まえ》と 後《うし》ろの 文字《もじ》（A、B、C、D）も 入《い》れてください。

## カメラ
sight-nothing = カードの 線《せん》の しるし（バーコード）を カメラに 見《み》せてください
sight-code_seen = 読《よ》んでいます。カードを 動《うご》かさないでください…
sight-too_far = もう 少《すこ》し カメラに 近《ちか》づけてください
sight-blurred =
    よく 見《み》えません。
    少《すこ》し 離《はな》して、止《と》めてください
sight-glare =
    光《ひか》って 見《み》えません。
    カードを 少《すこ》し 斜《なな》めに してください
sight-dark =
    暗《くら》くて 見《み》えません。
    明《あか》るいほうへ 向《む》けてください
sight-book =
    これは 本《ほん》の しるしです。
    図書館《としょかん》の カードを 見《み》せてください
sight-wrong_card =
    ほかの 図書館《としょかん》の カードのようです。
    この 図書館《としょかん》の カードを 見《み》せてください
sight-wrong_code =
    これは 図書館《としょかん》の カードでは ないようです。
    図書館《としょかん》の カードを 見《み》せてください
sight-two_cards = カードは 1枚《まい》だけ 見《み》せてください
sight-left_lying =
    前《まえ》の カードが あります。
    ｜1回《いっかい》 取《と》ってから、自分《じぶん》の カードを 見《み》せてください
sight-read = 読《よ》みました
sight-no_camera =
    カメラが 使《つか》えません。
    カードの 番号《ばんごう》を 数字《すうじ》の キーで 入《い》れてください

## パスワードの誤り
password-rule = 小《ちい》さい 幅《はば》（半角《はんかく》）の A–Z、a–z と 数字《すうじ》で 作《つく》ります。{ $shortest }文字《もじ》から { $longest }文字《もじ》までです。A と a は 違《ちが》う 文字《もじ》です。
password-too_short = パスワードが 短《みじか》いです。{ $shortest }文字《もじ》か、もっと 多《おお》く してください。
password-too_long = パスワードが 長《なが》いです。{ $longest }文字《もじ》までに してください。
password-wrong_characters = パスワードは 半角《はんかく》の A–Z、a–z と 数字《すうじ》だけで 作《つく》ってください。
password-not_equal = 2つの パスワードが 違《ちが》います。もう ｜1回《いっかい》 入《い》れてください。
password-current_wrong = 今《いま》の パスワードが 違《ちが》うようです。もう ｜1回《いっかい》 入《い》れてください。

## 生年月日の誤り
birth_date-not_a_date = 年《とし》を 数字《すうじ》 4つ、月《つき》を 2つ、日《ひ》を 2つで 入《い》れてください。例《れい》 19850412

## メールアドレス
email-empty = メールアドレスを 入《い》れてください。
email-not_half_width = 半角《はんかく》の A–Z、a–z と 数字《すうじ》、記号《きごう》で 入《い》れてください。
email-comma = 「,」（コンマ）が あります。「.」（ドット）に 直《なお》してください。
email-two_dots = 「.」（ドット）が 2つ 続《つづ》いています。この アドレスに メールを 送《おく》れません。アドレスを もう ｜1回《いっかい》 見《み》てください。
email-dot_before_at = 「@」の すぐ 前《まえ》に 「.」（ドット）が あります。この アドレスに メールを 送《おく》れません。アドレスを もう ｜1回《いっかい》 見《み》てください。
email-misspelt_domain = 「@」の 後《うし》ろの 文字《もじ》を もう ｜1回《いっかい》 見《み》てください（docomo、softbank、gmail など）。
email-not_an_address = メールアドレスでは ないようです。もう ｜1回《いっかい》 見《み》てください。
email-declined_domain = この アドレスは 使《つか》えません。図書館《としょかん》の メールが 届《とど》かないことが あります。ほかの アドレスを 入《い》れてください。
email-not_equal = 2つの メールアドレスが 違《ちが》います。もう ｜1回《いっかい》 見《み》てください。
email-saved = メールアドレスを 登録《とうろく》しました。
email-saved-mail = メールアドレスを 登録《とうろく》しました。これから メールを 送《おく》ります。メールが 来《こ》ないときは、アドレスを もう ｜1回《いっかい》 見《み》てください。
email-to_be_confirmed = これから メールを 送《おく》ります。24時間《じかん》の うちに、メールの 中《なか》の リンクを 開《ひら》いてください。
email-chosen = お知《し》らせは この アドレスに 送《おく》ります。
email-mark-unconfirmed = 待《ま》っています
email-mark-undeliverable = 届《とど》きません
email-mark-notices = お知《し》らせを 送《おく》ります
email-note-unconfirmed = 届《とど》いた メールの リンクを 開《ひら》いてください。
email-note-replacing = 「{ $address }」に 変《か》えます。届《とど》いた メールの リンクを 開《ひら》いてください。
email-note-undeliverable = この アドレスに メールが 届《とど》きませんでした。変《か》えるか、消《け》してください。
email-deleted = メールアドレスを 消《け》しました。

## 連絡方法
contact-needs-email = 先《さき》に メールアドレスを 登録《とうろく》してください
contact-needs-phone_1 = 先《さき》に 電話番号《でんわばんごう》を 登録《とうろく》してください
contact-needs-phone_2 = 先《さき》に 2つ目《め》の 電話番号《でんわばんごう》を 登録《とうろく》してください
contact-needs-fax = 先《さき》に FAXの 番号《ばんごう》を 登録《とうろく》してください
contact-needs-hearing_registration = 耳《みみ》が 聞《き》こえにくいことを 登録《とうろく》した 人《ひと》だけ

## 順番予約
sequence-release-return = 「{ $first }」を 返《かえ》すと、次《つぎ》の 「{ $second }」を 用意《ようい》します。
sequence-release-allocation = 「{ $first }」の 用意《ようい》が できると、次《つぎ》の 「{ $second }」を 用意《ようい》します。
sequence-release-never = { "" }
sequence-turn = 順番予約《じゅんばんよやく》 { $size }冊《さつ》の { $place }番目《ばんめ》。次《つぎ》は この 本《ほん》です
sequence-waits = 順番予約《じゅんばんよやく》 { $size }冊《さつ》の { $place }番目《ばんめ》。「{ $former }」の 次《つぎ》に 用意《ようい》します

## 予約
hold-state-waiting = 待《ま》っています
hold-state-provisional = 仮《かり》の 予約《よやく》
hold-state-in_transit = 図書館《としょかん》へ 運《はこ》んでいます
hold-state-ready = 用意《ようい》が できました
hold-state-collected = 借《か》りました
hold-state-cancelled = やめました
hold-state-expired = 取《と》りに 来《く》る 日《ひ》が 過《す》ぎました
hold-state-declined = 用意《ようい》できません
hold-position = だいたい { $position }番目《ばんめ》
hold-wait = { $earliest }〜{ $latest }ごろ
hold-wait-day = { $earliest }ごろ
hold-provisional-note = 図書館《としょかん》が 確《たし》かめると、予約《よやく》が 決《き》まります。
hold-expires = { $date }までに 来《き》てください
hold-declined-note = 本《ほん》が こわれたり、なくなったり しました。カウンターで 聞《き》いてください。
hold-ended-note = これは { $days }日《にち》の 間《あいだ》 見《み》られます。
hold-cancelled = 「{ $title }」の 予約《よやく》を やめました。
carried-daily = ほかの 図書館《としょかん》から { $branch }へ 運《はこ》ぶので、何日《なんにち》か かかります。
carried-weekdays = ほかの 図書館《としょかん》から { $branch }へ 運《はこ》ぶので、時間《じかん》が かかります（{ $weekdays }曜日《ようび》、1週間《しゅうかん》に { $times }回《かい》）。

## 貸出
loan-due = 返《かえ》す 日《ひ》 { $date }
loan-overdue = 遅《おく》れています
loan-held = 予約《よやく》が あります
loan-was_renewed = 延《の》ばしました
loan-renewed = 「{ $title }」は { $date }まで 借《か》りられます。

## 送信の結果
submission-not_placed = 予約《よやく》は できていません。
submission-not_placed-remedy = 途中《とちゅう》で 通信《つうしん》が 切《き》れました。予約《よやく》カートは そのままです。もう ｜1回《いっかい》 予約《よやく》してください。
submission-unknown = 予約《よやく》が できたか、わかりませんでした。
submission-unknown-remedy = 少《すこ》し 待《ま》ってから 「予約《よやく》した 本《ほん》」を 見《み》てください。カウンターで 聞《き》くことも できます。

## 困ったとき
trouble-ask-desk = カウンターで 聞《き》いてください。
trouble-general = うまく できませんでした。
trouble-unreachable = 図書館《としょかん》の コンピューターに つながりません。
trouble-unreachable-remedy = 少《すこ》し 待《ま》って、もう ｜1回《いっかい》 してください。
trouble-unreachable-typed = 入《い》れたものは そのままです。少《すこ》し 待《ま》って、もう ｜1回《いっかい》 してください。
trouble-too_many_attempts = 安全《あんぜん》の ため、今《いま》は 使《つか》えません。{ $minutes ->
    [2] 2分《ふん》
    [5] 5分《ふん》
    [7] 7分《ふん》
    [9] 9分《ふん》
    [12] 12分《ふん》
    [15] 15分《ふん》
   *[other] { $minutes }分《ぷん》
 }くらい 待《ま》ってください。
trouble-login_failed = カードの 番号《ばんごう》か パスワードが 違《ちが》うようです。
trouble-login_failed-remedy = パスワードを 登録《とうろく》しましたか。A と a は 違《ちが》う 文字《もじ》です。もう ｜1回《いっかい》 確《たし》かめてください。
trouble-identity_failed = 図書館《としょかん》に 登録《とうろく》したことと 違《ちが》います。
trouble-identity_failed-remedy = 入《い》れたものを もう ｜1回《いっかい》 見《み》てください。電話番号《でんわばんごう》を 登録《とうろく》していない 人《ひと》や、カードが 古《ふる》くなった 人《ひと》は、カウンターに 来《き》てください。
trouble-card_expired = カードが 使《つか》える 日《ひ》を 過《す》ぎました。
trouble-card_expired-remedy = カウンターで カードを 新《あたら》しくしてください。
trouble-rights_insufficient = 仮《かり》の パスワードでは 使《つか》えません。
trouble-rights_insufficient-remedy = 先《さき》に パスワードを 変《か》えてください。
trouble-session_invalid = 時間《じかん》が 過《す》ぎたので、ログアウトしました。
trouble-session_invalid-remedy = もう ｜1回《いっかい》 カードを 見《み》せてください。
trouble-registration_not_offered = この 機械《きかい》では パスワードを 登録《とうろく》できません。
trouble-registration_not_offered-remedy = パスワードは カウンターで 頼《たの》んでください。
trouble-registration_at_counter = この 機械《きかい》は、パスワードを 忘《わす》れた 人《ひと》が 使《つか》います。
trouble-registration_at_counter-remedy = はじめての 人《ひと》は カウンターに 来《き》てください。
trouble-too_young = パスワードを 登録《とうろく》できる 学年《がくねん》に まだ なっていません。
trouble-too_young-remedy = 予約《よやく》したいときは、カウンターで 聞《き》いてください。
trouble-terms_not_accepted = 使《つか》うときの 約束《やくそく》に 「はい」と 答《こた》えてください。
trouble-terms_not_accepted-remedy = はじめの 画面《がめん》に もどって、約束《やくそく》を 読《よ》んでください。
trouble-email_limit = メールアドレスは もう 増《ふ》やせません。
trouble-email_limit-remedy = 使《つか》わない アドレスを 消《け》すか、変《か》えてください。
trouble-email_declined_domain = この アドレスは 登録《とうろく》できません。
trouble-email_declined_domain-remedy = ほかの メールアドレスを 入《い》れてください。
trouble-notices_go_to_all = この 図書館《としょかん》は、登録《とうろく》した すべての アドレスに お知《し》らせします。
trouble-notices_go_to_all-remedy = 使《つか》わない アドレスは 消《け》してください。
trouble-key_reused = 予約《よやく》は できていません。
trouble-key_reused-remedy = もう ｜1回《いっかい》 予約《よやく》してください。
trouble-not_found = この 本《ほん》の ことが 見《み》つかりませんでした。
trouble-not_found-remedy = もう ｜1回《いっかい》 さがしてください。

## できない理由と、代わりにできること
reason-on_shelf = 今《いま》 棚《たな》に あります（{ $branch } { $location } { $call_number }）。
remedy-on_shelf = 予約《よやく》しないで 借《か》りられます。
reason-on_shelf_here = 今《いま》 この 図書館《としょかん》の 棚《たな》に あります（{ $location } { $call_number }）。
remedy-on_shelf_here = 棚《たな》から 取《と》ってください。ないときは、カウンターで 聞《き》いてください。
reason-reference_only = 図書館《としょかん》の 中《なか》だけで 読《よ》む 本《ほん》です。
remedy-reference_only = 棚《たな》の 場所《ばしょ》を 見《み》て、図書館《としょかん》の 中《なか》で 読《よ》んでください。
reason-material_not_holdable = { $material }は 予約《よやく》できません。
remedy-material_not_holdable = 棚《たな》に あるときに 借《か》りてください。
reason-newest_issue = 一番《いちばん》 新《あたら》しい 雑誌《ざっし》は 予約《よやく》できません。
remedy-newest_issue = 次《つぎ》の 雑誌《ざっし》が 出《で》ると、予約《よやく》できます。図書館《としょかん》の 中《なか》では 今《いま》 読《よ》めます。
reason-not_owned = この 図書館《としょかん》に ない 本《ほん》です。
remedy-not_owned = カウンターで 相談《そうだん》してください。買《か》うか、ほかの 図書館《としょかん》から 借《か》りられるかもしれません。
reason-no_loanable_item = 今《いま》 借《か》りられる 本《ほん》が ありません。
remedy-no_loanable_item = カウンターで 聞《き》いてください。
reason-hold_limit = 予約《よやく》は ｜1人《ひとり》 { $limit }冊《さつ》までです。
remedy-hold_limit = 予約《よやく》を ｜1つ《ひとつ》 やめるか、用意《ようい》できた 本《ほん》を 借《か》りてください。それから もう ｜1回《いっかい》 予約《よやく》してください。
reason-material_hold_limit = { $material }の 予約《よやく》は { $limit }までです。
remedy-material_hold_limit = 予約《よやく》を ｜1つ《ひとつ》 やめるか、用意《ようい》できた 本《ほん》を 借《か》りてください。それから もう ｜1回《いっかい》 予約《よやく》してください。
reason-already_held = もう 予約《よやく》しています。
remedy-already_held = 「予約《よやく》した 本《ほん》」で 見《み》られます。
reason-already_on_loan = 今《いま》 あなたが 借《か》りています。
remedy-already_on_loan = 「借《か》りている 本《ほん》」で 見《み》られます。
reason-overdue_loans = 返《かえ》す 日《ひ》を 過《す》ぎた 本《ほん》が あります。
remedy-overdue_loans = 先《さき》に その 本《ほん》を 返《かえ》してください。返《かえ》すと、予約《よやく》できます。
reason-card_expired = カードが 使《つか》える 日《ひ》を 過《す》ぎました。
remedy-card_expired = カウンターで カードを 新《あたら》しくしてください。
reason-temporary_password = 仮《かり》の パスワードでは 使《つか》えません。
remedy-temporary_password = 先《さき》に パスワードを 変《か》えてください。
reason-unknown_title = この 本《ほん》の ことが 見《み》つかりませんでした。
remedy-unknown_title = もう ｜1回《いっかい》 さがしてください。
reason-pickup_not_offered = この 図書館《としょかん》では 受《う》け取《と》れません。
remedy-pickup_not_offered = ほかの 図書館《としょかん》を 選《えら》んでください。
reason-contact_not_offered = この 方法《ほうほう》では お知《し》らせできません。
remedy-contact_not_offered = ほかの 方法《ほうほう》を 選《えら》んでください。
reason-contact_needs_email = メールアドレスを 登録《とうろく》していません。
remedy-contact_needs_email = メニューの 「あなたの 情報《じょうほう》」で 登録《とうろく》するか、ほかの 方法《ほうほう》を 選《えら》んでください。
reason-contact_needs_phone = この 電話番号《でんわばんごう》を 登録《とうろく》していません。
remedy-contact_needs_phone = カウンターで 登録《とうろく》するか、ほかの 方法《ほうほう》を 選《えら》んでください。
reason-contact_needs_fax = FAXの 番号《ばんごう》を 登録《とうろく》していません。
remedy-contact_needs_fax = カウンターで 登録《とうろく》するか、ほかの 方法《ほうほう》を 選《えら》んでください。
reason-contact_needs_hearing_registration = 耳《みみ》が 聞《き》こえにくいことを 登録《とうろく》した 人《ひと》の 方法《ほうほう》です。
remedy-contact_needs_hearing_registration = ほかの 方法《ほうほう》を 選《えら》んでください。
reason-copy_needs_email = 予約《よやく》の メールを もらうには、メールアドレスが いります。
remedy-copy_needs_email = 「いりません」を 選《えら》ぶか、メニューの 「あなたの 情報《じょうほう》」で メールアドレスを 登録《とうろく》してください。
reason-sequences_not_offered = この 図書館《としょかん》では、順番《じゅんばん》を 決《き》めて 予約《よやく》できません。
remedy-sequences_not_offered = 1冊《さつ》ずつ 予約《よやく》してください。
reason-hold_ready = 用意《ようい》が できたので、ここでは 変《か》えられません。
remedy-hold_ready = カウンターで 言《い》ってください。
reason-hold_in_transit = 運《はこ》んでいるので、ここでは 変《か》えられません。
remedy-hold_in_transit = カウンターで 言《い》ってください。
reason-hold_from_elsewhere = ほかの 町《まち》の 図書館《としょかん》の 本《ほん》なので、ここでは 変《か》えられません。
remedy-hold_from_elsewhere = カウンターで 言《い》ってください。
reason-hold_ended = この 予約《よやく》は 終《お》わっています。
remedy-hold_ended = また 借《か》りたいときは、さがして 予約《よやく》してください。
reason-loan_limit = 一度《いちど》に 借《か》りられるのは { $limit }までです。
remedy-loan_limit = 借《か》りている 本《ほん》を 返《かえ》すと、次《つぎ》の 本《ほん》が 借《か》りられます。
reason-loan_overdue = 返《かえ》す 日《ひ》を 過《す》ぎたので、延《の》ばせません。
remedy-loan_overdue = 早《はや》く 返《かえ》してください。
reason-other_loan_overdue = 返《かえ》す 日《ひ》を 過《す》ぎた 本《ほん》が あります。だから 延《の》ばせません。
remedy-other_loan_overdue = 過《す》ぎた 本《ほん》を 先《さき》に 返《かえ》してください。
reason-renewed_already = 延《の》ばすのは ｜1回《いっかい》だけです。
remedy-renewed_already = 返《かえ》す 日《ひ》までに 返《かえ》してください。
reason-held_by_others = 次《つぎ》の 人《ひと》が 待《ま》っているので、延《の》ばせません。
remedy-held_by_others = 返《かえ》す 日《ひ》までに 返《かえ》してください。
reason-material_not_renewable = この 種類《しゅるい》は 延《の》ばせません。
remedy-material_not_renewable = 返《かえ》す 日《ひ》までに 返《かえ》してください。
reason-loan_from_elsewhere = ほかの 町《まち》の 図書館《としょかん》から 借《か》りた 本《ほん》なので、延《の》ばせません。
remedy-loan_from_elsewhere = 返《かえ》す 日《ひ》までに 返《かえ》してください。

## Screen: keyboard
keyboard-erase = ｜1字《いちじ》 消《け》す
keyboard-clear = 全部《ぜんぶ》 消《け》す
keyboard-space = 空白《くうはく》
keyboard-enter = 決定《けってい》
keyboard-shift = 大文字《おおもじ》
keyboard-layout-kana = かな
keyboard-layout-letters = ABC
keyboard-layout-digits = 123
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = ローマ字《じ》
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = 漢字《かんじ》が ここに 出《で》ます
keyboard-more-candidates = もっと 見《み》る

## Screen: idle overlay
idle-title = まだ 使《つか》いますか
idle-note = 何《なに》も 押《お》さないと、入《い》れたものを 消《け》して、はじめの 画面《がめん》に もどります。
idle-seconds = { $seconds }秒《びょう》
idle-continue = 続《つづ》ける

## Screen: forms
form-next-field = 次《つぎ》へ
form-show-secrets = 文字《もじ》を 見《み》せる
form-hide-secrets = 文字《もじ》を かくす

## Screen: login
login-title = 図書館《としょかん》の カードを 見《み》せてください
login-title-password = パスワードを 入《い》れてください
login-for-holds = 予約《よやく》カートの 中《なか》は そのままです。
login-keyed = カードの 番号《ばんごう》を 入《い》れることも できます
login-keyed-offered = カードの 番号《ばんごう》を ここに 入《い》れてください
login-keyed-only = カードの 番号《ばんごう》を ここに 入《い》れてください
login-camera-starting = カメラの 準備《じゅんび》を しています。番号《ばんごう》を 入《い》れることも できます。
login-card-read = カードを 読《よ》みました。
login-change-card = ほかの カードを 使《つか》う
login-register = パスワードを 作《つく》る（はじめての 人《ひと》、忘《わす》れた 人《ひと》）
login-next = 次《つぎ》へ
login-submit = ログイン

## Screen: confirm
confirm-title = これを 予約《よやく》しますか
confirm-count = 予約《よやく》する 本《ほん》 { $count }冊《さつ》
confirm-pickup = 受《う》け取《と》る 所《ところ》
confirm-contact = お知《し》らせの 方法《ほうほう》
confirm-provisional = まだ 予約《よやく》は 決《き》まりません（仮予約《かりよやく》）。図書館《としょかん》が 確《たし》かめると、決《き》まります。
confirm-change-cart = 本《ほん》を 変《か》える
confirm-change-pickup = 受《う》け取《と》る 所《ところ》を 変《か》える
confirm-submit = 予約《よやく》する

## Screen: done
done-title-all = 予約《よやく》が できました
done-title-provisional = 予約《よやく》を 頼《たの》みました
done-title-some = 予約《よやく》できなかった 本《ほん》が あります
done-title-none = 予約《よやく》できませんでした
done-accepted = できました
done-provisional = まだ 決《き》まっていません
done-refused = できませんでした
done-pickup = 受《う》け取《と》る 所《ところ》
done-contact = お知《し》らせの 方法《ほうほう》
done-see-holds = 予約《よやく》した 本《ほん》
done-search = また さがす
done-log-out = 終《お》わる（ログアウト）

## Screen: menu
menu-title = わたしの メニュー
menu-loans = 借《か》りている 本《ほん》
menu-holds = 予約《よやく》した 本《ほん》
menu-account = あなたの 情報《じょうほう》
menu-search = 本《ほん》を さがす
menu-no-loans = 借《か》りている 本《ほん》は ありません
menu-loan-count = { $count }冊《さつ》 借《か》りています
menu-overdue = 遅《おく》れている 本《ほん》 { $count }冊《さつ》
menu-hold-count = { $count }冊《さつ》（あと { $left }冊《さつ》 予約《よやく》できます）
menu-hold-count-full = { $count }冊《さつ》（これより 多《おお》く 予約《よやく》できません）
menu-ready = 用意《ようい》できた 本《ほん》 { $count }冊《さつ》
menu-account-note = パスワード、メールアドレス
menu-search-note = 本《ほん》を さがして 予約《よやく》します
menu-log-out = 終《お》わる（ログアウト）

## Screen: loans
loans-title = 借《か》りている 本《ほん》
loans-count = 全部《ぜんぶ》で { $count }冊《さつ》
loans-empty = 今《いま》 借《か》りている 本《ほん》は ありません
loans-empty-note = 借《か》りた 本《ほん》と 返《かえ》す 日《ひ》が ここに 出《で》ます。
loans-renew = 延《の》ばす
loans-menu = メニューへ

## Screen: holds
holds-title = 予約《よやく》した 本《ほん》
holds-count = 今《いま》の 予約《よやく》 { $count }冊《さつ》（{ $limit }冊《さつ》まで できます）
holds-ended = 、終《お》わった もの { $count }冊《さつ》
holds-count-by-material = 今《いま》の 予約《よやく》 { $count }（{ $limits }まで できます）
holds-limit-of = { $materials }は { $limit }
holds-limit-and = 、
holds-empty = 予約《よやく》した 本《ほん》は ありません
holds-empty-note = ほかの 人《ひと》が 借《か》りている 本《ほん》を さがして、予約《よやく》できます。
holds-cancel = やめる
holds-change = 変《か》える
holds-pickup = 受《う》け取《と》る 所《ところ》 { $branch }
holds-contact = お知《し》らせ { $contact }
hold-order-save = この 順番《じゅんばん》に する
holds-menu = メニューへ
holds-cancel-title = 予約《よやく》を やめますか
holds-cancel-note = また 予約《よやく》すると、順番《じゅんばん》は 一番《いちばん》 後《あと》に なります。
holds-confirm-cancel = 予約《よやく》を やめる
holds-keep = やめない

## Screen: lists
list-place = { $first }〜{ $last } / { $total }冊《さつ》
list-next = 次《つぎ》の ページ
list-previous = 前《まえ》の ページ

## Screen: account
account-title = あなたの 情報《じょうほう》
account-temporary = 今《いま》の パスワードは 仮《かり》の パスワードです。自分《じぶん》の パスワードに 変《か》えてください。
account-password = パスワードを 変《か》える
account-password-note = 今《いま》の パスワードを 新《あたら》しくします。
account-emails = メールアドレス
account-emails-note = { $count ->
    [0] 登録《とうろく》していません。
   *[other] { $count }つ 登録《とうろく》しています。
 }
account-delete-password = パスワードを 消《け》す
account-delete-note = 予約《よやく》と メニューを 使《つか》わないように します。
account-delete-title = パスワードを 消《け》しますか
account-delete-warning = 消《け》すと、予約《よやく》と メニューが 使《つか》えません。もう ｜1回《いっかい》 パスワードを 作《つく》ると、使《つか》えます。
account-confirm-delete = 消《け》す
account-keep = 消《け》さない
account-menu = メニューへ

## Screen: password_change
password-change-title = パスワードを 変《か》える
password-change-temporary = はじめに、仮《かり》の パスワードを 自分《じぶん》の パスワードに 変《か》えてください。
password-change-submit = 変《か》える
password-change-done = パスワードを 変《か》えました
password-change-done-note = 次《つぎ》から 新《あたら》しい パスワードを 使《つか》ってください。
password-change-finish = 次《つぎ》へ

## Screen: emails
emails-delete-title = この メールアドレスを 消《け》しますか
emails-delete-note = 消《け》すと、この アドレスに お知《し》らせが 届《とど》きません。
emails-keep = 消《け》さない
emails-title = メールアドレス
emails-none = 登録《とうろく》した メールアドレスは ありません
emails-note = 予約《よやく》した 本《ほん》が 用意《ようい》できたとき、メールで お知《し》らせできます。
emails-add = メールアドレスを 登録《とうろく》する
emails-change = 変《か》える
emails-delete = 消《け》す
emails-choose = お知《し》らせを もらう
emails-edit-title = 新《あたら》しい メールアドレス
emails-edit-note = 同《おな》じ アドレスを 2回《かい》 入《い》れてください。まちがいを 見《み》つける ためです。
emails-submit = 登録《とうろく》する
emails-account = 情報《じょうほう》へ もどる

## Screen: register_terms
register-terms-title = パスワードを 作《つく》る
register-terms-lead = はじめに 使《つか》うときの 約束《やくそく》を 読《よ》んでください。
register-terms-agree = 約束《やくそく》します
register-terms-accept = 次《つぎ》へ

## Screen: register_identity
register-identity-title = あなたを 確《たし》かめます
register-identity-lead = カードを 作《つく》った ときの 登録《とうろく》と 同《おな》じかを 確《たし》かめます。
register-identity-submit = 次《つぎ》へ

## Screen: register_password
register-password-title = 新《あたら》しい パスワード
register-password-lead = 同《おな》じものを 2回《かい》 入《い》れてください。
register-password-submit = 登録《とうろく》する

## Screen: register_done
register-done-title = パスワードを 登録《とうろく》しました
register-done-note = 忘《わす》れないでください。ほかの 人《ひと》に 教《おし》えないでください。
register-done-for-holds = ログインすると、予約《よやく》の 続《つづ》きが できます。
register-done-log-in = ログイン
register-to-confirm-title = これから メールを 送《おく》ります
register-to-confirm-note = 登録《とうろく》は まだ 終《お》わっていません。24時間《じかん》の うちに、届《とど》いた メールの リンクを 開《ひら》いてください。開《ひら》くと、新《あたら》しい パスワードで ログインできます。
register-to-confirm-desk = それまでは 前《まえ》の パスワードを 使《つか》えます。メールが 来《こ》ないときは、カウンターで 聞《き》いてください。

## Screen: out_of_service
out-of-service-title = 今《いま》は 使《つか》えません
out-of-service-note = 図書館《としょかん》の コンピューターに つながりません。つながると、また 使《つか》えます。
out-of-service-desk = 急《いそ》いでいる 人《ひと》は、カウンターへ 来《き》てください。
out-of-service-starting = 準備《じゅんび》しています
out-of-service-starting-note = 少《すこ》し 待《ま》ってください。

## Screen: bars
bar-search = さがす
bar-cart = 予約《よやく》カート
bar-menu = わたしの メニュー
bar-log-in = ログイン
bar-log-out = ログアウト
bar-finish = 終《お》わる
bar-back = もどる
language-ja = 日本語《にほんご》
language-ja-easy = やさしい日本語《にほんご》
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = もう ｜1回《いっかい》

## Screen: stepper
stepper-cart = カート
stepper-pickup = 受《う》け取《と》り
stepper-login = ログイン
stepper-confirm = 確《たし》かめる
stepper-done = 終《お》わり

## Screen: rest
rest-title = 本《ほん》を さがす
rest-search = 本《ほん》の 名前《なまえ》か 書《か》いた 人《ひと》を 入《い》れてください
rest-search-note = ほかの 人《ひと》が 借《か》りている 本《ほん》も 予約《よやく》できます
rest-shelves = 棚《たな》から さがす
rest-shelves-note = 新《あたら》しい 本《ほん》、人気《にんき》の 本《ほん》
rest-children = こどもの 本《ほん》
rest-children-note = えほん、ものがたり、しらべる
rest-card = カードを 見《み》せる
rest-card-note = 借《か》りている 本《ほん》と 予約《よやく》を 見《み》ます
rest-register = パスワードを 作《つく》る
rest-register-note = はじめての 人《ひと》、忘《わす》れた 人《ひと》

## Screen: search
search-title = 何《なに》を さがしますか
search-submit = さがす
search-submit-childrens = こどもの 本《ほん》を さがす
search-more-fields = ほかの 言葉《ことば》
search-first-fields = 閉《と》じる
search-browse = 棚《たな》から さがす
search-help = 言葉《ことば》を 入《い》れると、本《ほん》や 人《ひと》の 名前《なまえ》が ここに 出《で》ます。押《お》すと、さがします。
search-help-words = 言葉《ことば》を いくつか 入《い》れるときは、間《あいだ》に 空白《くうはく》を 入《い》れてください。
search-nothing-suggested = この 言葉《ことば》で 始《はじ》まる 名前《なまえ》は ありません。それでも さがせます。
suggestion-title = 本《ほん》
suggestion-creator = 人《ひと》
suggestion-subject = テーマ

## Screen: results
results-title = 「{ $query }」で さがしました
results-count = { $total }件《けん》
results-all = 見《み》つかった 本《ほん》
results-place = { $first }〜{ $last }（全部《ぜんぶ》で { $total }件《けん》）
results-near = これですか
results-near-title = 「{ $query }」は 見《み》つかりませんでした
results-near-shown = これですか … 「{ $near }」で 見《み》つかった 本《ほん》です
results-change = 言葉《ことば》を 変《か》える
results-without-filters = 選《えら》んだ 条件《じょうけん》を 全部《ぜんぶ》 やめる
results-everywhere = 全部《ぜんぶ》の 中《なか》から さがす
results-only-word = 「{ $word }」だけで さがす
results-narrow = 選《えら》ぶ・並《なら》べる
results-narrowed = 条件《じょうけん》 { $count }つ
results-sort = 並《なら》べ方《かた》
results-clear-filters = 条件《じょうけん》を やめる
results-see = { $total }件《けん》 見《み》る
sort-relevance = 言葉《ことば》に 近《ちか》い 順《じゅん》
sort-newest = 新《あたら》しい 順《じゅん》
sort-title = 本《ほん》の 名前《なまえ》の 順《じゅん》
sort-creator = 書《か》いた 人《ひと》の 順《じゅん》
filter-now = 条件《じょうけん》
filter-branch = 図書館《としょかん》
filter-material = 種類《しゅるい》
filter-year = 出《で》た 年《とし》
filter-decade = { $year }年代《ねんだい》
filter-count = { $name } { $count }
available = 今《いま》 棚《たな》に ある
childrens = こどもの 本《ほん》
results-empty = 見《み》つかりませんでした
results-empty-note = 言葉《ことば》を 短《みじか》くするか、ほかの 言葉《ことば》で さがしてください。ひらがなで いいです。
results-again = もう ｜1回《いっかい》 さがす

## Screen: detail
detail-add = 予約《よやく》カートに 入《い》れる
detail-to-cart = 予約《よやく》カートを 見《み》る
detail-proceed = 予約《よやく》へ
detail-add-series = 全部《ぜんぶ》（{ $count }冊《さつ》）を 順番《じゅんばん》に 予約《よやく》カートへ
detail-items = 本《ほん》の 場所《ばしょ》
detail-series = 続《つづ》きの 本《ほん》
detail-no-items = この 図書館《としょかん》に ありません
detail-slip = 請求記号《せいきゅうきごう》（この 棚《たな》に あります）
detail-slip-away = 請求記号《せいきゅうきごう》（いつもの 棚《たな》）
detail-map = 棚《たな》の 地図《ちず》
detail-phone = スマートフォンに 写《うつ》す
detail-phone-title = スマートフォンに 写《うつ》す
detail-phone-note = スマートフォンの カメラを この しるしに 向《む》けてください。本《ほん》の 名前《なまえ》と 場所《ばしょ》が 入《はい》ります。
detail-map-awaited = 地図《ちず》を 準備《じゅんび》しています
detail-map-failed = 地図《ちず》を 見《み》せられません
detail-map-instead = 請求記号《せいきゅうきごう》（棚《たな》の 番号《ばんごう》）を 書《か》いて、カウンターで 聞《き》いてください。
detail-here = 今《いま》 ここ
detail-close = 閉《と》じる
detail-facts = くわしい 情報《じょうほう》
detail-not-holdable = この 本《ほん》は 予約《よやく》できません

## Screen: cart
cart-title = 予約《よやく》カート
cart-note = 予約《よやく》カートは、借《か》りたい 本《ほん》を 集《あつ》める かごです。まだ 予約《よやく》は できていません。「次《つぎ》へ」を 押《お》してください。
cart-empty = 予約《よやく》カートは 空《から》です
cart-empty-note = 予約《よやく》カートは、借《か》りたい 本《ほん》を 集《あつ》める かごです。本《ほん》の 画面《がめん》で 「{ detail-add }」を 押《お》すと、ここに 入《はい》ります。
cart-search = 本《ほん》を さがす
cart-remove = 出《だ》す
cart-order = 順番予約《じゅんばんよやく》
cart-order-all = 番号《ばんごう》の 順《じゅん》に する
cart-order-note = 読《よ》みたい 順《じゅん》に 本《ほん》を 押《お》してください
cart-order-finish = この 順番《じゅんばん》に する
cart-order-drop = 順番《じゅんばん》を やめる
cart-count = { $count }冊《さつ》 予約《よやく》します
cart-submit = 次《つぎ》へ

## Screen: pickup
pickup-title = 受《う》け取《と》る 所《ところ》と お知《し》らせ
pickup-branch = 受《う》け取《と》る 所《ところ》
pickup-contact = お知《し》らせの 方法《ほうほう》
pickup-copy = 予約《よやく》したことの メール
pickup-copy-yes = 送《おく》ってください
pickup-copy-no = いりません
pickup-copy-note = 何《なに》を 予約《よやく》したかを メールで お知《し》らせします
pickup-no-contact = 選《えら》べる お知《し》らせの 方法《ほうほう》が ありません。
pickup-no-contact-email = 先《さき》に メールアドレスを 登録《とうろく》してください。それから 「もどる」を 押《お》すと、予約《よやく》の 続《つづ》きが できます。
pickup-register-email = メールアドレスを 登録《とうろく》する
pickup-change-title = 予約《よやく》を 変《か》える
pickup-submit = 次《つぎ》へ
pickup-save = 変《か》える

## Screen: bookshelf
bookshelf-name = マイ本棚《ほんだな》
bookshelf-menu-note = 後《あと》で 読《よ》みたい 本《ほん》を 入《い》れておけます
bookshelf-keep = { bookshelf-name }に 入《い》れる
bookshelf-open = { bookshelf-name }を 見《み》る
bookshelf-count = 全部《ぜんぶ》で { $count }冊《さつ》
bookshelf-kept_on = { $date }に 入《い》れました
bookshelf-to-cart = 予約《よやく》カートへ
bookshelf-in-cart = カートに 入《い》れました
bookshelf-take-out = 出《だ》す
bookshelf-taken_out = 「{ $title }」を 出《だ》しました。
bookshelf-put-back = もとに もどす
bookshelf-empty = { bookshelf-name }は 空《から》です
bookshelf-empty-note = 本《ほん》の 画面《がめん》で 「{ bookshelf-keep }」を 押《お》すと、ここに 入《はい》ります。
bookshelf-history = 借《か》りた 本《ほん》の 記録《きろく》
bookshelf-goal = 読書《どくしょ》マラソン
bookshelf-menu = メニューへ
bookshelf-back = { bookshelf-name }へ
awaiting-bookshelf = { bookshelf-name }を 調《しら》べています…
awaiting-bookshelf-keep = { bookshelf-name }に 入《い》れています…
trouble-bookshelf_not_offered = { bookshelf-name }は、この 図書館《としょかん》では 使《つか》えません。
trouble-bookshelf_full = { bookshelf-name }が いっぱいです。
trouble-bookshelf_full-remedy = 読《よ》んだものを 出《だ》してから、もう ｜1回《いっかい》 してください。

## Screen: reading_history
reading-history-title = 借《か》りた 本《ほん》の 記録《きろく》
reading-history-off = 今《いま》は 記録《きろく》していません
reading-history-explain-what = 「使《つか》う」を 押《お》すと、これから 借《か》りる 本《ほん》の 名前《なまえ》と 日《ひ》を 書《か》いておきます。前《まえ》に 借《か》りた 本《ほん》は 書《か》きません。
reading-history-explain-who = 記録《きろく》は あなただけの ものです。図書館《としょかん》の 人《ひと》は 見《み》られません。
reading-history-explain-end = いつでも やめられます。やめると、記録《きろく》は すぐ 全部《ぜんぶ》 消《き》えます。
reading-history-begin = 使《つか》う
reading-history-lent_on = 借《か》りた 日《ひ》 { $date }
reading-history-count = 全部《ぜんぶ》で { $count }冊《さつ》
reading-history-empty = まだ 記録《きろく》は ありません
reading-history-empty-note = これから 借《か》りる 本《ほん》が ここに 入《はい》ります。
reading-history-delete = 消《け》す
reading-history-clear = 全部《ぜんぶ》 消《け》す
reading-history-stop = 使《つか》うのを やめる
reading-history-begun = これから 借《か》りる 本《ほん》を 記録《きろく》します。
reading-history-stopped = 使《つか》うのを やめました。記録《きろく》は 全部《ぜんぶ》 消《け》しました。
reading-history-deleted = 記録《きろく》を 消《け》しました。
reading-history-entry-title = この 記録《きろく》を 消《け》しますか
reading-history-entry-note = 消《け》すと、もとに もどせません。読書《どくしょ》マラソンの 数《かず》も 減《へ》ります。
reading-history-entry-do = 消《け》す
reading-history-entry-keep = 消《け》さない
reading-history-clear-title = 記録《きろく》を 全部《ぜんぶ》 消《け》しますか
reading-history-clear-note = 消《け》すと、もとに もどせません。これから 借《か》りる 本《ほん》は また 記録《きろく》します。
reading-history-clear-do = 全部《ぜんぶ》 消《け》す
reading-history-clear-keep = 消《け》さない
reading-history-stop-title = 記録《きろく》を やめますか
reading-history-stop-note = 記録《きろく》と 読書《どくしょ》マラソンの 目標《もくひょう》は、すぐ 全部《ぜんぶ》 消《き》えます。もとに もどせません。
reading-history-stop-do = やめて 消《け》す
reading-history-stop-keep = やめない
awaiting-reading-history = 記録《きろく》を 調《しら》べています…
trouble-history_not_offered = 借《か》りた 本《ほん》の 記録《きろく》は、この 図書館《としょかん》では 使《つか》えません。
trouble-history_consent_needed = 先《さき》に 借《か》りた 本《ほん》の 記録《きろく》を 「使《つか》う」に してください。
trouble-history_consent_needed-remedy = { bookshelf-name }の 「{ bookshelf-history }」で 変《か》えられます。

## Screen: reading_goal
reading-goal-title = 読書《どくしょ》マラソン
reading-goal-lead = 読《よ》みたい 本《ほん》の 数《かず》と 期間《きかん》を 決《き》めて、楽《たの》しく 読《よ》みましょう。
reading-goal-needs-history = はじめに、借《か》りた 本《ほん》の 記録《きろく》を 「使《つか》う」に してください
reading-goal-needs-history-note = 借《か》りた 本《ほん》の 記録《きろく》から 数《かぞ》えます。
reading-goal-to-history = 記録《きろく》の 画面《がめん》へ
reading-goal-months = { $months ->
    [12] ｜1年《いちねん》
   *[other] { $months }か月《げつ》
 }
reading-goal-period = { $first } 〜 { $last }
reading-goal-period-label = 今日《きょう》から
reading-goal-submit = これを 目標《もくひょう》に する
reading-goal-borrowed = { $count }冊《さつ》
reading-goal-titles = 目標《もくひょう》 { $count }冊《さつ》
reading-goal-left = あと { $count }冊《さつ》です
reading-goal-reached = 目標《もくひょう》まで 読《よ》みました
reading-goal-over = 期間《きかん》が 終《お》わりました。あと { $count }冊《さつ》でした。
reading-goal-so-far = 借《か》りた 本《ほん》
reading-goal-edit = 目標《もくひょう》を 変《か》える
reading-goal-give-up = 目標《もくひょう》を やめる
reading-goal-give-up-title = 目標《もくひょう》を やめますか
reading-goal-give-up-note = 目標《もくひょう》だけが 消《き》えます。借《か》りた 本《ほん》の 記録《きろく》は そのままです。
reading-goal-keep = やめない
reading-goal-set = 目標《もくひょう》を 決《き》めました。
reading-goal-wrong_number = 1から { $limit }までの 数《かず》を 入《い》れてください。
field-goal_titles = 読《よ》みたい 本《ほん》の 数《かず》
hint-goal_titles = 例《れい》 20
awaiting-reading-goal = 目標《もくひょう》を 調《しら》べています…
trouble-reading_goal_not_offered = 読書《どくしょ》マラソンは、この 図書館《としょかん》では 使《つか》えません。
trouble-reading_goal_invalid = この 目標《もくひょう》には できません。
trouble-reading_goal_invalid-remedy = 本《ほん》の 数《かず》と 期間《きかん》を もう ｜1回《いっかい》 見《み》てください。

## Screen: shelves
shelves-title = 棚《たな》から さがす
shelves-entrance = 棚《たな》から さがす
awaiting-shelves = 棚《たな》を 見《み》ています…
shelves-here = この 図書館《としょかん》の 本《ほん》
shelves-everywhere = 全部《ぜんぶ》の 図書館《としょかん》の 本《ほん》
shelves-new = 新《あたら》しい 本《ほん》
shelves-popular = 今月《こんげつ》 人気《にんき》の 本《ほん》
shelves-search = 言葉《ことば》で さがす
shelves-count = 全部《ぜんぶ》で { $count }
shelves-place = { $first }〜{ $last }（全部《ぜんぶ》で { $total }）
shelves-all = 全部《ぜんぶ》で { $total }
shelves-previous = 左《ひだり》の 本《ほん》
shelves-next = 右《みぎ》の 本《ほん》
shelves-empty = この 棚《たな》に 本《ほん》は ありません
shelves-empty-note = 「{ shelves-everywhere }」を 押《お》すと、ほかの 図書館《としょかん》の 本《ほん》も 見《み》られます。

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

## 日本十進分類法（NDC）の類と綱
ndc-0 = 知識《ちしき》・情報《じょうほう》
ndc-0-note = 事典《じてん》、コンピュータ、図書館《としょかん》
ndc-00 = 全体《ぜんたい》
ndc-01 = 図書館《としょかん》
ndc-02 = 本《ほん》と 出版《しゅっぱん》
ndc-03 = 百科事典《ひゃっかじてん》
ndc-04 = 論文《ろんぶん》や 話《はなし》を 集《あつ》めた 本《ほん》
ndc-05 = 年鑑《ねんかん》・雑誌《ざっし》
ndc-06 = 団体《だんたい》・博物館《はくぶつかん》
ndc-07 = 新聞《しんぶん》・ニュース
ndc-08 = シリーズ・全集《ぜんしゅう》
ndc-09 = この 土地《とち》の 本《ほん》・大切《たいせつ》な 本《ほん》
ndc-1 = 心《こころ》・考《かんが》え方《かた》
ndc-1-note = 哲学《てつがく》、心理学《しんりがく》、宗教《しゅうきょう》
ndc-10 = 哲学《てつがく》
ndc-11 = いろいろな 哲学《てつがく》
ndc-12 = アジアの 考《かんが》え方《かた》
ndc-13 = 西洋《せいよう》の 哲学《てつがく》
ndc-14 = 心理学《しんりがく》
ndc-15 = 生《い》き方《かた》・道徳《どうとく》
ndc-16 = 宗教《しゅうきょう》
ndc-17 = 神道《しんとう》
ndc-18 = 仏教《ぶっきょう》
ndc-19 = キリスト教《きょう》・ユダヤ教《きょう》
ndc-2 = 歴史《れきし》・地理《ちり》
ndc-2-note = 日本《にほん》と 世界《せかい》の 歴史《れきし》、旅行《りょこう》
ndc-20 = 世界《せかい》の 歴史《れきし》・文化《ぶんか》
ndc-21 = 日本《にほん》の 歴史《れきし》
ndc-22 = アジアの 歴史《れきし》
ndc-23 = ヨーロッパの 歴史《れきし》
ndc-24 = アフリカの 歴史《れきし》
ndc-25 = 北《きた》アメリカの 歴史《れきし》
ndc-26 = 南《みなみ》アメリカの 歴史《れきし》
ndc-27 = オセアニア・北極《ほっきょく》と 南極《なんきょく》の 歴史《れきし》
ndc-28 = 人《ひと》の 一生《いっしょう》
ndc-29 = 地理《ちり》・旅行《りょこう》
ndc-3 = 社会《しゃかい》
ndc-3-note = 政治《せいじ》、お金《かね》、教育《きょういく》
ndc-30 = 社会《しゃかい》の 学問《がくもん》
ndc-31 = 政治《せいじ》
ndc-32 = 法律《ほうりつ》
ndc-33 = 経済《けいざい》
ndc-34 = 国《くに》や 町《まち》の お金《かね》
ndc-35 = 統計《とうけい》
ndc-36 = 社会《しゃかい》・福祉《ふくし》
ndc-37 = 教育《きょういく》
ndc-38 = 昔《むかし》からの 習慣《しゅうかん》
ndc-39 = 国《くに》を 守《まも》る・軍隊《ぐんたい》
ndc-4 = 自然《しぜん》・体《からだ》
ndc-4-note = 数学《すうがく》、宇宙《うちゅう》、動物《どうぶつ》、健康《けんこう》
ndc-40 = 自然《しぜん》の 科学《かがく》
ndc-41 = 数学《すうがく》
ndc-42 = 物理学《ぶつりがく》
ndc-43 = 化学《かがく》
ndc-44 = 星《ほし》・宇宙《うちゅう》
ndc-45 = 地球《ちきゅう》・天気《てんき》
ndc-46 = 生《い》き物《もの》
ndc-47 = 植物《しょくぶつ》
ndc-48 = 動物《どうぶつ》
ndc-49 = 病気《びょうき》・健康《けんこう》
ndc-5 = 技術《ぎじゅつ》・暮《く》らし
ndc-5-note = 機械《きかい》、建物《たてもの》、料理《りょうり》
ndc-50 = 技術《ぎじゅつ》
ndc-51 = 道《みち》や 橋《はし》を 作《つく》る
ndc-52 = 建物《たてもの》
ndc-53 = 機械《きかい》
ndc-54 = 電気《でんき》・電子《でんし》
ndc-55 = 船《ふね》・海《うみ》
ndc-56 = 金属《きんぞく》・鉱山《こうざん》
ndc-57 = 化学工業《かがくこうぎょう》
ndc-58 = 物《もの》を 作《つく》る 仕事《しごと》
ndc-59 = 家庭《かてい》・料理《りょうり》・子育《こそだ》て
ndc-6 = 産業《さんぎょう》
ndc-6-note = 農業《のうぎょう》、店《みせ》、乗《の》り物《もの》
ndc-60 = 産業《さんぎょう》
ndc-61 = 農業《のうぎょう》
ndc-62 = 果物《くだもの》・花《はな》・庭《にわ》
ndc-63 = かいこ・絹《きぬ》
ndc-64 = 牛《うし》や 馬《うま》・動物《どうぶつ》の 病気《びょうき》
ndc-65 = 森《もり》の 仕事《しごと》・狩《か》り
ndc-66 = 魚《さかな》の 仕事《しごと》
ndc-67 = 店《みせ》・商売《しょうばい》
ndc-68 = 交通《こうつう》・観光《かんこう》
ndc-69 = 通信《つうしん》・放送《ほうそう》
ndc-7 = 芸術《げいじゅつ》・スポーツ
ndc-7-note = 美術《びじゅつ》、音楽《おんがく》、映画《えいが》、スポーツ
ndc-70 = 芸術《げいじゅつ》・美術《びじゅつ》
ndc-71 = 彫刻《ちょうこく》
ndc-72 = 絵《え》・書道《しょどう》・マンガ
ndc-73 = 版画《はんが》
ndc-74 = 写真《しゃしん》・印刷《いんさつ》
ndc-75 = 工芸《こうげい》
ndc-76 = 音楽《おんがく》・踊《おど》り
ndc-77 = 劇《げき》・映画《えいが》
ndc-78 = スポーツ
ndc-79 = お茶《ちゃ》・遊《あそ》び
ndc-8 = 言葉《ことば》
ndc-8-note = 日本語《にほんご》、英語《えいご》など
ndc-80 = 言葉《ことば》
ndc-81 = 日本語《にほんご》
ndc-82 = 中国語《ちゅうごくご》・アジアの 言葉《ことば》
ndc-83 = 英語《えいご》
ndc-84 = ドイツ語《ご》など
ndc-85 = フランス語《ご》など
ndc-86 = スペイン語《ご》・ポルトガル語《ご》
ndc-87 = イタリア語《ご》など
ndc-88 = ロシア語《ご》など
ndc-89 = ほかの 言葉《ことば》
ndc-9 = 文学《ぶんがく》
ndc-9-note = 小説《しょうせつ》、詩《し》、エッセイ
ndc-90 = 文学《ぶんがく》
ndc-91 = 日本《にほん》の 文学《ぶんがく》
ndc-92 = 中国《ちゅうごく》・アジアの 文学《ぶんがく》
ndc-93 = 英語《えいご》の 文学《ぶんがく》
ndc-94 = ドイツの 文学《ぶんがく》など
ndc-95 = フランスの 文学《ぶんがく》など
ndc-96 = スペイン・ポルトガルの 文学《ぶんがく》
ndc-97 = イタリアの 文学《ぶんがく》など
ndc-98 = ロシアの 文学《ぶんがく》など
ndc-99 = ほかの 国《くに》の 文学《ぶんがく》

## Screen: comfort
bar-comfort = 見《み》やすく
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = 見《み》やすく・聞《き》きやすく
comfort-note = あなたが 使《つか》う 間《あいだ》だけ 変《か》わります
comfort-reset = もとに もどす
comfort-close = これで いい
comfort-text_size = 文字《もじ》の 大《おお》きさ
comfort-text_size-standard = ふつう
comfort-text_size-large = 大《おお》きい
comfort-text_size-largest = もっと 大《おお》きい
comfort-is_high_contrast = 画面《がめん》の 色《いろ》
comfort-is_high_contrast-usual = ふつう
comfort-is_high_contrast-other = 黒《くろ》に 白《しろ》い 文字《もじ》
comfort-is_low = 画面《がめん》の 場所《ばしょ》
comfort-is_low-usual = ふつう
comfort-is_low-other = 低《ひく》い 所《ところ》
comfort-is_unhurried = 時間《じかん》
comfort-is_unhurried-usual = ふつう
comfort-is_unhurried-other = ゆっくり
comfort-is_spoken = 声《こえ》の 案内《あんない》
comfort-is_spoken-usual = なし
comfort-is_spoken-other = イヤホンで 聞《き》く
comfort-speaks_passwords = パスワードを 声《こえ》で 読《よ》む
comfort-speaks_passwords-usual = 読《よ》まない
comfort-speaks_passwords-other = 読《よ》む
comfort-has_sounds = 音《おと》
comfort-has_sounds-usual = 鳴《な》る
comfort-has_sounds-other = 鳴《な》らない
comfort-has_motion = 画面《がめん》の 動《うご》き
comfort-has_motion-usual = あり
comfort-has_motion-other = なし

## Screen: rest, the day
rest-new = 新《あたら》しい 本《ほん》
today-hours = 開《あ》いている 時間《じかん》 { $opens }〜{ $closes }
today-open = 今日《きょう》は 開《あ》いています
today-closed = 今日《きょう》は 休《やす》みです
today-closed-until = 今日《きょう》は 休《やす》みです。次《つぎ》に 開《あ》く 日《ひ》は { $date }です

## 声で読む言葉
spoken-welcome = 声《こえ》で 話《はな》します。矢印《やじるし》の キーで 動《うご》いて、OKの キーで 選《えら》びます。／の キーで もどります。＊の キーで もう ｜1回《いっかい》 聞《き》きます。
spoken-pause = { "。" }
spoken-button = ボタン
spoken-field = 文字《もじ》を 入《い》れる 所《ところ》
spoken-row = 行《ぎょう》
spoken-choice = 選《えら》ぶもの
spoken-check = チェック
spoken-on = 選《えら》んでいます
spoken-off = 選《えら》んでいません
spoken-unavailable = 今《いま》は 使《つか》えません
spoken-place = { $total }の うち { $number }番目《ばんめ》
spoken-empty = 空《から》です
spoken-masked = { $count }文字《もじ》
spoken-cleared = 全部《ぜんぶ》 消《け》しました
spoken-erased = 消《け》しました、{ $text }
spoken-erased-masked = 1文字《もじ》 消《け》しました
spoken-capital = 大文字《おおもじ》の { $letter }
spoken-small-kana = 小《ちい》さい { $kana }
spoken-katakana = カタカナの { $kana }
spoken-sign-space = 空白《くうはく》
spoken-sign-hyphen = ハイフン
spoken-sign-dot = ドット
spoken-sign-colon = コロン
spoken-sign-apostrophe = アポストロフィ
spoken-sign-ampersand = アンド
spoken-sign-plus = プラス
spoken-sign-hash = シャープ
spoken-sign-slash = スラッシュ
spoken-sign-comma = コンマ
spoken-sign-exclamation = びっくりマーク
spoken-sign-at = アットマーク
spoken-sign-dollar = ドル
spoken-sign-underscore = アンダーバー
spoken-sign-long = のばす 音《おと》
spoken-sign-middle-dot = なかてん
spoken-key-dakuten = 点々《てんてん》
spoken-key-handakuten = 丸《まる》
spoken-key-small = 小《ちい》さい 字《じ》に する
spoken-key-script = ひらがなと カタカナを 変《か》える
spoken-key-left = 左《ひだり》へ
spoken-key-right = 右《みぎ》へ
spoken-name-rows-up = 前《まえ》を 見《み》る
spoken-name-rows-down = 次《つぎ》を 見《み》る
spoken-name-toggle = 予約《よやく》する
spoken-name-shelf-rail = 棚《たな》の 中《なか》の 場所《ばしょ》
spoken-awaited-row = 読《よ》んでいます
spoken-rows = { $total }件《けん》の うち { $first }から { $last }
spoken-results = { $total ->
    [0] 見《み》つかりませんでした
   *[other] { $total }件《けん》 見《み》つかりました
 }
spoken-offered = { $count }この 名前《なまえ》が あります
spoken-cart = 予約《よやく》カートに { $count }この 本《ほん》が あります
spoken-idle = あと { $seconds }秒《びょう》で 終《お》わります。続《つづ》けるには、どれかの キーを 押《お》してください
spoken-seconds = あと { $seconds }秒《びょう》
spoken-volume = 音《おと》の 大《おお》きさ { $percent }
spoken-edge = ここで 終《お》わりです
spoken-no-way-back = ここからは もどれません
