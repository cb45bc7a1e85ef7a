"""Values: numbers, dates, times, money and addresses, which are ours and not the model's.

They are read from the source by Indonesian conventions (`indonesian`), written in English the
house's way (`english`), looked for in a target in any way that English writes them (`find`), and
put right where a model kept the Indonesian form (`mend`), cut them off or doubled them (`garbled`),
or worded them as Indonesian does (`idiom`).
"""

from padanan.translate.values.find import value_uses, values
from padanan.translate.values.mend import mend
from padanan.translate.values.value import Found, Value, ValueKind, ValueUse
from padanan.translate.values.whole import by_value, skeleton, transfer

__all__ = [
    "Found",
    "Value",
    "ValueKind",
    "ValueUse",
    "by_value",
    "mend",
    "skeleton",
    "transfer",
    "value_uses",
    "values",
]
