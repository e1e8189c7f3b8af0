### 简体中文。

## 日期
month = { $month }月
date = { month }{ $day }日（{ $weekday }）
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日
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

## 资料类型
material-book = 图书
material-picture_book = 绘本
material-magazine = 杂志
material-kamishibai = 纸芝居
material-cd = CD
material-dvd = DVD
material-video = 录像带
material-cassette = 磁带

## 馆藏状态（搜索结果）
availability-on_shelf = 在架
availability-on_loan = { $holds ->
    [0] 已借出
   *[other] 已借出 { $holds }人预约
 }
availability-in_library_only = 仅限馆内阅览
availability-unavailable = 暂不提供
availability-on_shelf-elsewhere = 其他分馆在架
availability-not-owned = 本馆无收藏

## 馆藏状态（逐册）
item-on_shelf = 在架
item-on_loan = 已借出
item-on_loan-until = 已借出 { $date }到期
item-hold_shelf = 已为预约者保留
item-in_transit = 正运往其他分馆
item-missing = 正在查找
item-in_repair = 修补中
item-reference_only = 请在馆内阅览
item-of-several = { $total }册中的{ $count }册：{ $state }

## 书目信息
fact-reading = 日语读音
fact-reading-derived = { $reading }（读音由系统自动标注）
fact-publisher = 出版社
fact-published = 出版年
fact-material = 类型
fact-ndc = 分类号（NDC）
fact-isbn = ISBN
fact-subjects = 主题
fact-note = 附注

## 搜索
search-in-any = 全部
search-in-title = 书名
search-in-creator = 作者
search-in-publisher = 出版社
search-in-subject = 主题
search-in-isbn = ISBN
search-in-ndc = 分类号（NDC）
search-in-call_number = 索书号
field-query = 搜索词
hint-query = 书名或作者，也可输入日语假名

## 等待时
awaiting-search = 正在搜索…
awaiting-title = 正在准备详细信息…
awaiting-login = 正在核对…
awaiting-menu = 正在查询您的使用情况…
awaiting-loans = 正在查询您的借阅…
awaiting-holds = 正在查询您的预约…
awaiting-renewal = 正在续借…
awaiting-cancel = 正在取消…
awaiting-change = 正在更改…
awaiting-delete = 正在删除…
awaiting-identity = 正在核对您的登记信息…
awaiting-submission = 正在提交预约，请稍候…

## 输入
field-card_number = 借书证号
hint-card_number = 条形码下方的数字
field-password = 密码
field-new_password = 新密码
field-password_again = 密码（再输入一次）
field-new_password_again = 新密码（再输入一次）
field-current_password = 当前密码
field-birth_date = 出生日期（公历，8位数字）
field-birth_date-typed = 出生日期 { $date }
hint-birth_date = 例：1985年4月12日 → 19850412
field-phone = 电话号码
hint-phone = 办证时登记的号码，只输入数字
field-name_kana = 姓名（片假名）
field-email = 电子邮箱
field-email_again = 电子邮箱（再输入一次）

## 借书证号有误
card-empty = 请输入借书证号。
card-not_digits = 请只输入数字。
card-wrong_character = 含有借书证号中不使用的字符。请核对条形码下方的号码。
card-wrong_length = 借书证号为{ $digits }位数字。请再核对一次。
card-wrong_prefix = 这似乎不是本馆的借书证号。请核对条形码下方的数字。
card-wrong_check_digit = 号码似乎有误。请再核对一次。
card-wrong_symbology = 这似乎不是本馆的借书证。请出示本馆的借书证。
card-wrong_start_stop = 号码首尾的字母也请按借书证上的内容输入。

## 摄像头
sight-nothing = 请将借书证的条形码对准摄像头
sight-code_seen = 正在读取，请不要移动…
sight-too_far = 请再靠近摄像头一些
sight-blurred =
    图像模糊。
    请稍微拿远一些，保持不动
sight-glare =
    有反光。
    请将借书证稍微倾斜
sight-dark =
    光线太暗，无法读取。
    请转向较亮的地方
sight-book =
    这是书上的条形码。
    请出示您的借书证
sight-wrong_card =
    这似乎是其他图书馆的借书证。
    请出示本馆的借书证
sight-wrong_code =
    这似乎不是借书证的条形码。
    请出示您的借书证
sight-two_cards = 请一次只出示一张借书证
sight-left_lying =
    上一张借书证还留在这里。
    请先取走，再出示自己的借书证
sight-read = 已读取
sight-no_camera =
    摄像头无法使用。
    请用数字键输入借书证号

## 密码有误
password-rule = { $shortest }到{ $longest }位半角英文字母和数字，区分大小写。
password-too_short = 密码太短。请设置{ $shortest }位以上。
password-too_long = 密码太长。请设置在{ $longest }位以内。
password-wrong_characters = 密码只能使用半角英文字母和数字。
password-not_equal = 两次输入的密码不一致。请重新输入。
password-current_wrong = 当前密码似乎有误。请重新输入。

## 出生日期有误
birth_date-not_a_date = 请依次输入公历年4位、月2位、日2位。例：19850412

