"""The page in a browser: it asks for nothing, nothing is wrong with it, and it fits the window."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from reportside import FLOOD, QUAKE, TALKS, THEN, article, desk, entry, gathered, kept

from padanan.translate.report.page import render
from running import ROOT

pytest.importorskip("aiohttp", reason="aiohttp is not installed (pip install padanan[web])")

sys.path.append(str(ROOT / "tests/tui"))

from browser import CHROMIUM, Tab, chromium, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

WIDTHS = """
(() => {
  const page = document.documentElement;
  const parts = [...document.querySelectorAll("body *:not(.scroll *):not(.unseen)")];
  const out = parts.filter(one => one.getBoundingClientRect().right > page.clientWidth + 1);
  return (page.scrollWidth > page.clientWidth ? [page, ...out] : out)
    .map(one => one.tagName + "." + one.className).join(" ");
})()
"""
"""What sticks out of the window where no part of the page scrolls."""

CONTRAST = """
(() => {
  const lightness = text => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    const line = parts.slice(0, 3).map(one => (one /= 255) <= 0.04045 ? one / 12.92
      : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2];
  };
  const behind = one => {
    for (; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const bad = [];
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    if (!own) continue;
    const style = getComputedStyle(one);
    const drawn = one instanceof SVGElement ? style.fill : style.color;
    const [less, more] = [lightness(drawn), lightness(behind(one))].sort((a, b) => a - b);
    if ((more + 0.05) / (less + 0.05) < 4.5) bad.push(one.tagName + "." + one.className);
  }
  return bad.join(" ");
})()
"""
"""The parts with text that does not stand out from what is behind it (WCAG 2, 4.5 to 1)."""


PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 29)"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with something in every part, long names and hostile text among it."""
    out = desk(tmp_path)
    kept(out, time=THEN)
    long = "berita_" + "a" * 90
    hard = '<img src="http://example.com/x"> <script src="http://example.com/y"></script>'
    article(tmp_path, long, [entry("x", f"Banjir {hard} {'w' * 200}", hard, confidence=0.2)])
    article(tmp_path, "banjir", [replace(one, line=1) for one in (*FLOOD[:4], *QUAKE, *TALKS)])
    path = out / "report.html"
    path.write_text(render(gathered(out).report), "utf-8")
    return path


async def sized(tab: Tab, width: int, scheme: str) -> None:
    await tab.do(
        "Emulation.setDeviceMetricsOverride",
        width=width, height=900, deviceScaleFactor=1, mobile=False,
    )  # fmt: skip
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    await tab.do("Emulation.setEmulatedMedia", features=features)


def test_it_asks_for_nothing_and_fits_wherever_it_is_looked_at(page: Path, tmp_path: Path) -> None:
    async def session() -> None:
        async with chromium(tmp_path / "profile") as tab:
            await tab.look(page.as_uri())
            for scheme in ("light", "dark"):
                for width in (360, 1400):
                    await sized(tab, width, scheme)
                    assert await tab.script(WIDTHS) == ""
                    assert await tab.script(CONTRAST) == ""
                paper = await tab.script(
                    "getComputedStyle(document.documentElement).backgroundColor"
                )
                assert paper == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(18, 22, 29)")
            assert await tab.script("document.querySelectorAll('svg.bar').length") > 3
            assert tab.complaints == []
            assert {one for one in tab.asked if not one.startswith("data:")} == {page.as_uri()}
            printed = await tab.do("Page.printToPDF", printBackground=True)
            assert len(printed["data"]) > 10_000

    run(session())
