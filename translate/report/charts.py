"""Charts as SVG: a text says the same, and no two parts differ by their colour alone."""

from collections.abc import Sequence

from padanan.translate.report.html import h, number

_WIDTH = 1000


def bar(parts: Sequence[tuple[str, int]], words: str) -> str:
    """A bar of parts.

    Args:
        parts: The class and the size of each; the class says how it is drawn.
        words: What it shows, for those who cannot see it.
    """
    total = sum(size for _, size in parts)
    drawn, at = [], 0
    for kind, size in parts:
        start, end = (_WIDTH * at // max(total, 1), _WIDTH * (at + size) // max(total, 1))
        if size:
            # What is there at all can be seen.
            end = max(end, min(start + 6, _WIDTH))
            drawn.append(
                f'<rect class="{kind}" x="{start}" y="0" width="{end - start}" height="10"/>'
            )
        at += size
    return (
        f'<svg class="bar" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{h(words)}">{"".join(drawn)}</svg>'
    )


def key(kind: str) -> str:
    """How a part of a bar is drawn, for a legend."""
    return (
        '<svg class="key" viewBox="0 0 12 12" aria-hidden="true">'
        f'<rect class="{kind}" x="1" y="1" width="10" height="10" rx="2"/></svg>'
    )


def histogram(bins: Sequence[int], labels: Sequence[str], words: str) -> str:
    """Columns with their numbers above and their labels below.

    Args:
        bins: How high each column is.
        labels: What stands below each.
        words: What it shows, for those who cannot see it.
    """
    highest = max(*bins, 1)
    step, floor, room = 60, 150, 120
    drawn = [f'<line class="axis" x1="0" y1="{floor}" x2="{step * len(bins)}" y2="{floor}"/>']
    for place, (size, label) in enumerate(zip(bins, labels, strict=True)):
        x, height = place * step, (round(room * size / highest) if size else 0)
        height = max(height, 2) if size else 0
        middle = x + step // 2
        drawn.append(
            f'<rect class="column" x="{x + 5}" y="{floor - height}" width="{step - 10}" '
            f'height="{height}"/>'
        )
        if size:
            drawn.append(
                f'<text class="count" x="{middle}" y="{floor - height - 6}">{number(size)}</text>'
            )
        drawn.append(f'<text class="label" x="{middle}" y="{floor + 20}">{h(label)}</text>')
    return (
        f'<svg class="histogram" viewBox="0 0 {step * len(bins)} {floor + 28}" role="img" '
        f'aria-label="{h(words)}">{"".join(drawn)}</svg>'
    )


def sparkline(values: Sequence[float], words: str) -> str:
    """A line through values from 0 to 1, the last of them marked.

    Args:
        values: The values; two at least.
        words: What it shows, for those who cannot see it.
    """
    width, height, edge = 240, 48, 5
    step = (width - 2 * edge) / (len(values) - 1)
    points = [
        (edge + place * step, height - edge - value * (height - 2 * edge))
        for place, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="spark" viewBox="0 0 {width} {height}" role="img" aria-label="{h(words)}">'
        f'<line class="axis" x1="0" y1="{height - edge}" x2="{width}" y2="{height - edge}"/>'
        f'<polyline points="{line}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="4"/></svg>'
    )
