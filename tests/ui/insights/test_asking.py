"""Cards asked for in another thread: their order, calling off, trouble with one of them, the connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.ui.insights import states
from attach_desktop.ui.insights.asking import Asking, Question
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.vault.vault import Vault
from tests.insights.known import keep, moods, structured
from tests.ui.executors import AtOnce, WhenTold
from tests.ui.hands import settle


class Heard:
    """What an Asking had to say."""

    def __init__(self) -> None:
        self.arrived: list[CardState] = []
        self.failed: list[tuple[str, str]] = []
        self.over = 0

    def fail(self, key: str, error: AttachError) -> None:
        """A card could not be made."""
        self.failed.append((key, error.key))

    def end(self) -> None:
        """All are there."""
        self.over += 1


@pytest.fixture
def heard() -> Heard:
    return Heard()


Start = Callable[..., Asking]


@pytest.fixture
def start(vault: Vault, heard: Heard, qapp: object) -> Iterator[Start]:
    made: list[tuple[Jobs, Asking]] = []

    def begin(executor: Callable[[], object] = AtOnce) -> Asking:
        jobs = Jobs(executor)  # type: ignore[arg-type]
        asking = Asking(vault, jobs, heard.arrived.append, heard.fail, heard.end)
        made.append((jobs, asking))
        return asking

    yield begin
    for jobs, asking in made:
        asking.stop()
        jobs.close()
        asking.close()


def until_over(asking: Asking, heard: Heard, rounds: int = 20_000) -> None:
    for _ in range(rounds):
        settle(1)
        if heard.over:
            return
    raise AssertionError("the cards do not come")


@pytest.fixture
def question(vault: Vault) -> Question:
    return Question(selection=moods(vault, [1, 2, 3, 4, 5, 4, 3]))


def test_cards_arrive_in_the_order_in_which_they_were_asked_for(start: Start, heard: Heard, question: Question) -> None:
    asking = start(one_thread)
    asking.ask(question, ("map", "mood", "weekdays"))
    assert asking.busy
    until_over(asking, heard)
    assert [state.key for state in heard.arrived] == ["map", "mood", "weekdays"]
    assert (heard.over, heard.failed, asking.busy) == (1, [], False)


def test_nothing_stays_open_when_all_are_there(start: Start, heard: Heard, question: Question, vault: Vault) -> None:
    asking = start()
    asking.ask(question, ("mood",))
    until_over(asking, heard)
    assert asking._beside is None


def test_a_new_question_calls_the_one_before_off(start: Start, heard: Heard, question: Question) -> None:
    executor = WhenTold()
    asking = start(lambda: executor)
    asking.ask(question, ("mood", "map"))
    asking.ask(question, ("weekdays",))
    for _ in range(6):
        executor.go()
        settle()
    assert [state.key for state in heard.arrived] == ["weekdays"]
    assert heard.over == 1
    assert heard.failed == []
    assert not asking._jobs.busy


def test_one_that_cannot_be_made_does_not_keep_the_others(
    start: Start, heard: Heard, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(look: states.Look) -> CardState:
        raise StorageError("cannot-read", path="somewhere")

    monkeypatch.setitem(states.STATES, "map", broken)
    asking = start()
    asking.ask(question, ("mood", "map", "weekdays"))
    until_over(asking, heard)
    assert [state.key for state in heard.arrived] == ["mood", "weekdays"]
    assert heard.failed == [("map", "cannot-read")]


def test_what_was_worked_out_is_known_again_only_where_nothing_changed(
    start: Start, heard: Heard, vault: Vault
) -> None:
    keep(vault, structured(1, 40))
    question = Question(selection=moods(vault, [3]))
    asking = start()
    asking.ask(question, ("triggers",))
    until_over(asking, heard)
    before = asking._known
    asking.ask(question, ("chain",), again=True)
    assert asking._known is before
    asking.ask(question, ("chain",))
    assert asking._known is not before


#: It takes minutes, so that whoever waits for its end fails by the result, not by a clock.
LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000000) SELECT max(i) FROM n"


def test_whoever_closes_does_not_wait_for_the_card_under_way(
    start: Start, heard: Heard, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), list[str]()

    def long(look: states.Look) -> CardState:
        begun.set()
        try:
            look.vault.connection.one(LONG)
        except AttachError as error:
            ended.append(error.key)
            # It does not depend on the moment either: what is begun afterwards ends as well.
            look.vault.connection.one(LONG)
        raise AssertionError("it was waited for")

    monkeypatch.setitem(states.STATES, "mood", long)
    asking = start(one_thread)
    asking.ask(question, ("mood", "map"))
    assert begun.wait(60)
    asking.stop()
    asking._jobs.close()
    asking.close()
    settle()
    assert ended == ["cancelled"]
    assert (heard.arrived, heard.failed, heard.over) == ([], [], 0)


def test_a_new_question_does_not_wait_for_the_card_under_way(
    start: Start, heard: Heard, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def long(look: states.Look) -> CardState:
        begun.set()
        look.vault.connection.one(LONG)
        raise AssertionError("it was waited for")

    monkeypatch.setitem(states.STATES, "mood", long)
    asking = start(one_thread)
    asking.ask(question, ("mood",))
    assert begun.wait(60)
    asking.ask(question, ("map",))
    until_over(asking, heard)
    assert [state.key for state in heard.arrived] == ["map"]
    assert heard.failed == []
