internal import Curricula
internal import Foundation

/// Writes a message as mail programs read it.
///
/// Source: RFC 5322 (messages), RFC 2047 (words that are not ASCII in headers), RFC 2045, section 6.7
/// (quoted-printable), RFC 6854 (nobody's address among those from whom a message comes).
struct MailText {
  /// The lines so far, each ended by CR LF.
  private(set) var text = ""

  /// The most characters of a line in a header.
  private static let headerLimit = 76

  /// Writes a header whose value is made by us and short.
  mutating func write(_ name: String, value: String) {
    text += "\(name): \(value)\r\n"
  }

  /// Writes a header whose value is somebody's text.
  mutating func write(_ name: String, text value: String) {
    fold(name, Self.words(of: value.legible))
  }

  /// Writes a header with one address; without one, an empty group of that name.
  mutating func write(_ name: String, to person: String, at address: String?) {
    let phrase = Self.phrase(person.legible)
    guard let address else {
      // What is encoded must not touch what ends the group (RFC 2047, section 5).
      fold(name, phrase + [":;"])
      return
    }
    fold(name, phrase + ["<\(address)>"])
  }

  /// Ends the headers and writes the body as quoted-printable.
  mutating func write(body: String) {
    text += "\r\n"
    for line in body.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += Self.quotedPrintable(line) + "\r\n"
    }
  }

  /// An instant as mail has it: `Sun, 22 Nov 2026 20:05:00 +0000`.
  static func date(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let day = CivilDate(dayNumber: (seconds - seconds.modulo(86_400)) / 86_400)
    let time = seconds.modulo(86_400)
    let year = day.components.year
    return "\(day.weekday.name.prefix(3)), \(day.short) \(year) "
      + "\(clock(time / 60)):\((time % 60).padded(to: 2)) +0000"
  }

  private mutating func fold(_ name: String, _ words: [String]) {
    text += "\(name):"
    var used = name.utf8.count + 1
    for (index, word) in words.enumerated() {
      if index > 0, used + 1 + word.utf8.count > Self.headerLimit {
        text += "\r\n"
        used = 0
      }
      text += " " + word
      used += 1 + word.utf8.count
    }
    text += "\r\n"
  }

  /// The words of a text, those that are not plain encoded.
  private static func words(of text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let isPlain = words.allSatisfy { word in
      word.utf8.count <= 60 && !word.contains("=?") && word.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    }
    return isPlain ? words : encoded(text)
  }

  /// A name in front of an address.
  private static func phrase(_ name: String) -> [String] {
    let isPlain = name.utf8.count <= 60 && name.utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    guard isPlain, !name.contains("=?") else { return encoded(name) }
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return ["\"\(escaped)\""]
  }

  /// Encoded words of at most 75 characters, no character divided.
  private static func encoded(_ text: String) -> [String] {
    // Beside the longest name of a header and the twelve characters of the frame 55 are left, and base64
    // makes four of three octets.
    let limit = 39
    var parts: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if parts[parts.count - 1].count + octets.count > limit { parts.append([]) }
      parts[parts.count - 1] += octets
    }
    return parts.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
  }

  /// A line in characters of ASCII, broken softly so that no part is longer than 76.
  private static func quotedPrintable(_ line: Substring) -> String {
    var lines = ""
    var used = 0
    let octets = Array(line.utf8)
    for (index, octet) in octets.enumerated() {
      let isLast = index == octets.count - 1
      let isPlain =
        (octet > 32 && octet < 127 && octet != UInt8(ascii: "="))
        || (octet == 32 && !isLast)
      let piece =
        isPlain
        ? String(Unicode.Scalar(octet))
        : "=" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
      if used + piece.utf8.count > 75 {
        lines += "=\r\n"
        used = 0
      }
      lines += piece
      used += piece.utf8.count
    }
    return lines
  }
}
