/// What a participant did at a prompt.
public enum Input: Hashable, Sendable {
  /// A line was typed.
  case line(String)
  /// A line was typed that is longer than the prompt takes.
  case tooLong
  /// There will be no more lines.
  case endOfInput
  /// The participant pressed the key that interrupts.
  case interrupt
  /// The participant pressed the key that ends a program at once.
  case quit
  /// The program was stopped and goes on; so much had been typed.
  case continued(typed: String)
  /// The terminal or the connection went away.
  case hangUp
  /// The program was asked to end.
  case terminated
  /// The time for the attempt ran out while a line was awaited.
  case timeUp
}

/// What follows from one input: first record, then show, then ask.
public struct Turn: Hashable, Sendable {
  /// What is asked next.
  public enum Next: Hashable, Sendable {
    /// Ask for the next line.
    case ask(Prompt)
    /// The participant left; the attempt stays open.
    case stop(Event.Reason)
    /// The attempt was submitted.
    case finish
  }

  /// To be recorded durably, all or none, before anything of the turn is shown.
  public var events: [Event]
  /// To be shown, in order.
  public var lines: [Line]
  /// What is asked next.
  public var next: Next
  /// What was shown of the attempt that this turn closed, to be shown again as a whole.
  public var results: Results?
}

/// What asks for a line.
public struct Prompt: Hashable, Sendable {
  /// The text before the cursor, with a space at its end.
  public var text: String
  /// What may be completed here; it tells nothing about the key.
  public var completions: [String]
  /// What is at the prompt already: the earlier response, as typed, from which a revision starts.
  public var earlier: String?
  /// Whether a pasted text keeps its paragraphs.
  public var keepsParagraphs = false
  /// Whether the line goes on with a text, so that what was typed before the prompt belongs to it.
  public var goesOn = false
  /// The longest line that is read, in characters.
  public var characterLimit = Conversation.lineLimit
}
