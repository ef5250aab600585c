"""Whether an entry was written when it happened, or looked back on later."""

from __future__ import annotations

from datetime import datetime, timedelta

from attach_desktop.clock import Moment

#: Where "written later" begins: an entry written this long after it happened was back-dated.
LATER = timedelta(hours=6)


def written_late(at: Moment, written: datetime) -> bool:
    """Whether what happened ``at`` was ``written`` (aware, in the person's zone) much later."""
    instant = at.instant
    return written - instant > LATER if instant else written.date() > at.day
