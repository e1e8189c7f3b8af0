### English.

## Dates ($month and $day are numbers)
month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
    [12] Dec
   *[other] { $month }
 }
date = { $weekday } { $day } { month }
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
weekday-and = { ", " }
date-short = { $day } { month }
date-full = { $day } { month } { $year }
date-era = { $day } { month } { $year } ({ $era ->
    [meiji] Meiji
    [taisho] Taisho
    [showa] Showa
    [heisei] Heisei
   *[reiwa] Reiwa
 } { $era_year })

## Materials
material-book = Book
material-picture_book = Picture book
material-magazine = Magazine
material-kamishibai = Kamishibai
material-cd = CD
material-dvd = DVD
material-video = Video
material-cassette = Cassette

## Availability in results
availability-on_shelf = On the shelf
availability-on_loan = { $holds ->
    [0] On loan
    [one] On loan, 1 hold
   *[other] On loan, { $holds } holds
 }
availability-in_library_only = In the library only
availability-unavailable = Not available
availability-on_shelf-elsewhere = At another branch
availability-not-owned = Not in this library

## Copies
item-on_shelf = On the shelf
item-on_loan = On loan
item-on_loan-until = On loan until { $date }
item-hold_shelf = Set aside for a hold
item-in_transit = Moving between branches
item-missing = Being searched for
item-in_repair = In repair
item-reference_only = Please read it in the library
item-of-several = { $state }: { $count } of { $total }

## Facts of a title
fact-reading = Pronunciation
fact-reading-derived = { $reading } (made automatically)
fact-publisher = Publisher
fact-published = Published
fact-material = Kind
fact-ndc = Class (NDC)
fact-isbn = ISBN
fact-subjects = Topics
fact-note = Note

## Search
search-in-any = Everything
search-in-title = Title
search-in-creator = Author
search-in-publisher = Publisher
search-in-subject = Topic
search-in-isbn = ISBN
search-in-ndc = Class (NDC)
search-in-call_number = Call number
field-query = Words to find
hint-query = Title or author. Kana works too

## While waiting
awaiting-search = Searching…
awaiting-title = Getting the details…
awaiting-login = Checking…
awaiting-menu = Looking up your account…
awaiting-loans = Looking up your loans…
awaiting-holds = Looking up your holds…
awaiting-renewal = Renewing…
awaiting-cancel = Cancelling…
awaiting-change = Saving…
awaiting-delete = Deleting…
awaiting-identity = Checking your details…
awaiting-submission = Placing your holds. Please wait…

## Fields
field-card_number = Card number
hint-card_number = The digits under the barcode
field-password = Password
field-new_password = New password
field-password_again = Password (again)
field-new_password_again = New password (again)
field-current_password = Current password
field-birth_date = Date of birth (8 digits)
field-birth_date-typed = Date of birth: { $date }
hint-birth_date = 12 April 1985 → 19850412
field-phone = Phone number
hint-phone = The number you gave us; digits only
field-name_kana = Name in kana
field-email = E-mail address
field-email_again = E-mail address (again)

## Faults in a card number
card-empty = Please enter your card number.
card-not_digits = Please enter digits only.
card-wrong_character = One character is not used in card numbers. Please check the number under the barcode.
card-wrong_length = A card number has { $digits } digits. Please check it.
card-wrong_prefix = This does not look like a card number of this library. Please check the digits under the barcode.
card-wrong_check_digit = One of the digits seems to be wrong. Please check them.
card-wrong_symbology = This does not look like a card of this library. Please show a card of this library.
card-wrong_start_stop = Please also enter the letters before and after the number, as they stand on the card.

## Camera
sight-nothing = Please show the barcode of your card to the camera
sight-code_seen = Reading. Please hold still…
sight-too_far = A little closer to the camera, please
sight-blurred =
    Blurred.
    Hold it still, a little further away
sight-glare =
    The light is reflected.
    Please tilt the card a little
sight-dark =
    Too dark to read.
    Please turn it to the light
sight-book =
    This is the barcode of a book.
    Please show your library card
sight-wrong_card =
    This seems to be another library’s card.
    Please show the card of this library
sight-wrong_code =
    This barcode is not that of a library card.
    Please show your card
sight-two_cards = Only one card at a time, please
sight-left_lying =
    The last card is still here.
    Take it away first, then show your own
sight-read = Card read
sight-no_camera =
    The camera is not working.
    Please enter your card number with the keys

## Faults in a password
password-rule = { $shortest } to { $longest } letters (a to z) and digits. Upper and lower case are different.
password-too_short = This password is too short. Please use at least { $shortest } characters.
password-too_long = This password is too long. Please use at most { $longest } characters.
password-wrong_characters = Please use only the letters a to z, A to Z and digits.
password-not_equal = The two passwords differ. Please enter them again.
password-current_wrong = The current password seems to be wrong. Please enter it again.

## Faults in a date of birth
birth_date-not_a_date = Please enter four digits for the year, two for the month, two for the day: 19850412

