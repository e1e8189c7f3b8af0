"""The pictures of the floors over HTTP: those the profile names, to terminals, and no other file."""

import pytest


def test_a_terminal_reads_the_picture_of_a_floor(kumamoto):
    terminal = kumamoto.terminal()
    maps = terminal.get("/v1/profile")["profile"]["shelf_maps"]
    answer = terminal.call("GET", f"/v1/shelf-maps/{maps[0]['picture']}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["draw_maps.py", "..%2Fprofiles%2Fkumamoto.toml", "%2Fetc%2Fpasswd", "floor-9.png"])
def test_no_other_file_can_be_read(kumamoto, name):
    assert kumamoto.terminal().call("GET", f"/v1/shelf-maps/{name}").status_code == 404


def test_nobody_reads_it_without_a_terminal_key(kumamoto):
    terminal = kumamoto.terminal()
    terminal.headers = {}
    assert terminal.expect(401, "GET", "/v1/shelf-maps/floor-1.png")["code"] == "terminal_key_invalid"
