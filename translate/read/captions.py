"""Line rules for the text under pictures, which Indonesian sites end with a credit."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.rule import LineRule

_PICTURE = (
    r"(?:foto|photo|gambar|dok|doc|dokumentasi|ilustrasi|istimewa|ist|sumber|source|credit|kredit"
    r"|file)"
)
_PROVIDER = (
    r"(?:antara(?: foto)?|afp|ap(?: photo)?|reuters|epa(?:-efe)?|getty images|gettyimages"
    r"|istockphoto|istock"
    r"|shutterstock|freepik|pixabay|unsplash|pexels|wikimedia(?: commons)?|wikipedia|xinhua"
    r"|anadolu|aa"
    r"|bloomberg|tass|sputnik|kompas|tempo|detik\w*|liputan6|republika|okezone|sindo\w*|mpi"
    r"|tribun\w*|medcom|suara"
    r"|cnn indonesia|cnbc indonesia|jawa ?pos|jpnn|kumparan|viva|merdeka|instagram|twitter"
    r"|facebook|youtube|tiktok"
    r"|humas|kemenlu|setpres|biro pers|bpmi|istana|bnpb|bmkg|polri|polda|puspen|kominfo|mi|voi|via)"
)
_AGENCY = (
    r"(?:REUTERS|AFP|AP|AP Photo|EPA|EPA-EFE|ANTARA(?: FOTO)?|TEMPO|Tempo|XINHUA|Xinhua"
    r"|Getty Images|ANTARANEWS"
    r"|KOMPAS(?:\.com)?|Kompas\.com|VIVA|Liputan6\.com|Suara\.com|suara\.com|MPI|SINDOnews"
    r"|Media Indonesia|MI|Republika|TRIBUN(?:[ -][A-Z]+)?(?:\.(?:COM|com))?)"
)

_SIGNED_TEXT = re.compile(
    r"[.!?\"”] ?[(\[](?:\*|[a-z]{1,8}\d{0,3})(?:[/,&-][a-z0-9*]{1,8}){0,4}[)\]]\.?$|^[(\[][Ss]umber"
)
"""The end of a paragraph signed by its reporters ("... datang. (boy/jpnn)")."""

CAPTIONS: tuple[LineRule, ...] = (
    LineRule(
        "photo-caption",
        BlockKind.CAPTION,
        "Text of a picture ending in its credit in brackets "
        '("... (Foto: Humas)", "... (Kenzo TRIBOUILLARD / AFP)", "... (Wikimedia Commons/...)").',
        (
            rf".*[(\[](?:{_PICTURE}\b\.?\s?[:/.]?[^()\[\]]{{0,80}}"
            rf"|[^()\[\]]{{0,60}}\b{_PROVIDER}(?:\.com|\.id|\.co)?\s?[/|:][^()\[\]]*"
            rf"|[^()\[\]]{{2,60}}\s?[/|]\s?{_PROVIDER}\b[^()\[\]]{{0,40}})[)\]][.”\"]?"
        ),
        longest=420,
        unless=_SIGNED_TEXT,
    ),
    LineRule(
        "agency-photo",
        BlockKind.CAPTION,
        "Text of a picture whose credit is its agency in brackets, above the article or without a "
        'full stop before it ("Presiden Joko Widodo di Istana (AFP)").',
        (
            r"(?-i:"
            r".*[^.!?”\"] [(\[](?:AFP|AP|REUTERS|Reuters|EPA|ANTARA|Antara|Xinhua|TEMPO|Tempo"
            r"|Kompas\.com|KOMPAS\.com"
            r"|Liputan6\.com|Suara\.com|Okezone|IST|Ist|ist|Istimewa|istimewa|Net|net"
            r"|Shutterstock|Getty Images|[\w]+\.(?:com|id|co|co\.id))[)\]]\.?"
            r")"
        ),
        longest=300,
    ),
    LineRule(
        "photo-credit",
        BlockKind.CAPTION,
        "Text of a picture ending in its credit without brackets, or the credit alone "
        '("... Foto/CNBC", "Foto: Rifkianto Nugroho/detikcom", "... REUTERS/Maksim Levin").',
        (
            r"(?:.*[.!?\"”)]\s+|.*\s[-–—|]\s|.*\w ?/ ?(?=foto ?:)|[-–—|•] |)"
            r"(?:(?:sumber |kredit |credit )?(?:foto|photo|ilustrasi|gambar)\s?(?:[:/]|by\b)"
            r"|antara foto\s?/|antara/ho|ap photo\s?/"
            r"|dok(?:umentasi)?(?:\.|\s?[:/]| (?-i:[A-Z]))|getty images\s?/)(?:[^.!?]|(?<=dok)\."
            r"|(?<=doc)\.|\.(?=\w)){0,90}+\.?"
            r"|.*\w/(?-i:Net|net|Ist|ist|Repro|Istimewa|AFP|Reuters|REUTERS|ANTARA|Antara)\.?"
            r"|(?:.*[.!?\"”)] |[-–—•] ?)?[\w.-]{1,30}\.(?:com|co|id|net)/ ?"
            r"(?-i:[A-Z])[\w .'’-]{1,40}"
            r"|(?-i:/ ?[A-Z][\w .]{2,40}/ ?[A-Z][\w .'’-]{2,40})"
            r"|(?:twitter|instagram|facebook|youtube|tiktok|ig|x) ?/ ?@?[\w. ]{2,40}"
            r"|(?:tangkapan layar|screenshot|capture)\b.{0,60}"
            r"|(?-i:(?:.*[.!?\"”)] ?|.*\s[-–—|]\s|[-–—•] "
            rf"|){_AGENCY} ?/ ?[A-Z][^.!?]{{1,60}}(?:/\w+)?\.?)"
        ),
        longest=420,
    ),
    LineRule(
        "picture-label",
        BlockKind.CAPTION,
        'A label that announces a picture\'s text or credit ("Keterangan gambar, ...").',
        (
            r"(?:keterangan (?:gambar|foto|video)|sumber (?:gambar|foto|video)|caption|teks foto"
            r"|foto|photo|image caption"
            r"|image source)\s?[,:].*|foto (?:oleh|karya|dari|milik) [^.!?]{2,90}\.?"
            r"|[(\[]?(?:foto )?ilustrasi\b[^.!?]{0,90}(?:\.com|\.id)?\.?"
            r"|(?-i:ILUSTRASI|FOTO)\. .+"
            r"|[-–• ]*(?:getty images|istimewa|ist|shutterstock|freepik|pixabay)\.?"
        ),
        longest=300,
    ),
)
