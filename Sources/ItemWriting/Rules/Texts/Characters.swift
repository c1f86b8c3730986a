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
    // Signs of ASCII are what they look like.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    if let name = text.unicodeScalars.lazy.compactMap(Self.oddSign).first {
      return ("\(text.cited) has \(name)", "write an ordinary space or hyphen")
    }
    if let mixture = mixture(in: text) { return mixture }
    if text.unicodeScalars.allSatisfy(\.standsAlone) { return nil }
    let composed = text.precomposedStringWithCanonicalMapping
    guard !text.unicodeScalars.elementsEqual(composed.unicodeScalars) else { return nil }
    return (
      "\(text.cited) is not composed (Unicode form C)",
      "type the letters with accents again"
    )
  }

  /// The name of a sign that looks like a space or a hyphen; `nil` for any other.
  private static func oddSign(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xA0: "a no-break space"
    case 0x202F: "a narrow no-break space"
    case 0xAD: "a soft hyphen"
    case 0x2011: "a no-break hyphen"
    default: nil
    }
  }

  private func mixture(in text: String) -> (message: String, remedy: String)? {
    // Where no letter is Greek or Cyrillic, none is mixed.
    guard text.unicodeScalars.contains(where: { (0x370...0x52F).contains($0.value) }) else {
      return nil
    }
    return text.split(whereSeparator: { !$0.isLetter }).first(where: \.mixesScripts).map { word in
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
