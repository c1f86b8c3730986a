internal import Diagnostics
internal import Quizzes

/// The form of an option, and not what it says, tells whether it is the key.
///
/// An article at the end of the stem fits only some options, or one option alone ends in a full stop or
/// begins with a small letter. Source: Haladyna and others, guideline 28c.
struct GrammarCue: ItemRule {
  let code = "grammar-cue"

  func findings(on item: LintedItem) -> [Finding] {
    guard item.options.count >= 3 else { return [] }
    return article(item) + lonely(item)
  }

  /// A stem that ends with "a" or "an" before options of the other sound.
  private func article(_ item: LintedItem) -> [Finding] {
    func ends(_ character: Character) -> Bool {
      character.isWhitespace || "_…:.?".contains(character)
    }
    let backward = item.stem.text.reversed().drop(while: ends).prefix { !ends($0) }
    let article = String(backward.reversed())
    guard ["a", "an"].contains(article), item.words.count > 2 else { return [] }
    return item.options.filter { $0.text.takesAn != (article == "an") }.map { option in
      Finding(
        .note,
        at: option.location,
        "the stem ends with '\(article)', which the option \(option.text.cited) does not follow",
        remedy: "move the article from the stem into the options"
      )
    }
  }

  /// One option alone has, or lacks, the full stop at its end, or begins with a small letter.
  ///
  /// One that alone begins with a capital letter may be a name.
  private func lonely(_ item: LintedItem) -> [Finding] {
    let stopped = item.options.filter { $0.text.hasSuffix(".") }
    let open = item.options.filter { !$0.text.hasSuffix(".") }
    let small = item.options.filter { $0.text.first?.isLowercase ?? false }
    let capital = item.options.filter { $0.text.first?.isUppercase ?? false }
    var found: [(LintedItem.Option, String)] = []
    if stopped.count == 1 { found.append((stopped[0], "alone ends with a full stop")) }
    if open.count == 1 { found.append((open[0], "alone ends without a full stop")) }
    if small.count == 1, capital.count == item.options.count - 1 {
      found.append((small[0], "alone begins with a small letter"))
    }
    return found.map { option, what in
      Finding(
        .note,
        at: option.location,
        "the option \(option.text.cited) \(what)",
        remedy: "write all options in one form"
      )
    }
  }
}

extension String {
  /// Whether English says "an" before the text, as far as its first letters tell.
  fileprivate var takesAn: Bool {
    let word = split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    let small = word.lowercased()
    let isSpelled = word.count > 1 && word.allSatisfy { $0.isUppercase }
    if isSpelled, let letter = word.first { return "AEFHILMNORSX".contains(letter) }
    if ["hour", "honest", "honour", "honor", "heir"].contains(where: small.hasPrefix) {
      return true
    }
    if ["uni", "use", "euro", "one", "once", "ut"].contains(where: small.hasPrefix) {
      return false
    }
    return small.first.map { "aeiou".contains($0) } ?? false
  }
}
