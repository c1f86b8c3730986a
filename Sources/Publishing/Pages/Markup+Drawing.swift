internal import Diagnostics

// What pictures in Scalable Vector Graphics are made of.

/// A picture that stands by itself, on white.
func picture(
  width: Int,
  height: Int,
  title: String,
  @MarkupBuilder content: () -> [Markup]
) -> Markup {
  element(
    .svg,
    .init(name: "xmlns", value: "http://www.w3.org/2000/svg"),
    .init(name: "viewBox", value: "0 0 \(width) \(height)"),
    .init(name: "width", value: "\(width)"),
    .init(name: "height", value: "\(height)"),
    .init(name: "role", value: "img"),
    .init(name: "font-family", value: "system-ui, 'Noto Sans', Arial, sans-serif"),
    .init(name: "font-size", value: "12")
  ) {
    element(.title) { title }
    box(0, 0, width, height, fill: "#ffffff")
    content()
  }
}

/// The text, cut to a width in columns.
func fitted(_ text: String, to columns: Int) -> String {
  let text = text.legible
  guard text.displayWidth > columns else { return text }
  var shown = ""
  for character in text {
    guard (shown + String(character)).displayWidth < columns else { break }
    shown.append(character)
  }
  return shown.isEmpty ? "" : shown + "…"
}

/// A rectangle, in the units of its picture.
func box(
  _ x: Int,
  _ y: Int,
  _ width: Int,
  _ height: Int,
  fill: String,
  edge: String? = nil
) -> Markup {
  .element(
    .rect,
    [
      .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
      .init(name: "width", value: "\(width)"), .init(name: "height", value: "\(height)"),
      .init(name: "fill", value: fill), .init(name: "stroke", value: edge ?? "none"),
    ],
    []
  )
}

/// A line of text that begins at a place of its picture.
func label(
  _ x: Int,
  _ y: Int,
  _ text: String,
  size: Int = 12,
  isBold: Bool = false,
  color: String = "#111111"
) -> Markup {
  .element(
    .text,
    [
      .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
      .init(name: "font-size", value: "\(size)"),
      .init(name: "font-weight", value: isBold ? "700" : "400"),
      .init(name: "fill", value: color),
    ],
    [.text(text)]
  )
}
