/// What the headers of a roster mean: our own names, and the usual ones of other programs.
public enum RosterHeader {
  /// The names by which the program knows columns, in the order of the documentation.
  public static let known = ["id", "name", "email", "group", "language", "extra-time"]

  /// The names that have to do with a participant's name where it has no column of its own.
  static let parts = ["first-name", "last-name"]

  /// Headers of Moodle's participants, of spreadsheets and of personnel systems, in small letters and
  /// without points.
  private static let usual: [String: [String]] = [
    "id": [
      "id number", "idnumber", "id-number", "username", "user name", "personalnr", "personalnummer",
      "personal-nr", "pers-nr", "mitarbeiternummer", "matrikelnummer", "staff id", "employee id",
      "index number", "matricule", "identifiant",
    ],
    "name": [
      "full name", "fullname", "participant", "teilnehmer", "nom complet", "vollständiger name",
    ],
    "first-name": [
      "first name", "firstname", "given name", "vorname", "prénom", "prenom", "nombre",
    ],
    "last-name": [
      "last name", "lastname", "surname", "family name", "nachname", "familienname", "zuname",
      "nom",
      "nom de famille", "apellidos",
    ],
    "email": [
      "e-mail", "email address", "e-mail address", "e-mail-adresse", "emailadresse", "mail",
      "adresse e-mail", "courriel", "adresse de courriel", "correo electrónico",
    ],
    "group": ["groups", "gruppe", "gruppen", "groupe", "groupes", "grupo", "class", "klasse"],
    "language": ["preferred language", "sprache", "langue", "idioma"],
    "extra-time": ["extra time", "extra_time", "zeitfaktor", "time factor"],
  ]

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
      let written = folded(title)
      let found = (known + parts).first { usual[$0]?.contains(written) == true }
      guard let found, !taken.contains(found) else { continue }
      taken.insert(found)
      meanings[index] = found
    }
    return meanings
  }

  private static func folded(_ title: String) -> String {
    title.lowercased().replacing(".", with: "")
  }
}
