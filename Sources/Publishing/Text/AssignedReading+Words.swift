public import Curricula
internal import Diagnostics

extension AssignedReading {
  /// The reading on one line.
  public var words: String {
    let place = source.map { ", \($0)" } ?? ""
    let address = link.map { " <\($0)>" } ?? ""
    let facts = [
      minutes.map { $0.counted("minute") }, isOptional ? "optional" : nil,
    ].compactMap(\.self)
    return title + place + address + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
  }
}
