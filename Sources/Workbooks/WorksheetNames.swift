#if XLSX
  /// Names for the worksheets of a workbook, as spreadsheets allow them.
  struct WorksheetNames {
    private var taken: Set<String> = []
    /// The most characters of a name.
    private static let limit = 31

    /// A name like a title that no other worksheet has.
    mutating func next(_ title: String) -> String {
      let plain = String(
        title.map { character in
          "[]:*?/\\'".contains(character) || character.unicodeScalars.contains { $0.value < 0x20 }
            ? " " : character
        }
      )
      var name = Self.shortened(plain, to: Self.limit)
      if name.isEmpty { name = "Table" }
      var number = 1
      var candidate = name
      while !taken.insert(candidate.lowercased()).inserted {
        number += 1
        let ending = " \(number)"
        candidate = Self.shortened(name, to: Self.limit - ending.count) + ending
      }
      return candidate
    }

    /// The beginning of a text, in units of UTF-16, without spaces at its ends.
    private static func shortened(_ text: String, to limit: Int) -> String {
      var short = ""
      var units = 0
      for character in text.drop(while: { $0 == " " }) {
        units += character.utf16.count
        guard units <= limit else { break }
        short.append(character)
      }
      while short.hasSuffix(" ") { short.removeLast() }
      return short
    }
  }
#endif