## E-mail
email-empty = Please enter an e-mail address.
email-not_half_width = Please use plain letters, digits and signs.
email-comma = There is a comma (,). Please change it to a dot (.).
email-two_dots = There are two dots in a row. Mail cannot be sent to this address. Please check it.
email-dot_before_at = There is a dot before the @. Mail cannot be sent to this address. Please check it.
email-misspelt_domain = Please check the spelling after the @ (docomo, softbank, gmail …).
email-not_an_address = This does not look like an e-mail address. Please check it.
email-declined_domain = Mail from the library may not reach this address. Please enter another one.
email-not_equal = The two addresses differ. Please check them.
email-saved = Your e-mail address was saved.
email-saved-mail = Your address was saved. We are sending an e-mail to it. If none arrives, please check the address.
email-to_be_confirmed = We are sending you an e-mail. Please open the link in it within 24 hours to confirm.
email-chosen = The library will now write to this address.
email-mark-unconfirmed = Not confirmed
email-mark-undeliverable = Unreachable
email-mark-notices = For notices
email-note-unconfirmed = Please open the link in the e-mail to confirm.
email-note-replacing = To change to { $address }, please open the link in the e-mail.
email-note-undeliverable = Mail could not reach this address. Please change or delete it.
email-deleted = Your e-mail address was deleted.

## Contact methods
contact-needs-email = Needs a registered e-mail address
contact-needs-phone_1 = Needs a registered phone number
contact-needs-phone_2 = Needs a second registered phone number
contact-needs-fax = Needs a registered fax number
contact-needs-hearing_registration = For patrons registered as hearing-impaired

## Series in order
sequence-release-return = When you have returned “{ $first }”, we get “{ $second }” ready for you.
sequence-release-allocation = When “{ $first }” has been secured for you, we secure “{ $second }”.
sequence-release-never = { "" }
sequence-turn = In order, { $place } of { $size }: this volume comes next
sequence-waits = In order, { $place } of { $size }: comes after “{ $former }”

## Holds
hold-state-waiting = Waiting
hold-state-provisional = Provisional
hold-state-in_transit = On its way to your branch
hold-state-ready = Ready for you
hold-state-collected = Collected
hold-state-cancelled = Cancelled
hold-state-expired = Not collected in time
hold-state-declined = Not available
hold-position = About number { $position } in the queue
hold-wait = Likely from { $earliest } to { $latest }
hold-wait-day = Likely about { $earliest }
hold-provisional-note = This hold is provisional until the library has accepted it.
hold-expires = Please collect it by { $date }
hold-declined-note = It is damaged or lost and cannot be lent. Please ask at the desk.
hold-ended-note = Shown here for { $days } days.
hold-cancelled = The hold on “{ $title }” was cancelled.
carried-daily = Books coming to { $branch } from another branch take a few days.
carried-weekdays = Books coming to { $branch } from another branch take some time. The courier goes { $times } times a week ({ $weekdays }).

## Loans
loan-due = Due { $date }
loan-overdue = Overdue
loan-held = Others are waiting
loan-was_renewed = Renewed
loan-renewed = “{ $title }” was renewed until { $date }.

## What became of a submission
submission-not_placed = Your holds were not placed.
submission-not_placed-remedy = The connection was lost. Your cart is as it was. Please submit it once more.
submission-unknown = We could not find out whether your holds were placed.
submission-unknown-remedy = Please look at “My holds” in a while, or ask at the desk.

## Trouble
trouble-ask-desk = Please ask at the desk.
trouble-general = That did not work.
trouble-unreachable = The library’s computer cannot be reached.
trouble-unreachable-remedy = Please wait a moment and try again.
trouble-unreachable-typed = What you entered is kept. Please wait a moment and try again.
trouble-too_many_attempts = { $minutes ->
    [one] For safety, this cannot be used for a while. Please wait about a minute.
   *[other] For safety, this cannot be used for a while. Please wait about { $minutes } minutes.
 }
trouble-login_failed = The card number or the password seems to be wrong.
trouble-login_failed-remedy = Have you registered a password? Please check capital and small letters.
trouble-identity_failed = This does not match what the library has on record.
trouble-identity_failed-remedy = Please check what you entered. If no phone number is registered, or your card has expired, please ask at the desk.
trouble-card_expired = Your card has expired.
trouble-card_expired-remedy = Please renew it at the desk.
trouble-rights_insufficient = This cannot be used with a temporary password.
trouble-rights_insufficient-remedy = Please change your password first.
trouble-session_invalid = You were logged out because some time had passed.
trouble-session_invalid-remedy = Please show your card again.
trouble-registration_not_offered = Passwords cannot be registered at this terminal.
trouble-registration_not_offered-remedy = Please ask for one at the desk.
trouble-registration_at_counter = Here you can only register again if you have forgotten your password.
trouble-registration_at_counter-remedy = If this is your first time, please apply at the desk.
trouble-too_young = Passwords are not given to your school year yet.
trouble-too_young-remedy = If you would like to place a hold, please ask at the desk.
trouble-terms_not_accepted = Please agree to the terms first.
trouble-terms_not_accepted-remedy = Go back to the start and read the terms.
trouble-email_limit = No more e-mail addresses can be registered.
trouble-email_limit-remedy = Delete or change one that you do not use.
trouble-email_declined_domain = Addresses of this service cannot be registered.
trouble-email_declined_domain-remedy = Please enter another e-mail address.
trouble-notices_go_to_all = This library writes to all of your addresses.
trouble-notices_go_to_all-remedy = Please delete those that you do not use.
trouble-key_reused = Your holds were not placed.
trouble-key_reused-remedy = Please submit them once more.
trouble-not_found = This title was not found.
trouble-not_found-remedy = Please search once more.

