internal import Diagnostics
internal import Quizzes

/// A State is called by a name that the United Nations no longer uses.
///
/// Source: *UNTERM*, the terminology database of the United Nations, and the notes on changes of names
/// in the list of Member States.
struct StateNames: ItemRule {
  let code = "state-names"

  private static let names: [(former: String, present: String)] = [
    ("Burma", "Myanmar"), ("Cape Verde", "Cabo Verde"), ("Czech Republic", "Czechia"),
    ("East Timor", "Timor-Leste"), ("Ivory Coast", "Côte d’Ivoire"), ("Swaziland", "Eswatini"),
    ("Zaire", "Democratic Republic of the Congo"), ("Turkey", "Türkiye"),
    ("Macedonia", "North Macedonia"), ("Upper Volta", "Burkina Faso"),
    ("South Korea", "Republic of Korea"), ("North Korea", "Democratic People’s Republic of Korea"),
  ]

  /// The first words of the former names: where none stands, no name does.
  private static let beginnings = Set(
    names.compactMap { $0.former.split(separator: " ").first }
  )

  func findings(on item: LintedItem) -> [Finding] {
    item.shown.flatMap { text -> [Finding] in
      guard Self.mayName(text.text) else { return [] }
      let parts = text.text.split { !$0.isLetter }
      guard parts.contains(where: Self.beginnings.contains) else { return [] }
      let words = " \(parts.joined(separator: " ")) "
      return Self.names.filter { former, present in
        words.replacing(" \(present) ", with: " ").contains(" \(former) ")
      }.map { former, present in
        Finding(
          .note,
          at: text.location,
          "'\(former)' is not the name that the United Nations uses",
          remedy: "write '\(present)', unless you quote a text from that time"
        )
      }
    }
  }

  /// Whether one of the first words stands in a text; nearly every text has none.
  private static func mayName(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let capital = rest.firstIndex(where: { (0x41...0x5A).contains($0) }) {
      rest = rest[capital...]
      if beginnings.contains(where: { rest.starts(with: $0.utf8) }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
