/// How long to wait for other programs that are writing, and whom to tell.
public struct Patience: Sendable {
  /// How long to wait before giving up; 20 seconds unless told, for people never less than 10.
  public var limit: Duration
  /// After how long a wait the notice is due.
  public var quiet: Duration
  /// Called once in each wait that outlasts `quiet`, so that "saving…" can be shown.
  public var notice: @Sendable () -> Void

  /// Creates a patience; without a notice, a silent one.
  public init(
    limit: Duration = .seconds(20),
    quiet: Duration = .milliseconds(300),
    notice: @escaping @Sendable () -> Void = {}
  ) {
    self.limit = limit
    self.quiet = quiet
    self.notice = notice
  }
}
