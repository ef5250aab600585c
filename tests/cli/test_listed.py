"""What every listing shares: limits that make sense, words that are text, JSON that a script can read."""

from __future__ import annotations

import io
import json
from argparse import Namespace

import pytest

from attach_desktop.cli.listed import check_texts, found, limit_of, say_json
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.gratitude.items import item


@pytest.mark.parametrize(("text", "limit"), [(None, None), ("0", 0), (" 12 ", 12), ("999999999", 999_999_999)])
def test_a_limit(text: str | None, limit: int | None) -> None:
    assert limit_of(text) == limit


@pytest.mark.parametrize("text", ["", "-1", "1.5", "many", "٣", "9" * 40])
def test_what_is_no_limit(text: str) -> None:
    with pytest.raises(UsageError) as error:
        limit_of(text)
    assert error.value.key == "not-a-count"


def test_words_to_look_for_are_text() -> None:
    check_texts(["", "tea", "静か"])
    with pytest.raises(UsageError):
        check_texts(["tea", "\udcff"])


@pytest.mark.parametrize("limit", [0, 1, 500, 501, None])
def test_as_many_as_are_asked_for_newest_first(vault: Vault, limit: int | None) -> None:
    store = GratitudeStore(vault)
    with store.together():
        kept = [store.add(item(str(number), 600 - number)) for number in range(520)]
    assert list(found(store, Filter(), limit)) == kept[::-1][:limit]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_is_a_list_with_one_record_a_line(vault: Vault, encoding: str) -> None:
    out = io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=encoding)
    request = Request(Namespace(), io.StringIO(), stdout, io.StringIO(), {})
    records: list[Stored[Item]] = [GratitudeStore(vault).add(item(text)) for text in ("お茶", "tea")]
    say_json(request, GRATITUDE, records)
    stdout.flush()
    lines = out.getvalue().decode(encoding).splitlines()
    assert len(lines) == 4
    assert [one["text"] for one in json.loads("".join(lines))] == ["お茶", "tea"]