## 电子邮箱
email-empty = 请输入电子邮箱。
email-not_half_width = 请使用半角英文字母、数字和符号。
email-comma = 含有“,”（逗号）。请改为“.”（点）。
email-two_dots = 有连续的“.”（点），无法向该邮箱发送邮件。请核对邮箱。
email-dot_before_at = “@”前面有“.”（点），无法向该邮箱发送邮件。请核对邮箱。
email-misspelt_domain = 请核对“@”后面的拼写（docomo、softbank、gmail 等）。
email-not_an_address = 电子邮箱格式似乎不正确。请再核对一次。
email-declined_domain = 该邮箱可能收不到图书馆的邮件。请输入其他邮箱。
email-not_equal = 两次输入的邮箱不一致。请再核对一次。
email-saved = 已登记电子邮箱。
email-saved-mail = 已登记电子邮箱，并将发送确认邮件。如未收到，请核对邮箱。
email-to_be_confirmed = 将发送确认邮件。请在24小时内打开邮件中的链接完成确认。
email-chosen = 已更改接收通知的邮箱。
email-mark-unconfirmed = 待确认
email-mark-undeliverable = 无法送达
email-mark-notices = 接收通知
email-note-unconfirmed = 请打开邮件中的链接完成确认。
email-note-replacing = 如要改为“{ $address }”，请打开邮件中的链接完成确认。
email-note-undeliverable = 邮件无法送达该邮箱。请更改或删除。
email-deleted = 已删除电子邮箱。

## 通知方式
contact-needs-email = 需先登记电子邮箱
contact-needs-phone_1 = 需先登记电话号码
contact-needs-phone_2 = 需先登记第二个电话号码
contact-needs-fax = 需先登记传真号码
contact-needs-hearing_registration = 仅限已登记听力障碍的读者

## 系列依次预约
sequence-release-return = 归还“{ $first }”后，我们会为您准备下一册“{ $second }”。
sequence-release-allocation = 留好“{ $first }”后，我们会为您预留下一册“{ $second }”。
sequence-release-never = { "" }
sequence-turn = 依次预约 { $place }/{ $size }：接下来准备这册
sequence-waits = 依次预约 { $place }/{ $size }：排在“{ $former }”之后

## 预约
hold-state-waiting = 预约中
hold-state-provisional = 待受理
hold-state-in_transit = 正运往取书馆
hold-state-ready = 可以取书
hold-state-collected = 已取书
hold-state-cancelled = 已取消
hold-state-expired = 已过取书期限
hold-state-declined = 无法提供
hold-position = 约第{ $position }位
hold-wait = 预计{ $earliest }至{ $latest }
hold-wait-day = 预计{ $earliest }前后
hold-provisional-note = 这是预约申请，图书馆受理后才算成功。
hold-expires = 取书期限：{ $date }
hold-declined-note = 因破损或遗失等原因无法提供。请到服务台咨询。
hold-ended-note = 此记录将显示{ $days }天。
hold-cancelled = 已取消“{ $title }”的预约。
carried-daily = 从其他分馆运到{ $branch }需要几天时间。
carried-weekdays = 从其他分馆运到{ $branch }需要一些时间。运送班次为每周{ $times }次（{ $weekdays }）。

## 借阅
loan-due = { $date }到期
loan-overdue = 超期
loan-held = 有人预约
loan-was_renewed = 已续借
loan-renewed = “{ $title }”已续借至{ $date }。

## 提交结果
submission-not_placed = 预约未受理。
submission-not_placed-remedy = 连接中途断开。预约篮的内容仍保留。请再提交一次。
submission-unknown = 无法确认预约是否已受理。
submission-unknown-remedy = 请稍后在“我的预约”中查看，或到服务台咨询。

## 遇到问题时
trouble-ask-desk = 请到服务台咨询。
trouble-general = 操作未成功。
trouble-unreachable = 无法连接图书馆的系统。
trouble-unreachable-remedy = 请稍候再试。
trouble-unreachable-typed = 您输入的内容仍保留。请稍候再试。
trouble-too_many_attempts = 为安全起见，暂时无法使用。请等待约{ $minutes }分钟。
trouble-login_failed = 借书证号或密码似乎有误。
trouble-login_failed-remedy = 您设置过密码吗？请核对大小写。
trouble-identity_failed = 与图书馆登记的信息不符。
trouble-identity_failed-remedy = 请核对输入的内容。如未登记电话号码，或借书证已过期，请到服务台办理。
trouble-card_expired = 借书证已过期。
trouble-card_expired-remedy = 请到服务台办理更新。
trouble-rights_insufficient = 使用临时密码无法进行此操作。
trouble-rights_insufficient-remedy = 请先修改密码。
trouble-session_invalid = 长时间未操作，已自动退出。
trouble-session_invalid-remedy = 请重新出示借书证。
trouble-registration_not_offered = 本终端不能设置密码。
trouble-registration_not_offered-remedy = 请到服务台申请密码。
trouble-registration_at_counter = 本终端只供忘记密码的读者重设密码。
trouble-registration_at_counter-remedy = 初次使用的读者，请到服务台申请。
trouble-too_young = 您所在的年级还不能设置密码。
trouble-too_young-remedy = 想预约时，请到服务台咨询。
trouble-terms_not_accepted = 请先同意使用条款。
trouble-terms_not_accepted-remedy = 请返回首页，阅读使用条款。
trouble-email_limit = 无法登记更多电子邮箱。
trouble-email_limit-remedy = 请删除或更改不用的邮箱。
trouble-email_declined_domain = 无法登记该服务的邮箱。
trouble-email_declined_domain-remedy = 请输入其他电子邮箱。
trouble-notices_go_to_all = 本馆会向所有已登记的邮箱发送通知。
trouble-notices_go_to_all-remedy = 请删除不用的邮箱。
trouble-key_reused = 预约未受理。
trouble-key_reused-remedy = 请再提交一次。
trouble-not_found = 找不到该资料的信息。
trouble-not_found-remedy = 请重新搜索。

