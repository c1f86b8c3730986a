internal import Quizzes

/// Lays marked-up text out as plain lines while its tags and characters come in.
///
/// Paragraphs are separated by an empty line, list items begin with `- ` or their number, and
/// `x<sup>2</sup>` becomes `x^2`. Pictures, sounds and formulas are named as losses.
struct HTMLText {
  /// What could not be carried over, each once.
  private(set) var losses: [String] = []
  /// Finished parts around the innermost raised or lowered text.
  private var outer: [(text: String, sign: String)] = []
  private var text = ""
  private var hasPendingSpace = false
  private var pendingBreaks = 0
  /// The lists around the place: the number of the last item, or `nil` for bullets.
  private var lists: [Int?] = []
  private var hiddenDepth = 0
  private var preformattedDepth = 0
  private let keepsLineBreaks: Bool

  init(keepsLineBreaks: Bool = false) {
    self.keepsLineBreaks = keepsLineBreaks
  }

  /// Takes characters between tags.
  mutating func add(_ characters: some StringProtocol) {
    guard hiddenDepth == 0 else { return }
    for scalar in characters.unicodeScalars {
      if preformattedDepth > 0 || keepsLineBreaks, scalar == "\n" {
        add(break: 1, isMore: true)
      } else if preformattedDepth > 0, scalar == " " || scalar == "\t" {
        settle()
        text += " "
      } else if scalar == "\u{A0}" {
        settle()
        text += " "
      } else if scalar.properties.isWhitespace {
        hasPendingSpace = true
      } else {
        settle()
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes the breaks or the space that wait for text.
  private mutating func settle() {
    if text.isEmpty {
      // Space inside raised text is not worth keeping; at the start there is nothing to separate.
    } else if pendingBreaks > 0 {
      text += pendingBreaks > 1 ? "\n\n" : "\n"
    } else if hasPendingSpace, text.unicodeScalars.last != " " {
      text += " "
    }
    pendingBreaks = 0
    hasPendingSpace = false
  }

  private mutating func add(break lines: Int, isMore: Bool = false) {
    pendingBreaks = isMore ? min(2, pendingBreaks + lines) : max(pendingBreaks, lines)
  }

  mutating func lose(_ what: String) {
    if !losses.contains(what) { losses.append(what) }
  }

  /// Takes a tag that begins an element.
  mutating func open(_ name: String, _ attribute: (String) -> String?) {
    if Self.hidden.contains(name) {
      hiddenDepth += 1
      if let loss = Self.losses[name] { lose(loss) }
      return
    }
    guard hiddenDepth == 0 else { return }
    switch name {
    case "br": add(break: 1, isMore: true)
    case "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr": add(break: 2)
    case "div", "tr", "dt", "dd", "section", "caption": add(break: 1)
    case "table":
      lose("the columns of a table")
      add(break: 2)
    case "a":
      if attribute("href") != nil { lose("the address of a link") }
    case "pre":
      add(break: 2)
      preformattedDepth += 1
    case "td", "th": hasPendingSpace = true
    case "ul", "ol":
      add(break: lists.isEmpty ? 2 : 1)
      if lists.count < 20 { lists.append(name == "ol" ? 0 : nil) }
    case "li": item()
    case "sup", "sub": raise(name == "sup" ? "^" : "_")
    case "img", "object", "audio", "video", "iframe", "embed", "canvas":
      picture(name, attribute)
    default: break
    }
  }

  /// Takes a tag that ends an element.
  mutating func close(_ name: String) {
    if Self.hidden.contains(name) {
      hiddenDepth = max(0, hiddenDepth - 1)
      return
    }
    guard hiddenDepth == 0 else { return }
    switch name {
    case "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table": add(break: 2)
    case "div", "tr", "dt", "dd", "section", "caption", "li": add(break: 1)
    case "pre":
      add(break: 2)
      preformattedDepth = max(0, preformattedDepth - 1)
    case "ul", "ol":
      _ = lists.popLast()
      add(break: lists.isEmpty ? 2 : 1)
    case "td", "th": hasPendingSpace = true
    case "sup", "sub": lower()
    default: break
    }
  }

  private mutating func item() {
    add(break: 1)
    let number = lists.last.flatMap { $0 }.map { $0 + 1 }
    if let number { lists[lists.count - 1] = number }
    settle()
    text += String(repeating: "  ", count: max(0, lists.count - 1))
    text += number.map { "\($0). " } ?? "- "
  }

  private mutating func raise(_ sign: String) {
    guard outer.count < 20 else { return }
    settle()
    outer.append((text, sign))
    text = ""
  }

  private mutating func lower() {
    guard let (before, sign) = outer.popLast() else { return }
    let raised = text
    text = before
    guard !raised.isEmpty else { return }
    let isOneWord = raised.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isDigit }
    text += isOneWord ? sign + raised : "\(sign)(\(raised))"
  }

  private mutating func picture(_ name: String, _ attribute: (String) -> String?) {
    let alternative = attribute("alt")?.onOneLine ?? ""
    lose(Self.losses[name] ?? "an embedded object")
    guard !alternative.isEmpty else { return }
    add("[\(alternative)]")
  }

  /// The elements of HTML; anything else in angle brackets is text, such as `<stdio.h>`.
  static let elements = Set(
    """
    a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir
    div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math
    menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp
    rt ruby s samp script section select small source span strike strong style sub summary sup svg
    table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// Elements whose inside is never shown.
  private static let hidden: Set<String> = [
    "script", "style", "head", "title", "template", "svg", "math", "noscript",
  ]

  private static let losses = [
    "script": "a script", "svg": "an image", "math": "a formula", "img": "an image",
    "object": "an embedded object", "audio": "a sound", "video": "a video",
    "iframe": "an embedded page", "canvas": "an image",
  ]

  /// The text so far, cleaned, with what was lost.
  var result: PlainText {
    var whole = self
    while !whole.outer.isEmpty { whole.lower() }
    return PlainText(whole.text, losses: losses)
  }
}
