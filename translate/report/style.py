"""The looks of the page, in light, in dark, on a telephone and on paper."""

STYLE = """
:root { color-scheme: light dark;
  --paper: #fff; --card: #f6f7f9; --line: #d5d9e0; --ink: #1b2230; --quiet: #566074;
  --link: #0b57b0; --good: #1f6f5c; --half: #8cc7b5; --mid: #4b9d86; --todo: #e9c46a;
  --bad: #b3261e; --badness: #fbe9e7; --warn: #7a4d00; --warning: #fdf1d8; --fill: #2f6fb5; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #12161d; --card: #1a202a; --line: #333c4a; --ink: #e6eaf1; --quiet: #a3adbd;
  --link: #82b7ff; --good: #4fbf9f; --half: #25594c; --mid: #34826c; --todo: #a37c22;
  --bad: #ff9d94; --badness: #43211f; --warn: #f0c36a; --warning: #3a2f17; --fill: #5f9ee6; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link);
  outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .75rem; padding-top: .75rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
code { font: .85em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--card);
  border: 1px solid var(--line); border-radius: 4px; padding: .1em .35em; user-select: all;
  -webkit-user-select: all; overflow-wrap: anywhere; }
.about, .more, .note { color: var(--quiet); font-size: .9rem; }
.about { margin: .35rem 0 0; max-width: none; }
nav { margin: 1rem 0 0; font-size: .9rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.25rem, 1fr)); gap: .75rem;
  margin: 1.5rem 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: .8rem .9rem; display: flex; flex-direction: column; }
.tiles .name { font-size: .85rem; color: var(--quiet); }
.tiles .value { font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -.02em;
  font-variant-numeric: tabular-nums; }
.tiles .value small { font-size: .9rem; font-weight: 500; letter-spacing: 0; color: var(--quiet); }
.tiles .of, .tiles .delta { font-size: .85rem; color: var(--quiet); }
.tiles .delta { margin-top: auto; padding-top: .25rem; color: var(--ink); }
.tiles .bar { margin: .4rem 0 .3rem; }
.bar { display: block; width: 100%; height: .6rem; border-radius: 3px; }
.key { width: .8rem; height: .8rem; vertical-align: -.06rem; margin-right: .35rem; }
rect { vector-effect: non-scaling-stroke; }
.approved, .preferred { fill: var(--good); }
.shape { fill: var(--mid); }
.drafts, .admitted { fill: var(--half); stroke: var(--good); stroke-width: .75; }
.form { fill: var(--todo); }
.empty { fill: var(--paper); stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 3 2; }
.missing { fill: var(--bad); stroke: var(--bad); }
.rest { fill: var(--line); }
.share { fill: var(--fill); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; list-style: none; padding: 0;
  margin: .5rem 0 1rem; font-size: .9rem; }
.next { padding-left: 1.4rem; margin: .5rem 0; }
.next li { margin: .35rem 0; padding-left: .2rem; }
.next code { margin-left: .35rem; }
.since { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 2rem; }
.since ul { margin: .25rem 0; padding-left: 1.2rem; }
figure { margin: 0; }
.since figure { width: 15rem; }
figcaption { font-size: .85rem; color: var(--quiet); }
.spark { display: block; width: 100%; height: auto; }
.spark polyline { fill: none; stroke: var(--fill); stroke-width: 2; stroke-linejoin: round; }
.spark circle { fill: var(--fill); }
.axis { stroke: var(--line); stroke-width: 1; }
.scroll { position: relative; overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; font-size: .9rem; color: var(--quiet); padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-top: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-top: 0; border-bottom: 1px solid var(--quiet); font-size: .82rem;
  font-weight: 600; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody tr:first-child > * { border-top: 0; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.none { color: var(--quiet); }
.error { color: var(--bad); font-weight: 600; }
.warning { color: var(--warn); }
.barred { width: 9rem; min-width: 4.5rem; }
td.barred .bar { margin-top: .42rem; }
.barred .sub { margin-top: .2rem; }
.narrow { width: auto; min-width: min(100%, 36rem); }
.made .barred { width: 6rem; }
.title { display: block; }
.sub { display: block; color: var(--quiet); font-size: .85rem; }
.tag { display: inline-block; font-size: .78rem; line-height: 1.4; padding: 0 .4rem;
  border: 1px solid currentColor; border-radius: 999px; white-space: nowrap; }
.how { display: block; margin-top: .15rem; }
.how code { border: 0; background: none; padding: 0; color: var(--quiet); }
details { border: 1px solid var(--line); border-radius: 8px; margin: .6rem 0; }
summary { padding: .55rem .8rem; cursor: pointer; }
summary .sum { color: var(--quiet); font-size: .9rem; }
details > p, details > .scroll { margin-left: .85rem; margin-right: .85rem; }
.graded td:first-child { width: 6.5rem; white-space: nowrap; }
.low td:first-child { width: 3rem; text-align: left; }
.finds td:last-child { width: 37%; }
.matrix { width: auto; min-width: min(100%, 28rem); }
.matrix thead th { min-width: 6rem; text-align: right; padding-left: 1rem; }
.matrix thead th:first-child { text-align: left; min-width: 9rem; padding-left: 0; }
.matrix td:last-child { padding-right: .6rem; }
.matrix thead th:last-child { padding-right: .6rem; }
.matrix .kind { display: block; font-weight: 400; }
.matrix td { text-align: right; font-variant-numeric: tabular-nums; }
.matrix .usual { font-weight: 650; }
.matrix .drift { background: var(--badness); color: var(--bad); font-weight: 650; }
.matrix .softly { background: var(--warning); color: var(--warn); font-weight: 650; }
.matrix .drift a, .matrix .softly a { color: inherit; }
.matrix .sum > * { border-top: 1px solid var(--quiet); color: var(--quiet); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
  gap: 0 2.5rem; }
.histogram { display: block; width: 100%; max-width: 40rem; height: auto; }
.histogram .column { fill: var(--fill); }
.histogram text { font-size: 15px; text-anchor: middle; fill: var(--quiet); }
.histogram .count { fill: var(--ink); font-weight: 600; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem;
  color: var(--quiet); font-size: .85rem; }
@media (max-width: 62rem) { .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (max-width: 44rem) {
  body { padding: 1rem .9rem 2rem; }
  .far { display: none; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; }
  .tiles .value { font-size: 1.4rem; }
  .since { grid-template-columns: minmax(0, 1fr); }
  .how { display: none; }
  .next code { display: inline-block; margin: .15rem 0 0; }
  .finds thead { display: none; }
  .finds tr { display: block; padding: .5rem 0; border-top: 1px solid var(--line); }
  .finds td, .finds th { display: block; border: 0; padding: .05rem 0; width: auto !important; } }
@media print {
  :root { --paper: #fff; --card: #fff; --line: #bbb; --ink: #000; --quiet: #444; --link: #000;
    --good: #1f6f5c; --half: #8cc7b5; --mid: #4b9d86; --todo: #e9c46a; --bad: #a31515;
    --badness: #fbe9e7; --warn: #6b4300; --warning: #fdf1d8; --fill: #2f6fb5; }
  @page { margin: 16mm 14mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav, .how { display: none; }
  h2, h3, caption, summary { break-after: avoid; }
  tr, .tiles li, figure, .matrix { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  details { border: 0; }
  summary { list-style: none; padding-left: 0; font-weight: 600; }
  details > p, details > .scroll { margin-left: 0; margin-right: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { text-decoration: none; } }
"""
