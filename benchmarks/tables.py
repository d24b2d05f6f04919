"""Tables in Markdown, and the figures in them."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def percentile(sorted_values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies (nearest rank)."""
    return sorted_values[min(int(len(sorted_values) * part), len(sorted_values) - 1)]


def milliseconds(seconds: Sequence[float]) -> list[str]:
    """p50, p95, p99 and the slowest, in milliseconds."""
    ordered = sorted(seconds)
    parts = [percentile(ordered, part) for part in (0.50, 0.95, 0.99)]
    return [f"{value * 1e3:.1f}" for value in (*parts, ordered[-1])]
