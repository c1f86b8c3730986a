/// How an event of an iCalendar file repeats: the kinds that calendar programs write.
///
/// Source: RFC 5545, section 3.3.10.
struct CalendarRecurrence {
  enum Frequency: String {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, with its number in the month or year where one is meant; -1 is the last.
  struct Day: Hashable {
    let ordinal: Int
    let weekday: Weekday
  }

  /// Why a rule cannot be read.
  struct Fault: Error {
    /// The part that is not understood.
    let part: String
  }

  let frequency: Frequency
  private var interval = 1
  private var count: Int?
  private var until: CalendarMoment?
  private var days: [Day] = []
  private var monthDays: [Int] = []
  private var months: [Int] = []
  private var positions: [Int] = []
  private var weekStart = Weekday.monday

  /// Periods looked at before an event counts as one that never ends.
  private static let periodLimit = 40_000

  init(_ text: String, in zone: Zone) throws(Fault) {
    var parts: [(name: String, value: String)] = []
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { throw Fault(part: String(part)) }
      parts.append((pair[0].uppercased(), pair[1].uppercased()))
    }
    guard let name = parts.first(where: { $0.name == "FREQ" })?.value,
      let frequency = Frequency(rawValue: name)
    else { throw Fault(part: parts.first { $0.name == "FREQ" }?.value ?? text) }
    self.frequency = frequency
    for (name, value) in parts where name != "FREQ" {
      guard read(name, value, in: zone) else { throw Fault(part: "\(name)=\(value)") }
    }
  }

  private mutating func read(_ name: String, _ value: String, in zone: Zone) -> Bool {
    func numbers(_ range: ClosedRange<Int>) -> [Int]? {
      let numbers = value.split(separator: ",").map { Int($0) }
      return numbers.allSatisfy { $0.map { $0 != 0 && range.contains($0) } == true }
        ? numbers.compactMap(\.self) : nil
    }
    switch name {
    case "INTERVAL":
      guard let number = Int(value), (1...1000).contains(number) else { return false }
      interval = number
    case "COUNT":
      guard let number = Int(value), (1...100_000).contains(number) else { return false }
      count = number
    case "UNTIL":
      guard let moment = CalendarMoment(value, in: zone) else { return false }
      until = moment
    case "WKST":
      guard let day = Self.weekday(value) else { return false }
      weekStart = day
    case "BYDAY":
      days = value.split(separator: ",").compactMap(Self.day)
      return days.count == value.split(separator: ",").count
    case "BYMONTHDAY":
      guard let numbers = numbers(-31...31) else { return false }
      monthDays = numbers
    case "BYMONTH":
      guard let numbers = numbers(1...12) else { return false }
      months = numbers
    case "BYSETPOS":
      guard let numbers = numbers(-366...366) else { return false }
      positions = numbers
    default: return false
    }
    return true
  }

  private static func weekday(_ code: some StringProtocol) -> Weekday? {
    Weekday.allCases.first { $0.rawValue.prefix(2).uppercased() == code }
  }

  private static func day(_ text: Substring) -> Day? {
    guard let weekday = weekday(text.suffix(2)) else { return nil }
    let number = text.dropLast(2)
    guard !number.isEmpty else { return Day(ordinal: 0, weekday: weekday) }
    guard let ordinal = Int(number), ordinal != 0, abs(ordinal) <= 53 else { return nil }
    return Day(ordinal: ordinal, weekday: weekday)
  }

  /// The starts of the event from the first on, up to a day.
  func starts(from first: CalendarMoment, until last: CivilDate) -> [CalendarMoment] {
    var starts = [first]
    for period in 0..<Self.periodLimit {
      for date in chosen(from: candidates(period, first.date)) where date > first.date {
        let start = first.on(date)
        guard date <= last, count.map({ starts.count < $0 }) != false, !isPast(start) else {
          return starts
        }
        starts.append(start)
      }
      if beginning(of: period, first.date) > last { break }
    }
    return starts
  }