## 无法办理的原因和替代方法
reason-on_shelf = 目前在架（{ $branch } { $location } { $call_number }）。
remedy-on_shelf = 无需预约，可直接借阅。
reason-on_shelf_here = 目前就在本馆书架上（{ $location } { $call_number }）。
remedy-on_shelf_here = 请到书架自取。找不到时，请到服务台咨询。
reason-reference_only = 仅限馆内阅览，不外借。
remedy-reference_only = 请确认书架位置后，在馆内阅览。
reason-material_not_holdable = { $material }不能预约。
remedy-material_not_holdable = 在架时，可直接借阅。
reason-newest_issue = 最新一期的杂志不能预约。
remedy-newest_issue = 下一期出版后即可预约。目前可在馆内阅览。
reason-not_owned = 本馆没有收藏。
remedy-not_owned = 可到服务台咨询荐购或馆际互借。
reason-no_loanable_item = 目前没有可外借的资料。
remedy-no_loanable_item = 请到服务台咨询。
reason-hold_limit = 每人最多可预约{ $limit }件。
remedy-hold_limit = 请先取消预约或取书，再重新提交。
reason-material_hold_limit = { $material }最多可预约{ $limit }件。
remedy-material_hold_limit = 请先取消预约或取书，再重新提交。
reason-already_held = 您已经预约了。
remedy-already_held = 可在“我的预约”中查看。
reason-already_on_loan = 您正在借阅。
remedy-already_on_loan = 可在“我的借阅”中查看。
reason-overdue_loans = 您有超期未还的资料。
remedy-overdue_loans = 请先归还超期资料，归还后即可预约。
reason-card_expired = 借书证已过期。
remedy-card_expired = 请到服务台办理更新。
reason-temporary_password = 使用临时密码无法进行此操作。
remedy-temporary_password = 请先修改密码。
reason-unknown_title = 找不到该资料的信息。
remedy-unknown_title = 请重新搜索。
reason-pickup_not_offered = 不能选择该取书馆。
remedy-pickup_not_offered = 请选择其他取书馆。
reason-contact_not_offered = 不能选择该通知方式。
remedy-contact_not_offered = 请选择其他通知方式。
reason-contact_needs_email = 您尚未登记电子邮箱。
remedy-contact_needs_email = 请在菜单的“我的信息”中登记，或选择其他通知方式。
reason-contact_needs_phone = 您尚未登记该电话号码。
remedy-contact_needs_phone = 请到服务台登记，或选择其他通知方式。
reason-contact_needs_fax = 您尚未登记传真号码。
remedy-contact_needs_fax = 请到服务台登记，或选择其他通知方式。
reason-contact_needs_hearing_registration = 该通知方式仅限已登记听力障碍的读者。
remedy-contact_needs_hearing_registration = 请选择其他通知方式。
reason-copy_needs_email = 预约内容邮件需先登记电子邮箱。
remedy-copy_needs_email = 请选择“不需要”，或在菜单的“我的信息”中登记电子邮箱。
reason-sequences_not_offered = 本馆不提供系列依次预约。
remedy-sequences_not_offered = 请逐册预约。
reason-hold_ready = 已可取书的预约，不能在此更改或取消。
remedy-hold_ready = 请到服务台办理。
reason-hold_in_transit = 正运往取书馆，不能在此更改或取消。
remedy-hold_in_transit = 请到服务台办理。
reason-hold_from_elsewhere = 这是向其他市町村图书馆借调的资料，不能在此更改或取消。
remedy-hold_from_elsewhere = 请到服务台办理。
reason-hold_ended = 该预约已结束。
remedy-hold_ended = 如要再借，请搜索后重新预约。
reason-loan_limit = 一次最多可借{ $limit }件。
remedy-loan_limit = 归还部分资料后，即可再借。
reason-loan_overdue = 已超期，不能续借。
remedy-loan_overdue = 请尽快归还。
reason-other_loan_overdue = 您有其他超期资料，不能续借。
remedy-other_loan_overdue = 请先归还超期资料。
reason-renewed_already = 只能续借一次。
remedy-renewed_already = 请按期归还。
reason-held_by_others = 有其他读者预约，不能续借。
remedy-held_by_others = 请按期归还。
reason-material_not_renewable = 此类资料不能续借。
remedy-material_not_renewable = 请按期归还。
reason-loan_from_elsewhere = 这是向其他市町村图书馆借调的资料，不能续借。
remedy-loan_from_elsewhere = 请按期归还。

## Screen: keyboard
keyboard-erase = 删除
keyboard-clear = 清空
keyboard-space = 空格
keyboard-enter = 确定
keyboard-shift = 大写
keyboard-layout-kana = かな
keyboard-layout-letters = ABC
keyboard-layout-digits = 123
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = 罗马字
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = 可选的汉字会显示在这里
keyboard-more-candidates = 更多

