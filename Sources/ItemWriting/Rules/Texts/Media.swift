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
    if text.contains(/!\[\s*\]\(/) { return "the image" }
    for tag in text.matches(of: /<(img|audio|video|object|iframe)\b[^>]*>/.ignoresCase()) {
      guard tag.0.contains(/\balt\s*=\s*["'][^"']*\w/.ignoresCase()) else {
        return "the element '<\(tag.1.lowercased())>'"
      }
    }
    if let file = text.firstMatch(of: /\S+\.(?:png|jpe?g|gif|svg|mp3|mp4|webm)\b/.ignoresCase()),
      text.words.count < 12, !text.contains("![")
    {
      return "the file \(String(file.0).cited)"
    }
    return nil
  }
}
