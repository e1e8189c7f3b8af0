"""What is asked when the program ends."""


def test_after_the_end_nothing_is_asked_and_nothing_breaks():
    from kiosk.ui.background import KivyBackground

    asked = []
    background = KivyBackground()
    background.close()
    background.run(lambda: asked.append("too late"), lambda _answer: None, lambda _error: None)
    assert asked == []
