"""Machine translation: packages, where they lie, and the engine that runs them.

Importing this loads neither CTranslate2 nor SentencePiece nor argostranslate; the first call that
needs one does.
"""

from padanan.translate.engine.catalogue import find
from padanan.translate.engine.package import Package
from padanan.translate.engine.protocol import Candidate, Engine, TokenScore

__all__ = ["Candidate", "Engine", "Package", "TokenScore", "find", "load"]


def load(spec: str | None = None, *, beam: int = 4, jobs: int | None = None) -> Engine:
    """An engine for the package that `spec` names; see `catalogue.find`.

    Args:
        spec: What `--model` was given; None for the default.
        beam: Hypotheses kept while decoding; 1 is fastest, and more than 4 seldom helps.
        jobs: Processor cores to use; by default all that this process may use.

    Raises:
        ModelError: There is no such package, or it cannot be used.
    """
    from padanan.translate.engine.ctranslate import CTranslateEngine

    return CTranslateEngine(find(spec), beam=beam, jobs=jobs)