## Reasons and remedies
reason-on_shelf = It is on the shelf now ({ $branch } { $location } { $call_number }).
remedy-on_shelf = You can borrow it without a hold.
reason-on_shelf_here = It is on the shelf in this library ({ $location } { $call_number }).
remedy-on_shelf_here = Please take it from the shelf. If it is not there, ask at the desk.
reason-reference_only = It is for use in the library only.
remedy-reference_only = Please check where its shelf is, and read it in the library.
reason-material_not_holdable = Holds cannot be placed on: { $material }.
remedy-material_not_holdable = Please borrow it when it is on the shelf.
reason-newest_issue = You cannot place a hold on the newest issue of a magazine.
remedy-newest_issue = You can when the next issue is out. You can read this one in the library.
reason-not_owned = The library does not own it.
remedy-not_owned = Please ask at the desk about buying it or borrowing it from another library.
reason-no_loanable_item = No copy can be lent at present.
remedy-no_loanable_item = Please ask at the desk.
reason-hold_limit = Each patron can have up to { $limit } holds.
remedy-hold_limit = Cancel a hold or collect one, then try again.
reason-material_hold_limit = { $material }: up to { $limit } holds.
remedy-material_hold_limit = Cancel a hold or collect one, then try again.
reason-already_held = You already have a hold on it.
remedy-already_held = You can see it under “My holds”.
reason-already_on_loan = You already have it on loan.
remedy-already_on_loan = You can see it under “My loans”.
reason-overdue_loans = You have overdue loans.
remedy-overdue_loans = Please return them first. Then you can place holds again.
reason-card_expired = Your card has expired.
remedy-card_expired = Please renew it at the desk.
reason-temporary_password = This cannot be used with a temporary password.
remedy-temporary_password = Please change your password first.
reason-unknown_title = This title was not found.
remedy-unknown_title = Please search once more.
reason-pickup_not_offered = This pickup branch cannot be chosen.
remedy-pickup_not_offered = Please choose another.
reason-contact_not_offered = This contact method cannot be chosen.
remedy-contact_not_offered = Please choose another.
reason-contact_needs_email = You have no e-mail address on record.
remedy-contact_needs_email = Register one under “My record”, or choose another way.
reason-contact_needs_phone = This phone number is not on record.
remedy-contact_needs_phone = Register it at the desk, or choose another way.
reason-contact_needs_fax = You have no fax number on record.
remedy-contact_needs_fax = Register it at the desk, or choose another way.
reason-contact_needs_hearing_registration = This is for patrons registered as hearing-impaired.
remedy-contact_needs_hearing_registration = Please choose another way.
reason-copy_needs_email = A mail with your request needs a registered e-mail address.
remedy-copy_needs_email = Please choose “No, thank you”, or register an address under “My record”.
reason-sequences_not_offered = This library does not offer holds in order.
remedy-sequences_not_offered = Please place the holds one by one.
reason-hold_ready = A hold that is ready cannot be changed or cancelled here.
remedy-hold_ready = Please ask at the desk.
reason-hold_in_transit = It is on its way to your branch and cannot be changed here.
remedy-hold_in_transit = Please ask at the desk.
reason-hold_from_elsewhere = It comes from another library and cannot be changed or cancelled here.
remedy-hold_from_elsewhere = Please ask at the desk.
reason-hold_ended = This hold has ended.
remedy-hold_ended = To borrow it again, search for it and place a hold.
reason-loan_limit = You can borrow up to { $limit } of these at a time.
remedy-loan_limit = Please return one first.
reason-loan_overdue = It is overdue and cannot be renewed.
remedy-loan_overdue = Please return it soon.
reason-other_loan_overdue = You have an overdue loan, so nothing can be renewed.
remedy-other_loan_overdue = Please return the overdue loan first.
reason-renewed_already = A loan can be renewed once.
remedy-renewed_already = Please return it by the due date.
reason-held_by_others = Others are waiting for it, so it cannot be renewed.
remedy-held_by_others = Please return it by the due date.
reason-material_not_renewable = This kind cannot be renewed.
remedy-material_not_renewable = Please return it by the due date.
reason-loan_from_elsewhere = It was borrowed from another library and cannot be renewed.
remedy-loan_from_elsewhere = Please return it by the due date.

## Screen: keyboard
keyboard-erase = Delete
keyboard-clear = Clear
keyboard-space = Space
keyboard-enter = Enter
keyboard-shift = Capitals
keyboard-layout-kana = かな
keyboard-layout-letters = ABC
keyboard-layout-digits = 123
keyboard-dakuten = か゛
keyboard-handakuten = は゜
keyboard-small = っゃ
keyboard-layout-romaji = Romaji
keyboard-script = あ→ア
keyboard-script-back = ア→あ
keyboard-left = ←
keyboard-right = →
keyboard-candidates = Kanji to choose from will appear here
keyboard-more-candidates = More

