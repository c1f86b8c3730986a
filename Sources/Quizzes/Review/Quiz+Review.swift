internal import Diagnostics

extension Quiz {
  /// An item of a quiz that is to be asked again.
  public struct Reviewed {
    /// Where the item is written.
    public var origin: Item.Origin
    /// The quiz as it is now.
    public var quiz: Quiz

    /// Creates what is to be asked again.
    public init(_ origin: Item.Origin, in quiz: Quiz) {
      self.origin = origin
      self.quiz = quiz
    }
  }

  /// The name under which reviews are recorded.
  public static let reviewName = "review"

  /// Puts items of several quizzes together to one that can be sat, with its text.
  ///
  /// Each item is taken over as it is written, with its origin. The statuses and notices of the
  /// quizzes are kept, each once. Items that share an identifier get another one.
  ///
  /// - Parameter items: Each with the quiz in which it is; those that are not there are left out.
  /// - Returns: The quiz, or `nil` when no item is left.
  public static func review(of items: [Reviewed]) -> Quiz? {
    var names: Set<Item.ID> = []
    let nodes = items.compactMap { reviewed -> Node? in
      guard let node = reviewed.node else { return nil }
      var name = reviewed.origin.item
      var number = 1
      while !names.insert(name).inserted {
        number += 1
        name = "\(reviewed.origin.item.prefix(56))-\(number)"
      }
      return reviewed.node(node, named: name)
    }
    let quizzes = items.map(\.quiz)
    let notices = quizzes.compactMap(\.notice).withoutRepetition
    var entries = [
      Node.entry("quiz", .text("Review: items that you missed or that are due")),
      Node.entry("status", .text(quizzes.map(\.status).withoutRepetition.joined(separator: "\n"))),
      Node.entry("mode", .text(Mode.practice.rawValue)),
    ]
    if !notices.isEmpty {
      entries.append(Node.entry("notice", .text(notices.joined(separator: "\n"))))
    }
    entries.append(Node.entry("items", .of(.list(nodes))))
    let source = SourceText(file: reviewName, text: Node.of(.mapping(entries)).yaml)
    var findings = Findings()
    return parse(source, &findings)
  }
}

extension Quiz.Reviewed {
  /// The keys that mean something only in the item's own quiz.
  private static let left = ["id", "from", "keep-order", "keep-place", "section", "allow"]

  /// The item as it is written.
  fileprivate var node: Node? {
    guard quiz[origin.item] != nil,
      let root = try? Node.parse(SourceText(file: origin.quiz, text: quiz.text))
    else { return nil }
    return root.items.first { $0["id"]?.written == origin.item }
  }

  /// The item with another identifier, its origin, and its options in order where the quiz says so.
  fileprivate func node(_ node: Node, named name: Item.ID) -> Node {
    guard case .mapping(let written) = node.content else { return node }
    var entries = [
      Node.entry("id", .text(name)),
      Node.entry("from", .of(.list([.text(origin.quiz), .text(origin.item)]))),
    ]
    entries += written.filter { !Self.left.contains($0.key) }
    let hasOptions = written.contains { $0.key == "options" }
    if hasOptions, !quiz.shuffle.includesOptions || quiz[origin.item]?.keepsOrder == true {
      entries.append(Node.entry("keep-order", .text("true")))
    }
    return .of(.mapping(entries))
  }
}

extension [String] {
  /// The texts, each at its first place only.
  fileprivate var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
