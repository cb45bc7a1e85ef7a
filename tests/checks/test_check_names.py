"""The check of names."""

import pytest
from checkpairs import cut, found

CHECK = "names"


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Kata Joko Susanto kemarin.", "He said yesterday.", ["Joko", "Susanto"]),
        (
            "Hal itu dibenarkan juga oleh Presiden Rusia Pavel Morozov.",
            "The Russian president agreed.",
            ["Pavel", "Morozov"],
        ),
        ("Warga di tepi Sungai Musi mengungsi.", "Residents on the river's bank fled.", ["Musi"]),
        ("Kata juru bicara Rusia Pavel Morozov.", "Russia's Morozov said.", ["Pavel"]),
        ("Itu dikatakan oleh Sri Mulyono dan Hartono.", "Sri Mulyono said so.", ["Hartono"]),
    ],
)
def test_a_name_that_has_gone_is_told(source: str, target: str, names: list[str]) -> None:
    (one,) = found(CHECK, source, target)
    assert cut(source, one.source_spans) == names
    assert one.target_spans == ()


def test_a_slip_is_told_with_its_place() -> None:
    source, target = "Kata Jens Stolterbeck kemarin.", "Jens Stoterbek said yesterday."
    (one,) = found(CHECK, source, target)
    assert one.message == "“Stolterbeck” is spelled “Stoterbek” in the translation."
    assert cut(source, one.source_spans) == ["Stolterbeck"]
    assert cut(target, one.target_spans) == ["Stoterbek"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kata Joko Susanto kemarin.", "Joko Susanto said yesterday."),
        ("Kata Joko Susanto kemarin.", "It was Susanto's word; so Joko said."),
        # other ways of writing the same sounds
        ("Ia tiba di Moskow.", "He came to Moscow."),
        ("Ia memuji Khruschev.", "He praised Khrushchev."),
        ("Planet itu, Saturnus, besar.", "The planet, Saturn, is large."),
        ("Buku Sukarno itu.", "Soekarno's book."),
        # titles, institutions, the glossary's terms
        ("Kata Presiden kemarin.", "The president said yesterday."),
        ("Kata Bapak Gubernur.", "The governor said."),
        ("Di Universitas Harapan Bangsa.", "At the Hope of the Nation University."),
        ("Di tepi Laut Mati.", "On the shore of the Dead Sea."),
        ("Ia menonton You Tube kemarin.", "He watched YouTube yesterday."),
        ("Dalam Kuartal III rugi.", "A loss in the third quarter."),
        ("Ia lahir di Bali dulu.", "He is Balinese by birth."),
        ("Menurut Saya itu benar.", "In my view it is so."),
        ("Kapal BPPT itu tenggelam.", "The agency's ship sank."),
        ("Utusan Amerika Serikat dan Rusia.", "American and Russian envoys."),
        ("Di Kementerian Pertanian.", "At the agriculture ministry."),
        # places where a capital says nothing
        ("Ilmuwan datang. Warga pulang.", "Scientists came. Residents left."),
        ('Ia berkata, "Pulanglah."', "He said, “Go home.”"),
        ("Harga Beras Naik Tajam Pekan Ini", "Rice Prices Rise Sharply"),
        ("Kata JimÃ©nez.", "He said."),
    ],
)
def test_names_that_are_there_and_what_is_no_name_are_let_pass(source: str, target: str) -> None:
    assert found(CHECK, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia tiba di Ukraina kemarin.", "He came to Ukraine yesterday."),
        ("Itu pasukan Ukraina di timur.", "They are Ukrainian troops in the east."),
        ("Kata utusan Jerman kemarin.", "Germany's envoy said yesterday."),
        ("Ia belajar di Belanda dulu.", "He was at a Dutch school."),
    ],
)
def test_built_in_names_are_known_without_a_glossary(source: str, target: str) -> None:
    assert found(CHECK, source, target, uses=()) == []


def test_a_built_in_name_that_has_gone_is_told_without_a_glossary() -> None:
    source = "Kata utusan Jerman kemarin."
    (one,) = found(CHECK, source, "The envoy said yesterday.", uses=())
    assert cut(source, one.source_spans) == ["Jerman"]
