/// The changes of a zone's clock, as one file of the time zone database lists them.
///
/// The form of the file is TZif, RFC 9636. What it says of the past is a list of changes; what it says
/// of the future is a rule, its footer, which counts from the last listed change on.
public struct ZoneChanges: Sendable {
  /// One change of the clock.
  struct Change: Hashable, Sendable {
    /// When it happens, in seconds since 1 January 1970, in UTC.
    let time: Int
    /// By how many seconds the clock is ahead of UTC from then on.
    let offset: Int
  }

  /// The offset before the first change, in seconds.
  let firstOffset: Int
  /// The changes in the order of time.
  let changes: [Change]
  /// What counts from the last change on; `nil` when nothing changes any more.
  let footer: ZoneFooter?

  /// The seconds by which the clock is ahead of UTC at a time in seconds since 1970.
  ///
  /// - Complexity: O(log *n*) for *n* changes.
  func offset(at time: Int) -> Int {
    guard let last = changes.last, time < last.time else {
      return footer?.offset(at: time) ?? changes.last?.offset ?? firstOffset
    }
    let next = firstChange(after: time)
    return next == 0 ? firstOffset : changes[next - 1].offset
  }

  /// The time of the next change after another time; `nil` when there is none.
  func nextChange(after time: Int) -> Int? {
    let next = firstChange(after: time)
    return next < changes.count ? changes[next].time : footer?.nextChange(after: time)
  }

  /// The index of the first change that is later than a time.
  private func firstChange(after time: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
