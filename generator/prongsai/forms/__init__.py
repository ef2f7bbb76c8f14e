"""What follows from the declaration of the fields: schemas for editors, and the reference of all keys."""