## Screen: idle overlay
idle-title = Are you still there?
idle-note = If you do nothing, what you entered is cleared and the first screen returns.
idle-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 }
idle-continue = Continue

## Screen: forms
form-next-field = Next field
form-show-secrets = Show it
form-hide-secrets = Hide it

## Screen: login
login-title = Show your library card
login-title-password = Enter your password
login-for-holds = Everything in your cart is kept.
login-keyed = You can also enter its number
login-keyed-offered = If it cannot be read, enter your card number here
login-keyed-only = Enter your card number here
login-camera-starting = The camera is starting. You can also enter the number.
login-card-read = Card accepted.
login-change-card = Use another card
login-register = Register a password (first time, or forgotten)
login-next = Next
login-submit = Log in

## Screen: confirm
confirm-title = Place these holds?
confirm-count = Titles: { $count }
confirm-pickup = Pick up at
confirm-contact = How we tell you
confirm-provisional = This hold is provisional until the library has accepted it.
confirm-change-cart = Change titles
confirm-change-pickup = Change pickup
confirm-submit = Place holds

## Screen: done
done-title-all = Your holds are placed
done-title-provisional = Your holds were requested
done-title-some = Some holds could not be placed
done-title-none = No hold could be placed
done-accepted = Placed
done-provisional = Provisional
done-refused = Not placed
done-pickup = Pick up at
done-contact = How we tell you
done-see-holds = My holds
done-search = Search for more
done-log-out = Finish and log out

## Screen: menu
menu-title = My menu
menu-loans = My loans
menu-holds = My holds
menu-account = My record
menu-search = Search the catalogue
menu-no-loans = Nothing on loan
menu-loan-count = { $count ->
    [one] 1 item on loan
   *[other] { $count } items on loan
 }
menu-overdue = Overdue: { $count }
menu-hold-count = { $count } (you can place { $left } more)
menu-hold-count-full = { $count } (you cannot place more)
menu-ready = Ready: { $count }
menu-account-note = Password, e-mail addresses
menu-search-note = Find a book, place a hold
menu-log-out = Finish and log out

## Screen: loans
loans-title = My loans
loans-count = { $count ->
    [one] 1 item
   *[other] { $count } items
 }
loans-empty = You have nothing on loan
loans-empty-note = What you borrow is listed here, with its due date.
loans-renew = Renew
loans-menu = To the menu

## Screen: holds
holds-title = My holds
holds-count = { $count } of at most { $limit } holds
holds-ended = { ", " }{ $count } ended
holds-count-by-material = { $count } holds, limits: { $limits }
holds-limit-of = { $materials } { $limit }
holds-limit-and = { "; " }
holds-empty = You have no holds
holds-empty-note = Search for a title that is on loan to place one.
holds-cancel = Cancel
holds-change = Change
holds-pickup = Pick up: { $branch }
holds-contact = Contact: { $contact }
hold-order-save = Save this order
holds-menu = To the menu
holds-cancel-title = Cancel this hold?
holds-cancel-note = If you place it again, you join the end of the queue.
holds-confirm-cancel = Cancel the hold
holds-keep = Keep it

## Screen: lists
list-place = { $first } to { $last } of { $total }
list-next = Next page
list-previous = Previous

## Screen: account
account-title = My record
account-temporary = You are using a temporary password. Please change it to one of your own.
account-password = Change password
account-password-note = Replace your current password with a new one.
account-emails = E-mail addresses
account-emails-note = { $count ->
    [0] None on record.
    [one] One on record.
   *[other] { $count } on record.
 }
account-delete-password = Delete password
account-delete-note = Stop using holds and the menu.
account-delete-title = Delete your password?
account-delete-warning = Holds and the menu cannot be used until you register a password again.
account-confirm-delete = Delete it
account-keep = Keep it
account-menu = To the menu

## Screen: password_change
password-change-title = Change password
password-change-temporary = Please change the temporary password to one of your own first.
password-change-submit = Change
password-change-done = Your password was changed
password-change-done-note = Please use the new one from now on.
password-change-finish = Go on

## Screen: emails
emails-delete-title = Delete this e-mail address?
emails-delete-note = The library will no longer write to this address.
emails-keep = Keep it
emails-title = E-mail addresses
emails-none = There is no e-mail address on record
emails-note = When a hold is ready, we can tell you by e-mail.
emails-add = Add an address
emails-change = Change
emails-delete = Delete
emails-choose = Use for notices
emails-edit-title = New e-mail address
emails-edit-note = Please enter the same address twice, to avoid mistakes.
emails-submit = Save
emails-account = Back to my record

## Screen: register_terms
register-terms-title = Register a password
register-terms-lead = Please read the terms of use first.
register-terms-agree = I agree
register-terms-accept = Accept

## Screen: register_identity
register-identity-title = Confirm who you are
register-identity-lead = We compare this with what was registered with your card.
register-identity-submit = Continue

## Screen: register_password
register-password-title = Your new password
register-password-lead = Please enter it twice.
register-password-submit = Register

