"""The commands as ``python -m orgdesign``."""

import sys

from orgdesign.cli import main

if __name__ == "__main__":
    sys.exit(main())
