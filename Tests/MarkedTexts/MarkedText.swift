public import Diagnostics

/// A text in which numbered signs, `1️⃣` and so on, mark places.
///
/// The places are told without counting lines and columns, and the text is read without the signs.
public struct MarkedText: Sendable {
  /// The text without the signs.
  public let text: String
  private let places: [Character: (line: Int, column: Int)]

  /// Takes the signs out of a text.
  public init(_ marked: String) {
    var text = ""
    var places: [Character: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if character.unicodeScalars.contains("\u{20E3}") {
        places[character] = (line, column)
        continue
      }
      text.append(character)
      if character.isNewline {
        (line, column) = (line + 1, 1)
      } else {
        column += character.unicodeScalars.count
      }
    }
    self.text = text
    self.places = places
  }

  /// The place of a sign; the whole file when the text does not have it.
  public func location(_ sign: Character = "1️⃣", in file: String) -> Diagnostic.Location {
    guard let place = places[sign] else { return Diagnostic.Location(file: file) }
    return Diagnostic.Location(file: file, line: place.line, column: place.column)
  }
}
