"""MkDocs, the engine that is shipped; nothing elsewhere imports it or knows its settings."""
