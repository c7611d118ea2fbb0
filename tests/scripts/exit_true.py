"""Exit codes of other kinds."""
raise SystemExit(True)
