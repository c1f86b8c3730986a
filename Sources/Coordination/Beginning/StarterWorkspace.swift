public import Curricula

/// A small workspace to begin with: files with comments that can be laid out and sat at once.
public struct StarterWorkspace: Sendable {
  /// One file of the workspace.
  public struct File: Hashable, Sendable {
    /// The path within the workspace.
    public let path: String
    /// What it is, for people.
    public let purpose: String
    /// What is in it.
    public let text: String
  }

  /// The files, in the order in which people should read them.
  public let files: [File]

  /// A workspace for a programme that begins about a month after a day, on a Monday.
  public init(on today: CivilDate) {
    let month = today.adding(days: 28)
    let monday = (0..<7).map { month.adding(days: $0) }.first { $0.weekday == .monday } ?? month
    files = [
      File(
        path: "curricula/my-programme.yaml",
        purpose: "the programme: when, where, who, and what",
        text: Self.curriculum(starting: monday)
      ),
      File(
        path: "quizzes/welcome.yaml",
        purpose: "a quiz of three items",
        text: Self.quiz
      ),
      File(
        path: "roster.csv",
        purpose: "the participants, to be imported",
        text: Self.roster
      ),
    ]
  }

  private static func curriculum(starting first: CivilDate) -> String {
    """
    # A training programme. What follows a '#' is a comment: the program ignores it.
    # Change what you like, and run 'seminar check' after each change.

    curriculum: my-programme        # its short name, for files and commands
    title: My programme
    edition: "\(first.components.year)"
    zone: Europe/Vienna             # the time zone of the place, by continent and city
    starts: \(first)              # the first day of week 1, as year-month-day
    weeks: 3

    # When sessions can take place. Each session begins and ends within one block.
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
      - {every: Wednesday, from: 14:00, to: 17:00}

    # Who attends. Sessions without 'groups' are for everybody.
    groups:
      - {id: participants, name: Participants, size: 20}

    rooms:
      - {id: hall, name: Lecture hall, seats: 60, features: [video-link]}
      - {id: seminar-room, name: Seminar room, seats: 24}

    # Who teaches. 'away' lists the days on which a trainer cannot come. A session of a trainer who is
    # 'remote' needs a room with a video link.
    trainers:
      - id: amina
        name: Amina Example
        away: [\(first.adding(days: 7))]
      - id: bruno
        name: Bruno Example, New York
        zone: America/New_York
        remote: true
        hours: {from: 07:00, to: 20:00}    # on his own clock

    # Days on which no session can take place. For a day on which it is better to have none, write
    # 'avoid' instead of 'closed', and add a 'weight'.
    calendar:
      - {closed: \(first.adding(days: 16)), name: Staff meeting}

    # What is taught. Sessions and items name their themes, so that 'seminar curriculum' can show where
    # each theme is taught and tested, and what is missing.
    themes:
      - {id: organs, title: The organs of the United Nations}

    modules:
      - id: basics
        title: Basics
        sessions:
          - {id: welcome, title: Welcome and overview, minutes: 60, trainers: [amina]}
          - id: law
            title: The legal framework
            minutes: 90
            themes: [organs]
            trainers: [bruno]
            needs: [welcome]                # only after this session
          - id: planning
            title: Planning an inquiry
            kind: workshop
            minutes: 90
            trainers: [amina]
            needs: [law]
      - id: practice
        title: Practice
        sessions:
          - {id: evidence, title: Handling evidence, minutes: 60, one-of: [amina, bruno]}
          - {id: report, title: Writing the report, minutes: 90, trainers: [amina]}
          - {id: closing, title: Closing, minutes: 60, trainers: [amina, bruno]}

    # Other rules. A rule with a 'weight' may be broken, at that cost.
    constraints:
      - last: closing
      - order: {from: module basics, to: module practice}
        weight: 5

    # Who passes: participants with at least this mean, in percent, in these graded quizzes.
    # 'seminar progress' shows who passes, once you have published the timetable.
    pass:
      quizzes: [welcome]
      minimum: 60

    """
  }

  private static let quiz = """
    # A quiz. With 'mode: practice', participants see the right answer after each response, and no
    # score counts. With 'mode: graded', the score counts, and right answers stay hidden until the
    # quiz has closed. This one never closes. 'closes: 7 days after week 1' would follow the
    # published timetable.
    quiz: Welcome
    status: An example, to be replaced.   # where it comes from; participants see it
    curriculum: my-programme
    module: basics                  # 'week-01' names the quiz of the module in week 1
    mode: graded
    pass: 60                        # percent
    closes: never
    attempts: unlimited
    shuffle: nothing

    items:
      - id: welcome-1
        kind: single-choice
        stem: Which body of the United Nations has fifteen members?
        options:
          - key: The Security Council
          - distractor: The General Assembly
            because: Every Member State is a member of the General Assembly.
          - distractor: The Economic and Social Council
            because: It has fifty-four members.
        rationale: Article 23 of the Charter names fifteen members, five of them permanent.
        source: Charter of the United Nations, article 23
        theme: organs
        level: recall

      - id: welcome-2
        kind: numerical
        stem: How many permanent members does the Security Council have?
        key: 5
        rationale: Article 23 of the Charter names five permanent members.
        source: Charter of the United Nations, article 23
        theme: organs
        level: recall

      - id: welcome-3
        kind: true-false
        stem: The General Assembly can set up subsidiary organs.
        key: true
        rationale: Article 22 of the Charter allows it.
        source: Charter of the United Nations, article 22
        theme: organs
        level: recall

    """

  private static let roster = """
    id,name,email,group
    p01,Ana Example,ana@example.org,participants
    p02,Noor Example,noor@example.org,participants

    """
}
