internal import Quizzes

// Forms for learning platforms know tags and one general feedback. What is ours beside them, such
// as themes and facts, goes into tags with a word before it, and the source ends the feedback.

extension Item {
  /// The tags for other forms: those of the item, then themes, facts, module, level, day of review
  /// and allowances.
  var labels: [String] {
    tags + themes.map { "theme:\($0.name)" } + facts.map { "fact:\($0)" }
      + (module.map { ["module:\($0.name)"] } ?? [])
      + (level.map { ["level:\($0.rawValue)"] } ?? [])
      + (reviewBy.map { ["review-by:\($0)"] } ?? [])
      + allowances.map { "allow:\($0.code):\($0.reason)" }
  }

  /// The rationale with the source behind it, for other forms.
  var generalFeedback: String? {
    let source = source.map { "\(Self.sourceMark)\($0)" }
    return switch (rationale, source) {
    case (let rationale?, let source?): "\(rationale)\n\n\(source)"
    case (let only?, nil), (nil, let only?): only
    case (nil, nil): nil
    }
  }

  private static let sourceMark = "Source: "

  /// Takes what other forms keep in tags and in the feedback to its own place.
  mutating func takeLabels() {
    var kept: [String] = []
    for tag in tags.map(\.onOneLine) where !tag.isEmpty {
      if !take(label: tag), !kept.contains(tag) { kept.append(tag) }
    }
    tags = kept
    guard source == nil, let written = rationale else { return }
    let lines = written.lines
    guard let last = lines.last, last.begins(with: Self.sourceMark),
      lines.count == 1 || lines.dropLast().last?.isEmpty == true
    else { return }
    source =
      String(decoding: last.utf8.dropFirst(Self.sourceMark.utf8.count), as: UTF8.self).onOneLine
    rationale = lines.dropLast().joined(separator: "\n").trimmed
    if rationale?.isEmpty == true { rationale = nil }
    if source?.isEmpty == true { source = nil }
  }

  /// Takes a tag with one of our words before it; `false` for any other.
  private mutating func take(label: String) -> Bool {
    let parts = label.parts(between: ":")
    if parts.count > 2, parts[0] == "allow", parts[1].isIdentifier,
      !allowances.contains(where: { $0.code == parts[1] })
    {
      let reason = PlainText(parts.dropFirst(2).joined(separator: ":")).text.onOneLine
      allowances.append(Allowance(parts[1], because: reason))
      return true
    }
    guard parts.count == 2 else { return false }
    let value = parts[1]
    switch parts[0] {
    case "theme" where value.isIdentifier:
      if !themes.contains(where: { $0.name == value }) {
        themes.append(Quiz.Reference(value, at: location))
      }
    case "fact" where value.isIdentifier:
      if !facts.contains(value) { facts.append(value) }
    case "module" where value.isIdentifier && module == nil:
      module = Quiz.Reference(value, at: location)
    case "level" where level == nil:
      level = Level(rawValue: value)
      return level != nil
    case "review-by" where reviewBy == nil:
      reviewBy = ReviewDate(value)
      return reviewBy != nil
    default: return false
    }
    return true
  }
}
