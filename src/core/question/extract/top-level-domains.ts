/*
 * The names of the root zone, from https://data.iana.org/TLD/tlds-alpha-by-domain.txt by way of the npm package tlds 1.261.0, cut
 * into four by how far a dotted word that ends in one can be trusted to be a host name.
 */

/** Hardly ever the end of anything but a host name. */
const USUAL = [
  "com net org edu gov mil int biz io ai app dev cloud co me tv xyz online tech shop systems solutions",
  "technology hosting academy icu club blog wiki aero arpa asia cat coop pro amsterdam berlin london paris",
  "tokyo",
];

/** Also the ending of a file: `main.rs`, `archive.zip`. */
const FILE_ENDINGS = [
  "py rs sh pl so md cc ps ml mm zip mov java properties map st vi la tf mk cf ac am pm pub link network target",
  "cab",
];

/** Also a word of a sentence or a field of a program: `fixed.it`, `metadata.name`, `console.info`. */
const WORDS = [
  "name host data open new now call run bar foo world next page style events express black red blue one win top",
  "work works zone plus press center direct group rest date day dog fail fit how live lol ong onl sucks it in",
  "no to is be at as my us do id by re se nu pn sc sk sv ag al channel boo box build car care cards case cash",
  "chat cool deal design docs doctor dot download earth eat email exchange expert fan fast feedback film final",
  "finance fire fish fly food free fun fund game games gift gives glass global gold golf goo green guide guru",
  "hair help here hot house immo info ink institute kids kim land law legal life like limited loan loans love",
  "ltd man management market markets media meet menu mini mint mobile mom money monster moto movie music navy",
  "news office parts party pay phone photo pics pid pin ping pink place play post prime prod productions",
  "progressive property protection racing radio read realty rent repair report review rich rip rocks room safe",
  "safety sale save school science scot search seat secure security select services seven show silk site skin",
  "sky sling smart smile song space spot stream studio study supply support surf swiss tab talk tax team tips",
  "today tools total town trade trading training travel trust tube vin vip vision vote watch weather website",
  "windows wine wow you zero abc able actor ads arte author auto autos aws azure band bank bargains bet bid",
  "bike bio bot broker cal cam camera camp career city claims cleaning click coach college community company",
  "compare computer condos construction contact contractors coupon courses credit cruise dance dating degree",
  "delivery dental dentist diet directory discount domains drive dvr education energy engineer engineering",
  "enterprises equipment estate eus exposed extraspace faith family farm fashion flights florist flowers",
  "football forum foundation frontier furniture gallery garden gent graphics gripe gallup got hangout health",
  "hockey holdings holiday homes horse hospital imdb industries insure international jot joy juegos kitchen",
  "lease lighting limo lincoln living locker locus luxe luxury maison makeup mba memorial mit moda moe moi",
  "mortgage observer obi oracle organic origins partners pictures pioneer pizza plumbing poker porn praxi prof",
  "promo quest recipes reise rentals republican restaurant reviews ril rio rsvp rugby sas sex sexy shell shia",
  "shoes singles soccer social solar soy sport staples star statefarm stc storage supplies surgery tatar tattoo",
  "tennis theater tickets tires tours toys tui tunes uno ups vacations vegas ventures vet video viva voting",
  "voyage wang watches wed wedding weir whoswho software codes store tel jobs mobi museum digital agency audio",
  "delta chrome cheap inc cfd",
];

