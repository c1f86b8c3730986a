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
  /// The curricula to which the quiz belongs, each by its name, or for one edition only: `security/2026`.
  public var curricula: [Reference] = []
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
  /// Whether participants say how certain they are of each response, and are marked by it.
  public var asksCertainty = false
  /// The part of an item's mark that each hint and each further try costs, from 0 to 1.
  public var penalty = usualPenalty
  /// When and how often the quiz may be sat.
  public var conditions: Conditions
  /// Which of several attempts counts.
  public var grading = Grading.best
  /// What participants are shown of their attempts, and when.
  public var feedback: Feedback
  /// The parts of the quiz, in their order; none for a quiz in one part.
  public var sections: [Section] = []
  /// The blueprint by which each attempt draws its items; empty when it gets all of them.
  public var draws: [Draw]
  /// The quizzes whose items can be drawn too, by the names of their files; see ``borrowing(from:_:)``.
  public var banks: [Reference]
  /// Lists of items of which an attempt gets one at most, because one tells something of another.
  public var apart: [[Reference]]
  /// The items in the order of the file; their identifiers are unique.
  public var items: [Item]
  /// The rules of item writing that the file lets pass.
  public var allowances: [Item.Allowance] = []
  /// The comments at the head of the file, each on one line.
  public var remarks: [String] = []
  /// The whole text of the file.
  ///
  /// An attempt keeps it, so that it can always be marked as it was sat.
  public var text = ""

  /// What a hint or a further try costs where the file says nothing.
  public static let usualPenalty = Rational(1, over: 3)

  /// Creates a quiz; what is left out is as in a file that does not say it, so that a graded quiz has
  /// one attempt and keeps its right answers until it has closed.
  ///
  /// Whatever else a file says of it is set afterwards.
  public init(
    title: String,
    status: String,
    mode: Mode = .graded,
    passPercent: Rational? = nil,
    shuffle: Shuffle = .itemsAndOptions,
    feedback: Feedback? = nil,
    sections: [Section] = [],
    draws: [Draw] = [],
    banks: [Reference] = [],
    apart: [[Reference]] = [],
    items: [Item],
    text: String = "",
    allowances: [Item.Allowance] = [],
    remarks: [String] = []
  ) {
    self.title = title
    self.status = status
    self.mode = mode
    self.passPercent = passPercent
    self.shuffle = shuffle
    self.feedback = feedback ?? .usual(in: mode)
    self.sections = sections
    self.draws = draws
    self.banks = banks
    self.apart = apart
    self.items = items
    self.text = text
    self.allowances = allowances
    self.remarks = remarks
    conditions = .usual(in: mode)
  }

  /// The item with an identifier.
  ///
  /// - Complexity: O(*n*) in the number of items.
  public subscript(id: Item.ID) -> Item? {
    // By index, because an item is large to copy.
    items.firstIndex { $0.id == id }.map { items[$0] }
  }
}
