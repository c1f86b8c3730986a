internal import Quizzes

/// The forms in which banks of items are kept and exchanged.
public enum BankForm: String, CaseIterable, Hashable, Sendable {
  /// Our own, in YAML.
  case seminar
  /// Moodle's plain text.
  case gift
  /// Moodle's XML.
  case moodleXML = "moodle-xml"
  /// Single choices in plain text.
  case aiken
  /// Question and Test Interoperability of 1EdTech: 3.0 is written; 1.2 and 2.1 to 3.0 are read.
  case qti

  /// The name for people.
  public var name: String {
    switch self {
    case .seminar: "a quiz of seminar"
    case .gift: "GIFT"
    case .moodleXML: "Moodle XML"
    case .aiken: "Aiken"
    case .qti: "QTI"
    }
  }

  /// The form that a file name and the beginning of the text make clear; `nil` where they do not.
  ///
  /// - Parameters:
  ///   - path: The name of the file, or of the folder of a QTI package.
  ///   - beginning: The first characters of the text, where there is one already.
  /// - Returns: The form, where it is clear.
  public static func evident(path: String, beginning: String? = nil) -> BankForm? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .seminar }
    if name.hasSuffix(".gift") || name.hasSuffix(".gift.txt") { return .gift }
    if name.hasSuffix(".aiken") || name.hasSuffix(".aiken.txt") { return .aiken }
    if name.hasSuffix(".qti") { return .qti }
    guard name.hasSuffix(".xml") else { return nil }
    guard let beginning else { return name == "imsmanifest.xml" ? .qti : .moodleXML }
    if beginning.contains("<quiz") { return .moodleXML }
    let signs = ["<manifest", "assessment-item", "assessmentItem", "<questestinterop"]
    return signs.contains { beginning.contains($0) } ? .qti : nil
  }
}
