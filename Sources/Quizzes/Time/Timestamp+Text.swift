extension Timestamp {
  /// Reads an instant with its offset, such as `2027-03-23T10:00:00-04:00`; `nil` for anything else.
  ///
  /// The seconds may be left out, a space may stand for `T`, and `Z` means no offset.
  public init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var reader = SignReader(text)
    guard let day = ReviewDate(from: &reader), reader.sign(of: "Tt ") != nil,
      let hour = reader.number(of: 2), hour < 24, reader.sign(of: ":") != nil,
      let minute = reader.number(of: 2), minute < 60
    else { return nil }
    let second = reader.sign(of: ":") == nil ? 0 : reader.number(of: 2)
    guard let second, second < 60 else { return nil }
    _ = reader.sign(of: " ")
    guard let offset = Self.offset(from: &reader), reader.isAtEnd else { return nil }
    let minutes = (day.daysSince1970 * 24 + hour) * 60 + minute - offset
    self.init(milliseconds: Int64((minutes * 60 + second) * 1000))
  }

  /// The minutes by which clocks are before universal time: `Z`, `-04:00` or `+0530`.
  private static func offset(from reader: inout SignReader) -> Int? {
    if reader.sign(of: "Zz") != nil { return 0 }
    guard let sign = reader.sign(of: "+-"), let hours = reader.number(of: 2), hours <= 18 else {
      return nil
    }
    _ = reader.sign(of: ":")
    guard let minutes = reader.number(of: 2), minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  /// The instant in universal time, such as `2027-03-23T14:00:00Z`; parts of a second are left out.
  public var universal: String {
    let seconds = (milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000
    let day = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    let second = Int(seconds - day * 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    return "\(ReviewDate(daysSince1970: Int(day)))T\(time)Z"
  }
}

extension ReviewDate {
  /// The days from 1970-01-01 to this day.
  ///
  /// Source: H. Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`.
  var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that lies so many days after 1970-01-01, within the years 1 to 9999.
  ///
  /// Source: as above, `civil_from_days`.
  init(daysSince1970: Int) {
    let days = min(max(daysSince1970, -719_162), 2_932_896) + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}
