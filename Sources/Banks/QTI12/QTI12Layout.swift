internal import Diagnostics
internal import Quizzes

/// The text of an item of QTI 1.2, with the places of its responses.
struct QTI12Layout {
  /// The elements that hold something to read.
  static let materials: Set<String> = [
    "material", "material_ref", "flow_mat", "flow", "solutionmaterial", "hintmaterial",
  ]

  /// One thing that is shown.
  private enum Piece {
    case text(String)
    /// Ends a line.
    case lineBreak
    case response(Int)
  }

  private var pieces: [Piece] = []
  private var losses: [String] = []
  /// The elements that ask for a response, in the order written.
  private(set) var responses: [XMLElement] = []

  /// Reads the text in some elements.
  init(_ elements: [XMLElement]) {
    for element in elements { take(element) }
  }

  private mutating func walk(_ element: XMLElement) {
    for inner in element.elements { take(inner) }
  }

  private mutating func take(_ element: XMLElement) {
    switch element.name {
    case "mattext", "matemtext": add(Self.plain(element))
    case "matbreak": pieces.append(.lineBreak)
    case "matimage": lose(element, "an image")
    case "mataudio": lose(element, "a sound")
    case "matvideo": lose(element, "a film")
    case "matapplet", "matapplication", "mat_extension", "matref", "material_ref":
      lose(element, "something that is not text")
    case "altmaterial": break
    case _ where QTI12Response.names.contains(element.name):
      pieces.append(.response(responses.count))
      responses.append(element)
      // A text behind the field, still in its element.
      for field in element.descendants("render_fib") {
        for inner in field.elements where Self.materials.contains(inner.name) { take(inner) }
      }
    default:
      walk(element)
      if ["material", "flow", "flow_mat"].contains(element.name) { endBlock() }
    }
  }

  private mutating func lose(_ element: XMLElement, _ what: String) {
    if !losses.contains(what) { losses.append(what) }
    if let label = element["label"], !label.trimmed.isEmpty {
      pieces.append(.text("[\(label.onOneLine)]"))
    }
  }

  private mutating func add(_ plain: PlainText) {
    for loss in plain.losses where !losses.contains(loss) { losses.append(loss) }
    guard !plain.text.isEmpty else { return }
    if case .text(let before) = pieces.last {
      pieces[pieces.count - 1] = .text(Self.joined(before, plain.text))
    } else {
      pieces.append(.text(plain.text))
    }
  }

  /// A block of text ends its line, unless a gap follows it.
  private mutating func endBlock() {
    if case .text = pieces.last { pieces.append(.lineBreak) }
  }

  /// The text of one element, by its markup.
  private static func plain(_ element: XMLElement) -> PlainText {
    if !element.elements.isEmpty { return QTIBody(element).text }
    switch (element["texttype"] ?? "").lowercased() {
    case let type where type.contains("html"): return PlainText(element.text, as: .html)
    case "text/plain": return PlainText(unwrapped(element.text))
    default: return PlainText(unwrapped(element.text), as: .automatic)
    }
  }

  /// A text that was wrapped and indented with the file is one line.
  private static func unwrapped(_ text: String) -> String {
    let isIndented = text.lines.dropFirst().contains {
      $0.begins(with: "  ") || $0.begins(with: "\t")
    }
    return isIndented ? text.onOneLine : text
  }

  private static func joined(_ before: String, _ text: String) -> String {
    guard let first = text.unicodeScalars.first, !before.isEmpty else { return before + text }
    let isTight = ",.;:!?)%".unicodeScalars.contains(first) || before.hasSuffix("\n")
    return before + (isTight ? "" : " ") + text
  }

  /// The text without its responses.
  var text: PlainText { text { _ in nil } }

  /// The text with something for each response; `nil` shows nothing.
  func text(showing gap: (Int) -> String?) -> PlainText {
    var text = ""
    var isAtLineEnd = false
    for piece in pieces {
      switch piece {
      case .lineBreak: isAtLineEnd = !text.isEmpty
      case .text(let part):
        text = isAtLineEnd ? "\(text)\n\(part)" : Self.joined(text, part)
        isAtLineEnd = false
      case .response(let index):
        guard let shown = gap(index) else { continue }
        text = Self.joined(text, shown)
        isAtLineEnd = false
      }
    }
    return PlainText(text, losses: losses)
  }

  /// Whether text follows a response.
  func hasText(behind response: Int) -> Bool {
    let place = pieces.firstIndex { if case .response(response) = $0 { true } else { false } }
    guard let place else { return false }
    return pieces[(place + 1)...].contains { if case .text = $0 { true } else { false } }
  }
}
