public import Diagnostics
public import Quizzes

/// Looks at how items are written, as a person who knows the guidelines of item writing would.
///
/// A quiz that is read without errors can be sat and marked. The lint says what in it helps who does
/// not know, hinders who does, or teaches nothing. Every finding has a code, by which a file can allow
/// it with a reason:
///
/// ```yaml
/// allow: {negative-stem: "the words of the treaty"}
/// ```
///
/// Source of the guidelines: T. M. Haladyna, S. M. Downing and M. C. Rodriguez, *A review of
/// multiple-choice item-writing guidelines*, Applied Measurement in Education 15 (2002); National Board
/// of Medical Examiners, *Item-Writing Guide* (2020), technical item flaws.
public struct Lint: Sendable {
  private let expectation: @Sendable (Quiz) -> ExpectedCoverage?
  private let node: @Sendable (Quiz) -> Node?

  /// Creates a lint.
  ///
  /// - Parameters:
  ///   - node: The values of a quiz's file, where they were read already.
  ///   - expectation: What a quiz should cover, where somebody knows it.
  public init(
    reading node: @escaping @Sendable (Quiz) -> Node? = { _ in nil },
    expecting expectation: @escaping @Sendable (Quiz) -> ExpectedCoverage? = { _ in nil }
  ) {
    self.node = node
    self.expectation = expectation
  }

  /// The codes of all rules, sorted.
  public static var codes: [String] {
    Set(itemRules.map(\.code) + bankRules.map(\.code)).sorted()
  }

  /// A quiz of a bank, with what its items show by themselves.
  public struct Part: Sendable {
    fileprivate let quiz: LintedQuiz
    fileprivate let found: [Finding]
  }

  /// Looks at the items of one quiz; several quizzes can be looked at at the same time.
  ///
  /// - Parameters:
  ///   - quiz: The quiz.
  ///   - number: Its number in the bank.
  /// - Returns: The quiz, with what its items show by themselves.
  public func part(_ quiz: Quiz, number: Int) -> Part {
    let linted = LintedQuiz(quiz, as: node(quiz), number: number, expectation: expectation(quiz))
    let found = linted.items.flatMap { item in
      Self.itemRules.flatMap { rule in
        rule.findings(on: item).map { $0.labelled(rule.code, [number], item) }
      }
    }
    return Part(quiz: linted, found: found)
  }

  /// All findings in quizzes that are one bank, in the order of the files and lines.
  ///
  /// - Complexity: O(*n*²) in the number of items, for the stems that are compared.
  public func findings(in quizzes: [Quiz]) -> Findings {
    findings(in: quizzes.enumerated().map { part($1, number: $0) })
  }

  /// All findings in a bank whose quizzes were looked at one by one, in the order of their numbers.
  public func findings(in parts: [Part]) -> Findings {
    let bank = parts.map(\.quiz)
    var found = parts.flatMap(\.found)
    for rule in Self.bankRules {
      found += rule.findings(on: bank).map { $0.labelled(rule.code) }
    }
    var allowances = Allowances(bank, codes: Self.codes)
    var findings = Findings()
    for finding in found where !allowances.cover(finding) {
      findings.report(finding.diagnostic)
    }
    findings.report(contentsOf: allowances.findings)
    return findings
  }
}

extension Lint {
  /// The rules for one item, in the order of the folders.
  static let itemRules: [any ItemRule] = [
    AllOfTheAbove(), NoneOfTheAbove(), AbsoluteTerms(), Clang(), Convergence(),
    DuplicateOptions(), GrammarCue(), KType(), KeyLongest(), Keys(), OptionCount(), OptionOrder(),
    VagueTerms(), WrongOptionsFree(),
    BlankPlace(), NegativeStem(), NoQuestion(), ReadingLevel(), Wordiness(),
    Characters(), Explanation(), Media(), StateNames(), Tolerance(),
  ]

  /// The rules for a bank.
  static let bankRules: [any BankRule] = [
    Coverage(), DuplicateStems(), KeyLength(), KeyPosition(), NoneOfTheAboveKeys(), OptionCounts(),
    ClosingTime(), EarlyAnswers(), OpenQuiz(),
  ]
}
