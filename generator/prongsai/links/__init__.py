"""Links to the outer web: asked politely, judged by a closed set of states, remembered by the day."""
