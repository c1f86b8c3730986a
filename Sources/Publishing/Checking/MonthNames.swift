/// The names of months and weekdays in the six official languages of the United Nations.
enum MonthNames {
  /// The months' names, those of January first; a beginning of three or more letters stands for a name.
  private static let months: [[String]] = [
    ["january", "janvier", "enero", "январь", "января", "يناير", "كانون الثاني"],
    ["february", "février", "fevrier", "febrero", "февраль", "февраля", "فبراير", "شباط"],
    ["march", "mars", "marzo", "март", "марта", "مارس", "آذار"],
    ["april", "avril", "abril", "апрель", "апреля", "أبريل", "ابريل", "إبريل", "نيسان"],
    ["may", "mai", "mayo", "май", "мая", "مايو", "أيار"],
    ["june", "juin", "junio", "июнь", "июня", "يونيو", "يونيه", "حزيران"],
    ["july", "juillet", "julio", "июль", "июля", "يوليو", "يوليه", "تموز"],
    ["august", "août", "aout", "agosto", "август", "августа", "أغسطس", "آب"],
    [
      "september", "septembre", "septiembre", "setiembre", "сентябрь", "сентября", "سبتمبر",
      "أيلول",
    ],
    ["october", "octobre", "octubre", "октябрь", "октября", "أكتوبر", "تشرين الأول"],
    ["november", "novembre", "noviembre", "ноябрь", "ноября", "نوفمبر", "تشرين الثاني"],
    [
      "december", "décembre", "decembre", "diciembre", "декабрь", "декабря", "ديسمبر",
      "كانون الأول",
    ],
  ]

  /// The weekdays' names, and the words between the parts of a day.
  private static let passedOver: [String] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
  ]
  private static let particles: Set<String> = [
    "de", "del", "le", "el", "г", "года", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "of", "the",
    "يوم",
  ]

  /// The number of a month by its name, from 1; `nil` when the word is none, or could be two.
  static func month(_ word: String) -> Int? {
    let possible = months.indices.filter { index in
      months[index].contains { $0 == word || word.count >= 3 && $0.hasPrefix(word) }
    }
    if let exact = possible.first(where: { months[$0].contains(word) }) { return exact + 1 }
    return possible.count == 1 ? possible[0] + 1 : nil
  }

  /// Whether a word says nothing about the day: a weekday, or a particle.
  static func saysNothing(_ word: String) -> Bool {
    particles.contains(word) || word.count >= 3 && passedOver.contains { $0.hasPrefix(word) }
  }
}
