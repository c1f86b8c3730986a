internal import Curricula
internal import Diagnostics

extension Certificate {
  /// The certificate as a picture of the shape of A4, for programs that make PDF files of it.
  public var picture: String {
    let width = 1123
    var content: [Markup] = [
      box(28, 28, width - 56, 794 - 56, fill: "none", edge: "#777777"),
      box(36, 36, width - 72, 794 - 72, fill: "none", edge: "#777777"),
    ]
    var y = 120
    func write(_ text: String, size: Int, isBold: Bool = false, color: String = "#111111") {
      // A column of text is about as wide as half of its size.
      let columns = (width - 160) * 2 / size
      for line in text.legible.wrapped(to: max(10, columns)) {
        content.append(Self.line(line, width / 2, y, size: size, isBold: isBold, color: color))
        y += size * 5 / 4
      }
    }
    write(wording.title, size: 40)
    y += 40
    write(name, size: Self.size(of: name, from: 46), isBold: true)
    y += 14
    write(wording.text, size: 20)
    y += 14
    write(programme, size: Self.size(of: programme, from: 30), isBold: true)
    y += 8
    write(particulars, size: 17, color: "#444444")
    write("Issued by: \(issuer)", size: 17, color: "#444444")
    content += signatures(width)
    y = 700
    write(wording.note, size: 12, color: "#444444")
    write(check, size: 12, color: "#444444")
    return Publishing.picture(
      width: width,
      height: 794,
      title: "\(wording.title.legible): \(name.legible)"
    ) { content }.picture
  }

  private func signatures(_ width: Int) -> [Markup] {
    let count = wording.signatures.count
    guard count > 0 else { return [] }
    let room = (width - 160) / count
    return wording.signatures.enumerated().flatMap { index, line in
      let middle = 80 + room * index + room / 2
      return [box(middle - room * 2 / 5, 640, room * 4 / 5, 1, fill: "#777777")]
        + [Self.line(fitted(line, to: room * 2 / 15), middle, 660, size: 15)]
    }
  }

  /// A size that is smaller for longer texts.
  private static func size(of text: String, from size: Int) -> Int {
    switch text.displayWidth {
    case ...30: size
    case ...60: size * 3 / 4
    default: size * 11 / 20
    }
  }

  private static func line(
    _ text: String,
    _ x: Int,
    _ y: Int,
    size: Int,
    isBold: Bool = false,
    color: String = "#111111"
  ) -> Markup {
    .element(
      .text,
      [
        .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
        .init(name: "text-anchor", value: "middle"),
        .init(name: "font-size", value: "\(size)"),
        .init(name: "font-weight", value: isBold ? "700" : "400"),
        .init(name: "fill", value: color),
      ],
      [.text(text)]
    )
  }
}
