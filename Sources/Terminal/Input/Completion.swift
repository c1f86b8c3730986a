/// What Tab does to the word before the cursor.
struct Completion: Hashable {
  /// How many characters before the cursor are replaced.
  var replaced: Int
  /// What replaces them: as much as all choices have in common.
  var insertion: String
  /// The candidates that the word may become, in the order given.
  var choices: [String]

  /// Completes the last word of the text before the cursor; case does not count.
  ///
  /// A word begins behind a space or a comma.
  init(of text: String, among candidates: [String]) {
    let word = text.reversed().prefix { $0 != " " && $0 != "," }.reversed()
    let typed = String(word)
    choices = candidates.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    replaced = word.count
    var common = choices.first.map(Array.init) ?? []
    for choice in choices.dropFirst() {
      let letters = Array(choice)
      common = Array(
        zip(common, letters).prefix { $0.0.lowercased() == $0.1.lowercased() }.map(\.0)
      )
    }
    insertion = common.count >= replaced && !choices.isEmpty ? String(common) : typed
    if choices.count == 1, let only = choices.first { insertion = only }
  }
}