## Screen: idle overlay
idle-title = 您还在使用吗？
idle-note = 如不继续，输入的内容将被清除，并返回首页。
idle-seconds = { $seconds }秒
idle-continue = 继续

## Screen: forms
form-next-field = 下一项
form-show-secrets = 显示文字
form-hide-secrets = 隐藏文字

## Screen: login
login-title = 请出示借书证
login-title-password = 请输入密码
login-for-holds = 预约篮的内容仍为您保留。
login-keyed = 也可以输入借书证号
login-keyed-offered = 如无法读取，请在此输入借书证号
login-keyed-only = 请在此输入借书证号
login-camera-starting = 摄像头正在启动。也可以直接输入号码。
login-card-read = 已确认借书证。
login-change-card = 使用其他借书证
login-register = 设置密码（首次使用、忘记密码）
login-next = 下一步
login-submit = 登录

## Screen: confirm
confirm-title = 确定预约以下内容吗？
confirm-count = 预约资料：{ $count }件
confirm-pickup = 取书馆
confirm-contact = 通知方式
confirm-provisional = 这是预约申请，图书馆受理后才算成功。
confirm-change-cart = 修改资料
confirm-change-pickup = 修改取书和通知
confirm-submit = 提交预约

## Screen: done
done-title-all = 预约成功
done-title-provisional = 已提交预约申请
done-title-some = 部分资料未能预约
done-title-none = 未能预约
done-accepted = 已受理
done-provisional = 待受理
done-refused = 未能受理
done-pickup = 取书馆
done-contact = 通知方式
done-see-holds = 我的预约
done-search = 继续找书
done-log-out = 结束（退出）

## Screen: menu
menu-title = 我的菜单
menu-loans = 我的借阅
menu-holds = 我的预约
menu-account = 我的信息
menu-search = 查找资料
menu-no-loans = 目前没有借阅
menu-loan-count = 在借：{ $count }件
menu-overdue = 超期：{ $count }件
menu-hold-count = { $count }件（还可预约{ $left }件）
menu-hold-count-full = { $count }件（已达上限）
menu-ready = 可取书：{ $count }件
menu-account-note = 密码、电子邮箱
menu-search-note = 找书并预约
menu-log-out = 结束（退出）

## Screen: loans
loans-title = 我的借阅
loans-count = { $count }件
loans-empty = 目前没有借阅
loans-empty-note = 您借阅的资料和到期日会显示在这里。
loans-renew = 续借
loans-menu = 回菜单

## Screen: holds
holds-title = 我的预约
holds-count = 进行中的预约{ $count }件（最多{ $limit }件）
holds-ended = ，已结束{ $count }件
holds-count-by-material = 进行中的预约{ $count }件（最多{ $limits }）
holds-limit-of = { $materials }{ $limit }件
holds-limit-and = ，
holds-empty = 目前没有预约
holds-empty-note = 您可以搜索已借出的资料来预约。
holds-cancel = 取消
holds-change = 更改
holds-pickup = 取书：{ $branch }
holds-contact = 通知：{ $contact }
hold-order-save = 保存顺序
holds-menu = 回菜单
holds-cancel-title = 要取消该预约吗？
holds-cancel-note = 重新预约时，将排到最后一位。
holds-confirm-cancel = 取消预约
holds-keep = 不取消

## Screen: lists
list-place = 第{ $first }～{ $last }件（共{ $total }件）
list-next = 下一页
list-previous = 上一页

## Screen: account
account-title = 我的信息
account-temporary = 您正在使用临时密码。请改为自己的密码。
account-password = 修改密码
account-password-note = 将当前密码改为新密码。
account-emails = 电子邮箱
account-emails-note = { $count ->
    [0] 尚未登记。
   *[other] 已登记{ $count }个。
 }
account-delete-password = 删除密码
account-delete-note = 停止使用预约和我的菜单。
account-delete-title = 要删除密码吗？
account-delete-warning = 删除后，须重新设置密码，才能使用预约和我的菜单。
account-confirm-delete = 删除
account-keep = 不删除
account-menu = 回菜单

## Screen: password_change
password-change-title = 修改密码
password-change-temporary = 请先将临时密码改为自己的密码。
password-change-submit = 修改
password-change-done = 密码已修改
password-change-done-note = 下次请使用新密码。
password-change-finish = 下一步

## Screen: emails
emails-delete-title = 要删除该电子邮箱吗？
emails-delete-note = 删除后，该邮箱将不再收到通知。
emails-keep = 不删除
emails-title = 电子邮箱
emails-none = 尚未登记电子邮箱
emails-note = 预约的资料可取时，可以用电子邮件通知您。
emails-add = 登记邮箱
emails-change = 更改
emails-delete = 删除
emails-choose = 用于接收通知
emails-edit-title = 新的电子邮箱
emails-edit-note = 为避免输入错误，请将同一邮箱输入两次。
emails-submit = 登记
emails-account = 回我的信息

## Screen: register_terms
register-terms-title = 设置密码
register-terms-lead = 设置密码前，请先阅读使用条款。
register-terms-agree = 我同意
register-terms-accept = 接受

