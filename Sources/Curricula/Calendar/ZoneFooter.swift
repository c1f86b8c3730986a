/// The rule by which a zone's clock goes on after the last listed change: `EST5EDT,M3.2.0,M11.1.0`.
///
/// Source: RFC 9636, section 3.3.1, and the environment variable TZ of POSIX.1-2017, section 8.3,
/// with hours from -167 to 167 as version 3 of TZif allows.
struct ZoneFooter: Hashable, Sendable {
  /// The seconds by which the clock is ahead of UTC outside summer time.
  let standard: Int
  /// Summer time; `nil` when the clock never changes.
  let summer: Summer?

  /// The part of each year in which another offset counts.
  struct Summer: Hashable, Sendable {
    /// The seconds by which the clock is ahead of UTC then.
    let offset: Int
    /// The day on which it begins.
    let begins: Day
    /// When it begins, in seconds after midnight on the clock before.
    let beginning: Int
    /// The day on which it ends.
    let ends: Day
    /// When it ends, in seconds after midnight on the clock before.
    let ending: Int
  }

  /// A day of each year.
  enum Day: Hashable, Sendable {
    /// A weekday of a month: week 1 to 4, or 5 for the last; Sunday is 0.
    case weekday(Int, week: Int, month: Int)
    /// A day from 1 to 365; 29 February is never counted.
    case common(Int)
    /// A day from 0 to 365.
    case counted(Int)
  }

  /// The offset in seconds at a time in seconds since 1970.
  func offset(at time: Int) -> Int {
    guard summer != nil else { return standard }
    let year = Year(containing: time + standard)
    let past = changes(in: year.number - 1...year.number + 1).last { $0.time <= time }
    return past?.offset ?? standard
  }

  /// The time of the next change after another time; `nil` when there is none.
  func nextChange(after time: Int) -> Int? {
    let year = Year(containing: time + standard)
    return changes(in: year.number - 1...year.number + 2).first { $0.time > time }?.time
  }

  /// The changes of some years in the order of time.
  private func changes(in years: ClosedRange<Int>) -> [ZoneChanges.Change] {
    guard let summer else { return [] }
    return years.flatMap { number in
      let year = Year(number)
      // Where summer time lasts all the year, its end is the next beginning, which counts.
      return [
        ZoneChanges.Change(
          time: year.start(of: summer.ends) + summer.ending - summer.offset,
          offset: standard
        ),
        ZoneChanges.Change(
          time: year.start(of: summer.begins) + summer.beginning - standard,
          offset: summer.offset
        ),
      ]
    }
    .enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    .map(\.element)
  }

  /// A year of the Gregorian calendar, counted in seconds since 1970.
  private struct Year {
    let number: Int

    init(_ number: Int) {
      self.number = number
    }

    /// The year in which a time lies.
    init(containing time: Int) {
      var year = Year(1970 + time / 31_556_952)
      while year.firstDay * 86_400 > time { year = Year(year.number - 1) }
      while Year(year.number + 1).firstDay * 86_400 <= time { year = Year(year.number + 1) }
      self = year
    }

    /// The days from 1 January 1970 to the first day.
    var firstDay: Int {
      func floor(_ number: Int, by divisor: Int) -> Int {
        (number - (number % divisor + divisor) % divisor) / divisor
      }
      let years = number - 1
      let leapDays = floor(years, by: 4) - floor(years, by: 100) + floor(years, by: 400)
      return 365 * (number - 1970) + leapDays - 477
    }

    private var isLeap: Bool {
      number % 4 == 0 && number % 100 != 0 || number % 400 == 0
    }

    private var monthLengths: [Int] {
      [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }

    /// Midnight at the beginning of a day, on a clock that shows UTC.
    func start(of day: Day) -> Int {
      let index =
        switch day {
        case .common(let number): isLeap && number >= 60 ? number : number - 1
        case .counted(let number): number
        case .weekday(let weekday, let week, let month): self.day(weekday, week, month)
        }
      return (firstDay + index) * 86_400
    }

    private func day(_ weekday: Int, _ week: Int, _ month: Int) -> Int {
      let lengths = monthLengths
      let first = lengths[..<(month - 1)].reduce(0, +)
      // 1 January 1970 was a Thursday.
      let weekdayOfFirst = (((firstDay + first + 4) % 7) + 7) % 7
      let earliest = (weekday - weekdayOfFirst + 7) % 7
      let chosen = earliest + 7 * (week - 1)
      return first + (chosen < lengths[month - 1] ? chosen : chosen - 7)
    }
  }
}
