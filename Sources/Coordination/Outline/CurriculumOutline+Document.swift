internal import Curricula

extension CurriculumOutline {
  /// The outline as a JSON document, version 1; the notes for facilitators are in it.
  public var json: String { Document(self).document }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-curriculum"
  let version = 1
  let curriculum, edition, title: String
  let proposal: String?
  let starts: String
  let weeks: Int
  let modules: [Module]
  let columns: [Column]
  let themes: [Theme]
  let gaps: [String]

  private enum CodingKeys: CodingKey {
    case format, version, curriculum, edition, title, proposal, starts, weeks, modules, columns
    case themes, gaps
  }

  struct Module: Encodable {
    let module, title: String
    let weeks: [Int]
    let outcomes: [Outcome]
    let sessions: [Session]
    /// The sessions of choices that are not held; `nil` of none.
    let notHeld: [String]?
    let readings: [Reading]
    let before, notes: [String]
  }

  struct Session: Encodable {
    let session, title, kind: String
    let minutes: Int
    let themes: [String]
    let readings: [Reading]
    let before, notes: [String]
  }

  struct Outcome: Encodable {
    let mark, outcome: String
    let level: String?
    let themes, sessions, observed: [String]
    let tests: [Test]
  }

  struct Reading: Encodable {
    let title: String
    let source, link: String?
    let minutes: Int?
    let optional: Bool
  }

  struct Test: Encodable {
    let quiz: String
    let graded: Bool
    let items, lent: Int
  }

  struct Column: Encodable {
    let label, title: String
  }

  struct Theme: Encodable {
    let theme, title: String
    let minutes: Int
    let sessions: [String]
    let tests: [Test]
    let cells: [Cell]
  }

  struct Cell: Encodable {
    let minutes, graded, practice: Int
  }
}

extension Document {
  fileprivate init(_ outline: CurriculumOutline) {
    let curriculum = outline.curriculum
    self.curriculum = curriculum.id
    edition = curriculum.edition
    title = curriculum.title
    proposal = curriculum.proposal
    starts = curriculum.starts.description
    weeks = curriculum.weeks
    modules = outline.parts.map(Module.init)
    columns = outline.columns.map { Column(label: $0.label, title: $0.title) }
    themes = outline.themes.map(Theme.init)
    gaps = outline.gaps.map(\.words)
  }
}

extension Document.Module {
  fileprivate init(_ part: CurriculumOutline.Part) {
    let guidance = part.module.guidance
    self.init(
      module: part.module.id,
      title: part.module.title,
      weeks: part.weeks,
      outcomes: part.outcomes.map(Document.Outcome.init),
      sessions: part.sessions.map(Document.Session.init),
      notHeld: part.notHeld.isEmpty ? nil : part.notHeld.map(\.id),
      readings: guidance.readings.map(Document.Reading.init),
      before: guidance.before,
      notes: guidance.notes
    )
  }
}

extension Document.Session {
  fileprivate init(_ session: Curricula.Session) {
    self.init(
      session: session.id,
      title: session.title,
      kind: session.kind.id,
      minutes: session.minutes,
      themes: session.themes,
      readings: session.guidance.readings.map(Document.Reading.init),
      before: session.guidance.before,
      notes: session.guidance.notes
    )
  }
}

extension Document.Outcome {
  fileprivate init(_ covered: CurriculumOutline.OutcomeCoverage) {
    self.init(
      mark: covered.mark,
      outcome: covered.outcome.text,
      level: covered.outcome.level?.rawValue,
      themes: covered.outcome.themes,
      sessions: covered.sessions,
      observed: covered.outcome.observed,
      tests: covered.tests.map(Document.Test.init)
    )
  }
}

extension Document.Reading {
  fileprivate init(_ reading: AssignedReading) {
    self.init(
      title: reading.title,
      source: reading.source,
      link: reading.link,
      minutes: reading.minutes,
      optional: reading.isOptional
    )
  }
}

extension Document.Test {
  fileprivate init(_ test: CurriculumOutline.Test) {
    self.init(quiz: test.quiz, graded: test.isGraded, items: test.items, lent: test.lent)
  }
}

extension Document.Theme {
  fileprivate init(_ covered: CurriculumOutline.ThemeCoverage) {
    self.init(
      theme: covered.theme.id,
      title: covered.theme.title,
      minutes: covered.minutes,
      sessions: covered.sessions,
      tests: covered.tests.map(Document.Test.init),
      cells: covered.cells.map {
        Document.Cell(minutes: $0.minutes, graded: $0.graded, practice: $0.practice)
      }
    )
  }
}
