internal import Diagnostics

extension Duration {
  /// Reads a span of time such as `45 minutes`, `1 hour 30 minutes` or `7 days`; `nil` for anything
  /// else, for nothing, and for more than ten years.
  public init?(words text: String) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.filter { $0 != "and" }
    guard !words.isEmpty, words.count <= 10, words.count.isMultiple(of: 2) else { return nil }
    var seconds = 0
    for pair in stride(from: 0, to: words.count, by: 2) {
      guard let number = Int(words[pair]), (1...100_000).contains(number),
        let unit = Self.units.first(where: { $0.names.contains(String(words[pair + 1])) })
      else { return nil }
      seconds += number * unit.seconds
    }
    guard seconds <= 315_360_000 else { return nil }
    self = .seconds(seconds)
  }

  /// The span for people and for files: `1 hour 30 minutes`; parts of a second are left out.
  public var words: String {
    var rest = max(0, Int(components.seconds))
    var words: [String] = []
    for unit in Self.units where unit.isWritten {
      let number = rest / unit.seconds
      if number > 0 { words.append(number.counted(unit.names[0])) }
      rest -= number * unit.seconds
    }
    return words.isEmpty ? "0 seconds" : words.joined(separator: " ")
  }

  /// The whole milliseconds.
  public var milliseconds: Int64 {
    let (seconds, overflows) = components.seconds.multipliedReportingOverflow(by: 1000)
    return overflows ? .max : seconds + components.attoseconds / 1_000_000_000_000_000
  }

  private static let units: [(names: [String], seconds: Int, isWritten: Bool)] = [
    (["week", "weeks"], 604_800, false),
    (["day", "days", "d"], 86_400, true),
    (["hour", "hours", "h"], 3600, true),
    (["minute", "minutes", "min", "mins"], 60, true),
    (["second", "seconds", "s", "sec"], 1, true),
  ]
}
