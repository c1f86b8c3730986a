internal import Curricula
internal import Foundation
internal import Quizzes
internal import Records

extension PathProgress {
  /// The progress as a JSON document, version 1.
  ///
  /// - Parameter notes: What is said of the record that it comes from.
  /// - Returns: The document.
  public func json(notes: KeyValuePairs<String, String> = [:]) -> String {
    let record = Dictionary(notes.map { ($0.key, $0.value) }) { first, _ in first }
    return Document(self, record).document
  }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-path-progress"
  let version = 1
  let curriculum, edition, title, time: String
  let record: [String: String]
  let participants: [Person]
  let leftOut: [String]

  private enum CodingKeys: CodingKey {
    case format, version, curriculum, edition, title, time, record, participants, leftOut
  }

  struct Person: Encodable {
    let participant, name: String
    let paths: [Path]
    let courses: [Unit]
  }

  struct Path: Encodable {
    let path: String
    let done, required, optional: Int
    let completed: String?
    let leastMinutesLeft, mostMinutesLeft: Int?
    let next: String?
  }

  struct Unit: Encodable {
    let course, state: String
    let day: String?
    let percent: Decimal?
  }

  init(_ progress: PathProgress, _ record: [String: String]) {
    let programme = progress.programme
    curriculum = programme.id
    edition = programme.edition
    title = programme.title
    time = progress.now.universal
    self.record = record
    participants = progress.rows.map { row in
      Person(
        participant: row.participant.id,
        name: row.participant.name,
        paths: row.paths.map(Path.init),
        courses: programme.courses.indices.map { index in
          Unit(
            course: programme.courses[index].id,
            state: row.states[index].word,
            day: row.states[index].day,
            percent: row.percents[index].flatMap { Decimal(string: $0.rounded(places: 6)) }
          )
        }
      )
    }
    leftOut = progress.unreadable
  }
}

extension Document.Path {
  fileprivate init(_ standing: PathProgress.Standing) {
    self.init(
      path: standing.path.id,
      done: standing.done,
      required: standing.required,
      optional: standing.optional,
      completed: standing.completed,
      leastMinutesLeft: standing.left?.least,
      mostMinutesLeft: standing.left?.most,
      next: standing.next?.id
    )
  }
}