## Screen: register_identity
register-identity-title = 核实身份
register-identity-lead = 我们会核对您办证时登记的信息。
register-identity-submit = 下一步

## Screen: register_password
register-password-title = 新密码
register-password-lead = 请将同一密码输入两次。
register-password-submit = 提交

## Screen: register_done
register-done-title = 密码设置成功
register-done-note = 请牢记密码，不要让他人知道。
register-done-for-holds = 登录后，可继续预约。
register-done-log-in = 登录
register-to-confirm-title = 将发送确认邮件
register-to-confirm-note = 设置尚未完成。请在24小时内打开邮件中的链接完成确认。确认后，即可用新密码登录。
register-to-confirm-desk = 在此之前仍可使用原密码。如未收到邮件，请到服务台咨询。

## Screen: out_of_service
out-of-service-title = 暂停服务
out-of-service-note = 无法连接图书馆的系统。恢复连接后，将自动继续服务。
out-of-service-desk = 如有急需，请到服务台办理。
out-of-service-starting = 正在准备
out-of-service-starting-note = 请稍候。

## Screen: bars
bar-search = 搜索
bar-cart = 预约篮
bar-menu = 我的菜单
bar-log-in = 登录
bar-log-out = 退出
bar-finish = 结束
bar-back = 返回
language-ja = 日本語
language-ja-easy = やさしい日本語
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = 重试

## Screen: comfort
bar-comfort = 易读设置
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = 易读、易听设置
comfort-note = 仅在您本次使用时有效
comfort-reset = 还原
comfort-close = 完成
comfort-text_size = 文字大小
comfort-text_size-standard = 标准
comfort-text_size-large = 大
comfort-text_size-largest = 特大
comfort-is_high_contrast = 屏幕颜色
comfort-is_high_contrast-usual = 标准
comfort-is_high_contrast-other = 黑底白字
comfort-is_low = 显示位置
comfort-is_low-usual = 标准
comfort-is_low-other = 移到下方
comfort-is_unhurried = 时间
comfort-is_unhurried-usual = 标准
comfort-is_unhurried-other = 慢慢使用
comfort-is_spoken = 语音引导
comfort-is_spoken-usual = 关闭
comfort-is_spoken-other = 用耳机收听
comfort-speaks_passwords = 朗读密码
comfort-speaks_passwords-usual = 不朗读
comfort-speaks_passwords-other = 朗读
comfort-has_sounds = 提示音
comfort-has_sounds-usual = 开启
comfort-has_sounds-other = 关闭
comfort-has_motion = 动画效果
comfort-has_motion-usual = 开启
comfort-has_motion-other = 关闭

## Screen: rest, the day
rest-new = 新书
today-hours = 开馆时间 { $opens }～{ $closes }
today-open = 今天开馆
today-closed = 今天闭馆
today-closed-until = 今天闭馆。下次开馆日：{ $date }

## 语音引导（仅用按键操作时）
spoken-welcome = 为您语音引导。用方向键移动，用 OK 键选择，用斜线键返回，用星号键再听一次。
spoken-pause = { "。" }
spoken-button = 按钮
spoken-field = 输入框
spoken-row = 行
spoken-choice = 选项
spoken-check = 复选框
spoken-on = 已选中
spoken-off = 未选中
spoken-unavailable = 目前不能使用
spoken-place = 共{ $total }项，第{ $number }项
spoken-empty = 空白
spoken-masked = { $count }个字符
spoken-cleared = 已全部删除
spoken-erased = 已删除，{ $text }
spoken-erased-masked = 已删除一个字符
spoken-capital = 大写{ $letter }
spoken-small-kana = 小写假名{ $kana }
spoken-katakana = 片假名{ $kana }
spoken-sign-space = 空格
spoken-sign-hyphen = 连字符
spoken-sign-dot = 点
spoken-sign-colon = 冒号
spoken-sign-apostrophe = 撇号
spoken-sign-ampersand = and 符号
spoken-sign-plus = 加号
spoken-sign-hash = 井号
spoken-sign-slash = 斜杠
spoken-sign-comma = 逗号
spoken-sign-exclamation = 感叹号
spoken-sign-at = at 符号
spoken-sign-dollar = 美元符号
spoken-sign-underscore = 下划线
spoken-sign-long = 长音符号
spoken-sign-middle-dot = 间隔号
spoken-key-dakuten = 浊音
spoken-key-handakuten = 半浊音
spoken-key-small = 改为小写假名
spoken-key-script = 切换平假名和片假名
spoken-key-left = 光标向左
spoken-key-right = 光标向右
spoken-name-rows-up = 上一页
spoken-name-rows-down = 下一页
spoken-name-toggle = 申请
spoken-name-shelf-rail = 书架上的位置
spoken-awaited-row = 正在读取
spoken-rows = 共{ $total }条，第{ $first }到第{ $last }条
spoken-results = { $total ->
    [0] 未找到符合的资料
   *[other] 找到{ $total }条
 }
spoken-offered = 有{ $count }个候选名称
spoken-cart = 预约篮中有{ $count }件
spoken-idle = { $seconds }秒后结束。要继续，请按任意键
spoken-seconds = 还有{ $seconds }秒
spoken-volume = 音量{ $percent }
spoken-edge = 到此为止
spoken-no-way-back = 不能再返回

