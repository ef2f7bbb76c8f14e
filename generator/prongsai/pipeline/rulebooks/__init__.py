"""The rules of a year on their way in and out of a site: begun, handed out, taken in, checked and packed."""
