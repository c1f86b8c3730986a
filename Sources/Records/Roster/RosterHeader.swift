/// What the headers of a roster mean: our own names, and the usual ones of other programs.
public enum RosterHeader {
  /// The names by which the program knows columns, in the order of the documentation.
  public static let known = ["id", "name", "email", "group", "language", "extra-time"]

  /// The names that have to do with a participant's name where it has no column of its own.
  static let parts = ["first-name", "last-name"]

  /// Headers of Moodle's participants, of spreadsheets and of personnel systems, in small letters and
  /// without points, in the languages of the United Nations and some others.
  private static let usual: [String: [String]] = [
    "id": [
      "id number", "idnumber", "id-number", "username", "user name", "personalnr", "personalnummer",
      "personal-nr", "pers-nr", "persnr", "mitarbeiternummer", "matrikelnummer", "id-nummer",
      "anmeldename", "kennung", "staff id", "staff number", "employee id", "employee number",
      "participant id", "student id", "index number", "matricule", "identifiant",
      "numéro d'identification", "nom d'utilisateur", "número de id", "nombre de usuario",
      "identificador", "matrícula", "matricola", "индивидуальный номер", "табельный номер",
      "логин", "الرقم", "رقم التعريف", "رقم الهوية", "الرقم الوظيفي", "编号", "学号", "工号", "用户名",
    ],
    "name": [
      "full name", "fullname", "participant", "first name / last name", "last name / first name",
      "last name, first name", "teilnehmer", "vollständiger name", "vorname / nachname",
      "name, vorname", "nachname, vorname", "nom complet", "nom et prénom", "prénom / nom",
      "nombre completo", "nombre y apellidos", "nombre / apellido(s)", "nome completo",
      "полное имя", "фио", "الاسم", "الاسم الكامل", "姓名",
    ],
    "first-name": [
      "first name", "firstname", "first names", "given name", "given names", "vorname", "prénom",
      "prenom", "prénoms", "nombre", "nombres", "nome", "имя", "الاسم الأول", "名字", "名",
    ],
    "last-name": [
      "last name", "lastname", "surname", "family name", "nachname", "familienname", "zuname",
      "nom", "nom de famille", "apellidos", "apellido", "apellido(s)", "cognome", "sobrenome",
      "фамилия", "اسم العائلة", "اللقب", "姓", "姓氏",
    ],
    "email": [
      "e-mail", "email address", "e-mail address", "e-mail-adresse", "emailadresse", "mail",
      "mail address", "adresse e-mail", "courriel", "adresse de courriel", "correo",
      "correo electrónico", "dirección de correo", "dirección email", "indirizzo email",
      "endereço de email", "электронная почта", "адрес электронной почты", "البريد الإلكتروني",
      "عنوان البريد الإلكتروني", "电子邮件", "邮箱", "电子邮箱", "email地址",
    ],
    "group": [
      "groups", "gruppe", "gruppen", "groupe", "groupes", "grupo", "grupos", "gruppo", "gruppi",
      "class", "klasse", "группа", "группы", "المجموعة", "المجموعات", "小组", "组", "班级",
    ],
    "language": [
      "preferred language", "sprache", "langue", "idioma", "lingua", "язык", "اللغة", "语言",
    ],
    "extra-time": ["extra time", "extra_time", "zeitfaktor", "time factor"],
  ]

  /// Headers of a part of the name that mean the whole name where there is no other part.
  private static let wholeOrPart = ["nombre", "nom", "nome", "имя"]

  /// The meaning of each column that has one.
  ///
  /// What was named by hand counts first, then our own names, then the usual ones of others, each only
  /// once: of two usual headers for the same thing the first counts, and the other is kept.
  ///
  /// - Parameters:
  ///   - titles: The headers.
  ///   - named: What columns mean by hand, by the header.
  /// - Returns: A name for each column that has a meaning, by its place.
  static func meanings(of titles: [String], _ named: [String: String]) -> [Int: String] {
    var meanings: [Int: String] = [:]
    let handy = Set(titles.compactMap { named[$0] })
    for (index, title) in titles.enumerated() {
      if let name = named[title] { meanings[index] = name }
    }
    for (index, title) in titles.enumerated() where meanings[index] == nil {
      let name = folded(title).replacing(" ", with: "-").replacing("_", with: "-")
      if (known + parts).contains(name), !handy.contains(name) { meanings[index] = name }
    }
    var taken = Set(meanings.values)
    for (index, title) in titles.enumerated() where meanings[index] == nil {
      guard let found = usualMeaning(of: title), !taken.contains(found) else { continue }
      taken.insert(found)
      meanings[index] = found
    }
    if taken.intersection(["name"] + parts).count == 1, !taken.contains("name") {
      for (index, title) in titles.enumerated() where wholeOrPart.contains(folded(title)) {
        if let part = meanings[index], parts.contains(part) { meanings[index] = "name" }
      }
    }
    return meanings
  }

  /// What a header of another program means; `nil` where it is not a usual one.
  public static func usualMeaning(of title: String) -> String? {
    let written = folded(title)
    return (known + parts).first { usual[$0]?.contains(written) == true }
  }

  /// A header in the form in which it is compared: small letters, no points, single spaces.
  private static func folded(_ title: String) -> String {
    title.lowercased().replacing(".", with: "").replacing("’", with: "'")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
