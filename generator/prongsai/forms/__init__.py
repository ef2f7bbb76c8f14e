"""Forms made from the declaration of fields: schemas for editors, the reference of keys, a year's files to fill in."""
