internal import Curricula
internal import Diagnostics

/// What a constraint says, in the parts of its sentence.
///
/// Whoever gathers what is said of several things into one sentence works with the parts; no sentence
/// is ever taken apart.
struct Statement: Hashable, Sendable {
  /// What it is about.
  let topic: Topic
  /// The sessions and modules that it names.
  let mentions: Set<Mention>
  /// The name of its subject in the file, where that is one of those behind `each`.
  let subject: String?
  /// The subject, where the sentence begins with it.
  fileprivate let opening: String?
  /// The sentence, without the subject that it begins with and the days that it ends with.
  fileprivate let rest: String
  /// The days that it ends with.
  fileprivate let days: [Absence]

  /// What a statement is about.
  enum Topic: Hashable, Sendable {
    case session, module, group, room
    /// When a trainer, by index, can come.
    case presence(Int)
    /// The calendar of the programme.
    case calendar
    /// Anything else.
    case other
  }

  /// A session or a module that is named, by its identifier.
  enum Mention: Hashable, Sendable {
    case session(String)
    case module(String)
  }

  private init(
    _ topic: Topic,
    _ mentions: Set<Mention>,
    _ opening: String?,
    _ rest: String,
    _ days: [Absence] = [],
    named subject: String? = nil
  ) {
    self.topic = topic
    self.subject = subject
    self.mentions = mentions
    self.opening = opening
    self.rest = rest
    self.days = days
  }

  /// What is said of a subject that the sentence begins with.
  init(_ subject: Subject, _ rest: String) {
    self.init(subject.topic, subject.mentions, subject.label, rest, named: subject.id)
  }

  /// A sentence with the words of a subject somewhere in it.
  init(_ sentence: String, about subject: Subject, topic: Topic = .other) {
    self.init(topic, subject.mentions, nil, sentence, named: subject.id)
  }

  /// A sentence that ends with days: "UNODC cannot come on 28 April 2026".
  init(_ sentence: String, on days: [Absence], topic: Topic) {
    self.init(topic, [], nil, sentence, days)
  }

  /// A sentence that names no session and no module.
  init(_ sentence: String, topic: Topic = .other) {
    self.init(topic, [], nil, sentence)
  }

  /// The same where the sentence names another session too.
  func mentioning(session: String) -> Statement {
    Statement(
      topic,
      mentions.union([.session(session)]),
      opening,
      rest,
      days,
      named: subject
    )
  }

  /// The sentence, without its full stop.
  var sentence: String {
    let listed = days.map(\.description).joined(separator: ", ")
    let when = days.isEmpty ? nil : "\(days.preposition) \(listed)"
    return [opening, rest, when].compactMap(\.self).joined(separator: " ")
  }
}

extension [Statement] {
  /// Statements that differ only in their days as one sentence: "UNODC cannot come on 14 and 28 April
  /// 2026"; others one after the other, with semicolons.
  var gathered: String {
    guard count > 1, let first = first(where: { !$0.days.isEmpty }),
      allSatisfy({ $0.rest == first.rest && !$0.days.isEmpty })
    else { return map(\.sentence).joined(separator: "; ") }
    let days = flatMap(\.days).sorted { $0.days.first < $1.days.first }
    return "\(first.rest) \(days.preposition) \(days.gathered)"
  }

  /// Statements that say the same of several things as one sentence: "'a' and 'b': each needs 40 seats";
  /// `nil` when they do not, or not of single things that have names.
  var gatheredBySubject: String? {
    let openings = compactMap { $0.topic.isNamed ? $0.opening : nil }
    guard count > 1, openings.count == count, Set(map(\.rest)).count == 1 else { return nil }
    return "\(openings.listed()): each \(self[0].rest)"
  }
}

extension Statement.Topic {
  /// Whether it is a single thing that sentences call by its name in quotes.
  fileprivate var isNamed: Bool {
    switch self {
    case .session, .module, .group, .room: true
    case .presence, .calendar, .other: false
    }
  }
}

extension [Absence] {
  /// The word before the days: "from" a day to another, "on" others.
  var preposition: String {
    count == 1 && self[0].hours == nil && self[0].days.first < self[0].days.last ? "from" : "on"
  }

  /// The days in one: "14 and 28 April 2026".
  fileprivate var gathered: String {
    let dates = compactMap {
      $0.hours == nil && $0.days.first == $0.days.last ? $0.days.first : nil
    }
    let months = Set(dates.map { [$0.components.year, $0.components.month] })
    guard dates.count == count, months.count == 1, let last = dates.last else {
      return map(\.description).listed()
    }
    return (dates.dropLast().map { String($0.components.day) } + [last.spelled]).listed()
  }
}
