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

  /// A text in which words are chosen, or dragged, from groups: `[[3]]` is the gap for the third word.
  ///
  /// Source: Moodle 4.5, `question/type/gapselect/questiontypebase.php`.
  mutating func chosenWords(_ item: inout Item) throws(Diagnostic) -> Cloze {
    let choices = element.elements("selectoption") + element.elements("dragbox")
    let words = choices.map { choice in
      (text: formatted(choice).onOneLine, group: choice.first("group")?.text.trimmed ?? "1")
    }
    lose(
      "its rule that each word fits once",
      if: choices.contains { $0.name == "dragbox" && $0.first("infinite") == nil }
    )
    var gaps: [Cloze.Gap] = []
    item.stem = Cloze.replacingMarkers(in: item.stem) { number in
      guard words.indices.contains(number - 1) else { return nil }
      let key = words[number - 1]
      var seen: Set<String> = []
      let options = words.filter { $0.group == key.group && seen.insert($0.text).inserted }
        .map { Item.Option($0.text, isKey: $0.text == key.text) }
      gaps.append(Cloze.Gap(.singleChoice(SingleChoice(options))))
      return Cloze.marker(gaps.count)
    }
    guard !gaps.isEmpty else {
      throw problem("the text has no gap", remedy: "write gaps as '[[1]]', or leave the item out")
    }
    return Cloze(gaps)
  }
}
