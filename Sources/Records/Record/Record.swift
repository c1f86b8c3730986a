/// One recorded thing, as a row of the table `record` keeps it.
struct Record: Hashable, Sendable {
  /// The site where it was recorded: 32 hexadecimal digits.
  let site: String
  /// Its place in the site's chain, from 1.
  let position: Int
  /// What it is, as an area and a word, such as `attempt/responded`.
  let kind: String
  /// What it is about: an attempt's identifier, a participant's number, a curriculum or a site.
  let subject: String
  /// Its place among the records about the same subject, from 1.
  let sequence: Int
  /// What it belongs to.
  let programme: Programme
  /// When it happened, in milliseconds since 1970-01-01T00:00:00Z.
  let milliseconds: Int64
  /// What it says openly, as canonical JSON; never anything personal.
  let body: String
  /// The part that can be erased; `nil` where there is none, and where it was erased.
  let secret: Secret?
  /// What the chain knows of the part that can be erased: 32 bytes; `nil` where there is none.
  let commitment: [UInt8]?

  /// A text that can be erased, with the random bytes that hide it in the chain.
  struct Secret: Hashable, Sendable {
    /// 16 random bytes.
    let salt: [UInt8]
    /// The text.
    let text: String

    /// What the chain binds instead of the text.
    var commitment: [UInt8] { Chain.commitment(to: text, salt: salt) }
  }

  /// Whether there was a private part that was erased.
  var isErased: Bool { commitment != nil && secret == nil }

  /// A record before it has its place in the chain.
  struct Draft {
    let kind: String
    let subject: String
    let sequence: Int
    var programme = Programme.unknown
    let milliseconds: Int64
    var body = "{}"
    var secret: String?
  }
}

extension Record {
  /// The kinds that this version writes; others are kept and checked all the same.
  enum Kind {
    /// A site began, in a new markbook.
    static let created = "site/created"
    /// A site began, in a markbook of an older version.
    static let upgraded = "site/upgraded"
    /// A site began, in a markbook that was restored.
    static let restored = "site/restored"
    /// Everything that follows was copied from a markbook, for the archive of an edition.
    static let archived = "site/archived"
    /// A participant came onto the roster, or something of them changed.
    static let enrolled = "participant/enrolled"
    /// A participant was given an exception.
    static let excepted = "participant/excepted"
    /// It was recorded how much of a programme a participant attended.
    static let attended = "participant/attended"
    /// A participant was given a certificate.
    static let certified = "participant/certified"
    /// A certificate was withdrawn.
    static let withdrawn = "participant/withdrawn"
    /// The coordinator recorded that a participant has done a course.
    static let completed = "participant/completed"
    /// Everything personal of a participant was erased.
    static let forgotten = "participant/forgotten"
    /// Two participants of different sites are the same person.
    static let joined = "participant/joined"
    /// A timetable was published.
    static let published = "programme/published"
    /// A rule was published by which participants pass.
    static let ruled = "programme/ruled"
    /// What stands before the kind of an attempt's event.
    static let attempt = "attempt/"
    /// An attempt started.
    static let started = attempt + "started"
  }
}
