internal import Foundation
internal import GRDB
internal import Quizzes

extension Verifier {
  /// Follows the chain of version 4 through the records that were made of its events.
  ///
  /// After somebody recorded then was forgotten, the old hashes end before their first record.
  func firstOfFormer() throws -> Verification.Problem? {
    for site in try Markbook.sites(database) {
      let hashes = try Row.fetchAll(
        database,
        sql: "SELECT position, record, hash FROM former WHERE site = ? ORDER BY position",
        arguments: [site]
      )
      let upgrade = try Markbook.records(
        where: "record.site = ? AND record.position = 1 AND record.kind = 'site/upgraded'",
        [site],
        database
      ).first
      var (position, previous) = (0, Chain.origin)
      for row in hashes {
        position += 1
        let hash = try row.optionalBytes("hash")
        guard try row.integer("position") == position,
          let record = try Markbook.records(
            where: "record.site = ? AND record.position = ?",
            [site, try row.integer("record")],
            database
          ).first,
          let link = try link(after: previous, record, database), link == hash
        else { return .former(position: position) }
        previous = link
      }
      guard try ends(upgrade, at: position, previous) else {
        return .former(position: position + 1)
      }
    }
    return nil
  }

  /// Whether the old chain ends where the first record of the site says; `true` where that was erased.
  private func ends(_ upgrade: Record?, at position: Int, _ hash: [UInt8]) throws -> Bool {
    guard let upgrade else { return position == 0 }
    guard let text = upgrade.secret?.text else { return true }
    let body = try JSONDecoder().decode(UpgradedBody.self, from: Data(upgrade.body.utf8))
    let secret = try JSONDecoder().decode(UpgradedSecret.self, from: Data(text.utf8))
    return body.events == position && secret.head == hash.hexadecimal
  }

  /// The old hash of an event; `nil` when something of it is gone.
  private func link(
    after previous: [UInt8],
    _ record: Record,
    _ database: Database
  ) throws -> [UInt8]? {
    guard let payload = record.secret?.text else { return nil }
    var attempt = RecordedAttempt(
      id: record.subject,
      participant: nil,
      sitter: "",
      quiz: "",
      version: "",
      number: 1,
      kind: .practice,
      eventCount: 0,
      isSubmitted: false
    )
    if record.sequence == 1 {
      let body = try JSONDecoder().decode(StartedBody.self, from: Data(record.body.utf8))
      guard let kind = Attempt.Kind(rawValue: body.kind) else { return nil }
      attempt = RecordedAttempt(
        id: record.subject,
        participant: try body.person.flatMap { try Markbook.participant(numbered: $0, database) },
        sitter: "",
        quiz: body.quiz,
        version: body.version,
        number: body.number,
        kind: kind,
        eventCount: 0,
        isSubmitted: false
      )
    }
    return FormerChain.link(
      after: previous,
      record.encodedEvent(payload),
      sequence: record.sequence,
      of: attempt
    )
  }
}