## Screen: stepper
stepper-cart = 预约篮
stepper-pickup = 取书和通知
stepper-login = 登录
stepper-confirm = 确认
stepper-done = 完成

## Screen: rest
rest-title = 找书
rest-search = 请输入书名或作者
rest-search-note = 已借出的书也可以在此预约
rest-shelves = 浏览书架
rest-shelves-note = 新书、本月热门、分类
rest-children = 少儿图书
rest-children-note = 绘本、故事、知识
rest-card = 出示借书证
rest-card-note = 查询借阅和预约、续借、取消
rest-register = 设置密码
rest-register-note = 首次使用或忘记密码

## Screen: search
search-title = 您想找什么？
search-submit = 搜索
search-submit-childrens = 搜索少儿图书
search-more-fields = 其他项目
search-first-fields = 收起
search-browse = 浏览书架
search-help = 输入时，这里会列出书名、人名和主题。点击即可搜索。
search-help-words = 输入多个词时，请用空格隔开。
search-nothing-suggested = 没有以此开头的名称。也可以直接搜索。
suggestion-title = 书名
suggestion-creator = 人名
suggestion-subject = 主题

## Screen: results
results-title = “{ $query }”的搜索结果
results-count = { $total }条
results-all = 搜索结果
results-place = 第{ $first }～{ $last }条／共{ $total }条
results-near = 您要找的是不是
results-near-title = 未找到“{ $query }”
results-near-shown = 您要找的是不是… 以下是“{ $near }”的搜索结果
results-change = 更改搜索词或条件
results-without-filters = 清除所有筛选
results-everywhere = 搜索全部项目
results-only-word = 只搜索“{ $word }”
results-narrow = 筛选和排序
results-narrowed = { $count }项筛选
results-sort = 排序
results-clear-filters = 清除筛选
results-see = 查看{ $total }条
sort-relevance = 按相关度
sort-newest = 从新到旧
sort-title = 按书名
sort-creator = 按作者
filter-now = 条件
filter-branch = 图书馆
filter-material = 资料类型
filter-year = 出版年
filter-decade = { $year }年代
filter-count = { $name } { $count }
available = 目前在架
childrens = 适合少儿
results-empty = 未找到符合的资料
results-empty-note = 请缩短搜索词，或换用其他词。也可以用平假名搜索。
results-again = 重新搜索

## Screen: detail
detail-add = 放入预约篮
detail-to-cart = 查看预约篮
detail-proceed = 去预约
detail-add-series = 全{ $count }册依次放入预约篮
detail-items = 馆藏
detail-series = 同系列
detail-no-items = 本馆无收藏
detail-slip = 索书号：在此书架上
detail-slip-away = 索书号：平时的书架
detail-map = 书架位置图
detail-phone = 存到手机
detail-phone-title = 存到手机
detail-phone-note = 请用手机相机对准此图案，即可带走书名和书架位置。
detail-map-awaited = 正在准备位置图
detail-map-failed = 无法显示位置图
detail-map-instead = 请记下索书号，到服务台咨询。
detail-here = 当前位置
detail-close = 关闭
detail-facts = 详细信息
detail-not-holdable = 该资料不能预约

## Screen: cart
cart-title = 预约篮
cart-note = 预约尚未完成。请点击“下一步”继续。
cart-empty = 预约篮是空的
cart-empty-note = 在资料页面点击“放入预约篮”，就会加到这里。
cart-search = 查找资料
cart-remove = 移除
cart-order = 依次预约
cart-order-note = 请按想读的顺序点击
cart-order-all = 按册次排序
cart-order-finish = 使用此顺序
cart-order-drop = 不排顺序
cart-count = 将预约{ $count }件
cart-submit = 下一步

## Screen: pickup
pickup-title = 取书和通知方式
pickup-branch = 取书馆
pickup-contact = 通知方式
pickup-copy = 预约内容邮件
pickup-copy-yes = 需要
pickup-copy-no = 不需要
pickup-copy-note = 将预约内容以电子邮件发送给您
pickup-no-contact = 没有可选择的通知方式。
pickup-no-contact-email = 请先登记电子邮箱。点击“返回”可继续预约。
pickup-register-email = 登记邮箱
pickup-change-title = 更改预约
pickup-submit = 下一步
pickup-save = 更改

## Screen: bookshelf
bookshelf-name = 我的书架
bookshelf-menu-note = 收藏以后想读的资料
bookshelf-keep = 放入{ bookshelf-name }
bookshelf-open = 查看{ bookshelf-name }
bookshelf-count = { $count }件
bookshelf-kept_on = { $date }放入
bookshelf-to-cart = 放入预约篮
bookshelf-in-cart = 已在预约篮
bookshelf-take-out = 移除
bookshelf-taken_out = 已移除“{ $title }”。
bookshelf-put-back = 撤销
bookshelf-empty = { bookshelf-name }是空的
bookshelf-empty-note = 在资料页面点击“{ bookshelf-keep }”，就会加到这里。
bookshelf-history = 借阅记录
bookshelf-goal = 阅读马拉松
bookshelf-menu = 回菜单
bookshelf-back = 回{ bookshelf-name }
awaiting-bookshelf = 正在查询{ bookshelf-name }…
awaiting-bookshelf-keep = 正在放入{ bookshelf-name }…
trouble-bookshelf_not_offered = 本馆不提供{ bookshelf-name }。
trouble-bookshelf_full = { bookshelf-name }已满。
trouble-bookshelf_full-remedy = 请先移除已读完的资料，再试一次。

