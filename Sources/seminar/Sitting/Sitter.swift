import Diagnostics
import Quizzes
import Records

/// Who sits a quiz: somebody on the roster, or a guest who only practises.
enum Sitter {
  case participant(Participant, Identification)
  /// Somebody who is not on the roster, by the name of the system's user.
  case guest(String)

  /// The participant that `--as` names, else the system's user where the roster has one of that
  /// name, else a guest.
  ///
  /// - Parameters:
  ///   - name: The identifier on the roster.
  ///   - voucher: What the SSH server checked, where it started the program.
  ///   - markbook: Where the roster is.
  /// - Throws: ``Failure`` when nobody on the roster has the identifier.
  init(as name: String?, vouchedFor voucher: Identification? = nil, in markbook: Markbook?) throws {
    let user = Account.current.name
    guard let found = try Self.participant(name ?? user, in: markbook) else {
      guard let name else {
        self = .guest(user)
        return
      }
      throw try Self.unknown(name, in: markbook)
    }
    guard name != nil else {
      self = .participant(found, .account(user))
      return
    }
    let unvouched = found.id == user ? Identification.account(user) : .claimed
    self = .participant(found, voucher ?? unvouched)
  }

  private static func participant(_ id: String, in markbook: Markbook?) throws -> Participant? {
    do {
      return try markbook?.participant(id)
    } catch {
      throw Failure(error)
    }
  }

  private static func unknown(_ name: String, in markbook: Markbook?) throws -> Failure {
    let roster: [Participant]
    do {
      roster = try markbook?.roster() ?? []
    } catch {
      throw Failure(error)
    }
    return Failure(
      .badInput,
      "nobody on the roster has the identifier '\(name.visible)'",
      remedy: roster.isEmpty
        ? "import a roster first, with 'seminar roster import FILE.csv'"
        : didYouMean(
          name,
          among: roster.map(\.id),
          otherwise: "see who is on it with 'seminar roster list'"
        )
    )
  }

  /// How it was established who sits.
  var identification: Identification {
    switch self {
    case .participant(_, let identification): identification
    case .guest: .guest
    }
  }

  /// What is told at the beginning of a sitting to those whom nobody has checked.
  var notice: String? {
    switch self {
    case .guest: "You sit as a guest: this is practice, and no score counts."
    case .participant(_, let identification) where identification.isChecked: nil
    case .participant(let participant, _):
      "Nobody has checked that you are \(participant.id.visible)."
    }
  }

  /// The same sitter as the roster has them now.
  func asOnRoster(of markbook: Markbook) throws -> Sitter {
    guard case .participant(let participant, let identification) = self else { return self }
    do {
      return try markbook.participant(participant.id).map { .participant($0, identification) }
        ?? self
    } catch {
      throw Failure(error)
    }
  }

  /// The identifier on the roster.
  var id: String? {
    switch self {
    case .participant(let participant, _): participant.id
    case .guest: nil
    }
  }

  /// Who sits as attempts say it; a guest's name is never one of the roster.
  var recordedName: String {
    switch self {
    case .participant(let participant, _): participant.id
    case .guest(let user): "guest:\(user)"
    }
  }

  /// The name as shown.
  var name: String {
    switch self {
    case .participant(let participant, _): participant.name
    case .guest: "guest"
    }
  }
}

extension Markbook {
  /// The attempts of one who sits, in their order, all or those of a quiz.
  func attempts(
    of quiz: String? = nil,
    by sitter: Sitter
  ) throws(MarkbookError) -> [RecordedAttempt] {
    try attempts(of: quiz, by: sitter.id).filter {
      $0.participant == sitter.id && $0.sitter == sitter.recordedName
    }
  }

  /// The number that the next attempt of one who sits will have.
  func nextNumber(of quiz: String, by sitter: Sitter) throws(MarkbookError) -> Int {
    try nextNumber(of: quiz, by: sitter.id, guest: sitter.recordedName)
  }
}
