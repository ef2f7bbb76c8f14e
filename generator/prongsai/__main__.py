"""`python -m prongsai` is the same as the command `prongsai`."""

from prongsai.cli import main

if __name__ == "__main__":
    main()