## Screen: register_done
register-done-title = Your password is registered
register-done-note = Please do not forget it, and do not let others know it.
register-done-for-holds = Log in to go on with your holds.
register-done-log-in = Log in
register-to-confirm-title = An e-mail is on its way to you
register-to-confirm-note = You have not finished yet. Please open the link in the e-mail within 24 hours to confirm. Then you can log in with your new password.
register-to-confirm-desk = Your old password works until then. If no e-mail arrives, please ask at the desk.

## Screen: out_of_service
out-of-service-title = Out of service for the moment
out-of-service-note = The library’s computer cannot be reached. This terminal will work again when it can.
out-of-service-desk = If you are in a hurry, please ask at the desk.
out-of-service-starting = Starting
out-of-service-starting-note = Please wait a moment.

## Screen: bars
bar-search = Search
bar-cart = Hold cart
bar-menu = My menu
bar-log-in = Log in
bar-log-out = Log out
bar-finish = Finish
bar-back = Back
language-ja = 日本語
language-ja-easy = やさしい日本語
language-en = English
language-zh-Hant = 繁體中文
language-zh-Hans = 简体中文
language-ko = 한국어
notice-retry = Try again

## Screen: stepper
stepper-cart = Cart
stepper-pickup = Pickup
stepper-login = Log in
stepper-confirm = Confirm
stepper-done = Done

## Screen: rest
rest-title = Find a book
rest-search = Enter a title or an author
rest-search-note = You can place a hold on a book that is out on loan
rest-shelves = Browse the shelves
rest-shelves-note = New, popular, by subject
rest-children = Children’s books
rest-children-note = Pictures, stories, finding out
rest-card = Show your card
rest-card-note = Loans and holds, renewal, cancelling
rest-register = Register a password
rest-register-note = For the first time, or if you have forgotten it

## Screen: search
search-title = What are you looking for?
search-submit = Search
search-submit-childrens = Children’s search
search-more-fields = More
search-first-fields = Close
search-browse = Browse the shelves
search-help = Titles, people and topics appear here while you type. Touch one to search for it.
search-help-words = Put a space between words.
search-nothing-suggested = No name begins with this. You can still search for it.
suggestion-title = Title
suggestion-creator = Person
suggestion-subject = Topic

## Screen: results
results-title = Results for “{ $query }”
results-count = { $total ->
    [one] 1 title
   *[other] { $total } titles
 }
results-all = What was found
results-place = { $first }–{ $last } of { $total }
results-near = Did you mean
results-near-title = Nothing was found for “{ $query }”
results-near-shown = Did you mean … Showing results for “{ $near }”
results-change = Change words or filters
results-without-filters = Clear all filters
results-everywhere = Search in all fields
results-only-word = Search for “{ $word }” alone
results-narrow = Filter and sort
results-narrowed = { $count ->
    [one] 1 filter is on
   *[other] { $count } filters are on
 }
results-sort = Order
results-clear-filters = Clear filters
results-see = See { $total ->
    [one] 1 title
   *[other] { $total } titles
 }
sort-relevance = Best match
sort-newest = Newest first
sort-title = By title
sort-creator = By author
filter-now = Show only
filter-branch = Library
filter-material = Kind of material
filter-year = Year of publication
filter-decade = { $year }s
filter-count = { $name } { $count }
available = On the shelf now
childrens = For children
results-empty = Nothing was found
results-empty-note = Try fewer words, or other words. Kana works too.
results-again = Search again

## Screen: detail
detail-add = Add to the hold cart
detail-to-cart = See hold cart
detail-proceed = Place the hold
detail-add-series = Add all { $count } volumes, in order, to the cart
detail-items = Copies
detail-series = This series
detail-no-items = Not in this library
detail-slip = Call number: it is on this shelf
detail-slip-away = Call number: its usual shelf
detail-map = Map of the shelves
detail-phone = Take it on a phone
detail-phone-title = Take it on a phone
detail-phone-note = Point your phone’s camera at this code to take the title and its shelf with you.
detail-map-awaited = Getting the map
detail-map-failed = The map cannot be shown
detail-map-instead = Please note the call number and ask at the desk.
detail-here = You are here
detail-close = Close
detail-facts = Details
detail-not-holdable = You cannot place a hold on this title

## Screen: cart
cart-title = Hold cart
cart-note = No hold is placed yet. Touch “Go on” to submit.
cart-empty = The hold cart is empty
cart-empty-note = Touch “Add to the hold cart” where a title is shown, and it comes here.
cart-search = Search
cart-remove = Remove
cart-order = Set the order
cart-order-note = Touch the titles in the order in which you want to read them
cart-order-all = In volume order
cart-order-finish = Keep this order
cart-order-drop = No order
cart-count = { $count ->
    [one] 1 title to submit
   *[other] { $count } titles to submit
 }
cart-submit = Go on

