import Diagnostics

extension CompetitionInstance {
  /// Reads an instance, or throws all that is wrong with it.
  init(reading source: SourceText) throws(Findings) {
    var reader = CompetitionReader(source)
    let instance = reader.read()
    guard let instance, !reader.findings.hasErrors else { throw reader.findings }
    self = instance
  }
}

/// Reads the lines of an instance one after another.
///
/// A file has seven lines `Key: value`, then the four sections, each begun by its name and a colon, and
/// `END.`. Words are separated by spaces or tabs; empty lines mean nothing.
private struct CompetitionReader {
  private(set) var findings = Findings()
  private let file: String
  private var lines: ArraySlice<Line>
  private let lastLine: Int

  private struct Word {
    var text: String
    var location: Diagnostic.Location
  }

  private struct Line {
    var words: [Word]
    var location: Diagnostic.Location
  }

  private enum Section: String, CaseIterable {
    case courses = "COURSES:"
    case rooms = "ROOMS:"
    case curricula = "CURRICULA:"
    case unavailabilities = "UNAVAILABILITY_CONSTRAINTS:"
  }

  private static let keys = [
    "Name:", "Courses:", "Rooms:", "Days:", "Periods_per_day:", "Curricula:", "Constraints:",
  ]
  private static let end = "END."
  private static let numberLimit = 100_000

