extension Quiz {
  /// How many items an attempt asks: those of the blueprint, or all but the descriptions.
  public var askedCount: Int {
    draws.isEmpty
      ? items.count { $0.kind != .description } : draws.reduce(0) { $0 + $1.count }
  }

  /// How many items of one sort an attempt gets; one line of a blueprint.
  public struct Draw: Hashable, Sendable {
    /// How many items are drawn, at least 1.
    public var count: Int
    /// Only items of this theme.
    public var theme: Reference?
    /// Only items of this module.
    public var module: Reference?
    /// Only items of this section.
    public var section: String?
    /// Only items of this level.
    public var level: Item.Level?
    /// Only items with this tag.
    public var tag: String?

    /// Creates a line of a blueprint; what is left out may be anything.
    public init(
      _ count: Int,
      theme: Reference? = nil,
      module: Reference? = nil,
      section: String? = nil,
      level: Item.Level? = nil,
      tag: String? = nil
    ) {
      self.count = count
      self.theme = theme
      self.module = module
      self.section = section
      self.level = level
      self.tag = tag
    }

    /// Whether an item may be drawn by this line; a description never is.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - quiz: Its quiz, whose module is that of the items without one.
    /// - Returns: Whether all that the line says is true of the item.
    public func admits(_ item: Item, of quiz: Quiz) -> Bool {
      let moduleName = item.module?.name ?? quiz.module?.name
      return item.kind != .description
        && (theme.map { wanted in item.themes.contains { $0.name == wanted.name } } ?? true)
        && (module.map { $0.name == moduleName } ?? true)
        && (section.map { $0 == item.section } ?? true)
        && (level.map { $0 == item.level } ?? true)
        && (tag.map(item.tags.contains) ?? true)
    }
  }
}
