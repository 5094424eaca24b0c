"""Tables as text and HTML, for looking at."""

from collections.abc import Sequence
from html import escape


def number(value: object) -> str:
    """A cell: floats with six significant digits, everything else as it is."""
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Lines of aligned columns under a head."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]

    def one(line: Sequence[str]) -> str:
        cells = zip(line, widths, right, strict=True)
        return "  ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in cells).rstrip()

    return "\n".join(map(one, lines))


def html(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """An HTML table; every text is escaped."""

    def one(tag: str, line: Sequence[str]) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in line) + "</tr>"

    body = "".join(one("td", row) for row in rows)
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead>{one('th', head)}</thead><tbody>{body}</tbody></table>"
    )
