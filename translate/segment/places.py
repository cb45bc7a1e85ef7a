"""Places and agencies that news stories open with. Names are in lower case.

Places are the provinces of Indonesia (Law 20/2022 brought the number to 38), their capitals, the
cities and the regencies that give many news, and the foreign cities that correspondents write
from. Countries are left out on purpose: "Rusia - Ukraina sepakat" is a sentence.
"""


def _names(lines: str) -> frozenset[str]:
    return frozenset(name.strip() for line in lines.splitlines() for name in line.split(","))


PLACES = _names(
    """aceh, sumatera utara, sumatra utara, sumut, sumatera barat, sumatra barat, sumbar, riau
    kepulauan riau, kepri, jambi, bengkulu, sumatera selatan, sumatra selatan, sumsel, lampung
    kepulauan bangka belitung, bangka belitung, babel, banten, dki jakarta, jawa barat, jabar
    jawa tengah, jateng, daerah istimewa yogyakarta, diy, jawa timur, jatim, bali
    nusa tenggara barat, ntb, nusa tenggara timur, ntt, kalimantan barat, kalbar
    kalimantan tengah, kalteng, kalimantan selatan, kalsel, kalimantan timur, kaltim
    kalimantan utara, kaltara, sulawesi utara, sulut, gorontalo, sulawesi tengah, sulteng
    sulawesi barat, sulbar, sulawesi selatan, sulsel, sulawesi tenggara, sultra, maluku
    maluku utara, malut, papua, papua barat, papua barat daya, papua selatan, papua tengah
    papua pegunungan

    jakarta, jakarta pusat, jakarta utara, jakarta barat, jakarta selatan, jakarta timur
    kepulauan seribu, bogor, depok, tangerang, tangerang selatan, tangsel, bekasi, cikarang
    karawang, cikampek, purwakarta, subang, bandung, bandung barat, cimahi, lembang, soreang
    sumedang, garut, tasikmalaya, ciamis, pangandaran, banjar, kuningan, cirebon, indramayu
    majalengka, sukabumi, cianjur, cipanas, palabuhanratu, ngamprah, serang, cilegon, pandeglang
    lebak, rangkasbitung
    semarang, ungaran, salatiga, solo, surakarta, sukoharjo, karanganyar, wonogiri, sragen, klaten
    boyolali, magelang, temanggung, wonosobo, purworejo, kebumen, cilacap, banyumas, purwokerto
    purbalingga, banjarnegara, pekalongan, batang, kendal, pemalang, tegal, slawi, brebes, demak
    kudus, jepara, pati, rembang, blora, grobogan, purwodadi
    yogyakarta, yogya, jogja, sleman, bantul, kulon progo, kulonprogo, gunungkidul, gunung kidul
    wonosari
    surabaya, sidoarjo, gresik, lamongan, tuban, bojonegoro, mojokerto, jombang, nganjuk, kediri
    blitar, tulungagung, trenggalek, ponorogo, pacitan, madiun, ngawi, magetan, malang, kota malang
    kota batu, pasuruan, probolinggo, lumajang, jember, bondowoso, situbondo, banyuwangi, bangkalan
    sampang, pamekasan, sumenep
    denpasar, badung, gianyar, ubud, kuta, nusa dua, tabanan, singaraja, buleleng, karangasem
    klungkung, bangli, jembrana, mataram, lombok, lombok barat, lombok tengah, lombok timur
    lombok utara, mandalika, sumbawa, bima, dompu, kupang, labuan bajo, ende, maumere, larantuka
    atambua, waingapu, ruteng, soe, lembata
    banda aceh, lhokseumawe, langsa, sabang, meulaboh, bireuen, medan, binjai, deli serdang
    lubuk pakam, pematangsiantar, pematang siantar, siantar, tebing tinggi, tanjungbalai, sibolga
    padangsidimpuan, toba, parapat, balige, nias, gunungsitoli, padang, bukittinggi, payakumbuh
    pariaman, solok, sawahlunto, mentawai, pekanbaru, dumai, siak, bengkalis, kampar, pelalawan
    batam, tanjungpinang, tanjung pinang, natuna, karimun, bintan, muara bungo, sungai penuh
    palembang, prabumulih, lubuklinggau, pagar alam, ogan ilir, pangkalpinang, tanjungpandan
    bandar lampung, bandarlampung, metro, kalianda, lampung selatan, lampung tengah, lampung utara
    pontianak, singkawang, ketapang, sambas, sintang, kubu raya, palangka raya, palangkaraya
    sampit, pangkalan bun, banjarmasin, banjarbaru, martapura, samarinda, balikpapan, bontang
    sangatta, penajam, penajam paser utara, ibu kota nusantara, ikn, nusantara, sepaku
    tanjung selor, tarakan, nunukan, berau
    manado, minahasa, bitung, tomohon, kotamobagu, kota gorontalo, limboto, palu, poso, luwuk
    donggala, mamuju, majene, makassar, gowa, maros, bone, parepare, palopo, bulukumba, toraja
    kendari, baubau, bau-bau, kolaka, konawe, wakatobi
    ambon, tual, masohi, ternate, tidore, sofifi, halmahera, jayapura, sentani, wamena, timika
    mimika, biak, nabire, merauke, manokwari, sorong, fakfak, raja ampat, boven digoel, puncak jaya

    aceh barat, aceh besar, aceh jaya, aceh selatan, aceh singkil, aceh tamiang, aceh tengah
    aceh tenggara, aceh timur, aceh utara, bener meriah, gayo lues, nagan raya, pidie, pidie jaya
    simeulue, subulussalam, asahan, dairi, karo, langkat, simalungun, samosir, humbang hasundutan
    mandailing natal, tapanuli utara, tapanuli tengah, tapanuli selatan, labuhanbatu
    serdang bedagai, padang lawas, agam, tanah datar, limapuluh kota, dharmasraya, sijunjung
    pasaman, pesisir selatan, padang pariaman, kuantan singingi, indragiri hulu, indragiri hilir
    rokan hulu, rokan hilir, lingga, anambas, kerinci, merangin, sarolangun, batanghari
    muaro jambi, tebo, ogan komering ilir, muara enim, lahat, musi banyuasin, banyuasin
    musi rawas, empat lawang, rejang lebong, mukomuko, seluma, kepahiang, tanggamus, pesawaran
    pringsewu, mesuji, tulang bawang, way kanan, pesisir barat, lampung barat, lampung timur
    bangka, bangka barat, bangka tengah, bangka selatan, belitung, belitung timur
    kapuas, kapuas hulu, barito utara, barito selatan, barito timur, kotawaringin timur
    kotawaringin barat, seruyan, katingan, lamandau, gunung mas, murung raya, pulang pisau
    tabalong, balangan, tapin, tanah bumbu, tanah laut, kotabaru, paser, kutai kartanegara
    tenggarong, kutai timur, kutai barat, mahakam ulu, bulungan, malinau, tana tidung, melawi
    sekadau, sanggau, mempawah, bengkayang, kayong utara
    sigi, parigi moutong, morowali, banggai, buol, tolitoli, tojo una-una, enrekang, sidrap
    sidenreng rappang, pinrang, wajo, soppeng, sinjai, bantaeng, jeneponto, takalar, pangkep
    barru, luwu, luwu timur, luwu utara, tana toraja, toraja utara, selayar, polewali mandar
    mamasa, pasangkayu, mamuju tengah, muna, buton, bombana, konawe selatan, konawe utara
    kolaka utara, kolaka timur, bolaang mongondow, kepulauan sangihe, kepulauan talaud
    minahasa utara, minahasa selatan, minahasa tenggara, boalemo, bone bolango, pohuwato
    maluku tengah, maluku tenggara, seram bagian timur, seram bagian barat, kepulauan aru
    saumlaki, kepulauan tanimbar, morotai, halmahera utara, halmahera selatan, halmahera barat
    halmahera tengah, halmahera timur, kepulauan sula, taliabu
    yahukimo, dekai, intan jaya, sugapa, tolikara, lanny jaya, nduga, pegunungan bintang, oksibil
    dogiyai, deiyai, paniai, enarotali, ilaga, asmat, mappi, kaimana, teluk bintuni
    teluk wondama, tambrauw, maybrat, keerom, sarmi, waropen, kepulauan yapen, supiori
    alor, belu, flores timur, manggarai, manggarai barat, manggarai timur, nagekeo, ngada
    rote ndao, sabu raijua, sikka, sumba barat, sumba timur, sumba tengah, timor tengah selatan
    timor tengah utara, sumbawa barat

    abu dhabi, abuja, accra, addis ababa, ankara, athena, auckland, baghdad, baku, bamako
    bangkok, barcelona, beijing, beirut, beograd, berlin, bern, bogota, boston, brasilia, brisbane
    brussel, brussels, budapest, buenos aires, bukares, cannes, canberra, caracas, chicago, colombo
    damaskus, davos, delhi, den haag, dhaka, dili, doha, dubai, dublin, frankfurt, gaza, jalur gaza
    guangzhou, hanoi, harare, havana, helsinki, hong kong, hongkong, houston, islamabad, istanbul
    jeddah, jenewa, johor bahru, johannesburg, kabul, kairo, karachi, khartoum, kiev, kyiv, kigali
    kinshasa, kolombo, kopenhagen, kuala lumpur, kuwait city, lisabon, liverpool, london
    los angeles, lyon, madinah, madrid, makkah, mekkah, mekah, manama, manchester, manila
    mariupol, marseille, melbourne, mexico city, miami, milan, minsk, montreal, moskow, mumbai
    munich, muscat, nairobi, naypyidaw, new delhi, new york, nur-sultan, astana, oslo, ottawa, paris
    perth, phnom penh, port moresby, praha, pretoria, pyongyang, quito, rabat, ramallah
    reykjavik, rio de janeiro, riyadh, riga, roma, san francisco, sanaa, santiago, sao paulo
    seattle, seoul, shanghai, shenzhen, sofia, st petersburg, stockholm, strasbourg, sydney
    taipei, tallinn, tashkent, tbilisi, teheran, tel aviv, tokyo, tripoli, tunis, ulaanbaatar
    valencia, vatikan, vientiane, vilnius, warsawa, washington, washington dc, washington d.c.
    d.c., wellington, wina, wuhan, yangon, yerevan, yerusalem, zagreb, zurich"""
)

