"""Pictures from views: our own fluid SVG, readable without colour, without scripts and without styles of its own."""
