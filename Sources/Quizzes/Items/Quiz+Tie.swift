public import Diagnostics

extension Quiz {
  /// A moment that the timetable decides: so long before a part of it begins, or after it ends.
  ///
  /// Written `after week 3`, `7 days after week 3` or `1 hour before session w3s2`.
  public struct Tie: Hashable, Sendable {
    /// A part of the timetable.
    public enum Part: Hashable, Sendable {
      /// All sessions of a week, which has a number from 1.
      case week(Int)
      /// One session, by its identifier.
      case session(String)
    }

    /// On which side of the part the moment lies.
    public enum Side: String, CaseIterable, Hashable, Sendable {
      /// Before it begins.
      case before
      /// After it ends.
      case after
    }

    /// From when to when a part is held.
    public struct Span: Hashable, Sendable {
      /// When its first session begins.
      public var begins: Timestamp
      /// When its last session ends.
      public var ends: Timestamp

      /// Creates a span.
      public init(begins: Timestamp, ends: Timestamp) {
        self.begins = begins
        self.ends = ends
      }
    }

    /// The part of the timetable.
    public var part: Part
    /// On which side of it the moment lies.
    public var side: Side
    /// How far from it; not below zero.
    public var distance: Duration

    /// Creates a tie.
    public init(_ side: Side, _ part: Part, by distance: Duration = .zero) {
      self.side = side
      self.part = part
      self.distance = distance
    }

    /// The moment, once it is known when the part is held.
    public func instant(of span: Span) -> Timestamp {
      let (from, offset) =
        switch side {
        case .before: (span.begins, -distance.milliseconds)
        case .after: (span.ends, distance.milliseconds)
        }
      let (sum, overflows) = from.milliseconds.addingReportingOverflow(offset)
      return overflows ? from : Timestamp(milliseconds: sum)
    }
  }
}

extension Quiz.Tie: CustomStringConvertible {
  /// Reads a tie; `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 3, let side = Side(rawValue: words[words.count - 3]) else { return nil }
    let name = words[words.count - 1]
    switch words[words.count - 2] {
    case "week":
      guard let number = Int(name), (1...520).contains(number) else { return nil }
      part = .week(number)
    case "session": part = .session(name)
    default: return nil
    }
    self.side = side
    let span = words.dropLast(3)
    guard let distance = span.isEmpty ? .zero : Duration(words: span.joined(separator: " ")) else {
      return nil
    }
    self.distance = distance
  }

  /// The tie as a file has it.
  public var description: String {
    let place =
      switch part {
      case .week(let number): "\(side.rawValue) week \(number)"
      case .session(let name): "\(side.rawValue) session \(name)"
      }
    return distance == .zero ? place : "\(distance.words) \(place)"
  }
}

extension Quiz.Conditions {
  /// The same with the instants that a timetable gives to what is tied to it.
  ///
  /// - Parameter span: When a part of the timetable is held; `nil` for one that it does not have,
  ///   whose tie then stays.
  /// - Returns: The conditions with instants where they are known.
  public func tied(to span: (Quiz.Tie.Part) -> Quiz.Tie.Span?) -> Self {
    var conditions = self
    if let tie = opensBy, let span = span(tie.part) {
      (conditions.opens, conditions.opensBy) = (tie.instant(of: span), nil)
    }
    if let tie = closesBy, let span = span(tie.part) {
      (conditions.closes, conditions.closesBy) = (tie.instant(of: span), nil)
    }
    return conditions
  }
}

extension Quiz {
  /// What the window is tied to, each with its place in the file.
  public var ties: [(tie: Tie, location: Diagnostic.Location)] { ties(in: nil) }

  /// The same, where the values of the file may be known already.
  public func ties(in known: Node?) -> [(tie: Tie, location: Diagnostic.Location)] {
    guard conditions.opensBy != nil || conditions.closesBy != nil else { return [] }
    let node = known ?? (try? Node.parse(SourceText(file: file, text: text)))
    return [("opens", conditions.opensBy), ("closes", conditions.closesBy)].compactMap { key, tie in
      tie.map { ($0, node?.location(of: key) ?? .init(file: file)) }
    }
  }
}
