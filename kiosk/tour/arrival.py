"""How the tour's patron comes to the menu: by proof of identity, or with a temporary password from the counter."""

from kiosk.domain.registration import IdentityField, IdentityRegistration, TemporaryPasswordUse
from kiosk.domain.text import kana_of_a_name
from kiosk.terminal.presenters.login import LoginPresenter
from kiosk.terminal.visit import Step
from kiosk.tour.player import PASSWORD, Player


def arrive(player: Player) -> None:
    """From the rest screen to the patron's menu, in the way the profile has."""
    player.recorder.see(lambda: player.terminal.visit.step is Step.REST, "rest")
    if player.profile.registration.by_identity is IdentityRegistration.ANYONE:
        _register(player)
        _log_in(player, PASSWORD, Step.MENU)
    else:
        _come_with_temporary_password(player)


def _register(player: Player) -> None:
    recorder, patron = player.recorder, player.props.patron
    recorder.tap_to("register", Step.REGISTER_TERMS, "terms")
    player.finger.tap("agree")
    recorder.tap_to("primary", Step.REGISTER_IDENTITY, "identity")
    recorder.see(lambda: player.form_text("card_number") == patron.card_number, "card-read")
    proofs = {
        IdentityField.NAME_KANA: kana_of_a_name(patron.kana),
        IdentityField.BIRTH_DATE: f"{patron.birth_date:%Y%m%d}",
        IdentityField.PHONE: patron.phone_1,
    }
    for field in player.profile.registration.identity:
        player.type(field.value, proofs[field])
    recorder.see(lambda: player.terminal.presenter.state.can_submit, "identity-filled")
    recorder.tap_to("primary", Step.REGISTER_PASSWORD, "new-password")
    _type_new_password(player)
    recorder.see(lambda: player.terminal.presenter.state.can_submit, "new-password-filled")
    recorder.tap_to("primary", Step.REGISTER_DONE, "registered")
    recorder.tap_to("primary", Step.LOGIN, "login-card")


def _come_with_temporary_password(player: Player) -> None:
    """Where it must be changed first, that is what the login leads to; where it opens everything, the change is recommended."""
    recorder = player.recorder
    temporary = player.desk.issue_temporary_password(player.props.patron.card_number).temporary_password
    recorder.tap_to("show-card", Step.LOGIN, "login-card")
    if player.profile.registration.temporary_password is TemporaryPasswordUse.EVERYTHING:
        _log_in(player, temporary, Step.MENU)
        recorder.tap_to("menu-account", Step.ACCOUNT, "change-recommended")
        recorder.tap_to("top-menu", Step.MENU, "menu-with-temporary-password")
        return
    _log_in(player, temporary, Step.PASSWORD_CHANGE)
    player.type("current_password", temporary)
    _type_new_password(player)
    recorder.see(lambda: player.terminal.presenter.state.can_submit, "new-password-filled")
    recorder.tap("primary", lambda: player.terminal.presenter.state.is_done, "password-changed")
    recorder.tap_to("primary", Step.MENU, "menu")


def _type_new_password(player: Player) -> None:
    player.type("password", PASSWORD)
    player.type("password_again", PASSWORD)


def _log_in(player: Player, password: str, step: Step) -> None:
    """The camera reads the card, the password is typed, and the login leads to `step`."""

    def has_card() -> bool:
        return isinstance(player.terminal.presenter, LoginPresenter) and player.terminal.visit.card_number is not None

    player.recorder.see(has_card, "login-password")
    player.type("password", password)
    player.recorder.tap_to("primary", step, step.value.replace("_", "-"))