## Screen: reading_history
reading-history-title = 保存借阅记录
reading-history-off = 目前设置为“不保存”
reading-history-explain-what = 选择“保存”后，将记录今后借阅的书名和借阅日期。以前的借阅不会记录。
reading-history-explain-who = 记录只属于您本人，图书馆员无法查看。
reading-history-explain-end = 随时可以改回“不保存”。改回后，所有记录会立即删除。
reading-history-begin = 保存
reading-history-lent_on = 借阅日期 { $date }
reading-history-count = { $count }件
reading-history-empty = 还没有记录
reading-history-empty-note = 今后借阅的资料会加到这里。
reading-history-delete = 删除
reading-history-clear = 全部删除
reading-history-stop = 改为“不保存”
reading-history-begun = 已设为“保存”。今后借阅的资料会记录下来。
reading-history-stopped = 已改为“不保存”。所有记录已删除。
reading-history-deleted = 已删除记录。
reading-history-entry-title = 要删除这条记录吗？
reading-history-entry-note = 删除后无法恢复，也不再计入阅读马拉松的册数。
reading-history-entry-do = 删除
reading-history-entry-keep = 不删除
reading-history-clear-title = 要删除所有记录吗？
reading-history-clear-note = 删除后无法恢复。今后借阅的资料仍会继续记录。
reading-history-clear-do = 全部删除
reading-history-clear-keep = 不删除
reading-history-stop-title = 要停止保存借阅记录吗？
reading-history-stop-note = 所有记录和阅读马拉松的目标会立即删除，无法恢复。
reading-history-stop-do = 停止并删除
reading-history-stop-keep = 不停止
awaiting-reading-history = 正在查询记录…
trouble-history_not_offered = 本馆不提供借阅记录保存。
trouble-history_consent_needed = 请先将借阅记录设为“保存”。
trouble-history_consent_needed-remedy = 可在{ bookshelf-name }的“{ bookshelf-history }”中更改。

## Screen: reading_goal
reading-goal-title = 阅读马拉松
reading-goal-lead = 定下目标册数和期限，享受阅读的乐趣。
reading-goal-needs-history = 请先将借阅记录设为“保存”
reading-goal-needs-history-note = 完成册数根据保存的借阅记录计算。
reading-goal-to-history = 前往借阅记录
reading-goal-months = { $months ->
    [12] 1年
   *[other] { $months }个月
 }
reading-goal-period = { $first } ～ { $last }
reading-goal-period-label = 从今天起
reading-goal-submit = 设定此目标
reading-goal-borrowed = { $count }册
reading-goal-titles = 目标 { $count }册
reading-goal-left = 还差{ $count }册
reading-goal-reached = 已达成目标
reading-goal-over = 期限已结束。离目标还差{ $count }册。
reading-goal-so-far = 已借阅的资料
reading-goal-edit = 更改目标
reading-goal-give-up = 放弃目标
reading-goal-give-up-title = 要放弃目标吗？
reading-goal-give-up-note = 只删除目标，借阅记录仍会保留。
reading-goal-keep = 不放弃
reading-goal-set = 目标已设定。
reading-goal-wrong_number = 请输入1到{ $limit }的数字。
field-goal_titles = 目标册数
hint-goal_titles = 例：20
awaiting-reading-goal = 正在查询目标…
trouble-reading_goal_not_offered = 本馆不提供阅读马拉松。
trouble-reading_goal_invalid = 无法设定此目标。
trouble-reading_goal_invalid-remedy = 请核对册数和期限。

## Screen: shelves
shelves-title = 浏览书架
shelves-entrance = 浏览书架
awaiting-shelves = 正在查看书架…
shelves-here = 本馆的书
shelves-everywhere = 所有分馆的书
shelves-new = 新书
shelves-popular = 本月热门
shelves-search = 用词语搜索
shelves-count = { $count }条
shelves-place = 第{ $first }～{ $last }条（共{ $total }条）
shelves-all = { $total }条
shelves-previous = 左边的书
shelves-next = 右边的书
shelves-empty = 这个书架上没有书
shelves-empty-note = 点击“所有分馆的书”，可以浏览其他分馆的书。

## Screen: children
children-entrance = 少儿图书
children-picture_books = 绘本
children-picture_books-note = 看图讲故事
children-topic-9 = 故事
children-topic-9-note = 童话和小说
children-topics = 找知识
children-topics-note = 动物、交通工具、宇宙…
children-new = 新书
children-new-note = 最近刚到图书馆
children-popular = 热门的书
children-popular-note = 这个月大家借得最多
children-search = 搜索
children-retry = 重试
children-search-note = 用日语五十音输入
children-search-sample = あ い う え お
children-topic-0 = 电脑、百科
children-topic-1 = 心情、思考
children-topic-2 = 历史、世界
children-topic-28 = 名人传记
children-topic-3 = 生活、社会
children-topic-38 = 民间故事
children-topic-4 = 自然、数学
children-topic-44 = 宇宙、星星
children-topic-45 = 恐龙、地球
children-topic-47 = 花、植物
children-topic-48 = 动物、昆虫
children-topic-49 = 身体、疾病
children-topic-5 = 汽车、机械
children-topic-59 = 烹饪、手工
children-topic-6 = 电车、工作
children-topic-7 = 音乐、手工制作
children-topic-78 = 体育
children-topic-8 = 语言、汉字
children-all = { $total }本
children-here = 这个图书馆
children-everywhere = 所有图书馆
children-place = 第{ $first }～{ $last }本（共{ $total }本）
children-previous = 上一页
children-next = 下一页
children-on_shelf = 在书架上
children-on_loan = 被借走了
children-in_library_only = 可以在图书馆里看
children-unavailable = 现在不能看
children-empty = 这里还没有书
children-empty-note = 点“所有图书馆”，可以看到其他图书馆的书。
children-trouble = 连接不太顺利
children-trouble-remedy = 请等一会儿，再点一次。需要帮助时，请找图书馆的人。
awaiting-children = 正在找书…

