import Diagnostics
import Testing

/// The text of a file edited at the places of its values.
struct EditedTextTests {
  /// Edits a text, and gives the whole of it.
  private func edited(
    _ text: String,
    _ change: (inout EditedText) throws -> Void
  ) throws -> String {
    var edited = try #require(EditedText(SourceText(file: "a.yaml", text: text)))
    try change(&edited)
    return try edited.edited().text
  }

  @Test(arguments: [
    ("a: 1  # one\nb: 2\n", "a: 3  # one\nb: 2\n"), ("{a: 1, b: 2}", "{a: 3, b: 2}"),
    ("a: '1' # one\n", "a: '3' # one\n"), ("\"a\": \"1\"", "\"a\": \"3\""),
    ("b: it's\na: 1\n", "b: it's\na: 3\n"),
  ])
  func `a value is replaced within its quotation marks, and comments stay`(
    old: String,
    new: String
  ) throws {
    let text = try edited(old) { text in
      try text.replace(#require(text.whole.value(of: "a")), with: "3")
    }
    #expect(text == new)
  }

  @Test(arguments: [
    (0, "l: [b, c] # three\n"), (1, "l: [a, c] # three\n"), (2, "l: [a, b] # three\n"),
  ])
  func `an item goes with one comma`(index: Int, new: String) throws {
    let text = try edited("l: [a, b, c] # three\n") { text in
      try text.remove(#require(text.whole.value(of: "l")).items[index])
    }
    #expect(text == new)
  }

  @Test(arguments: [
    (0, "l:\n  # about b\n  - b: {c: 1}\n    d: 2\n\n  - e # last\nm: 1\n"),
    (1, "l:\n  - a # first\n  # about b\n\n  - e # last\nm: 1\n"),
    (2, "l:\n  - a # first\n  # about b\n  - b: {c: 1}\n    d: 2\n\nm: 1\n"),
  ])
  func `an item goes with its lines`(index: Int, new: String) throws {
    let old = "l:\n  - a # first\n  # about b\n  - b: {c: 1}\n    d: 2\n\n  - e # last\nm: 1\n"
    let text = try edited(old) { text in
      try text.remove(#require(text.whole.value(of: "l")).items[index])
    }
    #expect(text == new)
  }

  @Test(arguments: [
    ("a: [1]\nb: 2\n", "b: 2\n"), ("b: 2\na:\n- 1\n", "b: 2\n"), ("{b: 2, a: [1]}", "{b: 2}"),
    ("{a: [1], b: 2}", "{b: 2}"), ("a: 1\nb: 2\n", "b: 2\n"), ("b: 2\na:\n  - 1", "b: 2\n"),
  ])
  func `a list that would be empty goes as a whole`(old: String, new: String) throws {
    let text = try edited(old) { text in
      try text.remove(#require(text.whole.value(of: "a")?.items.first))
    }
    #expect(text == new)
  }

  @Test(arguments: [
    ("l: [a, b] # two\n", "l: [a, b, c] # two\n"), ("l: a\n", "l: [a, c]\n"),
    (
      "l:\n- a\n- b: 1\n  d: 2 # two\n# end\nm: 1",
      "l:\n- a\n- b: 1\n  d: 2 # two\n- c\n# end\nm: 1"
    ),
    ("l:\n  - a", "l:\n  - a\n  - c"), ("l: [a,\n  b,\n]\n", "l: [a,\n  b, c,\n]\n"),
    ("l: []\n", "l: [c]\n"),
  ])
  func `an item is added at the end of a list`(old: String, new: String) throws {
    let text = try edited(old) { text in
      try text.append("c", to: #require(text.whole.value(of: "l")))
    }
    #expect(text == new)
  }

  @Test(arguments: [
    ("m: {a: 1} # one\n", "m: {a: 1, k: v} # one\n"),
    ("m:\n  a: 1 # one\n\nn: 2\n", "m:\n  a: 1 # one\n  k: v\n\nn: 2\n"),
    ("m:\n    a:\n    - 1\n", "m:\n    a:\n    - 1\n    k: v\n"),
  ])
  func `an entry is added at the end of a mapping`(old: String, new: String) throws {
    let text = try edited(old) { text in
      try text.add("k", "v", to: #require(text.whole.value(of: "m")))
    }
    #expect(text == new)
  }

  @Test(arguments: [
    ("l: [{a: 1, b: 2}, c]", "l: [{a: 1, b: 2}, {a: 5, b: 2}, c]"),
    (
      "l:\n  - a: 1 # one\n    b: 2\n  - c\n",
      "l:\n  - a: 1 # one\n    b: 2\n  - a: 5 # one\n    b: 2\n  - c\n"
    ),
  ])
  func `an item is copied`(old: String, new: String) throws {
    let text = try edited(old) { text in
      let item = try #require(text.whole.value(of: "l")?.items.first)
      try text.copy(item, replacing: [(#require(item.value(of: "a")), "5")])
    }
    #expect(text == new)
  }

  @Test func `several changes are one edit, with the lines that go and come`() throws {
    var text = try #require(
      EditedText(SourceText(file: "a.yaml", text: "a: 1\nb: {c: 2, d: 3}\ne: [f]\n"))
    )
    try text.replace(#require(text.whole.value(of: "b")?.value(of: "c")), with: "7")
    try text.replace(#require(text.whole.value(of: "b")?.value(of: "d")), with: "8")
    try text.append("g", to: #require(text.whole.value(of: "e")))
    try text.addList("h", of: ["i"])
    let edit = try text.edit()
    #expect(
      edit.changes == [
        .init(line: 2, old: ["b: {c: 2, d: 3}"], new: ["b: {c: 7, d: 8}"]),
        .init(line: 3, old: ["e: [f]"], new: ["e: [f, g]", "h:", "  - i"]),
      ]
    )
  }

  @Test func `a byte order mark and carriage returns stay`() throws {
    let bytes = Array("\u{FEFF}a: 1\r\nb: 2\r\n".utf8)
    let source = try SourceText(file: "a.yaml", bytes: bytes)
    var text = try #require(EditedText(source))
    try text.replace(#require(text.whole.value(of: "b")), with: "3")
    #expect(try text.edit().applied(to: bytes) == Array("\u{FEFF}a: 1\r\nb: 3\r\n".utf8))
    #expect(try text.edit().applied(to: Array("a: 1\r\nb: 4\r\n".utf8)) == nil)
  }

  @Test(arguments: ["a: >-\n  1\n", "a: 1\n  2\n"])
  func `what is written over several lines is not replaced`(old: String) throws {
    #expect(throws: EditedText.Obstacle.self) {
      _ = try edited(old) { text in
        try text.replace(#require(text.whole.value(of: "a")), with: "3")
      }
    }
  }
}
