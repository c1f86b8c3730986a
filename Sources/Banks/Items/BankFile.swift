internal import Quizzes

/// One file of a bank; only a QTI package has several.
public struct BankFile: Hashable, Sendable {
  /// The path in the folder of the package; empty where the bank is one file.
  public var path: String
  /// The text of the file.
  public var text: String

  /// Creates a file.
  public init(path: String = "", text: String) {
    self.path = path
    self.text = text
  }
}