  /// Whether a start comes after the end of the rule.
  private func isPast(_ start: CalendarMoment) -> Bool {
    guard let until else { return false }
    guard until.minutes != nil, start.minutes != nil, let end = until.instant,
      let instant = start.instant
    else { return start.date > until.date }
    return instant > end
  }

  private func chosen(from dates: [CivilDate]) -> [CivilDate] {
    let dates = dates.filter { months.isEmpty || months.contains($0.components.month) }
    guard !positions.isEmpty else { return dates }
    return positions.map { $0 > 0 ? $0 - 1 : dates.count + $0 }.filter(dates.indices.contains)
      .sorted().map { dates[$0] }
  }

  /// The first day of a period.
  private func beginning(of period: Int, _ first: CivilDate) -> CivilDate {
    let (year, month, _) = first.components
    switch frequency {
    case .daily: return first.adding(days: period * interval)
    case .weekly:
      let order = Weekday.allCases
      let index = order.firstIndex(of: first.weekday) ?? 0
      let start = order.firstIndex(of: weekStart) ?? 0
      return first.adding(days: period * interval * 7 - (index - start + 7) % 7)
    case .monthly:
      let number = year * 12 + month - 1 + period * interval
      return CivilDate(year: number / 12, month: number % 12 + 1, day: 1) ?? first
    case .yearly: return CivilDate(year: year + period * interval, month: 1, day: 1) ?? first
    }
  }

  /// The days of a period that the rule may mean, in the order of time.
  private func candidates(_ period: Int, _ first: CivilDate) -> [CivilDate] {
    let start = beginning(of: period, first)
    let (year, month, _) = start.components
    switch frequency {
    case .daily:
      return [start].filter { fitsMonthDays($0) && fitsWeekdays($0) }
    case .weekly:
      let weekdays = days.isEmpty ? [first.weekday] : days.map(\.weekday)
      return (0..<7).map { start.adding(days: $0) }.filter { weekdays.contains($0.weekday) }
    case .monthly: return candidates(ofMonth: month, year, first)
    case .yearly:
      if months.isEmpty, !days.isEmpty, monthDays.isEmpty {
        return Self.fitting(days, in: Self.days(from: start, count: Self.length(of: year)))
      }
      let months =
        !self.months.isEmpty
        ? self.months.sorted() : monthDays.isEmpty ? [first.components.month] : Array(1...12)
      return months.flatMap { candidates(ofMonth: $0, year, first) }
    }
  }

  private func candidates(ofMonth month: Int, _ year: Int, _ first: CivilDate) -> [CivilDate] {
    let all = (1...31).compactMap { CivilDate(year: year, month: month, day: $0) }
    if days.isEmpty, monthDays.isEmpty {
      return all.filter { $0.components.day == first.components.day }
    }
    let ofWeekdays = days.isEmpty ? all : Self.fitting(days, in: all)
    return ofWeekdays.filter(fitsMonthDays)
  }

  private func fitsWeekdays(_ date: CivilDate) -> Bool {
    days.isEmpty || days.contains { $0.weekday == date.weekday }
  }

  private func fitsMonthDays(_ date: CivilDate) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let (year, month, day) = date.components
    let length = (28...31).last { CivilDate(year: year, month: month, day: $0) != nil } ?? 28
    return monthDays.contains(day) || monthDays.contains(day - length - 1)
  }

  /// The weekdays among some days in a row, by their numbers where they have one.
  private static func fitting(_ days: [Day], in all: [CivilDate]) -> [CivilDate] {
    let chosen = days.flatMap { day in
      let like = all.filter { $0.weekday == day.weekday }
      guard day.ordinal != 0 else { return like }
      let index = day.ordinal > 0 ? day.ordinal - 1 : like.count + day.ordinal
      return like.indices.contains(index) ? [like[index]] : []
    }
    return Set(chosen).sorted()
  }

  private static func days(from first: CivilDate, count: Int) -> [CivilDate] {
    (0..<count).map { first.adding(days: $0) }
  }

  private static func length(of year: Int) -> Int {
    CivilDate(year: year, month: 2, day: 29) == nil ? 365 : 366
  }
}
