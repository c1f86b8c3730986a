/// One of the slips that people make when they write YAML by hand.
enum Slip: Hashable {
  case tab
  case oddBlank(Unicode.Scalar)
  case invisible(Unicode.Scalar)
  case noBlankAfterColon(key: String)
  case noBlankAfterHyphen
  case otherMarker(String)
  case otherColon(Unicode.Scalar)
  case curlyQuotes(open: Unicode.Scalar, close: Unicode.Scalar, hasColon: Bool)
  case openQuote(Unicode.Scalar)
  case textAfterQuote(Unicode.Scalar, rest: String)
  case openBracket(Unicode.Scalar)
  case otherBracket(found: Unicode.Scalar, expected: Unicode.Scalar)
  case extraBracket(Unicode.Scalar)
  case bracketInText(Unicode.Scalar)
  case textAfterBracket(Unicode.Scalar, rest: String)
  case noComma(key: String)
  case colonInText(key: String?, next: String)
  case sign(Unicode.Scalar)
  case hyphenAfterColon(key: String)
  case textAfterBlockSign(Unicode.Scalar)
  case noColon(text: String)
  case equalsSign(key: String)
  case indentation(found: Int, expected: Int)
  case noHyphen
  case keyTwice(key: String, line: Int)
  case fence
  case secondDocument
}

extension Slip {
  /// What is wrong, in everyday words.
  var message: String {
    switch self {
    case .tab: "the line is indented with a tab; YAML allows only spaces"
    case .oddBlank(let blank):
      "there is \(Self.name(of: blank)) where an ordinary space is needed"
    case .invisible(let scalar): "there is an invisible character, \(Self.code(of: scalar))"
    case .noBlankAfterColon(let key): "there is no space after the colon of '\(key.visible)'"
    case .noBlankAfterHyphen: "there is no space after the hyphen of the list entry"
    case .otherMarker(let mark):
      "the list entry begins with '\(mark)'; in YAML, it begins with a hyphen"
    case .otherColon(let colon): "'\(colon)' is not an ordinary colon"
    case .curlyQuotes(let open, let close, _):
      "the text is in the quotation marks \(open) and \(close), which YAML takes as part of the text"
    case .openQuote(let mark): "the quotation mark \(mark) is never closed"
    case .textAfterQuote(let mark, let rest):
      rest.first == "," || rest.first == ";"
        ? "there is a '\(rest.prefix(1))' after the closing quotation mark"
        : "there is more text after the closing quotation mark \(mark)"
    case .openBracket(let bracket): "the bracket '\(bracket)' is never closed"
    case .otherBracket(let found, let expected): "found '\(found)', expected '\(expected)'"
    case .extraBracket(let bracket): "the bracket '\(bracket)' closes nothing"
    case .bracketInText(let bracket): "there is a bracket '\(bracket)' within the text"
    case .textAfterBracket(let bracket, let rest):
      rest.first == "," || rest.first == ";"
        ? "there is a '\(rest.prefix(1))' after the closing bracket '\(bracket)'"
        : "there is more text after the closing bracket '\(bracket)'"
    case .noComma(let key): "there is no comma before '\(key.visible)'"
    case .colonInText(let key, _):
      "the \(key.map { "value of '\($0.visible)'" } ?? "text") has a colon and a space in it"
    case .sign(let sign): "the text begins with '\(sign)', which has a meaning of its own in YAML"
    case .hyphenAfterColon(let key): "a list begins on the same line as its key, '\(key.visible)'"
    case .textAfterBlockSign(let sign): "there is text on the same line as '\(sign)'"
    case .noColon(let text): "found '\(Self.short(text))', expected 'key: value'"
    case .equalsSign(let key): "there is '=' after '\(key.visible)' where a colon is needed"
    case .indentation(let found, let expected):
      "the line is indented by \(Self.spaces(found)), expected \(Self.spaces(expected))"
    case .noHyphen: "the line is part of a list but does not begin with '- '"
    case .keyTwice(let key, let line): "the key '\(key.visible)' is already in line \(line)"
    case .fence: "the line ``` does not belong in a YAML file"
    case .secondDocument: "the line '---' begins a second document"
    }
  }

  /// What to do about it.
  var remedy: String {
    switch self {
    case .tab: "replace the tab with spaces, as many as the lines next to it have"
    case .oddBlank: "delete it and type an ordinary space"
    case .invisible: "delete it"
    case .noBlankAfterColon(let key): "write '\(key.visible): …'"
    case .noBlankAfterHyphen, .otherMarker: "write '- …'"
    case .otherColon: "type ':' and a space"
    case .curlyQuotes: "type straight quotation marks \" around the text, or none"
    case .openQuote(let mark): "add \(mark) at the end of the text"
    case .textAfterQuote(let mark, let rest):
      rest.first == "," || rest.first == ";"
        ? "remove it"
        : mark == "'"
          ? "put \" around the whole text, or write '' for each ' inside it"
          : "put ' around the whole text, or write \\\" for each \" inside it"
    case .openBracket(let bracket):
      "add '\(Self.closing(bracket))' where the list or the braces end, or remove the bracket"
    case .otherBracket(let found, let expected): "write '\(expected)' instead of '\(found)'"
    case .extraBracket: "remove it, or add the opening bracket"
    case .bracketInText: "put quotation marks around the text, or add a comma before the bracket"
    case .textAfterBracket: "remove what follows, or put it inside the brackets"
    case .noComma(let key):
      "put a comma before '\(key.visible)', or quotation marks around the text"
    case .colonInText(_, let next):
      Self.isKey(next)
        ? "put quotation marks around the text, or begin a new line with '\(next):'"
        : "put quotation marks around the text"
    case .sign: "put quotation marks around the text"
    case .hyphenAfterColon: "begin the list on the next line, indented"
    case .textAfterBlockSign: "begin the text on the next line, indented"
    case .noColon: "write the name of the key, a colon, a space and the value"
    case .equalsSign(let key): "write '\(key.visible): …'"
    case .indentation(_, let expected):
      expected == 0
        ? "remove the spaces before the line" : "let the line begin after \(Self.spaces(expected))"
    case .noHyphen: "begin each entry of the list with '- '"
    case .keyTwice: "remove one of the two; if a new list entry begins here, begin it with '- '"
    case .fence: "remove the line"
    case .secondDocument: "keep one document in a file, and remove the line"
    }
  }

  /// The bracket that closes another.
  static func closing(_ bracket: Unicode.Scalar) -> Unicode.Scalar {
    bracket == "[" ? "]" : "}"
  }

  /// Whether a word looks like the keys of our files: small letters and hyphens.
  static func isKey(_ word: some StringProtocol) -> Bool {
    !word.isEmpty && word.count <= 24 && word.utf8.first != UInt8(ascii: "-")
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private static func spaces(_ count: Int) -> String {
    switch count {
    case 0: "no spaces"
    case 1: "1 space"
    default: "\(count) spaces"
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40).visible)…" : text.visible
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func name(of blank: Unicode.Scalar) -> String {
    switch blank.value {
    case 0xA0, 0x202F: "a no-break space (\(code(of: blank)))"
    case 0x3000: "an ideographic space (\(code(of: blank)))"
    case 0x09: "a tab"
    default: "an unusual space (\(code(of: blank)))"
    }
  }
}
