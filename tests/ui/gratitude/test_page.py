"""The tab of gratitude: writing, moving, finding, and lists of the person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit

from attach_desktop.clock import Moment
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.widgets.day_calendar import DayCalendar
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import DAY_START_SETTING, Vault
from tests.support import NOW, ZONE
from tests.ui.eyes import choose, part, parts, push, read
from tests.ui.gratitude.slips import GRATITUDE_TABS, choose_for, gratitude_page, item_rows, rows, slip, slips, thing
from tests.ui.hands import CTRL, focus, focus_name, press, settle, tab_to, write
from tests.ui.windows import Windows

Open = Callable[[], MainWindow]


def choices(window: MainWindow) -> Fold:
    """The lists and the rhythm, opened."""
    fold = part(gratitude_page(window), Fold)
    fold.set_open(True)
    settle()
    return fold


def texts(store: GratitudeStore) -> set[str]:
    return {record.value.text for record in store.each()}


def test_three_lines_and_three_times_enter_add_three(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    assert focus_name() == "Something for the list Myself"
    write("warm tea\nthe walk home\nsaid no\n")
    assert texts(gratitude) == {"warm tea", "the walk home", "said no"}
    assert set(rows(window)) == texts(gratitude)
    assert window.status.text() == "Saved 20:40"
    assert focus_name() == "Something for the list Myself"


def test_a_blank_line_adds_nothing(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    open_gratitude()
    write("   \n")
    assert not texts(gratitude)


def test_what_is_too_long_is_told_beside_the_line_and_stays(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window, long = open_gratitude(), "a" * 20_000
    slip(window).line.setText(long)
    press(Qt.Key.Key_Return)
    assert slip(window).top.fault in read(slip(window))
    assert slip(window).line.text() == long
    assert not texts(gratitude)
    slip(window).line.setText("short")
    press(Qt.Key.Key_Return)
    assert not slip(window).top.fault


def test_items_move_within_their_list(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for days, text in enumerate(("first", "second", "third")):
        gratitude.add(thing(text, days))
    window = open_gratitude()
    assert rows(window) == ["first", "second", "third"]
    item_rows(window)[2].setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(window) == ["first", "third", "second"]
    assert focus() is item_rows(window)[1]
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, times=2)
    assert rows(window) == ["third", "first", "second"]


def test_a_deleted_item_comes_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert rows(window) == []
    assert window.status.step == "Undo delete"
    window.undo()
    assert rows(window) == ["warm tea"]


def test_one_item_is_copied_as_a_note(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("You waited for me", people=("Kim",)))
    window = open_gratitude()
    choose_for(item_rows(window)[0], "Tell them: copy as a note")
    assert "You waited for me" in QGuiApplication.clipboard().text()


def by_day(window: MainWindow) -> list[str]:
    """The items of the list by days, if that is on show."""
    panel = gratitude_page(window).panel
    found = [panel.model.row(number) for number in range(panel.model.rowCount())] if panel.table.isVisible() else []
    return [row.value.text for row in found if isinstance(row, Stored)]


def test_search_shows_the_matches_by_day_and_the_way_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for days, text in enumerate(("warm tea", "the walk home", "a walk in the rain")):
        gratitude.add(thing(text, days))
    window = open_gratitude()
    panel = gratitude_page(window).panel
    gratitude_page(window).go_to_search()
    write("walk")
    assert by_day(window) == ["the walk home", "a walk in the rain"]
    assert not slips(window)
    assert "2 items" in read(panel.bar)
    push(panel.bar, "‹ Back to the lists")
    assert len(slips(window)) == 5
    assert panel.search.text() == ""
    write("zebra")
    assert "Nothing matches" in read(panel)
    push(panel, "Back to the lists")
    assert len(slips(window)) == 5


def test_filters_by_list_person_and_days(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 0, people=("Kim",)))
    gratitude.add(thing("the walk home", 3, people=("Kim",), list="memories"))
    gratitude.add(thing("said no", 5))
    window = open_gratitude()
    panel = gratitude_page(window).panel
    panel.set_filter(Filter(words=(("people", "kim"),)))
    assert by_day(window) == ["warm tea", "the walk home"]
    panel.set_filter(Filter(words=(("people", "kim"), ("list", "memories"))))
    assert by_day(window) == ["the walk home"]
    push(panel.bar, "kim, remove")
    push(panel.bar, "Shared memories, remove")
    assert slips(window)
    panel.set_filter(Filter(end=date(2026, 11, 4)))
    assert by_day(window) == ["said no"]


def test_the_calendar_leads_to_a_day_of_the_list(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for days in range(3):
        gratitude.add(thing(f"thing {days}", days))
    window = open_gratitude()
    panel = gratitude_page(window).panel
    panel.show_calendar()
    (calendar,) = panel.findChildren(DayCalendar)
    calendar.hide()
    calendar.day_chosen.emit(date(2026, 11, 7))
    assert by_day(window) == ["thing 0", "thing 1", "thing 2"]
    chosen = panel.selected()
    assert chosen is not None
    assert chosen.value.text == "thing 1"
    press(Qt.Key.Key_Escape)
    assert slips(window)


def test_an_item_found_is_read_and_edited_below_the_list(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", why="It was cold"))
    window = open_gratitude()
    page = gratitude_page(window)
    page.go_to_search()
    write("tea")
    press(Qt.Key.Key_Down)
    assert "It was cold" in read(page.pane)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_End, CTRL)
    write(" with honey")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert by_day(window) == ["warm tea with honey"]
    assert "warm tea with honey" in read(page.pane)
    assert focus() is page.panel.table
    press(Qt.Key.Key_Delete)
    assert by_day(window) == []
    assert not page.pane.isVisible()
    window.undo()
    assert by_day(window) == ["warm tea with honey"]


def test_a_long_list_is_read_by_day(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    with gratitude.together():
        for number in range(70):
            gratitude.add(thing(f"thing {number}", number))
    window = open_gratitude()
    assert len(rows(window)) == 5
    push(slip(window), "Show all")
    gratitude_page(window).panel.model.count_days()
    assert len(by_day(window)) == 70


def test_an_item_moves_to_another_list_and_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    choose_for(item_rows(window)[0], "Anything")
    assert (rows(window), rows(window, "anything")) == ([], ["warm tea"])
    window.undo()
    assert (rows(window), rows(window, "anything")) == (["warm tea"], [])


def test_a_shared_memory_is_written_with_whom_it_was(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    slip(window, "memories").line.setFocus()
    write("the lake")
    tab_to("With whom")
    write("Kim,")
    slip(window, "memories").line.setFocus()
    press(Qt.Key.Key_Return)
    (record,) = gratitude.each()
    assert (record.value.text, record.value.people) == ("the lake", ("Kim",))
    assert slip(window, "memories").top.values() == {}


def test_a_new_item_is_written_in_full_from_its_line(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    write("warm tea")
    tab_to("People, why")
    press(Qt.Key.Key_Space)
    assert focus_name() == "Why it mattered"
    write("It was cold")
    tab_to("People")
    write("Kim,")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    (record,) = gratitude.each()
    assert record.value == thing("warm tea", why="It was cold", people=("Kim",))
    assert slip(window).line.text() == ""
    assert focus() is slip(window).line


def test_a_person_is_hidden_and_let_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 365, people=("Kim",)))
    window = open_gratitude()
    assert part(window, MemoryCard).isVisible()
    choose_for(item_rows(window)[0], "Do not bring back what is with Kim")
    assert not part(window, MemoryCard).isVisible()
    assert rows(window) == ["warm tea"]
    push(choices(window), "Let Kim come back")
    assert part(window, MemoryCard).isVisible()


def test_a_single_sentence_is_put_away_and_shown_again(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    choose(slip(window), "Nothing comes to mind")
    gone = slip(window).top.prompt
    push(slip(window), "Not this one again")
    assert list(gratitude.lists.hidden_prompts) == [gone]
    assert slip(window).top.prompt not in ("", gone)
    push(choices(window), f"Show again: {gone}")
    assert not gratitude.lists.hidden_prompts


def test_without_any_sentence_left_it_says_so(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for prompt in gratitude.lists.prompts("myself"):
        gratitude.lists.hide_prompt(prompt)
    window = open_gratitude()
    choose(slip(window), "Nothing comes to mind")
    assert "All sentences for this list are put away. Below, they can be shown again." in read(slip(window))


def test_an_open_editor_outlives_every_change_to_the_lists(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, CTRL)
    write(" with honey")
    gratitude.lists.add("Small things")
    gratitude.lists.rename("myself", "Me")
    gratitude.lists.arrange(["anything", "myself"])
    gratitude.lists.hide("myself")
    settle()
    gratitude.lists.hide("myself", hidden=False)
    settle()
    editor = part(gratitude_page(window), ItemEditor)
    assert editor.isVisible()
    assert editor.values()["text"] == "warm tea with honey"
    push(editor, "Keep")
    assert rows(window) == ["warm tea with honey"]


def test_what_was_being_edited_in_a_crash_is_there_again(windows: Windows, vault: Vault) -> None:
    store = GratitudeStore(vault)
    store.add(thing("warm tea"))
    window = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, CTRL)
    write(" with honey")
    gratitude_page(window).keep_draft()
    windows.crash(window)
    again = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    editor = part(gratitude_page(again), ItemEditor)
    assert editor.values()["text"] == "warm tea with honey"
    push(editor, "Keep")
    windows.leave(again)
    assert [record.value.text for record in store.each()] == ["warm tea with honey"]
    assert not windows(vault, tabs=GRATITUDE_TABS, tab="gratitude").findChildren(ItemEditor)


def test_the_slip_says_the_persons_day(open_gratitude: Open, gratitude: GratitudeStore, vault: Vault) -> None:
    night = NOW.replace(hour=1, minute=30)
    gratitude.add(replace(thing("the stars"), at=Moment.from_datetime(night, ZONE)))
    window = open_gratitude()
    assert "7 November" in read(item_rows(window)[0])
    vault.settings.set(DAY_START_SETTING, "00:00")
    settle()
    assert "8 November" in read(item_rows(window)[0])


def test_a_name_that_is_taken_is_told_on_the_slip(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    choose(slip(window), "Rename")
    write("anything\n")
    settle()
    assert slip(window).top.fault
    assert gratitude.lists.headings()[0].name == "Myself"


def test_an_empty_page_says_what_it_is_for(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    assert any("small things that were good" in text for text in read(window))
    assert "Nothing on this list yet." not in read(window)
    write("warm tea\n")
    assert read(window).count("Nothing on this list yet.") == 4
    assert not any("small things that were good" in text for text in read(window))


def test_with_every_list_hidden_it_says_how_they_come_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    for heading in gratitude.lists.headings():
        gratitude.lists.hide(heading.key)
    settle()
    assert "Every list is hidden. Below, each of them can be shown again." in read(window)
    window.open_tab("gratitude")
    assert focus_name() == "Search the lists"


def test_tab_goes_through_the_slips_from_above(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for number in range(2):
        gratitude.add(thing(f"thing {number}", number))
        gratitude.add(thing(f"other {number}", number, list="partner"))
    window = open_gratitude()
    slip(window).line.setFocus()
    names = []
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        names.append(focus_name().split(".")[0])
    assert names == [
        "thing 0", "What to do with: thing 0", "thing 1", "What to do with: thing 1",
        "What to do with the list My partner", "Something for the list My partner",
    ]  # fmt: skip


def test_a_list_is_added_once_only(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    fold = choices(window)
    name = next(one for one in parts(fold, QLineEdit) if one.accessibleName() == "Name of a new list")
    name.setText("Small things")
    push(fold, "Add list")
    assert "Small things" in [one.heading.name for one in slips(window)]
    assert name.text() == ""
    name.setText("small things")
    before = read(fold)
    push(fold, "Add list")
    assert len(read(fold)) == len(before) + 1
    assert name.text() == "small things"
    assert len(gratitude.lists.headings()) == 6


def test_a_list_is_hidden_and_shown_again(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    slip(window, "partner").hide_asked.emit("partner")
    assert "partner" not in [one.heading.key for one in slips(window)]
    window.undo()
    assert "partner" in [one.heading.key for one in slips(window)]
    slip(window, "partner").hide_asked.emit("partner")
    push(choices(window), "Show My partner")
    assert "partner" in [one.heading.key for one in slips(window)]


def test_lists_move_to_the_left(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    slip(window, "partner").shift_asked.emit("partner", -1)
    assert [one.key for one in gratitude.lists.headings()][:2] == ["partner", "myself"]


def test_prompts_about_a_partner_switch_off_in_one_place(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    box = part(gratitude_page(window), QCheckBox)
    assert box.isVisible()
    box.click()
    assert not gratitude.lists.partner_prompts
    assert any(text.startswith("Nothing about a partner is suggested") for text in read(window))


def test_a_half_written_line_is_there_again(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    write("the smell of")
    windows.leave(window)
    again = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    assert slip(again).line.text() == "the smell of"
    write("\n")
    windows.leave(again)
    assert slip(windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")).line.text() == ""


def test_a_half_written_line_survives_what_changes_elsewhere(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    write("the smell of")
    gratitude.lists.add("Small things")
    settle()
    assert slip(window).line.text() == "the smell of"


def test_what_cannot_be_read_is_told_in_the_line_at_the_bottom(
    open_gratitude: Open, gratitude: GratitudeStore, vault: Vault
) -> None:
    gratitude.add(thing("the walk home"))
    window = open_gratitude()
    vault.connection.run("UPDATE record SET data = '{}'")
    gratitude_page(window).go_to_search()
    write("walk")
    assert "damaged" in window.status.text()
    window.say("")
    gratitude.add(thing("warm tea"))
    assert "damaged" in window.status.text()


def test_what_was_edited_beyond_the_slips_first_items_is_there_again(windows: Windows, vault: Vault) -> None:
    store = GratitudeStore(vault)
    for number in range(8):
        store.add(thing(f"thing {number}", number))
    window = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    page = gratitude_page(window)
    page.panel.set_filter(Filter(query="7"))
    page.panel.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, CTRL)
    write(" and more")
    page.keep_draft()
    windows.crash(window)
    again = gratitude_page(windows(vault, tabs=GRATITUDE_TABS, tab="gratitude"))
    assert again.pane.editing.values()["text"] == "thing 7 and more"
    push(again.pane, "Keep")
    assert store.newest(8)[-1].value.text == "thing 7 and more"
