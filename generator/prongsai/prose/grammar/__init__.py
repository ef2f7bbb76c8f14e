"""Grammar of what Thai sentences claim of a result: words, symbols, constructions, and the claims they make."""
