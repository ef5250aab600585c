"""The check-ins in the vault, and those that are not finished yet."""

from __future__ import annotations

from datetime import date

from attach_desktop.checkins.checkin import CHECKINS, CheckIn
from attach_desktop.checkins.period import Period, period_for
from attach_desktop.checkins.questions import Forms
from attach_desktop.clock import day_of
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.tally import Tally
from attach_desktop.vault.vault import Vault


class CheckInStore(FindingStore[CheckIn]):
    """Check-ins of every form."""

    def __init__(self, vault: Vault) -> None:
        """The check-ins of ``vault``."""
        super().__init__(vault, CHECKINS)
        self.forms = Forms(vault)
        self.tally = Tally(vault)

    def of_form(self, form_id: str, limit: int = -1) -> list[Stored[CheckIn]]:
        """The newest ``limit`` check-ins of a form (all, if negative), the newest first."""
        return self.find(Filter(words=(("form", form_id),)), limit)

    def last_end(self, form_id: str) -> date | None:
        """The last day that was looked at with a form; None before the first time."""
        newest = self.of_form(form_id, 1)
        if not newest:
            return None
        checkin = newest[0].value
        return checkin.end or day_of(checkin.at.wall, self.day_start)

    def period(self, form_id: str, today: date) -> Period:
        """The days that a form looks at on the person's day ``today``."""
        return period_for(form_id, today, self.last_end(form_id))

    def finish(self, checkin: CheckIn) -> Stored[CheckIn]:
        """Keep a check-in and forget its draft, both or neither; on disk when it returns."""
        with self.together():
            stored = self.add(checkin)
            self.vault.drafts.drop(draft_name(checkin.form))
        return stored


def draft_name(form_id: str) -> str:
    """The name under which a form that is not finished is kept."""
    return f"checkin-{form_id}"
