/// Where a conversation's lines come from: a terminal, a pipe, or a script in a test.
public protocol LineSource {
  /// Asks for a line and waits for it.
  mutating func next(_ prompt: LineRequest) -> TypedLine
}
