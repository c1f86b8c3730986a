extension Solver {
  /// How much is done to lay a programme out.
  public struct Limits: Hashable, Sendable {
    /// The steps of the exact method, each a fraction of a microsecond.
    public var steps: Int
    /// The steps to bound the cost of what is beyond the exact method.
    public var boundSteps: Int
    /// The steps of these that may pass before there is a search beside them.
    public var earlySteps: Int
    /// The steps of the exact method once blocks were bounded.
    var wideSteps: Int { min(steps, earlySteps.saturatingMultiplied(by: 30)) }
    /// The trial changes of each search.
    public var moves: Int
    /// The searches beside one another; what they find depends on their number.
    public var chains: Int

    /// What suffices for programmes of some sixty sessions: less than a minute in all.
    public static let standard = Limits()

    /// Creates limits.
    ///
    /// Without steps for the bound, it has as many as the exact method; without steps of these before the
    /// search, a sixth of them, and never more than some seconds take.
    public init(
      steps: Int = 300_000_000,
      boundSteps: Int? = nil,
      earlySteps: Int = .max,
      moves: Int = 20_000_000,
      chains: Int = 2
    ) {
      self.steps = steps
      self.boundSteps = boundSteps ?? steps
      self.earlySteps = min(earlySteps, self.boundSteps / 6, Self.mostEarlySteps)
      self.moves = moves
      self.chains = chains
    }

    private static let mostEarlySteps = 12_000_000
  }
}
