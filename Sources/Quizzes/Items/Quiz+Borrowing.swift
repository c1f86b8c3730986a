public import Diagnostics

extension Quiz {
  /// The quiz with the items that its banks lend it, as an attempt draws them.
  ///
  /// A bank lends the items that stand for themselves, with the module of their quiz and with what
  /// is kept apart. What belongs to a section stays with its quiz, because the text of a scenario is
  /// written for several questions. The text of the result has all items, so that an attempt can
  /// always be marked as it was sat.
  ///
  /// - Parameters:
  ///   - quizzes: The banks by name; one that is missing here lends nothing.
  ///   - findings: Where two items of one identifier and draws that cannot be filled are reported.
  /// - Returns: The quiz itself where it has no banks.
  public func borrowing(from quizzes: [String: Quiz], _ findings: inout Findings) -> Quiz {
    guard !banks.isEmpty else { return self }
    var whole = lent(from: quizzes, in: nil, &findings)
    whole.text = whole.yaml
    return whole
  }

  /// Reports what ``borrowing(from:_:)`` reports, and makes no quiz.
  ///
  /// - Parameters:
  ///   - quizzes: The banks by name.
  ///   - node: The values of the quiz's file, where they are known already.
  ///   - findings: Where it is reported.
  public func reportBorrowing(
    from quizzes: [String: Quiz],
    in node: Node?,
    _ findings: inout Findings
  ) {
    if !banks.isEmpty { _ = lent(from: quizzes, in: node, &findings) }
  }

  /// The quiz with the items that its banks lend it, and still with its own text.
  private func lent(
    from quizzes: [String: Quiz],
    in node: Node?,
    _ findings: inout Findings
  ) -> Quiz {
    var whole = self
    whole.banks = []
    whole.remarks = []
    var names = Set(items.map(\.id))
    for bank in banks {
      guard let lender = quizzes[bank.name] else { continue }
      for var item in lender.items where item.section == nil && item.kind != .description {
        item.module = item.module ?? lender.module
        item.remarks = []
        if names.insert(item.id).inserted {
          whole.items.append(item)
        } else {
          findings.report(.lentTwice(item.id, by: bank.name, at: bank.location))
        }
      }
      whole.apart += lender.apart
    }
    whole.reportDraws(in: node, &findings)
    whole.apart = whole.apart.map { list in list.filter { names.contains($0.name) } }
      .filter { $0.count > 1 }
    return whole
  }

  /// The file in which the quiz is written, as far as its items and banks know it.
  package var file: String {
    (items.first?.location ?? banks.first?.location)?.file ?? ""
  }

  /// Reports, at their places in the text, what of the blueprint the items cannot fill.
  private func reportDraws(in known: Node?, _ findings: inout Findings) {
    let parsed = known ?? (try? Node.parse(SourceText(file: file, text: text)))
    guard let node = parsed else { return }
    var ignored = Findings()
    reportDraws(
      node["draw"]?.list(&ignored) ?? [],
      at: node.location(of: "draw") ?? node.location,
      &findings
    )
  }
}
