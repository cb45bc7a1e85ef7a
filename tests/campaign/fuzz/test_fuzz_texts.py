"""Anything as a text: sentences, terms, values, checks, enforcement's own work, the screen."""

from itertools import pairwise

from campaign.fuzz.dice import Dice, terms
from campaign.fuzz.hunt import hunt
from campaign.record import Campaign
from rich.cells import cell_len

from padanan.cli import talk
from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.translate.adherence import uses
from padanan.translate.article import Article, Block, BlockKind
from padanan.translate.bilingual import State
from padanan.translate.byrule import by_rule
from padanan.translate.checks import Finding, Pair, check_all
from padanan.translate.segment import segment
from padanan.translate.segment.splitter import split
from padanan.translate.truecase import truecased
from padanan.translate.values import (
    Found,
    ValueKind,
    by_value,
    mend,
    skeleton,
    transfer,
    value_uses,
    values,
)
from padanan.tui import text as screen
from padanan.tui.query import Seen, parse
from running import ROOT


def test_sentences(campaign: Campaign) -> None:
    def judge(text: str) -> None:
        spans = split(text)
        end = 0
        for start, after in spans:
            assert end <= start < after <= len(text)
            assert not text[end:start].strip()
            assert text[start:after] == text[start:after].strip()
            end = after
        assert not text[end:].strip()

    hunt(campaign, "sentences", Dice.text, judge, holds="segments and gaps together are the text")


GLOSSARY = Glossary.load(ROOT / "terms.tsv")
SMALL = Glossary(GLOSSARY.concepts[::12])
"""What the checks look with, of which there are many to a pair."""


def test_terms_of_the_source(campaign: Campaign) -> None:
    GLOSSARY.match("Bali")
    GLOSSARY.suggest("Bali")

    def judge(text: str) -> None:
        matches = GLOSSARY.match(text)
        end = 0
        for match in matches:
            assert end <= match.start < match.end <= len(text)
            assert match.term in match.concept.terms
            end = match.end
        held = [range(match.start, match.end) for match in matches]
        for one in GLOSSARY.suggest(text):
            assert 0 <= one.start < one.end <= len(text)
            assert not any(one.start in span for span in held)

    hunt(
        campaign, "terms in a source", Dice.text, judge, holds="spans in the text, in order, apart"
    )


def test_renderings_of_the_target(campaign: Campaign) -> None:
    GLOSSARY.renderings("Bali")

    def judge(text: str) -> None:
        for one, other in pairwise([(0, 0), *(m[:2] for m in GLOSSARY.renderings(text))]):
            assert one == other or one[1] <= other[0] < other[1] <= len(text)

    hunt(
        campaign,
        "renderings in a target",
        Dice.text,
        judge,
        holds="spans in the text, in order, apart",
    )


def _sides(dice: Dice) -> tuple[str, str]:
    """A source, and a target that may have something to do with it."""
    source = dice.text(5)
    kind = dice.random()
    if kind < 0.3:
        return source, dice.spoilt(source)
    if kind < 0.6:
        found = values(source)
        words = [dice.choice(value.english) for value in found] + [dice.piece() for _ in range(3)]
        dice.shuffle(words)
        return source, " ".join(words)
    return source, dice.text(5)


def test_values(campaign: Campaign) -> None:
    def judge(sides: tuple[str, str]) -> None:
        source, target = sides
        end = 0
        for value in values(source):
            assert end <= value.start < value.end <= len(source)
            assert source[value.start : value.end] == value.text
            assert value.english
            assert all(one.strip() == one != "" for one in value.english)
            end = value.end
        for use in value_uses(source, target):
            if use.found is Found.MISSING:
                assert use.start is use.end is None
            elif use.start is not None and use.end is not None:
                assert 0 <= use.start < use.end <= len(target)
        skeleton(source)
        by_value(source)

    hunt(
        campaign,
        "values",
        _sides,
        judge,
        holds="spans in the text, in order, apart; English for each",
    )


def test_values_put_right(campaign: Campaign) -> None:
    def judge(sides: tuple[str, str]) -> None:
        source, target = sides
        once = mend(source, target)
        assert mend(source, once) == once
        assert transfer(source, target, source) in (None, target)
        transfer(source, target, target)

    hunt(
        campaign,
        "values mended",
        _sides,
        judge,
        holds="mending twice is mending once; the same source changes nothing",
    )