## Screen: pickup
pickup-title = Pickup and contact
pickup-branch = Pickup branch
pickup-contact = Contact method
pickup-copy = E-mail with your request
pickup-copy-yes = Yes, please
pickup-copy-no = No, thank you
pickup-copy-note = We e-mail you a copy of your request
pickup-no-contact = There is no contact method that you can choose.
pickup-no-contact-email = Please register an e-mail address first. Then touch “Back” to go on with your holds.
pickup-register-email = Register an address
pickup-change-title = Change a hold
pickup-submit = Go on
pickup-save = Save

## Screen: bookshelf
bookshelf-name = My bookshelf
bookshelf-menu-note = Titles you want to read later
bookshelf-keep = Keep for later
bookshelf-open = See my bookshelf
bookshelf-count = { $count ->
    [one] 1 title
   *[other] { $count } titles
 }
bookshelf-kept_on = Kept since { $date }
bookshelf-to-cart = To the cart
bookshelf-in-cart = In the cart
bookshelf-take-out = Remove
bookshelf-taken_out = “{ $title }” was removed.
bookshelf-put-back = Put it back
bookshelf-empty = Your bookshelf is empty
bookshelf-empty-note = Touch “{ bookshelf-keep }” where a title is shown, and you will find it here.
bookshelf-history = Loan history
bookshelf-goal = Reading marathon
bookshelf-menu = To the menu
bookshelf-back = To my bookshelf
awaiting-bookshelf = Looking at your bookshelf…
awaiting-bookshelf-keep = Putting it on your bookshelf…
trouble-bookshelf_not_offered = This library does not offer bookshelves.
trouble-bookshelf_full = Your bookshelf is full.
trouble-bookshelf_full-remedy = Remove what you have read, then try again.

## Screen: reading_history
reading-history-title = Loan history
reading-history-off = It is not kept at present
reading-history-explain-what = If you choose to keep it, we record the title and date of what you borrow from then on. Earlier loans are not recorded.
reading-history-explain-who = It is yours alone. The library’s staff cannot see it.
reading-history-explain-end = You can stop at any time. The record is then deleted at once.
reading-history-begin = Keep my history
reading-history-lent_on = Borrowed { $date }
reading-history-count = { $count ->
    [one] 1 loan
   *[other] { $count } loans
 }
reading-history-empty = Nothing is recorded yet
reading-history-empty-note = What you borrow from now on will be here.
reading-history-delete = Delete
reading-history-clear = Delete all
reading-history-stop = Stop keeping it
reading-history-begun = Your history is kept from now on.
reading-history-stopped = Your history is no longer kept. Everything was deleted.
reading-history-deleted = It was deleted.
reading-history-entry-title = Delete this entry?
reading-history-entry-note = It cannot be brought back, and your reading marathon no longer counts it.
reading-history-entry-do = Delete
reading-history-entry-keep = Do not delete
reading-history-clear-title = Delete the whole history?
reading-history-clear-note = It cannot be brought back. What you borrow from now on is recorded again.
reading-history-clear-do = Delete all
reading-history-clear-keep = Do not delete
reading-history-stop-title = Stop keeping your history?
reading-history-stop-note = Your history and your reading goal are deleted at once and cannot be brought back.
reading-history-stop-do = Stop and delete
reading-history-stop-keep = Keep saving
awaiting-reading-history = Looking up your history…
trouble-history_not_offered = This library does not offer loan histories.
trouble-history_consent_needed = Please choose “Keep my history” first.
trouble-history_consent_needed-remedy = You can do so under “Loan history” on your bookshelf.

## Screen: reading_goal
reading-goal-title = Reading marathon
reading-goal-lead = Set a number of titles and a time, and enjoy reading.
reading-goal-needs-history = Please choose “Keep my history” first
reading-goal-needs-history-note = The titles for your goal are counted from your loan history.
reading-goal-to-history = To the loan history
reading-goal-months = { $months ->
    [one] 1 month
    [12] 1 year
   *[other] { $months } months
 }
reading-goal-period = { $first } – { $last }
reading-goal-period-label = From today, for
reading-goal-submit = Set this goal
reading-goal-borrowed = { $count }
reading-goal-titles = Goal: { $count ->
    [one] 1 title
   *[other] { $count } titles
 }
reading-goal-left = { $count ->
    [one] 1 to go
   *[other] { $count } to go
 }
reading-goal-reached = You have reached your goal
reading-goal-over = The time is up, with { $count } to go.
reading-goal-so-far = Titles borrowed
reading-goal-edit = Change the goal
reading-goal-give-up = Give up the goal
reading-goal-give-up-title = Give up the goal?
reading-goal-give-up-note = Only the goal is deleted. Your loan history stays.
reading-goal-keep = Keep it
reading-goal-set = Your goal is set.
reading-goal-wrong_number = Please enter a number from 1 to { $limit }.
field-goal_titles = Titles to read
hint-goal_titles = For example 20
awaiting-reading-goal = Looking at your goal…
trouble-reading_goal_not_offered = This library does not offer reading goals.
trouble-reading_goal_invalid = This goal cannot be set.
trouble-reading_goal_invalid-remedy = Please check the number and the time.

## Screen: shelves
shelves-title = Browse the shelves
shelves-entrance = Browse the shelves
awaiting-shelves = Looking at the shelf…
shelves-here = In this library
shelves-everywhere = In all branches
shelves-new = New arrivals
shelves-popular = Popular this month
shelves-search = Search by words
shelves-count = { $count ->
    [one] 1 title
   *[other] { $count } titles
 }
