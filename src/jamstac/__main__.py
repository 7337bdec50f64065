"""`python -m jamstac`: the same command line as `jamstac`."""

from jamstac.config.cli import main

main()
