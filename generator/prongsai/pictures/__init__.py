"""Pictures from views: fluid SVG of our own, readable without colour, without scripts and without styles of its own."""
