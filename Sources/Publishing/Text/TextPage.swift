internal import Diagnostics

/// Lines of plain text that stay within a width, measured in columns.
struct TextPage {
  /// The most columns a line may have; at least 40.
  let width: Int
  /// The lines written so far, each ended by a line feed.
  private(set) var text = ""

  init(width: Int) {
    self.width = max(40, width)
  }

  /// Ends the line, or leaves one empty.
  mutating func skip() {
    text += "\n"
  }

  /// Writes a paragraph, broken between words.
  ///
  /// - Parameters:
  ///   - paragraph: The text; line breaks and tabs in it count as spaces.
  ///   - mark: What stands before the first line, inside the indent: a number, a time. It has a
  ///     line of its own where the indent is too small for it.
  ///   - indent: The columns before each line.
  mutating func write(_ paragraph: String, mark: String = "", indent: Int = 0) {
    let lead = min(indent, width / 2)
    var mark = mark
    if !mark.isEmpty, mark.displayWidth >= lead {
      writeLine(mark)
      mark = ""
    }
    let lines = paragraph.legible.wrapped(to: width - lead)
    for (index, line) in lines.enumerated() {
      let margin = index == 0 ? mark.padded(to: lead) : String(repeating: " ", count: lead)
      text += (margin + line).trimmingEnd + "\n"
    }
  }

  /// Writes a place in a file, never broken, so that it can be followed.
  mutating func write(_ location: Diagnostic.Location, indent: Int) {
    write(place: location.description, indent: indent)
  }

  /// Writes a place, or a range of places, on a line of its own.
  mutating func write(place: String, indent: Int) {
    writeLine(String(repeating: " ", count: min(indent, width / 2)) + place.legible)
  }

  /// Writes a line that is known to fit, as it is.
  mutating func writeLine(_ line: String) {
    text += line + "\n"
  }

  /// Writes a line of the same character under a heading.
  mutating func rule(_ character: Character = "─") {
    text += String(repeating: character, count: width) + "\n"
  }
}

extension String {
  /// The text on one line, without characters that could rewrite what people see.
  var legible: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        shown.append(" ")
      } else if !scalar.isHarmful {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The text with spaces behind it up to a number of columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - displayWidth))
  }

  /// The text with spaces before it up to a number of columns.
  func aligned(to columns: Int) -> String {
    String(repeating: " ", count: Swift.max(0, columns - displayWidth)) + self
  }
}
