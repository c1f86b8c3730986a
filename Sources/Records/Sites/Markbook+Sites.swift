internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// Lets a new site record in this file from now on, bound to the last record of the one before.
  ///
  /// A markbook that was restored may lack what its site recorded after the backup. A new site keeps
  /// both apart, so that the lost part can still be merged when it is found again.
  public func startNewSite(at time: Timestamp) throws(MarkbookError) {
    try write { database in
      let old = try Self.site(database)
      let new = Self.randomBytes(16).hexadecimal
      let head = try Self.heads(database).first { $0.site == old }
      try database.execute(
        sql: "UPDATE site SET id = ?, seal = ?",
        arguments: [new, Data(Chain.seal(ofSite: new))]
      )
      let body = RestoredBody(
        hash: head?.hash ?? Chain.origin.hexadecimal,
        position: head?.position ?? 0,
        site: old
      )
      try Self.record(
        [
          Record.Draft(
            kind: Record.Kind.restored,
            subject: new,
            sequence: 1,
            milliseconds: time.milliseconds,
            body: Record.canonicalJSON(body)
          )
        ],
        at: new,
        database
      )
    }
  }
}
