public import Quizzes

/// What a quiz should cover.
public struct ExpectedCoverage: Hashable, Sendable {
  /// Something that items can be about: its name as items write it, and what it is called.
  public struct Theme: Hashable, Sendable {
    public var name: String
    public var title: String
    /// The least number of items about it.
    public var count: Int

    /// Creates a theme that a quiz should cover.
    public init(_ name: String, title: String, count: Int = 1) {
      self.name = name
      self.title = title
      self.count = count
    }
  }

  /// Why these themes are expected, such as `the sessions of the module 'corruption'`.
  public var reason: String
  /// The themes that the quiz should cover.
  public var themes: [Theme]
  /// The least number of items of each level.
  public var levels: [Item.Level: Int]

  /// Creates what is expected.
  public init(reason: String, themes: [Theme], levels: [Item.Level: Int] = [:]) {
    self.reason = reason
    self.themes = themes
    self.levels = levels
  }
}
