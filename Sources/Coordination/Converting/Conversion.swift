public import Banks
public import Diagnostics
internal import Quizzes

/// A bank of items brought from one form to another.
public struct Conversion: Sendable {
  /// The files of the bank in its new form.
  public let files: [BankFile]
  /// How many items were read.
  public let count: Int
  /// How many of them the new form can hold.
  public let writtenCount: Int
  /// What was wrong and what was lost in reading, by place.
  public let read: Findings
  /// What the new form cannot hold, by place.
  public let losses: Findings

  /// Converts a bank.
  ///
  /// - Parameters:
  ///   - sources: The files of the bank; only QTI has several.
  ///   - form: The form in which they are written.
  ///   - target: The form to write.
  ///   - title: The title where the bank has none.
  ///   - keepsGoing: Whether items that cannot be read are left out.
  /// - Throws: What is wrong, when the bank cannot be read or cannot be written.
  public init(
    of sources: [SourceText],
    from form: BankForm,
    to target: BankForm,
    title: String,
    keepsGoing: Bool = false
  ) throws(Findings) {
    var read = Findings()
    let quiz = Quiz.read(sources, as: form, title: title, &read)
    guard let quiz, keepsGoing || !read.hasErrors else { throw read }
    var losses = Findings()
    files = quiz.written(as: target, &losses)
    if losses.hasErrors { throw losses }
    if quiz.hasFurtherRemarks {
      losses.warn(
        at: .init(file: sources.first?.file ?? ""),
        "only the comments above items are kept, and those at the head of the file"
      )
    }
    count = quiz.items.count
    writtenCount = quiz.count(fitting: target)
    self.read = read
    self.losses = losses
  }
}
