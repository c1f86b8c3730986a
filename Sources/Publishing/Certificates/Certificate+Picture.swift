internal import Curricula
internal import Diagnostics

extension Certificate {
  /// The certificate as a picture of the shape of A4, for programs that make PDF files of it.
  public var picture: String {
    let title = lines(wording.title, size: 40, within: Self.width - 160)
    let small = [wording.note, ([check] + command).joined(separator: " ")].flatMap { text in
      lines(text, size: 12, color: Self.soft, within: Self.width - 160)
    }
    var content: [Markup] = [
      box(28, 28, Self.width - 56, Self.height - 56, fill: "none", edge: "#777777"),
      box(36, 36, Self.width - 72, Self.height - 72, fill: "none", edge: "#777777"),
    ]
    let top = 110 + Self.height(of: title)
    let middle = fittedMiddle(to: 600 - top)
    content += drawn(title, from: 110)
    content += drawn(middle, from: top + (600 - top - Self.height(of: middle)) / 2)
    content += signatures()
    content += drawn(small, from: 740 - Self.height(of: small))
    return Publishing.picture(
      width: Self.width,
      height: Self.height,
      title: "\(wording.title.legible): \(name.legible)"
    ) { content }.picture
  }

  private static let width = 1123
  private static let height = 794
  private static let soft = "#444444"

  /// A line of the picture, with the room above it.
  private struct Line {
    var text: String
    var size: Int
    var isBold = false
    var color = "#111111"
    var above = 0

    /// The room that the line takes.
    var height: Int { above + size * 5 / 4 }
  }

  private static func height(of lines: [Line]) -> Int {
    lines.reduce(0) { $0 + $1.height }
  }

  /// Name, sentence, programme and particulars, as large as there is room for.
  private func fittedMiddle(to room: Int) -> [Line] {
    var percent = 100
    var middle = middle(scaled: percent)
    while Self.height(of: middle) > room, percent > 30 {
      percent -= 5
      middle = self.middle(scaled: percent)
    }
    return middle
  }

  private func middle(scaled percent: Int) -> [Line] {
    func part(
      _ text: String,
      _ size: Int,
      isBold: Bool = false,
      color: String = "#111111",
      above: Int
    ) -> [Line] {
      lines(
        text,
        size: size * percent / 100,
        isBold: isBold,
        color: color,
        above: above * percent / 100,
        within: Self.width - 160
      )
    }
    return part(name, Self.size(of: name, among: [46, 40, 32]), isBold: true, above: 0)
      + part(wording.text, 20, above: 14)
      + part(programme, Self.size(of: programme, among: [30, 26, 22]), isBold: true, above: 14)
      + part(particulars, 17, color: Self.soft, above: 12)
      + part("Issued by: \(issuer)", 17, color: Self.soft, above: 4)
  }

  /// A size that is smaller for longer texts.
  private static func size(of text: String, among sizes: [Int]) -> Int {
    switch text.displayWidth {
    case ...30: sizes[0]
    case ...60: sizes[1]
    default: sizes[2]
    }
  }

  private func signatures() -> [Markup] {
    let count = wording.signatures.count
    guard count > 0 else { return [] }
    let room = (Self.width - 160) / count
    return wording.signatures.enumerated().flatMap { index, signature in
      let middle = 80 + room * index + room / 2
      return [box(middle - room * 2 / 5, 636, room * 4 / 5, 1, fill: "#777777")]
        + drawn(lines(signature, size: 15, within: room * 4 / 5).prefix(3), at: middle, from: 638)
    }
  }

  /// A text in as few lines as its width allows, all of them about as long.
  private func lines(
    _ text: String,
    size: Int,
    isBold: Bool = false,
    color: String = "#111111",
    above: Int = 0,
    within room: Int
  ) -> [Line] {
    let text = text.legible
    let most = max(1, room * 1_000 / max(1, size * Self.thousandths(ofColumnsOf: text)))
    var wrapped = text.wrapped(to: most)
    var columns = most - 1
    while wrapped.count > 1, columns > 0,
      case let narrower = text.wrapped(to: columns), narrower.count == wrapped.count
    {
      wrapped = narrower
      columns -= 1
    }
    return wrapped.enumerated().map { index, line in
      Line(text: line, size: size, isBold: isBold, color: color, above: index == 0 ? above : 0)
    }
  }

  /// How wide a column of a text is on average, in thousandths of the size of its letters.
  ///
  /// Fonts differ; these are generous for the bold letters of a sans-serif font.
  private static func thousandths(ofColumnsOf text: String) -> Int {
    let widths = text.reduce(0) { sum, character in
      if character.isWhitespace { return sum + 280 }
      if "WMwm@%".contains(character) { return sum + 1_020 }
      if String(character).displayWidth > 1 { return sum + 1_040 }
      return sum + (character.isUppercase ? 740 : 620)
    }
    return max(280, widths / max(1, text.displayWidth))
  }

  /// Lines below one another, around a place.
  private func drawn(
    _ lines: some Sequence<Line>,
    at x: Int = Self.width / 2,
    from top: Int
  ) -> [Markup] {
    var y = top
    return lines.map { line in
      y += line.height
      return .element(
        .text,
        [
          .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
          .init(name: "text-anchor", value: "middle"),
          .init(name: "font-size", value: "\(line.size)"),
          .init(name: "font-weight", value: line.isBold ? "700" : "400"),
          .init(name: "fill", value: line.color),
        ],
        [.text(line.text)]
      )
    }
  }
}
