"""Speed, measured beside peers in one run. ``make bench`` writes docs/reference/benchmarks.md."""
