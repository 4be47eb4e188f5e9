"""`python -m promissory` is the command `promissory`."""

from promissory.cli import main

if __name__ == "__main__":
    main()
