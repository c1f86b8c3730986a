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
    if form == .seminar {
      let quiz = parse(source, &findings)
      if let quiz, quiz.items.isEmpty {
        findings.error(
          at: .init(file: source.file),
          "the quiz has no items of its own: it draws them from its banks",
          remedy: "convert its banks: " + quiz.banks.map(\.name).joined(separator: ", ")
        )
      }
      return quiz
    }
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
  ///   - losses: Where a warning is added for each item that the form cannot hold as it is, and an
  ///     error where it can hold none.
  /// - Returns: The files of the bank; none where there is an error.
  public func written(as form: BankForm, _ losses: inout Findings) -> [BankFile] {
    let file = items.first?.location.file ?? ""
    if form == .seminar, items.count > Self.itemLimit {
      losses.error(
        at: .init(file: file),
        "the bank has \(items.count) items; a quiz has at most \(Self.itemLimit)",
        remedy: "split the bank"
      )
      return []
    }
    let files = files(as: form, &losses)
    guard count(fitting: form) > 0 else {
      losses.error(
        at: .init(file: file),
        "\(form.name) supports none of the items, so nothing is written: it does not support "
          + obstacles(to: form).joined(separator: ", nor "),
        remedy: "choose another format with '--to'"
      )
      return []
    }
    return files
  }

  /// How many items a form can hold.
  public func count(fitting form: BankForm) -> Int {
    items.count { form.obstacle(to: $0) == nil }
  }

  /// Why items do not fit into a form, each reason once.
  private func obstacles(to form: BankForm) -> [String] {
    var reasons: [String] = []
    for reason in items.compactMap({ form.obstacle(to: $0) }) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons
  }

  private func files(as form: BankForm, _ losses: inout Findings) -> [BankFile] {
    switch form {
    case .seminar: [BankFile(text: yaml)]
    case .gift: [BankFile(text: GIFTWriter(self).write(&losses))]
    case .moodleXML: [BankFile(text: MoodleWriter(self).write(&losses))]
    case .aiken: [BankFile(text: AikenWriter(self).write(&losses))]
    case .qti: QTIPackageWriter(self).write(&losses)
    }
  }
}

extension BankForm {
  /// What of an item the form has no way to say, so that it is left out; `nil` for one that fits.
  func obstacle(to item: Item) -> String? {
    switch self {
    case .seminar, .moodleXML: nil
    case .gift: GIFTItemWriter(item).obstacle
    case .aiken: AikenWriter.obstacle(item)
    case .qti: QTIItemWriter(item).obstacle
    }
  }
}
