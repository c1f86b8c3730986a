/// What a prompt was answered with.
public enum TypedLine: Hashable, Sendable {
  /// A line of text without control characters, of at most as many characters as were asked for. It
  /// has line breaks only where the prompt keeps paragraphs.
  case text(String)
  /// A line of more characters than the limit; nothing of it is kept.
  case tooLong
  /// There is no more input.
  case endOfInput
  /// The participant pressed Ctrl-C, having typed so much.
  case interrupted(typed: String)
  /// The participant pressed Ctrl-\, which ends a program at once.
  case quit
  /// The program was stopped, as by Ctrl-Z, and goes on; so much had been typed.
  ///
  /// Whatever else was on the screen meanwhile, the question has to be shown again.
  case continued(typed: String)
  /// The time allowed for the prompt is over; so much was typed.
  case timedOut(typed: String)
  /// The program was asked to end.
  case terminated
  /// The terminal is gone.
  case hungUp

  /// The most characters that a line may have unless the prompt says otherwise.
  public static let characterLimit = 4_096

  /// The line that raw bytes make, once cleaned, in answer to a prompt.
  init(_ bytes: some Collection<UInt8>, to prompt: LineRequest) {
    let typed = String(decoding: bytes, as: UTF8.self)
    let text = typed.cleaned(keepingParagraphs: prompt.keepsParagraphs)
    self = text.count > prompt.characterLimit ? .tooLong : .text(text)
  }
}

extension String {
  /// The text on one line: line breaks and tabs become spaces; control characters and invisible
  /// characters that reorder text are left out.
  var cleaned: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029:
        if scalars.last != " " { scalars.append(" ") }
      case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
        continue
      default:
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text without control characters and the like; with its line breaks where it may have them, but
  /// for those at its end.
  func cleaned(keepingParagraphs keepsParagraphs: Bool) -> String {
    guard keepsParagraphs else { return cleaned }
    // A carriage return with a line feed is one character.
    let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let text = lines.map { String($0).cleaned }.joined(separator: "\n")
    return String(text.reversed().drop { $0 == "\n" }.reversed())
  }
}
