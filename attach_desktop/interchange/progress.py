"""How far a long job has come, and how a person calls it off."""

from __future__ import annotations

from collections.abc import Callable

from attach_desktop.errors import AttachError

#: Told how many of how many records are done; returning False calls the job off.
Progress = Callable[[int, int], bool]
_STEP = 100


class Cancelled(AttachError):
    """The job was called off; nothing of it is left behind."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class Meter:
    """Counts the records of one job and tells ``progress`` at the beginning, every hundred, and at the end."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        """A job of ``total`` records. Raises Cancelled if it is called off before it begins."""
        self._total = total
        self._done = 0
        self._progress = progress
        self._tell()

    def tick(self) -> None:
        """One more record is done. Raises Cancelled if the job is called off."""
        self._done += 1
        if self._done % _STEP == 0 or self._done == self._total:
            self._tell()

    def _tell(self) -> None:
        if self._progress is not None and self._progress(self._done, self._total) is False:
            raise Cancelled
