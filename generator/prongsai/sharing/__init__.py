"""Pictures by which links to the site are shown elsewhere: drawn from worded cards, with the face of the theme."""
