/// The names of the time zone database, and the distance from UTC of those zones where it never changes.
///
/// From tzdata, for the years 2025 to 2035.
enum TimeZoneTable {
  /// Zones by their seconds east of UTC.
  static let fixed: [(offset: Int64, names: String)] = [
    (
      -43200,
      """
      Etc/GMT+12
      """
    ),
    (
      -39600,
      """
      Etc/GMT+11 Pacific/Midway Pacific/Niue Pacific/Pago_Pago Pacific/Samoa US/Samoa
      """
    ),
    (
      -36000,
      """
      Etc/GMT+10 HST Pacific/Honolulu Pacific/Johnston Pacific/Rarotonga Pacific/Tahiti US/Hawaii
      """
    ),
    (
      -34200,
      """
      Pacific/Marquesas
      """
    ),
    (
      -32400,
      """
      Etc/GMT+9 Pacific/Gambier
      """
    ),
    (
      -28800,
      """
      Etc/GMT+8 Pacific/Pitcairn
      """
    ),
    (
      -25200,
      """
      America/Creston America/Dawson America/Dawson_Creek America/Fort_Nelson America/Hermosillo America/Mazatlan
      America/Phoenix America/Whitehorse Canada/Yukon Etc/GMT+7 MST Mexico/BajaSur US/Arizona
      """
    ),
    (
      -21600,
      """
      America/Bahia_Banderas America/Belize America/Chihuahua America/Costa_Rica America/El_Salvador
      America/Guatemala America/Managua America/Merida America/Mexico_City America/Monterrey America/Regina
      America/Swift_Current America/Tegucigalpa Canada/Saskatchewan Etc/GMT+6 Mexico/General Pacific/Galapagos
      """
    ),
    (
      -18000,
      """
      America/Atikokan America/Bogota America/Cancun America/Cayman America/Coral_Harbour America/Eirunepe
      America/Guayaquil America/Jamaica America/Lima America/Panama America/Porto_Acre America/Rio_Branco
      Brazil/Acre EST Etc/GMT+5 Jamaica
      """
    ),
    (
      -14400,
      """
      America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Boa_Vista
      America/Campo_Grande America/Caracas America/Cuiaba America/Curacao America/Dominica America/Grenada
      America/Guadeloupe America/Guyana America/Kralendijk America/La_Paz America/Lower_Princes America/Manaus
      America/Marigot America/Martinique America/Montserrat America/Port_of_Spain America/Porto_Velho
      America/Puerto_Rico America/Santo_Domingo America/St_Barthelemy America/St_Kitts America/St_Lucia
      America/St_Thomas America/St_Vincent America/Tortola America/Virgin Brazil/West Etc/GMT+4
      """
    ),
    (
      -10800,
      """
      America/Araguaina America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia
      America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza
      America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis
      America/Argentina/Tucuman America/Argentina/Ushuaia America/Asuncion America/Bahia America/Belem
      America/Buenos_Aires America/Catamarca America/Cayenne America/Cordoba America/Coyhaique America/Fortaleza
      America/Jujuy America/Maceio America/Mendoza America/Montevideo America/Paramaribo America/Punta_Arenas
      America/Recife America/Rosario America/Santarem America/Sao_Paulo Antarctica/Palmer Antarctica/Rothera
      Atlantic/Stanley Brazil/East Etc/GMT+3
      """
    ),
    (
      -7200,
      """
      America/Noronha Atlantic/South_Georgia Brazil/DeNoronha Etc/GMT+2
      """
    ),
    (
      -3600,
      """
      Atlantic/Cape_Verde Etc/GMT+1
      """
    ),
    (
      0,
      """
      Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar
      Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome
      Africa/Timbuktu America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT Etc/GMT+0 Etc/GMT-0
      Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu GMT GMT+0 GMT-0 GMT0 Greenwich Iceland UCT UTC
      Universal Zulu
      """
    ),
    (
      3600,
      """
      Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville
      Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo Africa/Tunis Etc/GMT-1
      """
    ),
    (
      7200,
      """
      Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba Africa/Khartoum
      Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Maseru Africa/Mbabane Africa/Tripoli
      Africa/Windhoek Etc/GMT-2 Europe/Kaliningrad Libya
      """
    ),
    (
      10800,
      """
      Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala
      Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Amman Asia/Baghdad Asia/Bahrain Asia/Damascus
      Asia/Istanbul Asia/Kuwait Asia/Qatar Asia/Riyadh Etc/GMT-3 Europe/Istanbul Europe/Kirov Europe/Minsk
      Europe/Moscow Europe/Simferopol Europe/Volgograd Indian/Antananarivo Indian/Comoro Indian/Mayotte Turkey W-SU
      """
    ),
    (
      12600,
      """
      Asia/Tehran Iran
      """
    ),
    (
      14400,
      """
      Asia/Baku Asia/Dubai Asia/Muscat Asia/Tbilisi Asia/Yerevan Etc/GMT-4 Europe/Astrakhan Europe/Samara
      Europe/Saratov Europe/Ulyanovsk Indian/Mahe Indian/Mauritius Indian/Reunion
      """
    ),
    (
      16200,
      """
      Asia/Kabul
      """
    ),
    (
      18000,
      """
      Antarctica/Mawson Antarctica/Vostok Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Ashgabat Asia/Ashkhabad
      Asia/Atyrau Asia/Dushanbe Asia/Karachi Asia/Oral Asia/Qostanay Asia/Qyzylorda Asia/Samarkand Asia/Tashkent
      Asia/Yekaterinburg Etc/GMT-5 Indian/Kerguelen Indian/Maldives
      """
    ),
    (
      19800,
      """
      Asia/Calcutta Asia/Colombo Asia/Kolkata
      """
    ),
    (
      20700,
      """
      Asia/Kathmandu Asia/Katmandu
      """
    ),
    (
      21600,
      """
      Asia/Bishkek Asia/Dacca Asia/Dhaka Asia/Kashgar Asia/Omsk Asia/Thimbu Asia/Thimphu Asia/Urumqi Etc/GMT-6
      Indian/Chagos
      """
    ),
    (
      23400,
      """
      Asia/Rangoon Asia/Yangon Indian/Cocos
      """
    ),
    (
      25200,
      """
      Antarctica/Davis Asia/Bangkok Asia/Barnaul Asia/Ho_Chi_Minh Asia/Hovd Asia/Jakarta Asia/Krasnoyarsk
      Asia/Novokuznetsk Asia/Novosibirsk Asia/Phnom_Penh Asia/Pontianak Asia/Saigon Asia/Tomsk Asia/Vientiane
      Etc/GMT-7 Indian/Christmas
      """
    ),
    (
      28800,
      """
      Antarctica/Casey Asia/Brunei Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Hong_Kong
      Asia/Irkutsk Asia/Kuala_Lumpur Asia/Kuching Asia/Macao Asia/Macau Asia/Makassar Asia/Manila Asia/Shanghai
      Asia/Singapore Asia/Taipei Asia/Ujung_Pandang Asia/Ulaanbaatar Asia/Ulan_Bator Australia/Perth Australia/West
      Etc/GMT-8 Hongkong PRC ROC Singapore
      """
    ),
    (
      31500,
      """
      Australia/Eucla
      """
    ),
    (
      32400,
      """
      Asia/Chita Asia/Dili Asia/Jayapura Asia/Khandyga Asia/Pyongyang Asia/Seoul Asia/Tokyo Asia/Yakutsk Etc/GMT-9
      Japan Pacific/Palau ROK
      """
    ),
    (
      34200,
      """
      Australia/Darwin Australia/North
      """
    ),
    (
      36000,
      """
      Antarctica/DumontDUrville Asia/Ust-Nera Asia/Vladivostok Australia/Brisbane Australia/Lindeman
      Australia/Queensland Etc/GMT-10 Pacific/Chuuk Pacific/Guam Pacific/Port_Moresby Pacific/Saipan Pacific/Truk
      Pacific/Yap
      """
    ),
    (
      39600,
      """
      Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Etc/GMT-11 Pacific/Bougainville Pacific/Efate
      Pacific/Guadalcanal Pacific/Kosrae Pacific/Noumea Pacific/Pohnpei Pacific/Ponape
      """
    ),
    (
      43200,
      """
      Asia/Anadyr Asia/Kamchatka Etc/GMT-12 Kwajalein Pacific/Fiji Pacific/Funafuti Pacific/Kwajalein Pacific/Majuro
      Pacific/Nauru Pacific/Tarawa Pacific/Wake Pacific/Wallis
      """
    ),
    (
      46800,
      """
      Etc/GMT-13 Pacific/Apia Pacific/Enderbury Pacific/Fakaofo Pacific/Kanton Pacific/Tongatapu
      """
    ),
    (
      50400,
      """
      Etc/GMT-14 Pacific/Kiritimati
      """
    ),
  ]
}
