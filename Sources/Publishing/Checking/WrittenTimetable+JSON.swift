internal import Curricula
internal import Diagnostics

extension WrittenTimetable {
  /// Reads the placements of a document, whatever else it has.
  static func document(
    _ root: Node,
    in file: String,
    for curriculum: Curriculum
  ) throws(Findings) -> WrittenTimetable {
    var findings = Findings()
    guard let placements = root.value(of: "placements") else {
      throw Findings(
        Diagnostic(
          .error,
          at: root.location,
          "the document has no 'placements'",
          remedy: "begin with 'seminar timetable --format json'"
        )
      )
    }
    let nodes = placements.list(&findings)
    let rows = nodes.compactMap { node -> Row? in
      guard let session = node.value(of: "session")?.text(&findings) else {
        findings.error(
          at: node.location,
          "the placement has no 'session'",
          remedy: "add the session's identifier"
        )
        return nil
      }
      func moment(_ key: String) -> (date: CivilDate, minutes: Int)? {
        guard let value = node.value(of: key), !value.isEmpty,
          let text = value.text(&findings, expected: "a moment such as 2026-03-24T10:30:00-04:00")
        else { return nil }
        let moment = WrittenDate.moment(text, in: curriculum.zone)
        if moment == nil {
          value.mismatch(
            expected: "a moment such as 2026-03-24T10:30:00-04:00",
            &findings,
            remedy: "write the day, the letter T, the time and the offset"
          )
        }
        return moment
      }
      let (start, end) = (moment("start"), moment("end"))
      return Row(
        session: session,
        span: WrittenSpan(
          date: start?.date,
          start: start?.minutes,
          end: end.map { $0.minutes + $0.date.days(since: start?.date ?? $0.date) * 1440 },
          in: curriculum
        ),
        room: node.value(of: "room").flatMap { $0.isNull ? nil : $0.text(&findings) },
        trainers: node.value(of: "trainers")?.list(&findings).compactMap { $0.text(&findings) }
          ?? [],
        others: node.others,
        location: node.location
      )
    }
    guard !findings.hasErrors else { throw findings }
    func leavesOpen(_ key: String) -> Bool {
      nodes.allSatisfy { $0.value(of: key) == nil }
    }
    return WrittenTimetable(
      file: file,
      rows: rows,
      leavesOpen: (leavesOpen("room"), leavesOpen("trainers")),
      readings: []
    )
  }
}

extension Node {
  /// The value of a key in a mapping.
  fileprivate func value(of key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// What is written under the other keys that the program itself writes; lists as one text.
  fileprivate var others: [String: String] {
    var others: [String: String] = [:]
    for key in ["week", "minutes", "title", "kind", "module", "groups", "block"] {
      guard let value = value(of: key), !value.isNull else { continue }
      switch value.content {
      case .scalar(let text, _): others[key] = text
      case .list(let nodes):
        others[key] = nodes.compactMap { node -> String? in
          if case .scalar(let text, _) = node.content { text } else { nil }
        }.joined(separator: "; ")
      case .mapping: break
      }
    }
    return others
  }

  /// Whether it is the `null` of JSON.
  fileprivate var isNull: Bool {
    isEmpty || content == .scalar("null", isQuoted: false)
  }
}
