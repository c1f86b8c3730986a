import Curricula
import Diagnostics
import Testing

@Suite struct SeriesTests {
  /// Eight weeks with blocks on Tuesdays and Thursdays, two squads in a class, and some sessions.
  private func read(_ sessions: String, constraints: String = "") throws -> Curriculum {
    try Programme().replacing("weeks: 2", with: "weeks: 8")
      .replacing("every: Tuesday", with: "every: [Tuesday, Thursday]")
      .replacing("- {id: all, name: Everybody}", with: Self.squads)
      .replacing("      - {id: s2, title: Two, minutes: 60, needs: [s1]}\n", with: sessions)
      .replacing("modules:", with: "constraints:\n\(constraints)\nmodules:").read().curriculum
  }

  private static let squads = """
    - {id: A, name: Squad A}
      - {id: B, name: Squad B}
      - {id: class, name: Class, of: [A, B]}
    """

  private func members(_ written: String) throws -> [String] {
    try read("      - \(written)\n").sessions.dropFirst().map(\.id)
  }

  @Test func `a session for each group is one for each, under the name of its group`() throws {
    let curriculum = try read("      - {id: lab, title: Lab, minutes: 60, for: each group}\n")
    #expect(curriculum.sessions.map(\.id) == ["s1", "lab@A", "lab@B"])
    #expect(curriculum.sessions.dropFirst().map(\.groups) == [["A"], ["B"]])
    #expect(curriculum.sessions.dropFirst().map(\.title) == ["Lab", "Lab"])
    #expect(curriculum.modules[0].sessions == ["s1", "lab@A", "lab@B"])
    #expect(curriculum.series.map(\.id) == ["lab"])
    #expect(Set(curriculum.sessions.dropFirst().map(\.location.line)).count == 1)
  }

  @Test(arguments: [
    ("for: each group of class", ["x@A", "x@B"]),
    ("for: [B]", ["x@B"]),
    ("for: [class]", ["x@class"]),
    ("repeat: 3", ["x@1", "x@2", "x@3"]),
    ("repeat: 2, for: each group", ["x@A@1", "x@A@2", "x@B@1", "x@B@2"]),
    ("titles: [One more, And another]", ["x@1", "x@2"]),
    ("weeks: odd", ["x@1", "x@3", "x@5", "x@7"]),
    ("weeks: even, until: 2026-03-31", ["x@2", "x@4"]),
    ("weeks: [2, 3]", ["x@2", "x@3"]),
    ("every: Tuesday, repeat: 2", ["x@1", "x@2"]),
    ("every: Tuesday, weeks: even", ["x@2", "x@4", "x@6", "x@8"]),
    ("every: [Tuesday, Thursday], until: 2026-03-12", ["x@1", "x@2", "x@3", "x@4"]),
    ("every: [Thursday, Friday], until: 2026-03-13", ["x@1", "x@3"]),
    ("every: second Thursday", ["x@1", "x@2"]),
    ("every: last Thursday", ["x@1"]),
    ("every: day, until: 2026-03-10", ["x@1", "x@3", "x@8"]),
  ])
  func `a series has its members`(rule: String, names: [String]) throws {
    #expect(try members("{id: x, title: X, minutes: 60, \(rule)}") == names)
  }

  @Test func `a repeated session has its number in the title, and follows the one before`() throws {
    let sessions = try read("      - {id: x, title: Law, minutes: 60, repeat: 3}\n").sessions
    #expect(sessions.dropFirst().map(\.title) == ["Law 1", "Law 2", "Law 3"])
    #expect(sessions.dropFirst().map { $0.needs.map(\.session) } == [[], ["x@1"], ["x@2"]])
  }

  @Test func `a series in any order has no needs of its own`() throws {
    let sessions = try read(
      "      - {id: x, title: Law, minutes: 60, repeat: 3, in-order: no}\n"
    ).sessions
    #expect(sessions.allSatisfy { $0.needs.isEmpty })
  }

