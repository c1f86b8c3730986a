internal import Diagnostics

/// The days or weeks on which a series is held.
struct Occasions {
  /// One of them.
  struct Occasion {
    /// Its number among all that the words name, from 1.
    let number: Int
    /// Its day, or the days of its week.
    let days: DateSpan
    /// Whether nothing that is said of days and weeks excludes it.
    let isWanted: Bool
  }

  /// All that the words name, also those that cannot be used; `nil` where nothing is said of days.
  private(set) var all: [Occasion]?
  /// Whether it was said in words that cannot be read.
  private(set) var isUnreadable = false

  /// Reads `every`, `weeks`, `since` and `until`.
  init(_ fields: Fields, _ days: ProgrammeDays?, _ findings: inout Findings) {
    let since = fields["since"]?.date(&findings)
    let until = fields["until"]?.date(&findings)
    let chosen = fields["weeks"].map { WeekChoice($0, &findings) }
    guard fields["every"] != nil || fields["weeks"] != nil else {
      for key in ["since", "until"] where fields[key] != nil {
        findings.error(
          at: fields.location(of: key),
          "the series has '\(key)', but no 'every' and no 'weeks'",
          remedy: "add one of them, or write a constraint 'window'"
        )
      }
      return
    }
    let patterns = fields["every"].map { node in
      node.list(&findings).map { DayPattern($0, &findings) }
    }
    isUnreadable =
      patterns?.contains { $0 == nil } == true || chosen.map { $0 == nil } == true || days == nil
    guard !isUnreadable, let days else { return }
    func isWanted(_ span: DateSpan, in week: Int) -> Bool {
      (chosen ?? nil)?.contains(week) != false && span.last >= since ?? span.last
        && span.first <= until ?? span.first
    }
    guard let patterns = patterns?.compactMap(\.self) else {
      all = (1...days.weeks).map { week in
        let span = days.span(ofWeek: week)
        return Occasion(number: week, days: span, isWanted: isWanted(span, in: week))
      }
      return
    }
    let named = days.all.filter { day in patterns.contains { $0.matches(day) } }
    all = named.enumerated().map { index, day in
      let span = DateSpan(day)
      let isWanted = isWanted(span, in: days.week(of: day))
      return Occasion(number: index + 1, days: span, isWanted: isWanted)
    }
  }
}

/// The days of a programme, and on which of them a block is open.
struct ProgrammeDays {
  let starts: CivilDate
  let weeks: Int
  /// For each day that has a block, the blocks.
  private let blocks: [CivilDate: [Block]]

  /// The days of a programme with some blocks.
  init(starts: CivilDate, weeks: Int, blocks: [Block]) {
    self.starts = starts
    self.weeks = weeks
    self.blocks = Dictionary(grouping: blocks, by: \.date)
  }

  /// Every day of the programme.
  var all: [CivilDate] { (0..<weeks * 7).map { starts.adding(days: $0) } }

  /// The week of a day, from 1.
  func week(of day: CivilDate) -> Int { day.days(since: starts) / 7 + 1 }

  /// The days of a week.
  func span(ofWeek week: Int) -> DateSpan {
    let first = starts.adding(days: (week - 1) * 7)
    return DateSpan(from: first, to: first.adding(days: 6)) ?? DateSpan(first)
  }

  /// Whether one of some days has a block for some groups.
  func isOpen(_ span: DateSpan, for groups: [String]) -> Bool {
    (span.first.dayNumber...span.last.dayNumber).contains { day in
      blocks[CivilDate(dayNumber: day)]?.contains { $0.admits(groups) } == true
    }
  }
}

/// Days that come again: `day`, `Thursday`, `second Thursday`.
enum DayPattern {
  case daily
  case weekly(Weekday)
  /// The weekday of that place in each month; -1 for the last.
  case monthly(Int, Weekday)

  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "last"]

  /// Reads a pattern.
  init?(_ node: Node, _ findings: inout Findings) {
    let expected = "days such as 'Thursday', 'second Thursday' or 'day'"
    guard let text = node.text(&findings, expected: expected) else { return nil }
    let words = text.lowercased().split(separator: " ").map(String.init)
    let weekday = words.last.flatMap { Weekday(rawValue: $0) }
    if words == ["day"] {
      self = .daily
    } else if words.count == 1, let weekday {
      self = .weekly(weekday)
    } else if words.count == 2, let weekday, let place = Self.ordinals.firstIndex(of: words[0]) {
      self = .monthly(words[0] == "last" ? -1 : place + 1, weekday)
    } else {
      let known = Weekday.allCases.map(\.name) + Self.ordinals
      let unknown = words.first { word in !known.contains { $0.lowercased() == word } } ?? text
      node.mismatch(
        expected: expected,
        &findings,
        remedy: didYouMean(unknown, among: known, otherwise: "write the English name of a weekday")
      )
      return nil
    }
  }

  /// Whether a day is one of them.
  func matches(_ day: CivilDate) -> Bool {
    switch self {
    case .daily: true
    case .weekly(let weekday): day.weekday == weekday
    case .monthly(-1, let weekday):
      day.weekday == weekday && day.adding(days: 7).components.month != day.components.month
    case .monthly(let place, let weekday):
      day.weekday == weekday && (day.components.day - 1) / 7 + 1 == place
    }
  }
}

/// Weeks of a programme: `each`, `odd`, `even`, or their numbers.
enum WeekChoice {
  case each, odd, even
  case listed([Int])

  /// Reads a choice of weeks.
  init?(_ node: Node, _ findings: inout Findings) {
    if case .scalar(let text, _) = node.content, Int(text) == nil {
      switch text.lowercased() {
      case "each", "all": self = .each
      case "odd": self = .odd
      case "even": self = .even
      default:
        node.mismatch(
          expected: "'each', 'odd', 'even' or numbers of weeks",
          &findings,
          remedy: didYouMean(
            text,
            among: ["each", "odd", "even"],
            otherwise: "write 'weeks: odd' or 'weeks: [1, 3, 5]'"
          )
        )
        return nil
      }
      return
    }
    let nodes = node.list(&findings)
    let weeks = nodes.compactMap { $0.integer(in: 1...1000, &findings) }
    guard weeks.count == nodes.count else { return nil }
    self = .listed(weeks)
  }

  /// Whether a week is among them.
  func contains(_ week: Int) -> Bool {
    switch self {
    case .each: true
    case .odd: week % 2 == 1
    case .even: week % 2 == 0
    case .listed(let weeks): weeks.contains(week)
    }
  }
}
