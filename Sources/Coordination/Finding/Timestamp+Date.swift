public import Foundation
public import Quizzes

extension Timestamp {
  /// The instant of a date, to the millisecond.
  public init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  /// The instant.
  public var date: Date {
    Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
  }

  /// The instant without the fraction of its second.
  public var wholeSecond: Date {
    Date(timeIntervalSince1970: TimeInterval(milliseconds / 1000))
  }
}
