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
}