shelves-place = { $first } to { $last } of { $total }
shelves-all = { $total ->
    [one] 1 title
   *[other] { $total } titles
 }
shelves-previous = To the left
shelves-next = To the right
shelves-empty = There are no books on this shelf
shelves-empty-note = Touch “In all branches” to see the books of the other branches.

## Screen: children
children-entrance = Children’s books
children-picture_books = Picture books
children-picture_books-note = Stories told in pictures
children-topic-9 = Stories
children-topic-9-note = Tales, adventures, novels
children-topics = Find out
children-topics-note = Animals, cars, space and more
children-new = New books
children-new-note = They have just come in
children-popular = Favourites
children-popular-note = Borrowed most this month
children-search = Search
children-retry = Try again
children-search-note = Type a title or a name
children-search-sample = A B C D E
children-topic-0 = Computers, facts
children-topic-1 = Thoughts, feelings
children-topic-2 = History, countries
children-topic-28 = Famous people
children-topic-3 = Life together
children-topic-38 = Folk tales
children-topic-4 = Science, numbers
children-topic-44 = Space, stars
children-topic-45 = Dinosaurs, Earth
children-topic-47 = Plants
children-topic-48 = Animals, insects
children-topic-49 = The body
children-topic-5 = Cars, machines
children-topic-59 = Cooking, sewing
children-topic-6 = Trains, work
children-topic-7 = Music, making
children-topic-78 = Sports
children-topic-8 = Words, kanji
children-all = { $total ->
    [one] 1 book
   *[other] { $total } books
 }
children-here = In this library
children-everywhere = In all branches
children-place = { $first } to { $last } of { $total }
children-previous = Previous
children-next = Next
children-on_shelf = On the shelf
children-on_loan = Lent out now
children-in_library_only = To be read in the library
children-unavailable = Not available now
children-empty = There are no books here yet
children-empty-note = Touch “In all branches” to see the books of the other branches.
children-trouble = That did not work
children-trouble-remedy = Please wait a moment and touch it again. The people at the desk are glad to help.
awaiting-children = Looking for books…

## Classes and divisions of the Nippon Decimal Classification
ndc-0 = Knowledge
ndc-0-note = Encyclopedias, computers, libraries
ndc-00 = In general
ndc-01 = Libraries
ndc-02 = Books and publishing
ndc-03 = Encyclopedias
ndc-04 = Collected papers and talks
ndc-05 = Yearbooks and serials
ndc-06 = Societies and museums
ndc-07 = News and journalism
ndc-08 = Series, collected works
ndc-09 = Local and rare books
ndc-1 = Mind, thought
ndc-1-note = Philosophy, psychology, religion
ndc-10 = Philosophy
ndc-11 = Fields of philosophy
ndc-12 = Eastern thought
ndc-13 = Western philosophy
ndc-14 = Psychology
ndc-15 = Ethics
ndc-16 = Religion
ndc-17 = Shinto
ndc-18 = Buddhism
ndc-19 = Christianity and Judaism
ndc-2 = History, places
ndc-2-note = Japan, the world, lives, travel
ndc-20 = World history
ndc-21 = History of Japan
ndc-22 = History of Asia
ndc-23 = History of Europe
ndc-24 = History of Africa
ndc-25 = History of North America
ndc-26 = History of South America
ndc-27 = Oceania and the poles
ndc-28 = Lives of people
ndc-29 = Geography and travel
ndc-3 = Society
ndc-3-note = Politics, money, education, customs
ndc-30 = Social sciences
ndc-31 = Politics
ndc-32 = Law
ndc-33 = Economics
ndc-34 = Public finance
ndc-35 = Statistics
ndc-36 = Society and welfare
ndc-37 = Education
ndc-38 = Customs and folklore
ndc-39 = Defence
ndc-4 = Nature, health
ndc-4-note = Mathematics, space, animals, medicine
ndc-40 = Natural sciences
ndc-41 = Mathematics
ndc-42 = Physics
ndc-43 = Chemistry
ndc-44 = Stars and space
ndc-45 = Earth and weather
ndc-46 = Biology
ndc-47 = Plants
ndc-48 = Animals
ndc-49 = Medicine and health
ndc-5 = Making, home
ndc-5-note = Machines, building, cooking, crafts
ndc-50 = Technology
ndc-51 = Civil engineering
ndc-52 = Architecture
ndc-53 = Machines
ndc-54 = Electricity, electronics
ndc-55 = Ships and the sea
ndc-56 = Metals and mining
ndc-57 = Chemical industry
ndc-58 = Manufacturing
ndc-59 = Home, cooking, child care
ndc-6 = Trades
ndc-6-note = Farming, gardening, commerce, transport
ndc-60 = Industry
ndc-61 = Farming
ndc-62 = Gardens
ndc-63 = Silk
ndc-64 = Livestock and vets
ndc-65 = Forestry and hunting
ndc-66 = Fishing
ndc-67 = Commerce
ndc-68 = Transport and tourism
ndc-69 = Communications
ndc-7 = Arts and sports
ndc-7-note = Art, music, film, sports
ndc-70 = Art
ndc-71 = Sculpture
ndc-72 = Painting and manga
ndc-73 = Prints
ndc-74 = Photography and printing
ndc-75 = Crafts
ndc-76 = Music and dance
ndc-77 = Theatre and film
ndc-78 = Sports
ndc-79 = Tea and pastimes
ndc-8 = Language
ndc-8-note = Japanese, English and others
ndc-80 = Language
ndc-81 = Japanese
ndc-82 = Chinese and Asian languages
ndc-83 = English
ndc-84 = German and related
ndc-85 = French and related
ndc-86 = Spanish and Portuguese
ndc-87 = Italian and related
ndc-88 = Russian and related
ndc-89 = Other languages
ndc-9 = Literature
ndc-9-note = Novels, poems, essays
ndc-90 = Literature
ndc-91 = Japanese literature
ndc-92 = Chinese and Asian literature
ndc-93 = English literature
ndc-94 = German literature
ndc-95 = French literature
ndc-96 = Spanish, Portuguese
ndc-97 = Italian literature
ndc-98 = Russian literature
ndc-99 = Other literatures

