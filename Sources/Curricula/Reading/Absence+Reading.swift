internal import Diagnostics

extension Absence {
  /// Reads a list of days: single days, or mappings with `on`, or `from` and `to`, with `hours`, a
  /// `reason` and a `weight`.
  ///
  /// - Parameters:
  ///   - node: The list, `nil` when nothing was written.
  ///   - weight: What a day costs that says nothing of it; `nil` when it cannot be used.
  ///   - findings: Where problems are reported.
  /// - Returns: The days that could be read, in the order written.
  static func list(_ node: Node?, weight: Int? = nil, _ findings: inout Findings) -> [Absence] {
    guard let node else { return [] }
    return node.list(&findings).compactMap { Absence($0, weight: weight, &findings) }
  }

  private init?(_ node: Node, weight usual: Int?, _ findings: inout Findings) {
    location = node.location
    weight = usual
    guard case .mapping = node.content else {
      guard let day = node.date(&findings) else { return nil }
      days = DateSpan(day)
      return
    }
    let keys = ["on", "from", "to", "hours", "reason", "weight"]
    guard let fields = Fields(node, of: "span of days", keys: keys, &findings) else { return nil }
    let span: DateSpan?
    if let on = fields.entry("on") {
      for key in ["from", "to"] where fields.entry(key) != nil {
        findings.error(
          at: fields.location(of: key),
          "the span of days has both 'on' and '\(key)'",
          remedy: "write 'on' for one day, or 'from' and 'to' for several"
        )
      }
      span = on.value.span(&findings)
    } else {
      span = Node.span(in: fields, &findings)
    }
    hours = fields["hours"].flatMap { Hours($0, hasWeight: false, &findings) }
    reason = fields["reason"]?.text(&findings)
    if let written = fields["weight"] { weight = written.weight(&findings) }
    guard let span else { return nil }
    days = span
  }
}

extension Hours {
  /// Reads a part of the day: `{from: 09:00, to: 17:00}`, with a weight and a reason where they
  /// have a meaning.
  init?(_ node: Node, hasWeight: Bool = true, _ findings: inout Findings) {
    let keys = ["from", "to"] + (hasWeight ? ["weight", "reason"] : [])
    guard let fields = Fields(node, of: "range of hours", keys: keys, &findings) else { return nil }
    let start = fields.required("from", &findings)?.timeOfDay(&findings)
    let end = fields.required("to", &findings)?.timeOfDay(&findings)
    let weight = fields["weight"]?.weight(&findings)
    let reason = fields["reason"]?.text(&findings)
    guard let start, let end else { return nil }
    guard let last = Self.end(of: start, end) else {
      findings.error(
        at: fields.location(of: "to"),
        "the hours end before they begin",
        remedy: "write the earlier time under 'from'; hours that pass midnight last at most "
          + "\(Self.longestNight / 60) hours"
      )
      return nil
    }
    self.init(from: start, to: last, at: node.location)
    self.weight = weight
    self.reason = reason
  }

  /// The most minutes from a time to one on the next day; what would take longer was exchanged.
  public static let longestNight = 14 * 60

  /// The end of what lasts from a time to another, in minutes since the midnight before its beginning;
  /// `nil` where it would end before it begins.
  public static func end(of start: Int, _ end: Int) -> Int? {
    if start < end { return end }
    return start > end && end + 1440 - start <= longestNight ? end + 1440 : nil
  }
}
