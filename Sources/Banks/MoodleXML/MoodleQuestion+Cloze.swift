internal import Diagnostics
internal import Quizzes

extension MoodleQuestion {
  /// A text whose gaps are coded in it; the item gets the text with markers.
  mutating func cloze(_ item: inout Item) throws(Diagnostic) -> Cloze {
    let stem = element.first("questiontext")
    let markup = stem.map(Self.markup) ?? .html
    let written = stem.map(Self.written) ?? ""
    let reading = try ClozeCode.read(written, as: markup) { problem in
      self.problem(problem, remedy: "write gaps as '{1:SHORTANSWER:=text}'")
    }
    for loss in reading.losses { lose(loss) }
    guard !reading.gaps.isEmpty else {
      throw problem(
        "the text has no gap",
        remedy: "write gaps as '{1:SHORTANSWER:=text}', or make it a description"
      )
    }
    item.stem = PlainText(reading.text, as: markup).text
    // Moodle's mark is the sum of the gaps', whatever the file says.
    item.maximum = reading.gaps.reduce(0) { $0 + $1.weight }
    return Cloze(reading.gaps)
  }
}