/** All the rest, countries and scripts beyond Latin included. */
const OTHER = [
  "aaa aarp abb abbott abbvie abogado abudhabi accenture accountant accountants aco ad adult ae aeg aetna af",
  "afl africa agakhan aig airbus airforce airtel akdn alibaba alipay allfinanz allstate ally alsace alstom",
  "amazon americanexpress americanfamily amex amfam amica analytics android anquan anz ao aol apartments apple",
  "aq aquarelle ar arab aramco archi army art asda associates athleta attorney au auction audi audible auspost",
  "aw ax axa az ba baby baidu banamex barcelona barclaycard barclays barefoot baseball basketball bauhaus",
  "bayern bb bbc bbt bbva bcg bcn bd beats beauty beer best bestbuy bf bg bh bharti bi bible bing bingo bj",
  "blackfriday blockbuster bloomberg bm bms bmw bn bnpparibas bo boats boehringer bofa bom bond book booking",
  "bosch bostik boston boutique br bradesco bridgestone broadway brother brussels bs bt builders business buy",
  "buzz bv bw bz bzh ca cafe calvinklein canon capetown capital capitalone caravan careers cars casa casino",
  "catering catholic cba cbn cbre cd ceo cern cfa cg ch chanel charity chase chintai christmas church ci",
  "cipriani circle cisco citadel citi citic ck cl clinic clinique clothing clubmed cm cn coffee cologne",
  "commbank comsec consulting cooking corsica country coupons cpa cr creditcard creditunion cricket crown crs",
  "cruises cu cuisinella cv cw cx cy cymru cyou cz dad datsun dclk dds de dealer deals dell deloitte democrat",
  "desi dhl diamonds discover dish diy dj dk dm dnp dtv dubai dupont durban dvag dz ec eco edeka ee eg emerck",
  "epson er ericsson erni es esq et eu eurovision fage fairwinds fans farmers fedex ferrari ferrero fi fidelity",
  "fido financial firestone firmdale fishing fitness fj fk flickr flir fm fo ford forex forsale fox fr",
  "fresenius frl frogans ftr fujitsu futbol fyi ga gal gallo gap gay gb gbiz gd gdn ge gea genting george gf gg",
  "ggee gh gi gifts giving gl gle globo gm gmail gmbh gmo gmx gn godaddy goldpoint goodyear goog google gop gp",
  "gq gr grainger gratis grocery gs gt gu gucci guge guitars gw gy hamburg haus hbo hdfc hdfcbank healthcare",
  "helsinki hermes hiphop hisamitsu hitachi hiv hk hkt hm hn homedepot homegoods homesense honda hotels hotmail",
  "hr hsbc ht hu hughes hyatt hyundai ibm icbc ice ie ieee ifm ikano il im imamat immobilien infiniti ing",
  "insurance intuit investments ipiranga iq ir irish ismaili ist istanbul itau itv jaguar jcb je jeep jetzt",
  "jewelry jio jll jm jmp jnj jo joburg jp jpmorgan jprs juniper kaufen kddi ke kerryhotels kerryproperties kfh",
  "kg kh ki kia kindle kiwi km kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz lacaixa",
  "lamborghini lamer landrover lanxess lasalle lat latino latrobe lawyer lb lc lds leclerc lefrak lego lexus",
  "lgbt li lidl lifeinsurance lifestyle lilly lk llc llp lotte lotto lpl lplfinancial lr ls lt ltda lu lundbeck",
  "lv ly ma madrid maif mango marketing marriott marshalls mattel mc mckinsey med melbourne meme men merckmsd",
  "mg mh miami microsoft mitsubishi mlb mls mma mn mo monash mormon moscow motorcycles mp mq mr ms msd mt mtn",
  "mtr mu mv mw mx mz na nab nagoya nba nc ne nec netbank netflix neustar nextdirect nexus nf nfl ng ngo nhk ni",
  "nico nike nikon ninja nissan nissay nl nokia norton nowruz nowtv np nr nra nrw ntt nyc nz okinawa olayan",
  "olayangroup ollo om omega ooo orange osaka otsuka ott ovh pa panasonic pars pccw pe pet pf pfizer pg ph",
  "pharmacy phd philips photography photos physio pictet pk playstation pnc pohl politie pr pru prudential pt",
  "pw pwc qa qpon quebec realestate realtor redumbrella rehab reisen reit reliance ren rexroth richardli ricoh",
  "ro rodeo rogers ru ruhr rw rwe ryukyu sa saarland sakura salon samsclub samsung sandvik sandvikcoromant",
  "sanofi sap sarl saxo sb sbi sbs scb schaeffler schmidt scholarships schule schwarz sd seek sener sew sfr sg",
  "shangrila sharp shiksha shopping shouji si sina sj ski skype sl sm sn sncf softbank sohu sony spa sr srl ss",
  "stada statebank stcgroup stockholm su suzuki swatch sx sy sydney sz taipei taobao tatamotors taxi tc tci td",
  "tdk temasek teva tg th thd theatre tiaa tienda tirol tj tjmaxx tjx tk tkmaxx tl tm tmall tn toray toshiba",
  "toyota tr travelers travelersinsurance trv tt tushu tvs tw tz ua ubank ubs ug uk unicom university uol uy uz",
  "va vana vanguard vc ve verisign vermögensberater vermögensberatung versicherung vg viajes vig viking villas",
  "virgin visa vivo vlaanderen vn vodka volvo voto vu wales walmart walter wanggou weatherchannel webcam weber",
  "weibo wf wien williamhill winners wme wolterskluwer woodside ws wtc wtf xbox xerox xihuan xin xxx yachts",
  "yahoo yamaxun yandex ye yodobashi yoga yokohama youtube yt yun za zappos zara zm zuerich zw ελ ευ бг бел",
  "дети ею католик ком мкд мон москва онлайн орг рус рф сайт срб укр қаз հայ ישראל קום ابوظبي ارامكو الاردن",
  "البحرين الجزائر السعودية العليان المغرب امارات ایران بارت بازار بيتك بھارت تونس سودان سورية شبكة عراق عرب",
  "عمان فلسطين قطر كاثوليك كوم مصر مليسيا موريتانيا موقع همراه پاکستان ڀارت कॉम नेट भारत भारतम् भारोत संगठन",
  "বাংলা ভারত ভাৰত ਭਾਰਤ ભારત ଭାରତ இந்தியா இலங்கை சிங்கப்பூர் భారత్ ಭಾರತ ഭാരതം ලංකා คอม ไทย ລາວ გე みんな アマゾン クラウド",
  "グーグル コム ストア セール ファッション ポイント 世界 中信 中国 中國 中文网 亚马逊 企业 佛山 信息 健康 八卦 公司 公益 台湾 台灣 商城 商店 商标 嘉里 嘉里大酒店 在线 大拿 天主教 娱乐 家電",
  "广东 微博 慈善 我爱你 手机 招聘 政务 政府 新加坡 新闻 时尚 書籍 机构 淡马锡 游戏 澳門 点看 移动 组织机构 网址 网店 网站 网络 联通 谷歌 购物 通販 集团 電訊盈科 飞利浦 食品 餐厅 香格里拉",
  "香港 닷넷 닷컴 삼성 한국",
];

/** How much a last label says: `usual` and `other` suffice, `word` and `fileEnding` need a sign beside them. */
export type SuffixKind = "usual" | "word" | "fileEnding" | "other";

const kinds: ReadonlyMap<string, SuffixKind> = new Map([
  ...split(OTHER, "other"),
  ...split(WORDS, "word"),
  ...split(FILE_ENDINGS, "fileEnding"),
  ...split(USUAL, "usual"),
]);

function split(lines: readonly string[], kind: SuffixKind): readonly (readonly [string, SuffixKind])[] {
  return lines.flatMap((line) => line.split(" ").map((name) => [name, kind] as const));
}

/** The kind of a top-level domain, lower-case, as a U-label or with `xn--`; undefined when the root zone has no such name. */
export function kindOfTopLevelDomain(label: string): SuffixKind | undefined {
  return kinds.get(label) ?? (label.startsWith("xn--") ? "other" : undefined);
}
