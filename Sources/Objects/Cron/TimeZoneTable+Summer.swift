/// The zones with summer time, by what they do in a year.
///
/// From the rules for coming years of tzdata; they hold from 2026 on.
extension TimeZoneTable {
  static let summer: [(rule: TimeZoneRule, names: String)] = [
    (
      TimeZoneRule(
        standard: -36000,
        summer: -32400,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Adak America/Atka US/Aleutian
      """
    ),
    (
      TimeZoneRule(
        standard: -32400,
        summer: -28800,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat US/Alaska
      """
    ),
    (
      TimeZoneRule(
        standard: -28800,
        summer: -25200,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Ensenada America/Los_Angeles America/Santa_Isabel America/Tijuana America/Vancouver
      Canada/Pacific Mexico/BajaNorte PST8PDT US/Pacific
      """
    ),
    (
      TimeZoneRule(
        standard: -25200,
        summer: -21600,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Boise America/Cambridge_Bay America/Ciudad_Juarez America/Denver America/Edmonton America/Inuvik
      America/Shiprock America/Yellowknife Canada/Mountain MST7MDT Navajo US/Mountain
      """
    ),
    (
      TimeZoneRule(
        standard: -21600,
        summer: -18000,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN America/Matamoros
      America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem
      America/Ojinaga America/Rainy_River America/Rankin_Inlet America/Resolute America/Winnipeg CST6CDT
      Canada/Central US/Central US/Indiana-Starke
      """
    ),
    (
      TimeZoneRule(
        standard: -21600,
        summer: -18000,
        from: TimeZoneRule.Switch(month: 9, week: 1, weekday: 6, seconds: 79200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 6, seconds: 79200)
      ),
      """
      Chile/EasterIsland Pacific/Easter
      """
    ),
    (
      TimeZoneRule(
        standard: -18000,
        summer: -14400,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 0),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 3600)
      ),
      """
      America/Havana Cuba
      """
    ),
    (
      TimeZoneRule(
        standard: -18000,
        summer: -14400,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Detroit America/Fort_Wayne America/Grand_Turk America/Indiana/Indianapolis
      America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes
      America/Indiana/Winamac America/Indianapolis America/Iqaluit America/Kentucky/Louisville
      America/Kentucky/Monticello America/Louisville America/Montreal America/Nassau America/New_York
      America/Nipigon America/Pangnirtung America/Port-au-Prince America/Thunder_Bay America/Toronto
      Canada/Eastern EST5EDT US/East-Indiana US/Eastern US/Michigan
      """
    ),
    (
      TimeZoneRule(
        standard: -14400,
        summer: -10800,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Thule Atlantic/Bermuda
      Canada/Atlantic
      """
    ),
    (
      TimeZoneRule(
        standard: -14400,
        summer: -10800,
        from: TimeZoneRule.Switch(month: 9, week: 1, weekday: 6, seconds: 86400),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 6, seconds: 86400)
      ),
      """
      America/Santiago Chile/Continental
      """
    ),
    (
      TimeZoneRule(
        standard: -12600,
        summer: -9000,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/St_Johns Canada/Newfoundland
      """
    ),
    (
      TimeZoneRule(
        standard: -10800,
        summer: -7200,
        from: TimeZoneRule.Switch(month: 3, week: 2, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 11, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      America/Miquelon
      """
    ),
    (
      TimeZoneRule(
        standard: -7200,
        summer: -3600,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: -3600),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 0)
      ),
      """
      America/Godthab America/Nuuk America/Scoresbysund
      """
    ),
    (
      TimeZoneRule(
        standard: -3600,
        summer: 0,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 0),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 3600)
      ),
      """
      Atlantic/Azores
      """
    ),
    (
      TimeZoneRule(
        standard: 0,
        summer: 3600,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 3600),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 7200)
      ),
      """
      Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira Europe/Belfast Europe/Guernsey
      Europe/Isle_of_Man Europe/Jersey Europe/Lisbon Europe/London GB GB-Eire Portugal WET
      """
    ),
    (
      TimeZoneRule(
        standard: 0,
        summer: 7200,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 3600),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 10800)
      ),
      """
      Antarctica/Troll
      """
    ),
    (
      TimeZoneRule(
        standard: 3600,
        summer: 0,
        from: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 3600)
      ),
      """
      Eire Europe/Dublin
      """
    ),
    (
      TimeZoneRule(
        standard: 3600,
        summer: 7200,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 10800)
      ),
      """
      Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen CET Europe/Amsterdam Europe/Andorra Europe/Belgrade
      Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen
      Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo
      Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje
      Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb
      Europe/Zurich MET Poland
      """
    ),
    (
      TimeZoneRule(
        standard: 7200,
        summer: 10800,
        from: TimeZoneRule.Switch(month: 3, week: 4, weekday: 4, seconds: 93600),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 7200)
      ),
      """
      Asia/Jerusalem Asia/Tel_Aviv Israel
      """
    ),
    (
      TimeZoneRule(
        standard: 7200,
        summer: 10800,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 0),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 0)
      ),
      """
      Asia/Beirut
      """
    ),
    (
      TimeZoneRule(
        standard: 7200,
        summer: 10800,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 10800)
      ),
      """
      Europe/Chisinau Europe/Tiraspol
      """
    ),
    (
      TimeZoneRule(
        standard: 7200,
        summer: 10800,
        from: TimeZoneRule.Switch(month: 3, week: 5, weekday: 0, seconds: 10800),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 0, seconds: 14400)
      ),
      """
      Asia/Famagusta Asia/Nicosia EET Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv
      Europe/Mariehamn Europe/Nicosia Europe/Riga Europe/Sofia Europe/Tallinn Europe/Uzhgorod Europe/Vilnius
      Europe/Zaporozhye
      """
    ),
    (
      TimeZoneRule(
        standard: 7200,
        summer: 10800,
        from: TimeZoneRule.Switch(month: 4, week: 5, weekday: 5, seconds: 0),
        until: TimeZoneRule.Switch(month: 10, week: 5, weekday: 4, seconds: 86400)
      ),
      """
      Africa/Cairo Egypt
      """
    ),
    (
      TimeZoneRule(
        standard: 34200,
        summer: 37800,
        from: TimeZoneRule.Switch(month: 10, week: 1, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 10800)
      ),
      """
      Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna
      """
    ),
    (
      TimeZoneRule(
        standard: 36000,
        summer: 39600,
        from: TimeZoneRule.Switch(month: 10, week: 1, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 10800)
      ),
      """
      Antarctica/Macquarie Australia/ACT Australia/Canberra Australia/Currie Australia/Hobart
      Australia/Melbourne Australia/NSW Australia/Sydney Australia/Tasmania Australia/Victoria
      """
    ),
    (
      TimeZoneRule(
        standard: 37800,
        summer: 39600,
        from: TimeZoneRule.Switch(month: 10, week: 1, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 7200)
      ),
      """
      Australia/LHI Australia/Lord_Howe
      """
    ),
    (
      TimeZoneRule(
        standard: 39600,
        summer: 43200,
        from: TimeZoneRule.Switch(month: 10, week: 1, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 10800)
      ),
      """
      Pacific/Norfolk
      """
    ),
    (
      TimeZoneRule(
        standard: 43200,
        summer: 46800,
        from: TimeZoneRule.Switch(month: 9, week: 5, weekday: 0, seconds: 7200),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 10800)
      ),
      """
      Antarctica/McMurdo Antarctica/South_Pole NZ Pacific/Auckland
      """
    ),
    (
      TimeZoneRule(
        standard: 45900,
        summer: 49500,
        from: TimeZoneRule.Switch(month: 9, week: 5, weekday: 0, seconds: 9900),
        until: TimeZoneRule.Switch(month: 4, week: 1, weekday: 0, seconds: 13500)
      ),
      """
      NZ-CHAT Pacific/Chatham
      """
    ),
  ]

  /// Zones that change at dates which follow no such rule.
  static let irregular = """
    Africa/Casablanca Africa/El_Aaiun Asia/Gaza Asia/Hebron
    """
}