  @Test func `a series that needs itself keeps days between its members`() throws {
    let sessions = try read(
      "      - {id: x, title: X, minutes: 60, repeat: 3, needs: [{session: x, least: 3 days}]}\n"
    ).sessions
    #expect(sessions.dropFirst().map { $0.needs.map(\.session) } == [[], ["x@1"], ["x@2"]])
    #expect(sessions.last?.needs.map(\.leastDays) == [3])
  }

  @Test func `a name with a number is the member of each group, and pairs the same group`()
    throws
  {
    let lab = "{id: lab, title: Lab, minutes: 60, for: each group, repeat: 3}"
    let curriculum = try read(
      """
            - \(lab)
            - {id: test, title: Test, minutes: 60, for: each group, needs: ["lab@2"]}
            - {id: talk, title: Talk, minutes: 60, for: each group, repeat: 2, needs: ["lab@3"]}
            - {id: end, title: End, minutes: 60, groups: [class], needs: ["lab@3"]}

      """,
      constraints: """
          - window: {of: "lab@1", weeks: [1]}
          - together: {of: ["lab@2", test], in: day}
          - together: {of: ["lab@3", talk], in: week}

        """
    )
    let needs = Dictionary(
      uniqueKeysWithValues: curriculum.sessions.map { ($0.id, $0.needs.map(\.session)) }
    )
    #expect(needs["test@A"] == ["lab@A@2"])
    #expect(needs["test@B"] == ["lab@B@2"])
    #expect(needs["talk@A@1"] == ["lab@A@3"])
    #expect(needs["talk@B@2"] == ["lab@B@3", "talk@B@1"])
    #expect(needs["end"] == ["lab@A@3", "lab@B@3"])
    #expect(curriculum.sessions(named: "lab@2") == ["lab@A@2", "lab@B@2"])
    #expect(curriculum.sessions(named: "lab@4") == [])
    // One of each constraint for each group.
    #expect(
      curriculum.declarations.map(\.name)
        == ["window", "window", "together", "together", "together", "together"]
    )
  }

  @Test func `the first of a series can be needed by the others, also where it is for groups`()
    throws
  {
    let sessions = try read(
      """
            - id: lab
              title: Lab
              minutes: 60
              for: each group
              repeat: 3
              in-order: no
              needs: ["lab@1"]

      """
    ).sessions.dropFirst()
    #expect(
      sessions.map { $0.needs.map(\.session) }
        == [[], ["lab@A@1"], ["lab@A@1"], [], ["lab@B@1"], ["lab@B@1"]]
    )
  }

  @Test func `members on certain days have a window at the line of the series`() throws {
    let curriculum = try read("      - {id: x, title: X, minutes: 60, every: second Thursday}\n")
    #expect(curriculum.declarations.map(\.name) == ["window", "window"])
    let place = try #require(curriculum.declarations.first?.location)
    #expect(place.line == curriculum.series[0].location.line)
  }

  @Test func `titles go by the order in which members are held, numbers by the days`() throws {
    let sessions = try read(
      "      - {id: x, title: X, minutes: 60, weeks: even, titles: [Cells, Leaves]}\n"
    ).sessions.dropFirst()
    #expect(sessions.map(\.id) == ["x@2", "x@4"])
    #expect(sessions.map(\.title) == ["Cells", "Leaves"])
  }

  @Test func `single members can be different, moved and left out`() throws {
    let curriculum = try read(
      """
            - id: x
              title: X
              minutes: 60
              formerly: [old]
              for: each group
              weeks: [1, 2, 3]
              members:
                2: {minutes: 90, on: 2026-04-14}
                A: {title: For A}
                A@2: {minutes: 30}
                B@3: {skip: yes}

      """
    )
    let sessions = curriculum.sessions.dropFirst()
    #expect(sessions.map(\.id) == ["x@A@1", "x@A@2", "x@A@3", "x@B@1", "x@B@2"])
    #expect(sessions.map(\.minutes) == [60, 30, 60, 60, 90])
    #expect(sessions.map(\.title) == ["For A", "For A", "For A", "X", "X"])
    #expect(sessions.map(\.formerly).first == ["old@A@1"])
  }

  @Test func `a session for a class is one for each of its squads`() throws {
    let session = try read("      - {id: x, title: X, minutes: 60, groups: [class]}\n").sessions[1]
    #expect(session.groups == ["A", "B"])
  }

  @Test func `needs between series pair groups and numbers`() throws {
    let curriculum = try read(
      """
            - {id: lecture, title: Lecture, minutes: 60, repeat: 2}
            - {id: lab, title: Lab, minutes: 60, for: each group, repeat: 2, needs: [lecture]}
            - {id: test, title: Test, minutes: 30, for: each group, needs: [lab]}
            - {id: talk, title: Talk, minutes: 30, groups: [B], needs: [test, lab@A]}

      """
    )
    let needs = Dictionary(
      uniqueKeysWithValues: curriculum.sessions.map { session in
        (session.id, session.needs.map(\.session))
      }
    )
    #expect(needs["lab@A@1"] == ["lecture@1"])
    #expect(needs["lab@B@2"] == ["lecture@2", "lab@B@1"])
    #expect(needs["test@A"] == ["lab@A@1", "lab@A@2"])
    #expect(needs["talk"] == ["test@B", "lab@A@1", "lab@A@2"])
  }

  /// What stands under `of` or `from` and `to` in each of the constraints.
  private func linked(_ constraint: String) throws -> [String] {
    let curriculum = try read(
      """
            - {id: lecture, title: Lecture, minutes: 60, repeat: 2}
            - {id: lab, title: Lab, minutes: 60, for: each group}
            - {id: drill, title: Drill, minutes: 60, for: each group, repeat: 2}

      """,
      constraints: "  - \(constraint)\n"
    )
    return curriculum.declarations.map { declaration in
      declaration.argument.texts.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("together: {of: [s1, lab], in: day}", ["s1 lab@A day", "s1 lab@B day"]),
    ("together: {of: lab, in: day}", ["lab@A lab@B day"]),
    ("load: {of: lecture, per: week, most: 1 session}", ["lecture@1 lecture@2 week 1 session"]),
    (
      "separate: {of: drill, in: day}", ["drill@A@1 drill@A@2 day", "drill@B@1 drill@B@2 day"]
    ),
    ("order: {from: lab, to: drill@A}", ["lab@A drill@A@1 drill@A@2"]),
    ("order: {from: lecture, to: s1}", ["lecture@1 lecture@2 s1"]),
    (
      "order: {from: lecture, to: drill}",
      [
        "lecture@1 drill@A@1", "lecture@2 drill@A@2", "lecture@1 drill@B@1",
        "lecture@2 drill@B@2",
      ]
    ),
    (
      "span: {of: each series, except: [lab, drill], most: 9 days}", ["lecture@1 lecture@2 9 days"]
    ),
    (
      "load: {of: group class, per: day, most: 2 sessions}",
      ["group A day 2 sessions", "group B day 2 sessions"]
    ),
    ("first: [group class, s1]", ["group A group B s1"]),
  ])
  func `a constraint on series is one for each group, and pairs numbers`(
    written: String,
    expected: [String]
  ) throws {
    #expect(try linked(written) == expected)
  }

  @Test func `a holiday takes a member away without renumbering the others`() throws {
    let text = Programme().replacing("weeks: 2", with: "weeks: 4")
      .replacing("{every: Tuesday,", with: "{every: Tuesday, weeks: [1, 3, 4],")
      .replacing("needs: [s1]", with: "every: Tuesday")
    #expect(try text.read().curriculum.sessions.map(\.id) == ["s1", "s2@1", "s2@3", "s2@4"])
  }
}

extension Node {
  /// All texts in the order written.
  fileprivate var texts: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .list(let nodes): nodes.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap(\.value.texts)
    }
  }
}
