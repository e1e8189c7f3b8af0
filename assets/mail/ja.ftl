### メールの文。図書館ごとのことばは、プロファイルの [messages.ja] に同じ見出し語で書きます。
### 利用者のお名前・カード番号・メールアドレスは、どのメールにも書きません。件名には資料名を書きません。

## すべてのメールに共通
mail-date = { $year }年{ $month }月{ $day }日（{ $weekday }）
mail-weekday-0 = 月
mail-weekday-1 = 火
mail-weekday-2 = 水
mail-weekday-3 = 木
mail-weekday-4 = 金
mail-weekday-5 = 土
mail-weekday-6 = 日
mail-title = ・{ $title }
mail-footer =
    ――――――――――
    { $library }
    このメールは送信専用です。
    返信されても、お答えできません。

## 予約資料のご用意ができたとき($holds は、下の受取館と資料の一覧)
mail-hold_ready-subject = 予約資料のご用意ができました
mail-hold_ready-body =
    予約された資料のご用意ができました。
    図書館の利用カードをお持ちになって、受取館へお越しください。

    { $holds }
mail-hold_ready-place = ■{ $branch }
mail-hold_ready-place-until =
    ■{ $branch }
    取り置き期限 { $day }
mail-hold_ready-limit = 取り置き期限を過ぎますと、予約は取り消されます。

## 予約が確定したとき
mail-hold_accepted-subject = 予約が確定しました
mail-hold_accepted-body =
    次の資料の予約が確定しました。

    { $titles }

    受取館 { $branch }

    ご用意ができましたら、あらためてお知らせします。

## 予約内容の控え
mail-hold_request_copy-subject = 予約の申し込み内容のお知らせ
mail-hold_request_copy-body =
    次の内容で予約を受け付けました。

    { $titles }

    受取館 { $branch }

    ご用意ができましたら、お知らせします。
mail-hold_request_copy-provisional-subject = 仮予約の受付内容のお知らせ（予約はまだ確定していません）
mail-hold_request_copy-provisional-body =
    次の内容で仮予約を受け付けました。
    予約はまだ確定していません。
    図書館で確認したあとに、予約が確定します。

    { $titles }

    受取館 { $branch }

## ご用意できなくなったとき
mail-hold_declined-subject = 予約資料をご用意できません
mail-hold_declined-body =
    申し訳ありません。次の資料は、ご用意できなくなりました。
    資料の汚破損や返却の遅れなどによるものです。

    { $titles }

    くわしくは、図書館へお問い合わせください。

## メールアドレスが変わったとき
mail-email_notice-subject = メールアドレス変更の御確認
mail-email_notice-registered-body =
    このメールアドレスを、図書館からの連絡先として登録しました。

    お心当たりのないときは、図書館へご連絡ください。
mail-email_notice-deleted-body =
    このメールアドレスを、図書館からの連絡先から削除しました。

    お心当たりのないときは、図書館へご連絡ください。

## リンクで確定する手続き
mail-email_link-subject = メールアドレス変更の御確認
mail-email_link-body =
    メールアドレスの登録・変更を受け付けました。
    手続きは、まだ終わっていません。
    次のリンクを開いて、ボタンを押すと、確定します。

    { $link }

    リンクは{ $hours }時間有効です。
    押すまでは、何も変わりません。

    お心当たりのないときは、リンクを開かずに、このメールを消してください。
mail-password_link-subject = パスワード登録の御確認
mail-password_link-body =
    パスワードの登録を受け付けました。
    手続きは、まだ終わっていません。
    次のリンクを開いて、ボタンを押すと、新しいパスワードに決まります。

    { $link }

    リンクは{ $hours }時間有効です。
    押すまでは、何も変わりません。

    お心当たりのないときは、リンクを開かずに、このメールを消してください。
