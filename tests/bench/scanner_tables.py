"""The scanner's bench in words and numbers, for a terminal of 120 columns."""

from collections.abc import Iterable

from bench.scanner_conditions import GRADES
from bench.scanner_engines import ENGINES, TURNS
from bench.scanner_runs import FRAME_RATE, Costs, Outcome
from bench.scanner_tallies import Misreads, NegativeTally, StageTally, median, share_below

from kiosk.scanner.card_reader import frame_budget_seconds


def print_singles(outcome: Outcome) -> None:
    """Rates and times by grade and reader."""
    _title(f"Single frames, each by itself (turned copies: {', '.join(str(turn) for turn in TURNS)} degrees, until one reads)")
    print(f"{'':32}" + "".join(f"{grade:>22}" for grade in GRADES))
    print(f"{'':32}" + f"{'read% wrong   ms  p95':>22}" * len(GRADES))
    for name in ENGINES:
        cells = []
        for grade in GRADES:
            tally = outcome.singles.get((grade, name))
            if tally is None:
                cells.append(" " * 22)
                continue
            rate, times = 100 * tally.read / tally.frames, tally.milliseconds
            cells.append(f"{rate:7.1f}{tally.wrong:5d}{median(times):5.0f}{share_below(times, 95):5.0f}")
        print(f"{name:32}" + "".join(cells))
    first = next(iter(outcome.singles.values()))
    print(f"{first.frames} frames a grade; ms: median, p95; wrong: frames with any NW-7 payload but the printed one")


def print_stages(outcome: Outcome) -> None:
    """How often each stage of the pipeline ran and read, and what it took."""
    _title("Pipeline by stage (single frames, all stages): ran on % of frames, read on % of those, median ms")
    print(f"{'':32}" + "".join(f"{grade:>22}" for grade in GRADES))
    print(f"{'':32}" + f"{'ran   read     ms':>22}" * len(GRADES))
    names = list(dict.fromkeys(name for grade in outcome.stages.values() for name in grade))
    frames = {grade: max(one.frames for one in stages.values()) for grade, stages in outcome.stages.items()}
    for name in names:
        cells = (_stage_cell(outcome.stages.get(grade, {}).get(name), frames.get(grade, 1)) for grade in GRADES)
        print(f"{name:32}" + "".join(cells))


def _stage_cell(tally: StageTally | None, frames: int) -> str:
    if tally is None:
        return f"{'-':>22}"
    return f"{100 * tally.frames / frames:9.0f}{100 * tally.read / tally.frames:7.0f}{median(tally.milliseconds):6.1f}"


def print_negatives(outcome: Outcome) -> None:
    """False reads by kind, and what the person would be told."""
    _title("Frames without a card of the library (ten digits between A and A)")
    print(f"{'':14}{'frames':>7}{'own read':>9}{'false':>7}{'accepted':>9}{'ms all':>8}{'ms live':>8}   told (single frame)")
    for kind, tally in outcome.negatives.items():
        print(_negative_line(kind, tally) + "   " + _sights(tally))
    total = NegativeTally()
    for tally in outcome.negatives.values():
        total.frames += tally.frames
        total.printed_read += tally.printed_read
        total.wrong += tally.wrong
        total.accepted += tally.accepted
        total.milliseconds += tally.milliseconds
        total.live_milliseconds += tally.live_milliseconds
    print(_negative_line("all", total))
    print("own read: its own NW-7 code read rightly; false: any NW-7 payload not printed there; accepted: passes as a card")
    print("false reads of the plain engines: " + ", ".join(f"{name} {count}" for name, count in outcome.engine_false.items()))


def _negative_line(kind: str, tally: NegativeTally) -> str:
    return (
        f"{kind:14}{tally.frames:7d}{tally.printed_read:9d}{tally.wrong:7d}{tally.accepted:9d}"
        f"{median(tally.milliseconds):8.1f}{median(tally.live_milliseconds):8.1f}"
    )


def _sights(tally: NegativeTally) -> str:
    return ", ".join(f"{sight} {count}" for sight, count in tally.sights.most_common(4))


def print_films(outcome: Outcome) -> None:
    """Acceptance of cards held to the camera."""
    budget = frame_budget_seconds(FRAME_RATE) * 1000
    _title(f"Films of 2 s at {FRAME_RATE} frames/s, live budget {budget:.0f} ms a frame, with the real agreement")
    print(
        f"{'':10}{'films':>6}{'accepted %':>12}{'wrong':>7}{'ms, held: median':>18}{'p95':>6}{'in view: median':>17}{'p95':>6}"
        f"{'frames read %':>15}{'ms a frame':>12}{'p95':>5}{'worst':>6}"
    )
    for grade in GRADES:
        tally = outcome.films.get(grade)
        if tally is None:
            continue
        print(
            f"{grade:10}{tally.films:6d}{100 * tally.accepted / tally.films:12.1f}{tally.wrong:7d}"
            f"{median(tally.after_held):18.0f}{share_below(tally.after_held, 95):6.0f}"
            f"{median(tally.after_view):17.0f}{share_below(tally.after_view, 95):6.0f}"
            f"{100 * tally.frames_read / max(1, tally.frames_in_view):15.1f}"
            f"{median(tally.milliseconds):12.1f}{share_below(tally.milliseconds, 95):5.0f}{max(tally.milliseconds):6.0f}"
        )
    print("ms to the acceptance, the looking included, of films that were accepted; held: from the first frame whose bars are")
    print("smeared over less than two narrow ones (a longer smear leaves no trace of a narrow bar beside a narrow space);")
    print("in view: from the first frame with the whole code, mostly still in flight")


def print_costs(costs: Costs) -> None:
    """What a frame takes."""
    _title("Cost of a frame at 1280 x 720, live budget, one core, ms of processor time")
    print(f"{'':36}{'frames':>8}{'median':>8}{'p95':>8}{'worst':>8}")
    rows = (
        ("pipeline, no code in view (8 looks)", costs.without_card),
        ("plain pyzbar, the same frames", costs.pyzbar_without),
        ("pipeline, card in view (films)", costs.with_card),
        ("plain pyzbar, every fifth of them", costs.pyzbar_with),
    )
    for name, times in rows:
        if times:
            print(f"{name:36}{len(times):8d}{median(times):8.1f}{share_below(times, 95):8.1f}{max(times):8.1f}")


def print_misreads(title: str, misreads: dict[tuple[str, str], Misreads]) -> None:
    """Raw decodes against the truth."""
    _title(f"Raw NW-7 decodes before vote, format and agreement: {title}")
    print(
        f"{'engine':8}{'stage':32}{'frames decoded':>21}{'payloads':>10}{'wrong':>7}{'wrong frames':>14}{'at most, 95 %':>16}"
    )
    for (engine, stage), tally in sorted(misreads.items()):
        print(
            f"{engine:8}{stage:32}{tally.frames:21d}{tally.decodes:10d}{tally.wrong_decodes:7d}"
            f"{tally.wrong_frames:14d}{tally.upper_bound:16.2%}"
        )


def print_wrong(wrong: Iterable[str]) -> None:
    """Where to look again."""
    lines = list(wrong)
    _title(f"Wrong reads: {len(lines)}")
    for line in lines[:20]:
        print(line)
    if len(lines) > 20:
        print(f"and {len(lines) - 20} more")


def _title(words: str) -> None:
    print(f"\n{words}\n{'-' * min(120, len(words))}", flush=True)
