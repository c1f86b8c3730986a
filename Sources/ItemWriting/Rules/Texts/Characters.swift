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

  /// What is typed is compared without its typography, but letters of another alphabet never match.
  private func accepted(_ item: LintedItem) -> [Finding] {
    guard case .shortText(let shortText) = item.item.kind else { return [] }
    return shortText.accepted.compactMap { mixture(in: $0.pattern) }.map { found in
      Finding(.warning, at: item.location(of: "key"), found.message, remedy: found.remedy)
    }
  }

  private func problem(_ text: String) -> (message: String, remedy: String)? {
    let odd: [Unicode.Scalar: String] = [
      "\u{A0}": "a no-break space", "\u{202F}": "a narrow no-break space",
      "\u{AD}": "a soft hyphen", "\u{2011}": "a no-break hyphen",
    ]
    if let scalar = text.unicodeScalars.first(where: { odd[$0] != nil }), let name = odd[scalar] {
      return ("\(text.cited) has \(name)", "write an ordinary space or hyphen")
    }
    if let mixture = mixture(in: text) { return mixture }
    let composed = text.precomposedStringWithCanonicalMapping
    guard !text.unicodeScalars.elementsEqual(composed.unicodeScalars) else { return nil }
    return (
      "\(text.cited) is not composed (Unicode form C)",
      "type the letters with accents again"
    )
  }

  private func mixture(in text: String) -> (message: String, remedy: String)? {
    text.split(whereSeparator: { !$0.isLetter }).first(where: \.mixesScripts).map { word in
      ("'\(word)' has letters of two alphabets that look alike", "type the word again")
    }
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
