"""What a machine of the cluster has to have, looked for before the work begins."""

import os
import sys
from pathlib import Path

from padanan.errors import PadananError
from padanan.translate.cluster import kit as kits
from padanan.translate.places import Url


def lacking(kit: kits.Kit, token: str) -> str:
    """What keeps this machine from working with a kit, as the end of a sentence; empty if nothing.

    Args:
        kit: The kit.
        token: The name of a file that lies in the results' folder for the time being, by which
            one sees that it is the same folder and not another of the same name. Empty if the
            results lie at a URL.
    """
    here = kits.versions()
    if here != kit.versions:
        return (
            f"has padanan {here[0]} with ctranslate2 {here[1]}, and this machine has padanan "
            f"{kit.versions[0]} with ctranslate2 {kit.versions[1]}: drafts would not be the same. "
            "Install the same on all machines"
        )
    if token and not isinstance(kit.results, Url):
        folder = Path(os.path.normpath(Path(kit.folder) / kit.results))
        if not (folder / token).exists():
            return (
                f"does not see {folder} of this machine. Put the results into a folder that all "
                "machines share under the same name, or at a URL (-o s3://...)"
            )
    try:
        kits.engine_of(kit, 1)
    except PadananError as error:
        return (
            f"has not the model that this machine has ({error.message.rstrip('.')}; Python is "
            f"{sys.executable}). Install the same package there"
        )
    return ""
