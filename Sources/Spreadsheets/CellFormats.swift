#if Archives
  internal import Banks

  /// What the formats of cells make of their numbers.
  struct CellFormats {
    /// What a number is.
    enum Meaning {
      case number
      /// Days, or a part of the day, or both.
      case moment
    }

    private let meanings: [Meaning]

    /// Reads the styles of a workbook; without any, all numbers are numbers.
    init(_ styles: XMLElement?) {
      var own: [String: Meaning] = [:]
      for format in styles?.first("numFmts")?.elements("numFmt") ?? [] {
        guard let id = format["numFmtId"] else { continue }
        own[id] = Self.meaning(ofCode: format["formatCode"] ?? "")
      }
      meanings = (styles?.first("cellXfs")?.elements("xf") ?? []).map { format in
        let id = format["numFmtId"] ?? "0"
        return own[id] ?? Self.meaning(ofNumber: Int(id) ?? 0)
      }
    }

    /// What the numbers of cells with a style are.
    func meaning(ofStyle index: String?) -> Meaning {
      guard let index = index.flatMap({ Int($0) }), meanings.indices.contains(index) else {
        return .number
      }
      return meanings[index]
    }

    /// The formats that every spreadsheet knows by number; 27 to 36 and 50 to 58 are days in East Asia.
    private static func meaning(ofNumber id: Int) -> Meaning {
      switch id {
      case 14...22, 27...36, 45...47, 50...58: .moment
      default: .number
      }
    }

    /// A code with a letter of days or times outside quotation marks and brackets, as in `d/m/yy`.
    static func meaning(ofCode code: String) -> Meaning {
      var isQuoted = false
      var isEscaped = false
      var bracket: String?
      for character in code.lowercased() {
        if isEscaped {
          isEscaped = false
        } else if isQuoted {
          isQuoted = character != "\""
        } else if let inside = bracket {
          if character != "]" {
            bracket = inside + String(character)
          } else if ["h", "hh", "m", "mm", "s", "ss"].contains(inside) {
            return .moment
          } else {
            bracket = nil
          }
        } else {
          switch character {
          case "\"": isQuoted = true
          case "\\", "_", "*": isEscaped = true
          case "[": bracket = ""
          case "y", "m", "d", "h", "s": return .moment
          // The first section is the one of positive numbers.
          case ";": return .number
          default: continue
          }
        }
      }
      return .number
    }
  }
#endif
