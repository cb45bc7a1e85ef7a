"""More frequent Indonesian words that English lacks; made by bench/indonesian_words.py.

2,900 words, the most frequent of 62,230 in running news that English has in no more than one
of a million words and no lexicon knows. Words with capitals, and those that are Indonesian in
English too (batik), are left out.
"""

# fmt: off
FREQUENT = frozenset(
    """
    abad absen acara acuan adaptasi adegan adik adu agensi agresif ajang ajaran akademisi akal akar
    akhir-akhir akses aksesori aksi aksinya aktif akting aktivis aktivitas aktor aktris akuisisi
    akun akurat alamat alami alat alih aliran alkohol alokasi alternatif ambang ambisi anaknya
    analis andalan andil aneh anggotanya angin angkat animasi anjing anonim antar antioksidan
    antisipasi antusias apa-apa apakah apapun aparat apresiasi arah arahan argumen arti artis arus
    asam asing asli aspek aspirasi asuh asuhan asuhnya asumsi asupan atap ataupun atlet atmosfer
    atribut aturan audiensi awak awan ayat babak bagus bahagia bahan bahaya baik-baik baiknya baja
    baju bakat bakteri balap balapan balas balasan balik balita balon banderol banget bangga bangkit
    bangku bangsa bangunan banyaknya barang barang-barang barel baru-baru barunya batal batas
    baterai bayar bayaran bayi beasiswa beban bebas bedah bek bekas bekerjasama belah belahan
    belakangan beli beluntas benar-benar benda bendera bensin bentrokan bepergian beradaptasi
    beragam beragama berakhir berakhirnya beraksi beralasan beralih beranggapan beranggotakan
    berangkat berani berarti berasal berawal berbagi berbahan berbahasa berbahaya berbalik berbasis
    berbeda berbelanja berbentuk berbincang berbuah berbuat berbunyi bercerita berdampak berdarah
    berdaya berdiri berdiskusi berdoa berdua berduka berdurasi beredar berekspresi berenang berfokus
    berfungsi bergabung berganti bergantian bergantung bergengsi bergulir berguna berhadapan berhak
    berharap berhati-hati berhenti berhubungan berikan berikut berinisial berinovasi berinteraksi
    berinvestasi berisi berisiko berita-berita berjalan berjalannya berjanji berjarak berjuang
    berjudul berjuluk berjumlah berkaitan berkapasitas berkarier berkas berkat berkata berkekuatan
    berkembang berkesempatan berkisar berkolaborasi berkomentar berkomitmen berkompetisi
    berkomunikasi berkontribusi berkoordinasi berkualitas berkuasa berkumpul berkunjung berkurang
    berlaga berlanjut berlari berlatih berlebihan berlibur berlokasi bermain bermaksud bermanfaat
    bermasalah berminat bermitra bermula bermunculan berniat bernilai bernomor bernuansa bernyanyi
    berpartisipasi berpeluang berpendapat berpengalaman berpengaruh berperan berpihak berpikir
    berpindah berpisah berpotensi berprofesi bersaing bersalah bersama-sama bersangkutan bersedia
    bersejarah berselang bersemangat bersiap bersifat bersikap bersinergi berstatus bersyukur
    bertahan bertahap bertahun-tahun bertajuk bertambah bertandang bertanding bertanggung bertanya
    bertanya-tanya bertarung bertekad bertema bertentangan bertepatan berteriak berterima bertindak
    bertolak bertugas bertujuan bertukar bertuliskan berturut-turut berubah berujung berukuran
    berulang berumur beruntun beruntung berupaya berusia bervariasi berwarna berwenang besar-besaran
    besaran besarnya beserta besutan betul betul-betul biar biasa bijak bilang bingung bintang
    bioskop bisnis bisnisnya bloger blognya blogosfer bobot bocah bodoh botol buatan bukannya
    bukti-bukti buku bulanan bumbu bunuh buruk burung busana butuh cabai cadangan cahaya cairan
    cakupan calon campur campuran canggih cantik capaian cara-cara caranya cari catatan cedera celah
    celana cenderung cerah cerdas cerita cincin ciri cita-cita coba cocok cokelat contoh cuplikan
    curah cuti daerah-daerah daftar daging dakwaan dalamnya dampak dampaknya dapatkan dapur darah
    dasarnya daun debu debutnya defisit dekade demonstran demonstrasi denda dendam dengannya
    depannya depresi deras deretan desain desainer desil destinasi detikers dewasa diadakan diajak
    diajukan diakses diakui dialami dialihkan dialokasikan diam diamankan diambil dianggap diangkat
    diantara diantaranya diarahkan diatas diatur diawali dibaca dibacakan dibagi dibagikan dibahas
    dibalik dibanderol dibanding dibandingkan dibangun dibantu dibawa dibawah dibayar dibayarkan
    dibebaskan dibekali dibeli dibenarkan dibentuk diberi diberitakan diberlakukan dibiarkan
    dibilang dibintangi diblokir dibuka dibutuhkan dicapai dicari dicetak diciptakan didakwa
    didampingi didapat didapatkan didasarkan didatangkan didesain didirikan didominasi didorong
    didukung dievakuasi dievaluasi difokuskan digagas digantikan digarap digelar dihadapi dihadiri
    dihadirkan dihalau diharuskan dihasilkan dihelat dihentikan dihitung dihubungi dihukum dihuni
    diikuti diinginkan diisi dijadikan dijadwalkan dijaga dijalankan dijangkau dijatuhi dijatuhkan
    dijelaskan dijerat dijual dikabarkan dikaitkan dikarenakan dikatakan dikategorikan dikelola
    dikeluarkan dikemas dikembalikan dikembangkan dikenai dikenakan dikenal dikendalikan dikerjakan
    dikhawatirkan dikirim dikirimkan diklaim dikonfirmasi dikonsumsi dikuasai dikumpulkan dikunjungi
    dilaksanakan dilalui dilangsungkan dilanjutkan dilantik dilaporkan dilarang dilarikan dilatih
    dilengkapi dilepas dilepaskan dilihat dilindungi dilontarkan diluncurkan dimainkan dimaksud
    dimaksudkan dimanfaatkan dimasukkan dimensi dimiliki diminati diminta dimintai dimulai dinamakan
    dinamika dinding dingin dinikmati dinilai dinobatkan dinyatakan diolah dipahami dipakai dipaksa
    dipandang dipanggil dipasang dipasarkan dipastikan dipecat dipegang dipengaruhi dipenjara
    dipenuhi diperankan diperbaiki diperbolehkan dipercaya diperhatikan diperiksa diperkenalkan
    diperkuat diperlakukan diperlukan diperoleh dipertimbangkan dipicu dipilih dipimpin dipindahkan
    diplomatik dipotong diprediksi diproduksi diproses diproyeksikan dipublikasikan diputar
    diputuskan diragukan diraih dirancang dirasa dirasakan dirawat direncanakan diresmikan dirilis
    disahkan disajikan disalurkan disambut disampaikan disarankan disebabkan disebut-sebut
    disebutkan disediakan diselamatkan diselenggarakan diselesaikan disepakati diserahkan diserang
    disertai disesuaikan disetujui disiapkan disiarkan disimpan disinggung disini disita diskon
    diskriminasi diskusi distribusi disukai disusul disusun ditahan ditambah ditampilkan ditandai
    ditandatangani ditangani ditanggung ditanya ditargetkan ditarik ditawarkan ditayangkan ditembak
    ditempati ditempatkan ditempuh ditemui ditentukan ditepis diterapkan diterbitkan diterima
    diteruskan ditetapkan ditinggal ditinggalkan ditingkatkan ditolak dituduh ditujukan ditulis
    ditunggu ditunjuk ditunjukkan dituntut diturunkan ditutup diubah diuji diumumkan diundang
    diunduh diunggah diungkap diungkapkan diusulkan diusung divonis diwakili diwarnai diyakini doa
    dokumenter dominan dominasi donasi drastis dugaan duka durasi edisi edukasi efektif efektivitas
    efisien efisiensi ekosistem eksis eksklusif ekspansi eksploitasi ekspresi eksternal ekstra
    ekstrem elektabilitas elemen elit emisi emosi emosional enak enggak enggan entah erat etika
    etnis evakuasi evaluasi fakta faktor fantastis fase fasilitas favorit fenomena fesyen film-film
    filmnya finansial finis fisik fitnah fitur fondasi formasi foto-foto fotografer frekuensi fungsi
    gadis gagal gagasan gaji gak gambaran gangguan ganti gantung garam garis gaun gawang gaya gejala
    gejolak gelandang gelap gelar gelaran gelombang gemar gembira gemilang gencar generasi genggam
    gerai gerak gila giliran gim ginjal gitu gol golnya grafis gue gugatan gugur gula gunakan habis
    hadapan hadiah hadirnya hak-hak hal-hal halnya halus hambatan hamil hancur hangat hanyalah
    harapannya harapkan harganya harinya hati hati-hati hebat helikopter hengkang heran hiburan
    hidung hidup hidupnya hilang hilangnya homoseksual hubungannya hukumnya ibukota ibunya ide
    identik identitas ikan iklan ilegal imbang imbauan imigran implementasi independen indikasi
    indikator individu infeksi ingat inisial inisiatif inklusif inovatif insentif insiden inspirasi
    instan instansi institusi instrumen integrasi integritas intelektual intensif intensitas
    interaksi interaktif intervensi istilah istirahat istrinya isu isu-isu izin jabatan jabatannya
    jadwal jagung jahat jajaran jaket jalan-jalan jalanan jalannya jalar jangka jangkauan janji
    jantung jarak jari jaringan jatah jatuhnya jauh jawab jawaban jeda jejak jejaring jelang jenazah
    jendela jiwa juara judul jujur jumlahnya jumpa juri jurnalis kabar kabel kabur kaca kacamata
    kacang kadar kader kaget kain kakak kaki kala kalah kalangan kalender kalimat kalinya kalori
    kamar kamera kampanye kanan kancah kandang kandidat kandungan kanker kans kantong kantornya
    kapasitas karakter karbohidrat karbon karier kariernya karyanya kasar kasih kasta kasus
    kasus-kasus kata-kata katakan kategori kawan-kawan kaya kayu keahlian kebaikan kebanggaan
    kebebasan kebenaran kebencian keberadaan keberangkatan keberanian keberatan keberlanjutan
    kebersihan kebetulan kebiasaan kebobolan kebugaran kebuntuan kecantikan kecepatan kecerdasan
    kecewa kecil kecuali kedalaman kedatangan kedaulatan kedekatan kediaman kedudukan kehabisan
    kehadiran kehamilan kehilangan keindahan keinginan kejutan kekacauan kekasih kekayaan
    kekhawatiran kekuasaan kekurangan kelahiran kelak kelamin kelancaran kelanjutan kelaparan kelas
    kelebihan kelelahan kelemahan kelihatan keliling kelompok kelompok-kelompok keluarganya keluhan
    kemacetan kemajuan kemandirian kemanusiaan kemarahan kembalinya kemeja kemitraan kemudahan
    kenaikan kenal kenangan kencang kendala kendali kenyamanan kenyataan kenyataannya kepadanya
    kepadatan kepastian kepedulian kepemilikan kepemimpinan kepengurusan kepentingan kepercayaan
    keperluan kepuasan kerabat kerangka kerap keras kericuhan kering kerjanya kertas kerusakan
    kerusuhan kesadaran kesaksian kesalahan kesan kesebelasan keseimbangan keseluruhan kesiapan
    kesimpulan kesuksesan kesulitan ketakutan ketat ketemu ketentuan keterampilan keterangannya
    keterbatasan keterlibatan ketersediaan ketertarikan ketertiban ketertinggalan ketidakpastian
    ketimbang ketinggalan ketinggian keturunan keunggulan kewajiban kewarganegaraan kewenangan
    keyakinan khas khawatir kimia kinerja kiper kiri kisah kisaran klaim klarifikasi klasemen klasik
    klien kliennya klip klub klub-klub kode kokoh kolaborasi kolam koleksi kolektif kolom kombinasi
    komedi komentar komitmen komitmennya komoditas kompak kompetisi kompetitif komponen komposisi
    komprehensif komputer komunitas kondisi kondisinya kondusif koneksi konektivitas konfirmasi
    konflik konkret konsekuensi konsentrasi konsep konser konservatif konsisten konsolidasi
    konstruksi konsultan konsultasi konsumen konsumsi kontak konteks konten kontes kontra kontrak
    kontraknya kontribusi kontrol kontroversial konvensional konyol kopi korporasi kosmetik kosong
    kostum kota-kota kotak kotor kreasi kreativitas kreator kredit krim kriminalisasi krisis
    kriteria kritik kritis kronologi kru krusial kualitas kuarter kuat kubu kucing kudeta kue kuliah
    kuliner kulit kumparan kunci kunjung kunjungan kuota kurangnya kurikulum kursi kurun laba laga
    lagi-lagi lagu-lagu lahan lahir laju laki-laki lakukan laman lamanya lambat lambung lampu lancar
    landasan langka langkah langkah-langkah lanjutan lantai lantaran lapisan laporannya larangan
    lari latar latihan lawan layak layaknya layanan layar lebar ledakan legenda legendaris
    legitimasi leher lelah lelang lemah lemak lembar lengkap lensa lepas libur liburan lingkaran
    lini lintasan lipat lisensi literasi logam logistik lokal lokasi lolos lomba lonjakan luas
    lubang lucu luka-luka lukisan lulus lulusan lunak lupa luput lutut maaf madu mahkota maju
    makanya makna maksimum maksud malu manapun mancanegara mandat mandi manfaat manis mantan
    manufaktur marah marak maraknya martabat masa-masa masalah-masalah masif maskapai masukan
    masuknya matang materi mati mayoritas medali medis meja mekanisme melahirkan melaju melakoni
    melaksanakan melakukannya melambung melampaui melancarkan melanda melanggar melangkah
    melangsungkan melanjutkan melapor melaporkan melarang melarikan melatih melawan melayangkan
    melayani melebihi meledak melemah melengkapi melepas melepaskan melestarikan melewati melibatkan
    melihat melihatnya melindungi melintas melintasi meliput meliputi melonjak melontarkan melukai
    meluncur meluncurkan melupakan memacu memadai memahami memainkan memajukan memakai memakan
    memaksa memaksimalkan memamerkan memanas memancing memandang memanfaatkan memanggil memangkas
    memantau memaparkan memasak memasang memasarkan memastikan memasuki memasukkan mematikan
    mematuhi membaca membacakan membagi membagikan membahayakan membaik membakar membalas
    membalikkan membandingkan membangkitkan membangun membantah membatalkan membatasi membawakan
    membawanya membayangkan membayar membebani membebaskan membeberkan membedakan membela membeli
    membenarkan membentuk membentur memberantas memberdayakan memberi memberinya memberitahu
    memberitahukan memberitakan memberlakukan membersihkan membiarkan membicarakan membintangi
    memblokir membobol membongkar memboyong membuahkan membuatnya membubarkan membuka membuktikan
    membukukan membunuh memburu membutuhkan memecah memecahkan memecat memegang memenangi
    memenangkan memengaruhi memenuhi memerangi memerankan memeriahkan memeriksa memerintahkan
    memerlukan memesan memetik memfasilitasi memfokuskan memicu memikirkan memilih memimpin
    memindahkan memisahkan memohon memonitor memori memotong mempelajari mempengaruhi memperbaiki
    mempercepat memperebutkan mempererat memperhatikan memperingati memperingatkan memperjuangkan
    memperkaya memperkecil memperkenalkan memperkirakan memperkuat memperlihatkan memperluas
    mempermudah memperoleh memperpanjang mempersembahkan mempersiapkan mempertahankan mempertanyakan
    mempertemukan mempertimbangkan memprediksi memprioritaskan memproduksi mempromosikan memproses
    memprotes memuaskan memuat memudahkan memuji memulihkan memunculkan memungkinkan memutar memutus
    memutuskan menabrak menahan menaikkan menaklukkan menambah menampik menampilkan menampung
    menanam menanamkan menandai menandakan menandatangani menang menangani menanggapi menanggung
    menangis menangkap menantang menanti menanyakan menargetkan menarik menaruh menawarkan mencabut
    mencakup mencalonkan mencantumkan mencatat mencatatkan menceritakan mencerminkan mencetak
    mencicipi mencintai menciptakan mencoba mencontohkan mencuat mencuri mendadak mendaftar
    mendaftarkan mendalam mendalami mendampingi mendapat mendapati mendarat mendatangi mendatangkan
    mendekat mendekati mendengar mendengarkan menderita mendesak mendeteksi mendirikan mendiskusikan
    mendistribusikan mendominasi mendongkrak mendorong menduduki menduga mendukung mendulang
    menegakkan menekan menekankan menelan menelusuri menembak menembus menempati menempatkan
    menempuh menemui menemukan menenangkan menentukan menepis menerangkan menerapkan menerbitkan
    menerjemahkan menerus meneruskan menetapkan menewaskan mengabaikan mengabarkan mengacu
    mengadakan mengadopsi mengajak mengajarkan mengajukan mengakhiri mengakibatkan mengakomodasi
    mengakses mengaktifkan mengaku mengakui mengalahkan mengalihkan mengalir mengalokasikan
    mengamankan mengamati menganalisis mengancam mengandalkan mengandung menganggap mengangkat
    mengangkut mengantar mengantarkan mengantisipasi mengantongi mengapresiasi mengarah mengarahkan
    mengatasi mengatur mengawal mengawali mengawasi mengecam mengecek mengedepankan mengedukasi
    mengejar mengejutkan mengekspresikan mengelola mengeluarkan mengeluhkan mengemas mengembalikan
    mengembangkan mengenakan mengenal mengenali mengenang mengendalikan mengerahkan mengerikan
    mengerjakan mengerti mengetahui mengevaluasi menggabungkan menggagalkan menggambarkan
    menggandakan menggandeng mengganggu mengganti menggantikan menggarap menggelar menggerakkan
    menggeser menggunakannya mengguyur menghabiskan menghadiri menghadirkan menghalangi menghambat
    menghancurkan menghantam menghapus mengharapkan menghargai mengharuskan menghasilkan menghemat
    menghentikan menghibur menghilang menghilangkan menghina menghindari menghitung menghormati
    menghubungi menghubungkan mengidentifikasi mengikat mengikuti mengimbau mengincar mengingat
    mengingatkan menginginkan menginspirasi mengintegrasikan mengira mengirim mengirimkan
    mengisahkan mengisi mengkaji mengkhawatirkan mengklaim mengklarifikasi mengkonfirmasi
    mengkonsumsi mengkritik mengobati mengoleksi mengomentari mengonfirmasi mengonsumsi mengontrol
    mengoptimalkan mengorbankan menguasai menguat menguatkan mengubah mengucapkan menguji mengukur
    mengumpulkan mengumumkan mengundang mengunduh mengundurkan mengunggah mengungkap mengungsi
    mengunjungi menguntungkan mengurangi mengurus mengusir mengusulkan mengusung mengusut
    mengutamakan mengutip mengutuk menikah menikmati menilai menimbulkan menimpa menindak
    menindaklanjuti meninggalkan meningkat meningkatkan meningkatnya meninjau menjabat menjadikan
    menjadikannya menjaga menjajal menjalani menjalankan menjalin menjamin menjamu menjangkau
    menjanjikan menjaring menjatuhkan menjauh menjawab menjebol menjerat menjual menjuarai menolak
    menolong menonton menopang mentah menuai menuding menuduh menuju menulis menuliskan menumbuhkan
    menunda menunggu menunjang menunjuk menunjukan menuntaskan menuntut menurun menurunkan
    menurutnya menutup menutupi menuturkan menyadari menyajikan menyaksikan menyalahkan menyalurkan
    menyamakan menyambangi menyambut menyampaikan menyangkut menyanyikan menyarankan menyasar
    menyatukan menyebabkan menyebar menyebarkan menyebutkan menyebutnya menyediakan menyedihkan
    menyelamatkan menyelenggarakan menyelesaikan menyelidiki menyeluruh menyembunyikan menyenangkan
    menyentuh menyepakati menyerah menyerahkan menyerap menyertakan menyerukan menyerupai
    menyesuaikan menyetujui menyewa menyiapkan menyimak menyimpan menyimpulkan menyinggung
    menyingkirkan menyisakan menyita menyoroti menyuarakan menyuguhkan menyukai menyulitkan
    menyumbang menyumbangkan menyusul menyusun meragukan meraih merancang merangkul merangkum merasa
    merasakan merata meraup merawat merayakan merebut meredakan meredam merek merekam merekrut
    merencanakan meresmikan merespon merespons merilis merinci meringankan merokok merugikan merujuk
    merusak mesin metode mewah mewajibkan mewakili mewujudkan meyakini meyakinkan mikroplastik milik
    miliki miliknya militan minat minimnya minoritas miras mirip misi miskin mistar mobilitas
    mobilnya moda mogok momen motivasi mudah mudah-mudahan muka mulus mulut muncul munculnya mundur
    murah murid musibah musisi mustahil musuh nama-nama nampak nampaknya napas narablog narapidana
    narasi narasumber nasabah nasib naskah naungan negara-negara negaranya negatif negosiasi nggak
    niat nilai-nilai nol nominasi norma notifikasi nuklir nutrisi nyaman nyamuk nyata nyatanya nyawa
    nyeri obat-obatan objek olahan opini oposisi opsi optimis optimistis orangtua oranye organik
    otak otomatis otomotif pabrik pabrikan padanya padat pagar pagu paham pakaian paksa palsu
    pameran panas pandang pandangan pandemi panen panggilan panggung pangsa panik panjang pantas
    pantauan papan paparan parah parkir partikel partisipasi paruh pasang pasangan pasok pasokan
    paspor pastinya patah patroli patut payung pebalap pecah pecahan pecinta pedagang pedesaan
    pedoman pejuang pelajaran pelaksanaan pelaksanaannya pelanggan pelanggaran pelantun pelapor
    pelarangan pelat pelatihan pelecehan pelemahan peluang peluit peluncuran peluru pemahaman
    pemain-pemain pemainnya pemanasan pemandangan pemanfaatan pemangkasan pemangku pemantauan
    pembaca pembacaan pembagian pembahasan pembakaran pembaruan pembatalan pembawa pembayaran
    pembebasan pembelajaran pembeli pembenahan pembentukan pemberi pemberian pemberitaan pemberontak
    pembersihan pembicaraan pemblokiran pembuat pembuatan pembuka pembukaan pemecatan pemegang
    pemenang pemerataan pemeriksaan pemesanan pemetaan pemicu pemikiran pemilih pemilik pemimpin
    pemindahan pemotongan pemudik pemulihan pemungutan penahanan penalti penambahan penampilan
    penampilannya penandatanganan penanganan penasaran penataan penawaran pencabutan pencairan
    pencalonan pencapaian pencarian pencemaran pencernaan penciptaan penculikan pendaftaran
    pendahulunya pendaki pendalaman pendamping pendampingan pendanaan pendapat pendapatnya pendek
    pendekatan penderita penderitaan pendiri pendirian pendukung penegak penegakan penembakan
    penemuan penerapan penerbangan penerbitan penerima penerimaan penerjemah pengacara pengadaan
    pengaduan pengajuan pengakuan pengalaman pengalamannya pengambilan pengantin pengaruh pengaturan
    pengecekan pengeluaran pengembalian pengembang pengemudi pengendara pengentasan penggawa
    penggelapan penggeledahan penggemar penggemarnya penggerak penggunanya penghapusan penghargaan
    penghasil penghasilan penghinaan penghitungan penghormatan penghubung penghujung pengiriman
    pengobatan penguasa penguasaan penguatan pengumuman pengunduran pengunjung pengurangan penilaian
    penistaan penjagaan penjelasan penjual penjuru penolakan pensiun pentas penting pentingnya penuh
    penulis penumpang penundaan penutup penutupan penyalahgunaan penyaluran penyampaian penyebab
    penyebaran penyedia penyediaan penyelesaian penyerahan penyerang penyerangan penyerapan
    penyesuaian penyiksaan penyimpanan penyitaan peradaban perahu peraih perairan peralatan peran
    peranan perannya perasaan perawatan perayaan perbaikan perbankan perbedaan perbincangan
    perbuatan perbuatannya percakapan percepatan perceraian percobaan perdebatan perebutan
    perekrutan perempat peresmian perfilman performa pergantian pergerakan pergeseran perhatian
    perhitungan perihal perilaku peringkat periode perizinan perkara perkembangan perkiraan perlahan
    perlakuan perlawanan perlengkapan perluasan perlunya permainan permanen permasalahan permintaan
    permohonan permukaan pernikahan pernyataannya perokok perolehan perpajakan perpanjangan
    persahabatan persaingan persegi persentase persetujuan persidangan persis persoalan personel
    perspektif pertamanya pertanyaan pertarungan pertempuran pertimbangan pertolongan pertunjukan
    perundungan perusahaan-perusahaan perusahaannya perut pesaing pesan pesanan pesat peserta pesta
    petani petenis petinggi petisi petugas petunjuk pidato pihak-pihak pikiran pilih pilihan pindah
    pinggir pinggiran pinjaman pintu pisang pisau plastik pohon poin pojok pola polemik politik
    politikus politisi ponsel popularitas populasi populer pornografi porsi portofolio posisi
    posisinya positif postingan potensi potensial potongan prajurit praktik praktis pramusim
    praperadilan prediksi prestasi pribadi pribadinya pribumi prinsip prioritas privasi produk
    produk-produk produknya produksi produktif produktivitas produsen produser profesional profil
    program-program properti proporsional prosedur prosesnya prosesor protes provokasi proyek
    proyek-proyek proyeksi psikologis puas puasa puisi pukulan punggung punya putaran putrinya putus
    putusan radikal ragam ragu raihan raksasa ramah ramai rambut rampung ranah rangka rangkaian
    rantai rasakan rasanya rasio rawan reaksi realisasi refleksi regulasi reguler rekam rekaman
    rekan rekan-rekannya rekannya rekayasa rekening reklamasi rekomendasi rekor rekrutmen rela
    relatif relevan remaja renang rencana rendah renovasi rentan rentang resmi resminya resolusi
    respon responden restoran restrukturisasi revitalisasi rezim rilis rinci rincian ringan risiko
    ritel roda rokok rombongan ruang ruangan ruas rudal rugi rumahnya rumput rupanya rusak rute
    rutin saatnya sabar sabu sah sahabatnya saing salju saluran sama-sama sambungan sambutan
    sambutannya sampah sampaikan sampel sangatlah sanksi santai santunan sapaan sapi saran sarapan
    sasaran satelit satu-satunya satupun satwa sayap sayur sayuran seakan sebabnya sebagainya
    sebanyak sebatas sebentar seberapa sebesar sederet sederhana sedih segalanya segar segmen
    seharga sehat seiring sejalan sejarah sejatinya sejauh sejenis sekedar sekelompok sekian
    sekitarnya sekolah-sekolah seks seksual sektor sekuel sel sela sela-sela selaku selamat selaras
    selebriti selepas selera selesai selisih seluas semacam semangat semata semata-mata sembari
    sembuh sembung semestinya semoga sempat sempurna semula senada sengaja sengit sengketa seni
    senilai seniman sensasi sensitif sentimen sentuh sentuhan senyawa seolah-olah sepakan sepakannya
    sepakat sepakbola sepatu sepenuhnya sepertinya seragam serangkaian serba serentak seringkali
    serius sertifikasi seru sesaat sesama sesi setara setelahnya setempat setinggi seusai siap
    siapapun siaran sibuk sifat sifatnya signifikan sikap silam silang simbol simulasi sinergi
    singkat sinyal sirih sisa sisanya sistem siswi situasi situs situs-situs skala skandal skema
    skor skuat solusi sopir sorotan sosialisasi sosok spanduk spekulasi spesial spesifik spesifikasi
    stabil stabilitas standar statusnya stok strategi stres struktur struktural suaminya suap suara
    suasana subsidi sudut suhu sukses suku sulit sumbangan sundulan suporter surel survei susah susu
    susulan sutradara swasembada swasta syarat syuting tagar tagihan tahan tahanan tahap tahapan
    tahun-tahun tahunan tahunnya tajam takluk taktik takut tambahan tampak tampaknya tampil tampilan
    tamu tanda-tanda tangan tangannya tangga tanggapan tanggung tantangan tarian tarif tarik tautan
    tawaran tayang teh tekanan teknis teks telak telepon televisi telinga telur teman-teman
    teman-temannya temannya tembakan tempat-tempat tempatnya temuan tenang tenda tendangan tentunya
    teori terakhirnya teranyar terapi terasa teratas terbagi terbaiknya terbakar terbang terbanyak
    terbaru terbarunya terbatas terbawa terbentuk terbiasa terbilang terbit terbuat terbukti
    terbunuh tercantum tercapai tercatat tercepat tercipta terdaftar terdampak terdekat terdengar
    terdepan terdiri terduga terendah tergabung terganggu tergantung tergolong terhitung terhubung
    terikat terima terinspirasi terintegrasi terjadinya terjaga terjangkau terjatuh terjebak terjual
    terkadang terkejut terkemuka terkena terkenal terkendali terkesan terkini terlambat terlarang
    terlebih terlepas terletak terlibat termahal ternak ternama ternyata terobosan teror teroris
    terpaksa terpapar terpasang terpaut terpencil terpengaruh terpenting terpidana terpilih terpisah
    terputus tersebar tersedia tersenyum tersisa tertahan tertangkap tertarik tertib tertinggal
    tertua tertuang tertulis tertutup terukur terungkap terus-menerus terwujud tes tetangga tiang
    tiba-tiba tidaklah tiket timbul timnya tindakan tingginya tingkat tipe tipis titel titik toko
    tokoh toleransi tombol topik torehan tradisi tradisional transisi transparan transparansi tren
    triwulan trofi truk tuan tubuh tubuhnya tudingan tuduhan tugasnya tulang tulisan tumbang tumbuh
    tunggu tunjangan tuntas tuntutan tur turis turnamen turut uangnya ubi ucapan udah udang uji
    ujung ukuran ulang umat umpan umur undangan unggahan unggul unggulan unik unjuk unsur urutan
    usah usahanya usia usianya usulan utamanya utuh varian verifikasi versi visi vonis wacana wadah
    wajah wajar waktunya warganya warna wartawan wasit waspada wawancara wewenang wisata wisman
    wujud zat
    """.split()  # noqa: SIM905
)
# fmt: on
"""Words in small letters."""
