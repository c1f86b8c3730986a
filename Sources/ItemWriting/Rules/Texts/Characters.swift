internal import Diagnostics
internal import Foundation
internal import Quizzes

/// A character is not what it looks like, so that a text cannot be found, compared or typed.
struct Characters: ItemRule {
  let code = "characters"

  func findings(on item: LintedItem) -> [Finding] {
    item.shown.compactMap { text in
      problem(text.text).map {
        Finding(.warning, at: text.location, $0.message, remedy: $0.remedy)
      }
    } + accepted(item)
  }

  /// What can be typed must be on a keyboard.
  private func accepted(_ item: LintedItem) -> [Finding] {
    guard case .shortText(let shortText) = item.item.kind else { return [] }
    return shortText.accepted.compactMap { accepted in
      if let found = problem(accepted.pattern) {
        return Finding(.warning, at: item.location(of: "key"), found.message, remedy: found.remedy)
      }
      let plain = accepted.pattern.typeable
      guard !shortText.accepted.contains(where: { $0.pattern == plain }),
        let sign = zip(accepted.pattern, plain).first(where: { $0 != $1 })?.0
      else { return nil }
      return Finding(
        .warning,
        at: item.location(of: "key"),
        "nobody types the sign '\(sign)' in the accepted text \(accepted.pattern.cited)",
        remedy: "accept the plain sign as well, such as ' or -"
      )
    }
  }

  private func problem(_ text: String) -> (message: String, remedy: String)? {
    let odd: [Unicode.Scalar: String] = [
      "\u{A0}": "a space that does not break", "\u{202F}": "a narrow space that does not break",
      "\u{AD}": "a soft hyphen", "\u{2011}": "a hyphen that does not break",
    ]
    if let scalar = text.unicodeScalars.first(where: { odd[$0] != nil }), let name = odd[scalar] {
      return ("\(text.cited) has \(name)", "write an ordinary space or hyphen")
    }
    if let word = text.split(whereSeparator: { !$0.isLetter }).first(where: \.mixesScripts) {
      return (
        "'\(word)' has letters of two alphabets that look alike", "type the word again"
      )
    }
    let composed = text.precomposedStringWithCanonicalMapping
    guard !text.unicodeScalars.elementsEqual(composed.unicodeScalars) else { return nil }
    return (
      "\(text.cited) is not composed (Unicode form C)",
      "type the letters with accents again"
    )
  }
}

extension String {
  /// The text with the signs that a keyboard has, one for one.
  fileprivate var typeable: String {
    String(
      map { sign -> Character in
        switch sign {
        case "‘", "’": "'"
        case "“", "”", "„", "«", "»": "\""
        case "‐", "‑", "–", "—": "-"
        default: sign
        }
      }
    )
  }
}

extension Substring {
  /// Whether Latin letters stand beside Greek or Cyrillic ones.
  fileprivate var mixesScripts: Bool {
    let values = unicodeScalars.map(\.value)
    let isLatin = values.contains { (0x41...0x24F).contains($0) && $0 != 0xD7 && $0 != 0xF7 }
    return isLatin && values.contains { (0x370...0x52F).contains($0) }
  }
}
