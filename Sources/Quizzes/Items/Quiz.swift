/// Ordered items with how they are sat, as people write them in a file.
public struct Quiz: Hashable, Sendable {
  /// When a participant sees feedback.
  public enum Mode: String, CaseIterable, Hashable, Sendable {
    /// After each response.
    case practice
    /// When the attempt is submitted.
    case graded
  }

  /// What a seed puts into another order.
  public enum Shuffle: String, CaseIterable, Hashable, Sendable {
    case nothing
    case items
    case options
    case itemsAndOptions = "items-and-options"

    /// Whether the items change places.
    public var includesItems: Bool { self == .items || self == .itemsAndOptions }
    /// Whether the options of an item change places.
    public var includesOptions: Bool { self == .options || self == .itemsAndOptions }
  }

  /// The title, for reading.
  public var title: String
  /// What the quiz is and is not, printed with every sitting.
  public var status: String
  /// The curriculum to which the quiz belongs.
  public var curriculum: Reference?
  /// The module to which the quiz belongs.
  public var module: Reference?
  /// When a participant sees feedback.
  public var mode: Mode
  /// The least percentage of the maximum that passes, from 0 to 100; `nil` when nobody fails.
  public var passPercent: Rational?
  /// What a seed puts into another order.
  public var shuffle: Shuffle
  /// A text shown before the start.
  public var notice: String?
  /// The items in the order of the file; their identifiers are unique.
  public var items: [Item]
  /// The whole text of the file.
  ///
  /// An attempt keeps it, so that it can always be marked as it was sat.
  public var text: String

  /// Creates a quiz.
  public init(
    title: String,
    status: String,
    curriculum: Reference? = nil,
    module: Reference? = nil,
    mode: Mode = .graded,
    passPercent: Rational? = nil,
    shuffle: Shuffle = .itemsAndOptions,
    notice: String? = nil,
    items: [Item],
    text: String = ""
  ) {
    self.title = title
    self.status = status
    self.curriculum = curriculum
    self.module = module
    self.mode = mode
    self.passPercent = passPercent
    self.shuffle = shuffle
    self.notice = notice
    self.items = items
    self.text = text
  }

  /// The item with an identifier.
  ///
  /// - Complexity: O(*n*) in the number of items.
  public subscript(id: Item.ID) -> Item? {
    items.first { $0.id == id }
  }
}
