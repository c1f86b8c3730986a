import Curricula
import Diagnostics
import MarkedTexts
import Timetabling

/// A small curriculum for tests, as text: three weeks of Mondays and Wednesdays.
///
/// The clock in New York is put forward between its first and its second week.
struct Sample {
  var text = """
    curriculum: sample
    title: Sample
    zone: America/New_York
    starts: 2026-03-02
    weeks: 3
    grid: 5
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
      - {every: Monday, from: 13:00, to: 17:00}
      - {every: Wednesday, from: 09:00, to: 12:00}
    groups:
      - {id: A, name: Group A, size: 20}
      - {id: B, name: Group B, size: 30}
    rooms:
      - {id: hall, name: Hall, seats: 40, features: [video-link]}
      - {id: studio, name: Studio, seats: 25, features: [tables]}
      - {id: attic, name: Attic}
    trainers:
      - {id: ann, name: Ann}
      - {id: bo, name: Bo, alternates: [cy, dee]}
      - {id: cy, name: Cy}
      - {id: dee, name: Dee, zone: Europe/Vienna, remote: true}
    themes:
      - {id: law, title: Law}
    modules:
      - id: one
        title: One
        sessions:
          - {id: a, title: A, kind: lecture, minutes: 60, groups: [A], trainers: [ann], tags: [X]}
          - {id: b, title: B, kind: workshop, minutes: 60, groups: [A], trainers: [bo], tags: [X, Y]}
          - {id: c, title: C, kind: workshop, minutes: 90, groups: [A], one-of: [ann, cy], tags: [Y]}
      - id: two
        title: Two
        sessions:
          - {id: d, title: D, kind: lecture, minutes: 60, groups: [B], trainers: [ann], themes: [law]}
          - {id: e, title: E, kind: panel, minutes: 30, groups: [B]}

    """

  static let file = "sample.yaml"

  /// The sample with a piece of its text replaced.
  func replacing(_ piece: String, with other: String) -> Sample {
    precondition(text.contains(piece), "the sample has no '\(piece)'")
    return Sample(text: text.replacing(piece, with: other))
  }

  /// The sample with constraints.
  func declaring(_ constraints: String...) -> Sample {
    let lines = constraints.map { "  - \($0)\n" }.joined()
    return Sample(text: text + "constraints:\n" + lines)
  }

  /// The sample ready for placing, or all that is wrong with it.
  func problem() throws -> Problem {
    let source = SourceText(file: Self.file, text: text)
    return try Problem(Curriculum.parse(source).curriculum)
  }
}
