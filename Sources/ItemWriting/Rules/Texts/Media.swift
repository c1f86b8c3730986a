internal import Diagnostics
internal import Quizzes

/// The item needs an image, a sound or a page that a terminal cannot show.
struct Media: ItemRule {
  let code = "media"

  func findings(on item: LintedItem) -> [Finding] {
    item.shown.compactMap { text in
      guard let what = orphan(in: text.text) else { return nil }
      return Finding(
        .error,
        at: text.location,
        "\(what) cannot be shown in a terminal, and no text describes it",
        remedy: "say in words what it shows"
      )
    }
  }

  private func orphan(in text: String) -> String? {
    // Nearly every text has none of these signs, and to look for a sign is quick.
    let hasImage = text.utf8.contains(UInt8(ascii: "!")) && text.contains("![")
    if hasImage, text.contains(/!\[\s*\]\(/) { return "the image" }
    let tags =
      text.utf8.contains(UInt8(ascii: "<"))
      ? text.matches(of: /<(img|audio|video|object|iframe)\b[^>]*>/.ignoresCase()) : []
    for tag in tags {
      guard tag.0.contains(/\balt\s*=\s*["'][^"']*\w/.ignoresCase()) else {
        return "the element '<\(tag.1.lowercased())>'"
      }
    }
    if !hasImage, Self.mayNameFile(text), text.words.count < 12,
      let file = text.firstMatch(of: /\S+\.(?:png|jpe?g|gif|svg|mp3|mp4|webm)\b/.ignoresCase())
    {
      return "the file \(String(file.0).cited)"
    }
    return nil
  }

  /// Whether a dot stands before the first letter of a known ending.
  private static func mayNameFile(_ text: String) -> Bool {
    var isAfterDot = false
    for byte in text.utf8 {
      if isAfterDot, "pjgsmwPJGSMW".utf8.contains(byte) { return true }
      isAfterDot = byte == UInt8(ascii: ".")
    }
    return false
  }
}
