/**
 * What people choose first, folded to lower-case ASCII letters and figures, here and elsewhere. Most are shorter than
 * a password may be: they count as the core of a longer one ("MatKhau@123456").
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  matkhau matkhaumoi matkhaucu matkhaumanh matkhaukho matkhaudai matkhaucuatoi matkhaucuaem quenmatkhau doimatkhau
  nhapmatkhau khongcomatkhau khongbietmatkhau matkhaumacdinh matkhauchung
  password passwords passw0rd pass passwd passcode mypassword newpassword changeme changemenow letmein letmeinnow
  welcome welcomeback default secret topsecret trustno trustnoone whatever iloveyou iloveyouforever iloveyousomuch
  admin admins administrator adminadmin quantri quantrivien quantrihethong root toor superuser user username test
  testtest tester testing guest demo login signin hello helloworld
  qwerty qwertyui qwertyuiop qwertyqwerty qwertyuiopasdfgh asdfgh asdfghjkl asdfasdf zxcvbn zxcvbnm qazwsx qazwsxedc
  qazwsxedcrfv qweasd qweasdzxc abcdef abcdefgh abcdefghijkl abcabc abcd azerty aaaaaa
  football baseball basketball dragon monkey sunshine princess superman batman starwars pokemon michael jordan
  charlie computer internet samsung iphone google facebook microsoft windows zalo messenger youtube gmail yahoo
  vietnam vietnamvodich vietnamqueem vietnamquehuong vietnamdatnuoc toiyeuvietnam yeuvietnam nguoivietnam iloveviet
  saigon hanoi hochiminh thanhphohochiminh danang haiphong cantho dalat hue
  dongnai thanhphodongnai tpdongnai bienhoa longkhanh longthanh nhontrach binhphuoc dongxoai binhlong phuocbinh
  binhlongphuoc anloc phuongbinhlong phuonganloc ubndbinhlong ubndanloc
  ubnd uyban uybannhandan ubndphuong ubndphuongbinhlong ubndphuonganloc uybannhandanphuong uybannhandanphuongbinhlong
  uybannhandanphuonganloc phuong ubndtinh hccong hanhchinhcong hanhchinh motcua bophanmotcua trungtamhanhchinhcong
  trungtamphucvuhanhchinhcong dichvucong dichvucongquocgia congdichvucong thutuchanhchinh hoso nophoso trolynophoso
  troly canbo canbomotcua congchuc vneid vnpt viettel mobifone vinaphone
  anhyeuem emyeuanh emyeuanhnhieu anhyeuemnhieu anhyeuemmaimai yeuem yeuanh yeuemnhieu yeuanhnhieu mainho nhoem nhoanh
  nhoemnhieu toiyeuem minhyeunhau maiyeu maimaibennhau tinhyeu tinhyeucuatoi vochong vochongminh vokyeu chongyeu voyeu
  conyeu conyeume conyeubo conyeucuame conyeubame giadinh giadinhtoi giadinhlaso giadinhhanhphuc hanhphuc
  hanhphucnhe bome bomeyeucon congai contrai bebi beyeu cunyeu cuncon meocon
  khongbiet khongco khongcogi khongcogiquyhon khongnoi khongthenho toiquenroi quenroi biroi taosao saocungduoc
  tudo doclaptudohanhphuc doclap hochiminhmuonnam bacho bachomuonnam danglao quyetthang quyettam
  nguyen nguyenvan nguyenvana nguyenthi nguyenthihoa tran tranvan tranthi levan lethi phamvan hoang
  motconvit caheocon xinchao xinchaovietnam chaoban camon camonban xinloi taisao
  thang nam ngay sinhnhat happybirthday chucmungnammoi tetnguyendan
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