_BY_NEIGHBOURS = {ValueKind.NUMBER, ValueKind.ORDINAL, ValueKind.RANGE, ValueKind.SCORE}
"""What a value is only beside other words: a number or a year, a range or a score, “yang kedua”."""


def test_a_value_alone(campaign: Campaign) -> None:
    def judge(source: str) -> None:
        found = values(source)
        for value in found:
            if value.kind not in _BY_NEIGHBOURS:
                (again,) = values(value.text)
                assert (again.kind, again.text, again.english) == (
                    value.kind,
                    value.text,
                    value.english,
                )
        if len(found) == 1:
            for english in found[0].english:
                (use,) = value_uses(source, f"x {english} x")
                assert use.found is Found.HELD, english

    hunt(
        campaign,
        "values alone",
        lambda dice: dice.text(6),
        judge,
        holds="a span reads as the same value again, and its own English holds it",
    )


def _article(dice: Dice) -> Article:
    kinds = list(BlockKind)
    blocks = tuple(
        Block(dice.choice(kinds), text, number, number, "running-text")
        for number in range(1, dice.randint(2, 5))
        if (text := " ".join(dice.text(6).split()))
    )
    return Article("a.txt", blocks, "utf-8", "0" * 64)


def test_letter_case_and_rules(campaign: Campaign) -> None:
    def judge(article: Article) -> None:
        segmented = segment(article)
        assert len({one.id for one in segmented.segments}) == len(segmented.segments)
        for one in segmented.segments:
            block = article.blocks[one.block]
            assert block.text[one.start : one.end] == one.source
            made = by_rule(block, one)
            assert made is None or made.strip()
        for title, text in truecased(segmented).items():
            assert title != text
            assert title.casefold().upper() == text.casefold().upper()  # ı, ẞ, İ

    hunt(
        campaign,
        "letter case, and targets by rule",
        _article,
        judge,
        holds="a title changes in its letter case alone; ids are unique",
    )


def _pairs(dice: Dice) -> list[Pair]:
    made = []
    for number in range(dice.choice((1, 1, 1, 1, 2))):
        source, target = _sides(dice)
        made.append(
            Pair(
                str(number),
                source,
                target,
                dice.choice(list(BlockKind)),
                state=dice.choice(list(State)),
                confidence=dice.choice((None, 0.0, 0.3, 1.0)),
                uses=uses(SMALL, source, target),
                values=value_uses(source, target),
            )
        )
    return made


def _within(finding: Finding, pair: Pair) -> bool:
    texts = (pair.source, finding.source_spans), (pair.target, finding.target_spans)
    return all(0 <= one.start < one.end <= len(text) for text, spans in texts for one in spans)


def test_checks(campaign: Campaign) -> None:
    def judge(pairs: list[Pair]) -> None:
        by_id = {pair.id: pair for pair in pairs}
        for finding in check_all(pairs):
            assert finding.message.isprintable()
            assert _within(finding, by_id[finding.segment])
            assert finding.fix is None or finding.fix != by_id[finding.segment].target

    hunt(
        campaign,
        "checks",
        _pairs,
        judge,
        holds="messages on one line without controls, spans in their texts",
    )


def _concept(dice: Dice) -> Concept:
    ours, theirs = terms()
    return Concept(
        (dice.choice(ours),),
        tuple(dict.fromkeys(dice.choice(theirs) for _ in range(dice.randint(1, 2)))),
        (dice.choice(theirs),) if dice.often(0.3) else (),
        dice.choice((None, *PartOfSpeech)),
        flags=frozenset({Flag.CASE}) if dice.often(0.1) else frozenset(),
    )


def _enforcing(dice: Dice) -> tuple[Glossary, str, str]:
    concepts = [_concept(dice) for _ in range(dice.randint(1, 3))]
    source, target = _sides(dice)
    source += " " + concepts[0].terms[0] + dice.piece()
    target += " " + dice.choice((concepts[0].preferred, concepts[0].terms[0])) + dice.piece()
    return Glossary(concepts), dice.spoilt(source), dice.spoilt(target)


