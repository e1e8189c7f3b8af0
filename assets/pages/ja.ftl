### メールのリンクから開くページの文。

## 確定する前
confirmation-email-title = メールアドレスの確認
confirmation-email-text = このメールが届いたアドレスを、図書館からの連絡先にします。よろしければ、下のボタンを押してください。お心当たりのないときは、このページを閉じてください。何も変わりません。
confirmation-email-button = このメールアドレスにする
confirmation-password-title = パスワード登録の確認
confirmation-password-text = 館内の端末で申請されたパスワードを、新しいパスワードにします。よろしければ、下のボタンを押してください。お心当たりのないときは、このページを閉じてください。何も変わりません。
confirmation-password-button = パスワードの登録を確定する

## 確定したあと
confirmation-email-done-title = メールアドレスを登録しました
confirmation-email-done-text = 手続きはこれで終わりです。このページを閉じてください。
confirmation-password-done-title = パスワードの登録を行いました
confirmation-password-done-text = 次からは、新しいパスワードでログインしてください。このページを閉じてください。

## もう使えないリンク
confirmation-void-title = このリンクは、いまは使えません
confirmation-void-text = 確定がすんだリンク、時間を過ぎたリンク、あとの申請で古くなったリンクは使えません。すでに確定した方は、これで終わりです。まだの方は、図書館の端末でもう一度お申し込みになるか、カウンターにおたずねください。
