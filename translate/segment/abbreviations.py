"""Indonesian abbreviations written with a full stop, by what may follow that full stop.

Written forms follow EYD V (Ejaan Bahasa Indonesia yang Disempurnakan, 5th edition, 2022),
sections "Singkatan" and "Tanda Titik", and its predecessor PUEBI (2016), together with forms
that newspapers use although the rules do not ("PT.", "Rp.", "No.").
"""

from enum import Enum


class Follows(Enum):
    """What comes after an abbreviation, which decides whether its full stop can end a sentence."""

    NAME = "name"
    """Something always follows (a name, the other end of a range): not the end."""

    NUMBER = "number"
    """A number follows; without one it is another word, at its sentence's end ("segala hal.")."""

    ANYTHING = "anything"
    """Complete in itself: the end when the next word opens a sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAME = _words("""
    prof dr drg drh ir drs dra hj kh k.h hm hr tn ny nn sdr sdri bpk yth ust tgk tgh pdt dr.h.c
    dipl Ki St Sta Sp Lt Kol Sen Gen Gov Rep Rev Capt Sgt mr mrs Ms
    jend letjen mayjen brigjen letkol kapt lettu letda serma serka sertu serda kopda koptu praka
    pratu prada marsma marsda marsdya laksma laksda laksdya
    kombes kombespol komjen irjen kompol iptu ipda aiptu aipda bripka brigpol briptu bripda pol
    Inf Kav Arm Czi purn
    moh muh mohd muhd md mhd abd sr alm almh
    jl jln jkt gg ds dsn kp kep kel kec kab prov tj tg Komp
    pt cv ud
    s.d s/d a.n a/n u.p u/p u.b d.a d/a p.p c.q cq jo vs lih bdk dok i.e e.g
    no nmr tel telp tlp faks fax rp
""")
# Titles and ranks before a name ("Prof.", "Letjen."), given names cut short ("Muh.", "Abd."),
# address words ("Jl.", "Kec."), company forms ("PT."), prepositions and links ("s.d.", "a.n.",
# "u.p.", "jo.", "vs."), credits ("Dok. Kemenlu"), and what stands before numbers of all shapes
# ("No. B-12", "Telp. (021)", "Rp. 5.000"). Single letters ("H.", "M.") need no entry: any may be
# an initial.

_NUMBER = _words("""
    km hlm hal ps psl tgl bln thn th ext ed cet vol jil jld rt rw lt pkl maks
    jan feb mar apr jun jul agt agu ags sep sept okt nov des
""")
# Pages, articles of law, dates, extensions, editions, floors, times of day, upper limits.

_ANYTHING = _words("""
    dll dkk dsb dst tsb ybs tbk ltd inc corp co bhd sdn plc jr bros etc
    p.m a.m saw swt A.S U.S U.K D.C
""")
# "And so on", company endings, times of day, formulas after holy names, states after a comma.

_DEGREES = _words("""
    s.h s.e s.t s.p s.k.m s.s s.sos s.kom s.pd s.pd.i s.ag s.ip s.ked s.farm s.psi s.si s.hum s.hut
    s.ikom s.i.kom s.kep s.ap s.sn s.tp s.t.p s.pt s.pi s.gz s.st s.tr s.stp s.h.i s.e.i s.th.i
    s.sos.i s.i.k s.ak s.ab s.or
    m.h m.hum m.si m.m m.kom m.pd m.pd.i m.t m.sc m.a m.b.a m.ag m.ap m.ak m.ec m.eng m.phil m.ed
    m.kes m.kn m.i.kom m.ikom m.k.m m.psi m.p m.e m.farm m.sn m.i.p m.ip m.han m.th m.epid m.tr
    m.e.i m.h.i m.s m.stat m.p.a ll.m ll.b
    ph.d b.a b.sc b.eng b.com
    sp.a sp.b sp.pd sp.og sp.jp sp.p sp.m sp.kj sp.an sp.u sp.s sp.n sp.kk sp.tht sp.ot sp.bs
    sp.rad sp.pk sp.ok sp.f sp.kg sp.ort sp.pros
    a.md a.md.kep a.ma a.ks
""")
# Academic degrees; they stand after a name, set off by a comma (EYD V, "Tanda Koma").

_TABLE: dict[str, Follows] = {
    **dict.fromkeys(_ANYTHING | _DEGREES, Follows.ANYTHING),
    **dict.fromkeys(_NUMBER, Follows.NUMBER),
    **dict.fromkeys(_NAME, Follows.NAME),
}


def follows(token: str) -> Follows | None:
    """What follows the abbreviation `token` (without its last full stop), None if it is none.

    Case is ignored, except that entries listed with a capital are words of their own otherwise
    ("kol" is cabbage, "sen" a cent, "gen" a gene).
    """
    return _TABLE.get(token) or _TABLE.get(token.lower())


LETTERED = _words(
    """
    vitamin kelas grup golongan tipe huruf poin butir hepatitis blok paket plan seri serie liga
    gedung terminal zona ring kategori tim sim divisi lampiran opsi rencana bagian kelompok
    inisial berinisial nilai predikat gen generasi miss model hari derajat
    akreditasi influenza tribun sektor titik
    """
)
"""Words a single letter completes ("vitamin C."): that letter is no initial of a name."""

OPENERS = _words(
    """
    namun dia ia mereka kami kita saya beliau menurut selain sementara sebelumnya sebaliknya
    tetapi tapi karena untuk pada di dalam dengan adapun hal ini itu sebab saat ketika setelah
    sesudah kemudian lalu selanjutnya selama bahkan meski meskipun walaupun jika kalau apabila
    bila padahal sedangkan akibatnya oleh sebagai seperti bagi dari hingga sejak tidak tak ada
    bukan para sejumlah beberapa semua seluruh kini akhirnya artinya apalagi begitu demikian
    diketahui diberitakan sebanyak sebagian terkait akibat atas usai kedua ketiga keduanya
    mengenai melalui berdasarkan hasilnya hari kejadian acara pihaknya peristiwa
    """
)
"""Words that begin sentences and never names: after them a doubtful full stop is a sentence's."""

SPEECH = _words(
    """
    kata katanya ujar ujarnya tutur tuturnya ucap ucapnya ungkap ungkapnya tegas tegasnya tambah
    tambahnya imbuh imbuhnya jelas jelasnya papar paparnya terang terangnya tanya tanyanya
    lanjut lanjutnya sebut sebutnya jawab jawabnya pungkas pungkasnya tandas tandasnya
    seru serunya teriak teriaknya cetus cetusnya beber bebernya sambung sambungnya urai urainya
    tukas tukasnya kilah kilahnya keluh keluhnya pinta pintanya harap harapnya
    """
)
"""Verbs that follow a quotation and belong to its sentence, with and without -nya."""