def test_enforcement_by_itself(campaign: Campaign) -> None:
    from padanan.translate.enforce.aligned import Aligned, trimmed
    from padanan.translate.enforce.articles import takes_an, takes_the, with_articles
    from padanan.translate.enforce.capitals import capital, opens, titled
    from padanan.translate.enforce.facts import loses
    from padanan.translate.enforce.polish import open_brackets, stutters, touches
    from padanan.translate.enforce.replacing import replaced
    from padanan.translate.enforce.shapes import is_mass, is_more, is_plural, shapes
    from padanan.translate.enforce.verdict import Judge, untranslated
    from padanan.translate.engine.protocol import Candidate

    def judge(given: tuple[Glossary, str, str]) -> None:
        glossary, source, target = given
        matches = glossary.match(source)
        every = range(len(matches))
        replaced(source, matches, every)
        found = uses(glossary, source, target, matches)
        last = len(target)
        for start, end, words in touches(source, target, found):
            assert 0 <= start <= end <= last
            assert words.isprintable() or not target.isprintable()
            last = start
        loses(source, matches, target, source)
        stutters(target)
        open_brackets(target)
        titled(target)
        capital(target)
        opens(target)
        trimmed(target, 0, len(target))
        pieces = tuple("▁" + word for word in source.split()[:12])
        others = tuple("▁" + word for word in target.split()[:12])
        rows = tuple(tuple(float(a == b) for a in range(len(pieces))) for b in range(len(others)))
        aligned = Aligned.of(source, Candidate(target, -1.0, pieces, others, rows))
        for match in matches:
            for form in shapes(match.concept, match.concept.preferred, match, before=target[:40]):
                is_plural(form), is_more(form), is_mass(form), takes_an(form), takes_the(form)
                list(with_articles(target[:40], form, name=False, noun=True))
            for start, end in untranslated(target, match.term, match.concept):
                assert 0 <= start < end <= len(target)
            if aligned is not None:
                place = aligned.place(match.start, match.end)
                assert place is None or 0 <= place[0] <= place[1] <= len(target)
                for gap in aligned.gaps(match.start, match.end):
                    assert 0 <= gap <= len(target)
                aligned.edited(*(place or (0, 0)), "words")
        if matches:
            judged = Judge(matches)
            assert len(judged.look(source, target, matches).uses) == len(matches)
            polished, verdict, _ = judged.polish(source, target, matches, every, aligned)
            assert len(verdict.uses) == len(matches)
            assert polished.strip() or not target.strip()

    hunt(
        campaign,
        "enforcement's own work",
        _enforcing,
        judge,
        holds="spans in the draft, one use for each term",
    )


def test_what_reaches_the_screen(campaign: Campaign) -> None:
    def judge(given: tuple[str, int]) -> None:
        text, width = given
        shown = screen.inert(text)
        assert len(shown) == len(text)
        for made in (shown, screen.one_line(text)):
            assert not screen._HARMFUL.search(made)
        assert "\n" not in screen.one_line(text)
        assert not talk._CONTROLS.search(talk.inert(text))
        assert cell_len(screen.shorten(shown, width)) <= width
        end = 0
        for start, after in screen.folds(shown, width):
            assert end <= start <= after <= len(shown)
            assert not shown[end:start].strip(" ")
            assert cell_len(shown[start:after]) <= width
            end = after
        assert not shown[end:].strip(" ")
        assert "".join(shown[a:b] for a, b in screen.graphemes(shown)) == shown

    hunt(
        campaign,
        "the screen",
        lambda dice: (dice.text(), dice.choice((2, 3, 9, 40, 80))),
        judge,
        holds="no control, invisible or turning character; lines fit and lose nothing",
    )


def test_queries(campaign: Campaign) -> None:
    from padanan.translate.bilingual import Entry

    entry = Entry("1", "Rumah itu besar.", "The house is big.", State.DRAFT, confidence=0.4)
    seen = Seen(entry, ("names",), ("rumah",))
    parts = ("is:", "draft", "has:", "check:", "term:", "source:", "re:", "sure<", '"', "-", "0.5")
    parts += ("(", "[", "a+", "(?:", "\\1", "{9999999999}", "(?i)", "*", "$", "(a+)+$", "|")

    def make(dice: Dice) -> str:
        return "".join(
            dice.choice(parts) if dice.often(0.7) else dice.piece()
            for _ in range(dice.randint(0, 7))
        )

    hunt(
        campaign,
        "queries of the desk",
        make,
        lambda line: parse(line)(seen),
        holds="a query that means nothing is refused in a sentence",
        inert=False,
    )
