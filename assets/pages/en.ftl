### The words of the page behind the link in a mail.

## Before it is settled
confirmation-email-title = Confirm your e-mail address
confirmation-email-text = The address at which you received this mail will be where the library writes to you. If that is right, press the button below. If you did not ask for this, close this page: nothing will change.
confirmation-email-button = Use this address
confirmation-password-title = Confirm your password
confirmation-password-text = The password entered at the terminal in the library will be your new one. If that is right, press the button below. If you did not ask for this, close this page: nothing will change.
confirmation-password-button = Register the password

## When it is settled
confirmation-email-done-title = Your e-mail address is registered
confirmation-email-done-text = There is nothing more to do. You can close this page.
confirmation-password-done-title = Your password is registered
confirmation-password-done-text = Please log in with your new password from now on. You can close this page.

## A link that is good no more
confirmation-void-title = This link cannot be used now
confirmation-void-text = A link is no longer valid when it has been used, when its time is over, or when a later request has taken its place. If you have pressed the button and were told that it is done, there is nothing more to do. If not, please start again at a terminal in the library, or ask at the desk.
