"""Learn from the examples of the diagnosis what the package carries, unless it lies there.

python scripts/learn.py           needs the sentence encoder, and takes a quarter of a minute
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from orgdesign.process import use_one_blas_thread


def learn() -> None:
    """Learn what is not there yet, and take away what was learnt from other examples."""
    use_one_blas_thread()
    from orgdesign.diagnosis.language.carried_arrays import carried_sources
    from orgdesign.diagnosis.language.kept_arrays import carry

    carry(carried_sources())


if __name__ == "__main__":
    learn()
