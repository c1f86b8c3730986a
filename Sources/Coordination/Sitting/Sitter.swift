public import Quizzes
public import Records

/// Who sits a quiz: somebody on the roster, or a guest who only practises.
public enum Sitter: Hashable, Sendable {
  case participant(Participant, Identification)
  /// Somebody who is not on the roster, by the name of the system's user.
  case guest(String)

  /// The participant who is named, else the system's user where the roster has one of that name, else
  /// a guest.
  ///
  /// - Parameters:
  ///   - name: The identifier on the roster.
  ///   - voucher: How somebody who can be trusted checked it.
  ///   - user: The system's user.
  ///   - markbook: Where the roster is.
  /// - Throws: ``UnknownName`` when nobody on the roster has the identifier.
  public init(
    as name: String?,
    vouchedFor voucher: Identification? = nil,
    otherwise user: String,
    in markbook: Markbook?
  ) throws {
    let found = try markbook?.participant(name ?? user)
    guard let name else {
      self = found.map { .participant($0, .account(user)) } ?? .guest(user)
      return
    }
    guard let found else {
      throw UnknownName.participant(name, among: try markbook?.roster().map(\.id) ?? [])
    }
    let unvouched = found.id == user ? Identification.account(user) : .claimed
    self = .participant(found, voucher ?? unvouched)
  }

  /// How it was established who sits.
  public var identification: Identification {
    switch self {
    case .participant(_, let identification): identification
    case .guest: .guest
    }
  }

  /// The same sitter as the roster has them now.
  func asOnRoster(of markbook: Markbook) throws(MarkbookError) -> Sitter {
    guard case .participant(let participant, let identification) = self else { return self }
    return try markbook.participant(participant.id).map { .participant($0, identification) } ?? self
  }

  /// The identifier on the roster.
  public var id: String? {
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
  public var name: String {
    switch self {
    case .participant(let participant, _): participant.name
    case .guest: "guest"
    }
  }
}

extension Markbook {
  /// The attempts of one who sits, in their order, all or those of a quiz.
  ///
  /// Those that were recorded for another edition of the programme are left out.
  func attempts(
    of quiz: String? = nil,
    by sitter: Sitter,
    in programme: Programme = .unknown
  ) throws(MarkbookError) -> [RecordedAttempt] {
    try attempts(of: quiz, by: sitter.id).filter {
      $0.participant == sitter.id && $0.sitter == sitter.recordedName
        && programme.counts($0.programme)
    }
  }

  /// The number that the next attempt of one who sits will have.
  func nextNumber(of quiz: String, by sitter: Sitter) throws(MarkbookError) -> Int {
    try nextNumber(of: quiz, by: sitter.id, guest: sitter.recordedName)
  }
}