## 日本十进分类法（NDC）的类和纲
ndc-0 = 知识、信息
ndc-0-note = 百科全书、电脑、图书馆
ndc-00 = 总论
ndc-01 = 图书馆
ndc-02 = 图书和出版
ndc-03 = 百科全书
ndc-04 = 论文集、演讲集
ndc-05 = 年鉴、连续出版物
ndc-06 = 团体、博物馆
ndc-07 = 新闻、报道
ndc-08 = 丛书、全集
ndc-09 = 地方文献、珍本
ndc-1 = 心灵、思想
ndc-1-note = 哲学、心理学、宗教
ndc-10 = 哲学
ndc-11 = 哲学各论
ndc-12 = 东方思想
ndc-13 = 西方哲学
ndc-14 = 心理学
ndc-15 = 伦理、道德
ndc-16 = 宗教
ndc-17 = 神道教
ndc-18 = 佛教
ndc-19 = 基督教、犹太教
ndc-2 = 历史、地理
ndc-2-note = 历史、传记、旅行
ndc-20 = 世界史、文化史
ndc-21 = 日本史
ndc-22 = 亚洲史
ndc-23 = 欧洲史
ndc-24 = 非洲史
ndc-25 = 北美洲史
ndc-26 = 南美洲史
ndc-27 = 大洋洲、极地史
ndc-28 = 传记
ndc-29 = 地理、旅行
ndc-3 = 社会
ndc-3-note = 政治、经济、教育、风俗
ndc-30 = 社会科学
ndc-31 = 政治
ndc-32 = 法律
ndc-33 = 经济
ndc-34 = 财政
ndc-35 = 统计
ndc-36 = 社会、福利
ndc-37 = 教育
ndc-38 = 风俗、民俗
ndc-39 = 国防、军事
ndc-4 = 自然、医学
ndc-4-note = 数学、宇宙、动植物、健康
ndc-40 = 自然科学
ndc-41 = 数学
ndc-42 = 物理学
ndc-43 = 化学
ndc-44 = 天文、宇宙
ndc-45 = 地球、气象
ndc-46 = 生物
ndc-47 = 植物
ndc-48 = 动物
ndc-49 = 医学、健康
ndc-5 = 技术、生活
ndc-5-note = 机械、建筑、烹饪、手工
ndc-50 = 技术、工程
ndc-51 = 土木
ndc-52 = 建筑
ndc-53 = 机械
ndc-54 = 电气、电子
ndc-55 = 船舶、海洋
ndc-56 = 金属、矿业
ndc-57 = 化学工业
ndc-58 = 制造业
ndc-59 = 家政、烹饪、育儿
ndc-6 = 产业
ndc-6-note = 农业、园艺、商业、交通
ndc-60 = 产业
ndc-61 = 农业
ndc-62 = 园艺、造园
ndc-63 = 蚕业
ndc-64 = 畜牧、兽医
ndc-65 = 林业、狩猎
ndc-66 = 渔业
ndc-67 = 商业
ndc-68 = 交通、旅游
ndc-69 = 通信、广播
ndc-7 = 艺术、体育
ndc-7-note = 美术、音乐、电影、体育
ndc-70 = 艺术、美术
ndc-71 = 雕塑
ndc-72 = 绘画、书法、漫画
ndc-73 = 版画
ndc-74 = 摄影、印刷
ndc-75 = 工艺
ndc-76 = 音乐、舞蹈
ndc-77 = 戏剧、电影
ndc-78 = 体育
ndc-79 = 茶道、娱乐
ndc-8 = 语言
ndc-8-note = 日语、英语、各国语言
ndc-80 = 语言
ndc-81 = 日语
ndc-82 = 汉语、亚洲语言
ndc-83 = 英语
ndc-84 = 德语等
ndc-85 = 法语等
ndc-86 = 西班牙语、葡萄牙语
ndc-87 = 意大利语等
ndc-88 = 俄语等
ndc-89 = 其他语言
ndc-9 = 文学
ndc-9-note = 小说、诗歌、散文
ndc-90 = 文学
ndc-91 = 日本文学
ndc-92 = 中国、亚洲文学
ndc-93 = 英美文学
ndc-94 = 德国文学等
ndc-95 = 法国文学等
ndc-96 = 西班牙、葡萄牙文学
ndc-97 = 意大利文学等
ndc-98 = 俄罗斯文学等
ndc-99 = 其他文学
