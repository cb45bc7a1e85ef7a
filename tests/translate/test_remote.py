"""What lies at a URL, as a folder of articles."""

from pathlib import Path

import pytest

from padanan.errors import InputError
from padanan.translate.inputs import Job, collect
from padanan.translate.places import Url


def test_no_name_leads_results_out_of_their_folder() -> None:
    fsspec = pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    system = fsspec.filesystem("memory")
    system.pipe_file("/keys/a.txt", b"Presiden tiba.")
    # Keys of objects need not be paths; this file system makes them so unless one goes past it.
    for key in ("/keys//etc/b.txt", "/keys/../../c.txt"):
        system.store[key] = system.store["/keys/a.txt"]
    try:
        error, job = collect([Url.parse("memory://keys")], Path("out"))
    finally:
        system.store.clear()
    assert isinstance(error, InputError)
    assert "memory://keys//etc/b.txt: has an empty part in its name" in error.message
    assert isinstance(job, Job)
    assert job.bilingual == Path("out/a.po")
