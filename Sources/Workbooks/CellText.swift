#if XLSX
  /// Text as a cell keeps it.
  enum CellText {
    /// The text with what XML has no character for replaced, and with what a spreadsheet would read as
    /// the code of a character, such as `_x0041_`, made plain.
    static func escaped(_ text: String) -> String {
      var scalars = String.UnicodeScalarView()
      scalars.append(
        contentsOf: text.unicodeScalars.map { scalar in
          ["\0", "\u{FFFE}", "\u{FFFF}"].contains(scalar) ? "\u{FFFD}" : scalar
        }
      )
      let legal = String(scalars)
      guard legal.utf8.contains(UInt8(ascii: "_")) else { return legal }
      return legal.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
  }
#endif
