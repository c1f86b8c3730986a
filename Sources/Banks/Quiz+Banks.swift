public import Diagnostics
public import Quizzes

extension Quiz {
  /// Reads a bank of items in some form.
  ///
  /// What cannot be read is added to the findings as an error with its place, and the rest is read
  /// all the same. What can be read but not kept, such as an image, is added as a warning.
  ///
  /// - Parameters:
  ///   - sources: The files of the bank; only QTI has several.
  ///   - form: The form in which they are written.
  ///   - title: The title where the bank has none.
  ///   - findings: Where errors and warnings are added.
  /// - Returns: The items that could be read, or `nil` where there is none.
  /// - Complexity: O(*n*) in the length of the files.
  public static func read(
    _ sources: [SourceText],
    as form: BankForm,
    title: String,
    _ findings: inout Findings
  ) -> Quiz? {
    guard let source = sources.first else { return nil }
    if form == .seminar { return parse(source, &findings) }
    var bank = BankAssembly(form: form, title: title)
    switch form {
    case .seminar: break
    case .gift: GIFTReader(source).read(into: &bank)
    case .moodleXML: MoodleReader(source).read(into: &bank)
    case .aiken: AikenReader(source).read(into: &bank)
    case .qti: QTIPackageReader(sources).read(into: &bank)
    }
    if bank.items.isEmpty, !bank.findings.hasErrors {
      bank.findings.error(
        at: .init(file: source.file),
        "there are no items in the file",
        remedy: "check that it is \(form.name)"
      )
    }
    findings.report(contentsOf: bank.findings)
    return bank.items.isEmpty ? nil : bank.quiz
  }

  /// Writes the items in some form.
  ///
  /// - Parameters:
  ///   - form: The form to write.
  ///   - losses: Where a warning is added for each item that the form cannot hold as it is.
  /// - Returns: The files of the bank.
  public func written(as form: BankForm, _ losses: inout Findings) -> [BankFile] {
    switch form {
    case .seminar:
      if items.count > Self.itemLimit {
        losses.error(
          at: .init(file: items.first?.location.file ?? ""),
          "the bank has \(items.count) items; a quiz has at most \(Self.itemLimit)",
          remedy: "split the bank"
        )
      }
      return [BankFile(text: yaml)]
    case .gift: return [BankFile(text: GIFTWriter(self).write(&losses))]
    case .moodleXML: return [BankFile(text: MoodleWriter(self).write(&losses))]
    case .aiken: return [BankFile(text: AikenWriter(self).write(&losses))]
    case .qti: return QTIPackageWriter(self).write(&losses)
    }
  }
}