## Screen: comfort
bar-comfort = Display
language-short-ja = 日本語
language-short-ja-easy = やさしい
language-short-en = English
language-short-zh-Hant = 繁體
language-short-zh-Hans = 简体
language-short-ko = 한국어
comfort-title = Easier to see and hear
comfort-note = Changed only while you are here
comfort-reset = As before
comfort-close = Done
comfort-text_size = Text size
comfort-text_size-standard = Standard
comfort-text_size-large = Large
comfort-text_size-largest = Largest
comfort-is_high_contrast = Colours
comfort-is_high_contrast-usual = Standard
comfort-is_high_contrast-other = White on black
comfort-is_low = Position
comfort-is_low-usual = Standard
comfort-is_low-other = Lower down
comfort-is_unhurried = Time
comfort-is_unhurried-usual = Standard
comfort-is_unhurried-other = Take my time
comfort-is_spoken = Spoken guidance
comfort-is_spoken-usual = Off
comfort-is_spoken-other = In headphones
comfort-speaks_passwords = Passwords aloud
comfort-speaks_passwords-usual = No
comfort-speaks_passwords-other = Yes
comfort-has_sounds = Sounds
comfort-has_sounds-usual = On
comfort-has_sounds-other = Off
comfort-has_motion = Motion
comfort-has_motion-usual = On
comfort-has_motion-other = Off

## Screen: rest, the day
rest-new = New arrivals
today-hours = Open { $opens }–{ $closes }
today-open = Open today
today-closed = Closed today
today-closed-until = Closed today. Next open day: { $date }

## Speech (for use by a keypad alone)
spoken-welcome = Speech is on. Move with the arrows, choose with OK. Slash goes back, star says it again.
spoken-pause = { ". " }
spoken-button = button
spoken-field = text field
spoken-row = row
spoken-choice = option
spoken-check = check box
spoken-on = selected
spoken-off = not selected
spoken-unavailable = not available now
spoken-place = { $number } of { $total }
spoken-empty = empty
spoken-masked = { $count ->
    [one] 1 character
   *[other] { $count } characters
 }
spoken-cleared = all erased
spoken-erased = erased, { $text }
spoken-erased-masked = one character erased
spoken-capital = capital { $letter }
spoken-small-kana = small { $kana }
spoken-katakana = katakana { $kana }
spoken-sign-space = space
spoken-sign-hyphen = hyphen
spoken-sign-dot = dot
spoken-sign-colon = colon
spoken-sign-apostrophe = apostrophe
spoken-sign-ampersand = ampersand
spoken-sign-plus = plus
spoken-sign-hash = number sign
spoken-sign-slash = slash
spoken-sign-comma = comma
spoken-sign-exclamation = exclamation mark
spoken-sign-at = at sign
spoken-sign-dollar = dollar sign
spoken-sign-underscore = underscore
spoken-sign-long = long vowel mark
spoken-sign-middle-dot = middle dot
spoken-key-dakuten = dakuten
spoken-key-handakuten = handakuten
spoken-key-small = small kana
spoken-key-script = hiragana or katakana
spoken-key-left = cursor left
spoken-key-right = cursor right
spoken-name-rows-up = previous rows
spoken-name-rows-down = next rows
spoken-name-toggle = place a hold on it
spoken-name-shelf-rail = place on the shelf
spoken-awaited-row = loading
spoken-rows = { $first } to { $last } of { $total }
spoken-results = { $total ->
    [0] nothing found
    [one] 1 title found
   *[other] { $total } titles found
 }
spoken-offered = { $count ->
    [one] 1 name suggested
   *[other] { $count } names suggested
 }
spoken-cart = { $count ->
    [one] 1 title in the hold cart
   *[other] { $count } titles in the hold cart
 }
spoken-idle = This visit ends in { $seconds } seconds. Press any key to go on
spoken-seconds = { $seconds } seconds left
spoken-volume = volume { $percent }
spoken-edge = nothing further
spoken-no-way-back = there is no way back from here
