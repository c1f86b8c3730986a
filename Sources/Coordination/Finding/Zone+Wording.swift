public import Curricula
internal import Publishing
public import Quizzes

extension Zone {
  /// An instant for people: `Tuesday 23 March 2027, 10:00, New York time`.
  public func wording(of instant: Timestamp) -> String {
    let (date, minutes) = wallClock(at: instant.date)
    let hour = minutes / 60
    let minute = minutes % 60
    let time = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    let zone = name == "UTC" ? "UTC" : "\(city) time"
    return "\(date.weekday.name) \(date.spelled), \(time), \(zone)"
  }
}