  init(_ source: SourceText) {
    file = source.file
    let texts = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    lines =
      texts.enumerated().compactMap { index, text in
        var words: [Word] = []
        var column = 1
        for piece in text.split(
          omittingEmptySubsequences: false,
          whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }
        ) {
          if !piece.isEmpty {
            let location = Diagnostic.Location(file: source.file, line: index + 1, column: column)
            words.append(Word(text: String(piece), location: location))
          }
          column += piece.unicodeScalars.count + 1
        }
        return words.first.map { Line(words: words, location: $0.location) }
      }[...]
    lastLine = texts.count
  }

  mutating func read() -> CompetitionInstance? {
    var header: [String: Word] = [:]
    while let line = lines.first, Section(rawValue: line.words[0].text) == nil,
      line.words[0].text != Self.end
    {
      lines.removeFirst()
      let key = line.words[0]
      guard Self.keys.contains(key.text) else {
        let remedy = didYouMean(
          key.text,
          among: Self.keys,
          otherwise: "check that this is a file of the competition's format"
        )
        findings.error(at: key.location, "unknown key '\(key.text.visible)'", remedy: remedy)
        continue
      }
      guard let value = line.words.dropFirst().first else {
        findings.error(at: key.location, "'\(key.text)' has no value", remedy: "add its value")
        continue
      }
      header[key.text] = value
    }
    for key in Self.keys where header[key] == nil {
      findings.error(
        at: Diagnostic.Location(file: file),
        "the file has no '\(key)'",
        remedy: "add a line '\(key) …' before the courses"
      )
    }
    guard let name = header["Name:"]?.text,
      let days = header["Days:"].flatMap({ number($0, in: 1...366) }),
      let periods = header["Periods_per_day:"].flatMap({ number($0, in: 1...48) })
    else { return nil }
    var instance = CompetitionInstance(file: file, name: name, days: days, periodsPerDay: periods)
    for section in Section.allCases {
      guard let line = lines.first, line.words[0].text == section.rawValue else {
        missing(section.rawValue)
        return nil
      }
      lines.removeFirst()
      readSection(section, into: &instance)
    }
    if let line = lines.first, line.words[0].text == Self.end {
      lines.removeFirst()
    } else {
      missing(Self.end)
    }
    check("Courses:", header, instance.courses.count)
    check("Rooms:", header, instance.rooms.count)
    check("Curricula:", header, instance.curricula.count)
    check("Constraints:", header, instance.unavailabilities.count)
    return instance
  }

  private mutating func missing(_ expected: String) {
    let place =
      lines.first?.location ?? Diagnostic.Location(file: file, line: lastLine)
    let found = lines.first.map { "'\($0.words[0].text.visible)'" } ?? "the end of the file"
    findings.error(
      at: place,
      "found \(found), expected '\(expected)'",
      remedy: "check that the file is complete"
    )
  }

  /// Reads lines up to the next section.
  private mutating func readSection(_ section: Section, into instance: inout CompetitionInstance) {
    while let line = lines.first, Section(rawValue: line.words[0].text) == nil,
      line.words[0].text != Self.end
    {
      lines.removeFirst()
      switch section {
      case .courses: readCourse(line, into: &instance)
      case .rooms: readRoom(line, into: &instance)
      case .curricula: readCurriculum(line, into: &instance)
      case .unavailabilities: readUnavailability(line, into: &instance)
      }
    }
  }

  private mutating func readCourse(_ line: Line, into instance: inout CompetitionInstance) {
    guard hasWords(line, 5, "a course: name, teacher, lectures, least days, students") else {
      return
    }
    let name = line.words[0]
    guard isNew(name, among: instance.courses.map(\.name)),
      let lectures = number(line.words[2], in: 1...Self.numberLimit),
      let leastDays = number(line.words[3], in: 0...Self.numberLimit),
      let students = number(line.words[4], in: 0...Self.numberLimit)
    else { return }
    instance.courses.append(
      CompetitionInstance.Course(
        name: name.text,
        teacher: line.words[1].text,
        lectures: lectures,
        leastDays: leastDays,
        students: students
      )
    )
  }

  private mutating func readRoom(_ line: Line, into instance: inout CompetitionInstance) {
    guard hasWords(line, 2, "a room: name, seats"),
      isNew(line.words[0], among: instance.rooms.map(\.name)),
      let seats = number(line.words[1], in: 0...Self.numberLimit)
    else { return }
    instance.rooms.append(CompetitionInstance.Room(name: line.words[0].text, seats: seats))
  }

  private mutating func readCurriculum(_ line: Line, into instance: inout CompetitionInstance) {
    guard line.words.count > 1, isNew(line.words[0], among: instance.curricula.map(\.name)),
      let count = number(line.words[1], in: 0...Self.numberLimit),
      hasWords(line, 2 + count, "a curriculum: name, number of courses, the \(count) courses")
    else {
      if line.words.count == 1 { _ = hasWords(line, 2, "a curriculum: name, number, courses") }
      return
    }
    let courses = line.words.dropFirst(2).compactMap { course($0, in: instance) }
    instance.curricula.append(
      CompetitionInstance.Curriculum(name: line.words[0].text, courses: courses)
    )
  }

  private mutating func readUnavailability(
    _ line: Line,
    into instance: inout CompetitionInstance
  ) {
    guard hasWords(line, 3, "a course, a day and a period, both from 0"),
      let course = course(line.words[0], in: instance),
      let day = number(line.words[1], in: 0...(instance.days - 1)),
      let period = number(line.words[2], in: 0...(instance.periodsPerDay - 1))
    else { return }
    instance.unavailabilities.append(
      CompetitionInstance.Unavailability(course: course, day: day, period: period)
    )
  }

  private mutating func hasWords(_ line: Line, _ count: Int, _ expected: String) -> Bool {
    if line.words.count == count { return true }
    findings.error(
      at: line.location,
      "the line has \(line.words.count) words, expected \(expected)",
      remedy: "complete the line"
    )
    return false
  }

  private mutating func isNew(_ word: Word, among names: [String]) -> Bool {
    if !names.contains(word.text) { return true }
    findings.error(
      at: word.location,
      "'\(word.text.visible)' is there twice",
      remedy: "remove one of the lines"
    )
    return false
  }

  private mutating func number(_ word: Word, in range: ClosedRange<Int>) -> Int? {
    if let number = Int(word.text), range.contains(number) { return number }
    findings.error(
      at: word.location,
      "found '\(word.text.visible)', expected a number from \(range.lowerBound) to "
        + "\(range.upperBound)",
      remedy: "correct the number"
    )
    return nil
  }

  private mutating func course(_ word: Word, in instance: CompetitionInstance) -> Int? {
    let names = instance.courses.map(\.name)
    if let index = names.firstIndex(of: word.text) { return index }
    findings.error(
      at: word.location,
      "there is no course '\(word.text.visible)'",
      remedy: didYouMean(word.text, among: names, otherwise: "add it to the courses")
    )
    return nil
  }

  private mutating func check(_ key: String, _ header: [String: Word], _ count: Int) {
    guard let word = header[key], let stated = number(word, in: 0...Self.numberLimit * 100),
      stated != count, !findings.hasErrors
    else { return }
    findings.error(
      at: word.location,
      "'\(key)' says \(stated), but the file has \(count)",
      remedy: "check that the file is complete"
    )
  }
}
