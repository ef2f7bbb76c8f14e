"""Rules that hold written text against the figures, the names and itself."""

from prongsai.rules import prose_figures, prose_lists, prose_names, prose_wording

RULES = (*prose_figures.RULES, *prose_lists.RULES, *prose_names.RULES, *prose_wording.RULES)
