internal import Diagnostics
internal import Quizzes

/// The lines of a GIFT file that belong together, up to an empty line.
struct GIFTBlock: Sendable {
  /// The lines joined, comments left out.
  var text: GIFTText
  /// The comments, each on a line.
  var comments: [GIFTText]
  /// Where the first line that is no comment stands.
  var location: Diagnostic.Location

  /// Cuts a file into its blocks.
  ///
  /// A line with nothing but `0` ends a block too, as in Moodle.
  static func all(in source: SourceText) -> [GIFTBlock] {
    let bytes = Array(source.text.utf8)
    let hasLineFeeds = bytes.contains(0x0A)
    let lines = bytes.split(
      separator: hasLineFeeds ? 0x0A : 0x0D,
      omittingEmptySubsequences: false
    )
    var blocks: [GIFTBlock] = []
    var gathered: [(number: Int, line: GIFTText)] = []
    for (index, bytes) in lines.enumerated() {
      let line = GIFTText(bytes).trimmed
      if !line.isEmpty, line.string != "0" {
        gathered.append((index + 1, line))
      } else if !gathered.isEmpty {
        blocks.append(GIFTBlock(gathered, file: source.file))
        gathered = []
      }
    }
    if !gathered.isEmpty { blocks.append(GIFTBlock(gathered, file: source.file)) }
    return blocks
  }

  private init(_ lines: [(number: Int, line: GIFTText)], file: String) {
    var joined: [UInt8] = []
    var comments: [GIFTText] = []
    var first: Int?
    for (number, line) in lines {
      if !joined.isEmpty { joined.append(0x0A) }
      if line.hasPrefix("//") {
        comments.append(line)
        joined.append(0x20)
      } else {
        first = first ?? number
        joined.append(contentsOf: line.bytes)
      }
    }
    text = GIFTText(joined[...]).trimmed
    self.comments = comments
    location = Diagnostic.Location(file: file, line: first ?? lines.first?.number ?? 0, column: 1)
  }

  /// What the comments say to people.
  var remarks: [String] {
    Item.remarks(
      in: comments.map { comment in
        String(decoding: comment.bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
      }
    )
  }

  /// The identifier in the comments: the first `[id:…]`.
  var identifier: String? {
    marks("id").first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The tags in the comments: every `[tag:…]`.
  var tags: [String] {
    marks("tag").filter { !$0.unicodeScalars.contains { "<>`".unicodeScalars.contains($0) } }
  }

  /// The values of `[word:…]`, in which `\]` stands for a bracket.
  private func marks(_ word: String) -> [String] {
    let opening = "[\(word):"
    var values: [String] = []
    for comment in comments {
      var rest = comment.bytes
      while let start = GIFTText(rest).firstIndex(of: opening) {
        var value: [UInt8] = []
        var index = start + opening.utf8.count
        var isClosed = false
        while index < rest.endIndex, !isClosed, rest[index] >= 0x20, rest[index] != 0x7F {
          if rest[index] == UInt8(ascii: "]") {
            isClosed = true
          } else if rest[index...].starts(with: "\\]".utf8) {
            value.append(UInt8(ascii: "]"))
            index += 1
          } else {
            value.append(rest[index])
          }
          index += 1
        }
        if isClosed, !value.isEmpty {
          values.append(String(decoding: value, as: UTF8.self).trimmed)
        }
        rest = rest[max(index, start + 1)...]
      }
    }
    return values
  }
}