AGENCIES = _names(
    """afp, anadolu, anadolu agency, antara news, antaranews, ap, associated press
    bbc, bbc indonesia, bbc news indonesia, beritasatu, bernama, bisnis, bisnis indonesia, cnbc
    cnbc indonesia, cnn, cnn indonesia, detikcom, detiknews, dpa, fajar, gatra, harian jogja
    harian kompas, hukumonline, idn times, idx channel, idxchannel, inews, inilah, inilahcom
    investor daily, jawa pos, jpnn, katadata, kbr, kompas, kontan, koran sindo, kumparan, kyodo
    medcom, media indonesia, merdeka, metro tv, metrotvnews, mnc portal, mnc portal indonesia
    neraca, okezone, pikiran rakyat, pos kota, poskota, radar, republika, reuters, ria novosti
    infopublik, kbrn, nu online, nusabali, tempo interaktif, times indonesia, timesindonesia
    viva bola, viva militer, viva otomotif, viva showbiz, viva tekno
    rimanews, rmol, rri, sindo, sindonews
    solopos, sputnik, suara merdeka, suara pembaruan, tass, tempo, the jakarta post, tirto, tribun
    tribunnews, tvone, upi, viva, vivanews, voa, voa indonesia, warta kota, wartakota, xinhua"""
)

NOT_PLACES = _names(
    """apec, asean, bapepam, basarnas, bawaslu, bulog, bumd, bumn, covid, fifa, gapki, hipmi, ihsg
    interpol, kadin, kemenkeu, kpu, nasa, nato, opec, pelni, perbasi, perhutani, pertamina, peruri
    polri, pssi, telkom, uefa, unesco, unhcr, unicef, foto, video, viral, breaking news, breaking
    berita, infografis, infografik, opini, catatan, update, terbaru, penting, perhatian, baca
    analisis, editorial, feature, kolom, laporan, resensi, wawancara
    baca juga, tips, simak, live, kabar, eksklusif, sejarah, profil, kronologi, fakta, cek fakta"""
)
"""Words that stand in capitals before a dash and are no places."""
