/// What a participant can type at a prompt instead of a response.
public enum Command: String, CaseIterable, Hashable, Sendable {
  case help
  case back
  case next
  case skip
  case flag
  case goto
  case review
  case time
  case hint
  case submit
  case quit

  /// How the command is typed.
  public var name: String {
    ":\(rawValue)"
  }

  /// What the command does, for the help.
  func summary(_ kind: Attempt.Kind) -> String {
    switch (self, kind.givesFeedbackAtOnce) {
    case (.help, _): "show this list"
    case (.back, false): "go to the previous item"
    case (.back, true): "go back to the last item without a response"
    case (.next, false): "go to the next item"
    case (.next, true): "go to the next item without a response"
    case (.skip, _): "leave the item for later"
    case (.flag, _): "flag the item to look at it again; type it again to remove the flag"
    case (.goto, false): "go to an item by its number, such as :goto 3"
    case (.goto, true): "go to an item without a response by its number, such as :goto 3"
    case (.review, _): "list the items and your responses"
    case (.time, _): "show how much time is left"
    case (.hint, _): "show a hint, which costs part of the mark"
    case (.submit, false): "finish the attempt; you are asked first"
    case (.submit, true): "finish; you are asked first"
    case (.quit, _): "stop here; your responses are kept"
    }
  }
}

/// A line that begins with a colon.
enum TypedCommand: Equatable {
  /// A command with what stands behind it.
  case known(Command, argument: String)
  /// A beginning that several commands share.
  case ambiguous([Command])
  /// Nothing that is known.
  case unknown(String)

  /// Reads a line; `nil` when it does not begin with a colon, or is a text of several lines.
  init?(_ line: String) {
    guard line.hasPrefix(":"), !line.contains("\n") else { return nil }
    let words = line.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = words.first.map { $0.lowercased() } ?? ""
    let argument = words.count > 1 ? String(words[1]) : ""
    let matching = Command.allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    // The shortest form of the help stays the help.
    let exact = name == "h" ? .help : Command(rawValue: name)
    if let exact = exact ?? (matching.count == 1 ? matching.first : nil) {
      self = .known(exact, argument: argument)
    } else {
      self = matching.isEmpty ? .unknown(String(line.prefix(40))) : .ambiguous(matching)
    }
  }
}
