import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// The quizzes of this repository in every form.
@Suite struct ShippedBankTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of all files, below the root and without their endings.
  private static let names = ["quizzes", "curricula/programmes"].flatMap { folder in
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
      .compactMap { $0 as? String }
    return (paths ?? []).map { "\(folder)/\($0)" }
      .filter { $0.contains("quizzes/") && $0.hasSuffix(".yaml") }.sorted().map { $0.dropLast(5) }
  }
  .map(String.init)

  private static func source(_ name: String) throws -> SourceText {
    let text = try String(contentsOf: root.appending(path: "\(name).yaml"), encoding: .utf8)
    let file = name.split(separator: "/").last ?? ""
    return SourceText(file: "\(file).yaml", text: text)
  }

  @Test(arguments: names, BankForm.allCases)
  func `each quiz comes back from each form with all that it can hold, and what is lost is told`(
    name: String,
    form: BankForm
  ) throws {
    let quiz = try Quiz.parse(Self.source(name))
    guard quiz.banks.isEmpty else { return }
    var losses = Findings()
    let files = quiz.written(as: form, &losses)
    var findings = Findings()
    let read = try #require(
      Quiz.read(
        files.map { SourceText(file: "bank/\($0.path)", text: $0.text) },
        as: form,
        title: "Bank",
        &findings
      )
    )
    #expect(!findings.hasErrors, "\(findings.diagnostics.map(\.description))")
    let expected = quiz.items.compactMap { $0.held(by: form) }
    var found = read.items.map(\.withoutPlaces)
    if form == .aiken { for index in found.indices { found[index].id = "" } }
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      Issue.record("\(found.inYAML)\nexpected\n\(expected.inYAML)")
    }
    for item in quiz.items where item.held(by: form) != item.canonical(in: form) {
      #expect(losses.diagnostics.contains { $0.message.hasPrefix("'\(item.id)'") }, "\(item.id)")
    }
  }

  @Test func `a quiz that draws all its items from others says which to convert`() throws {
    var findings = Findings()
    let final = try Self.source("quizzes/crime-justice-security/final")
    _ = Quiz.read([final], as: .seminar, title: "Final", &findings)
    let told = findings.diagnostics.map(\.description).joined(separator: "\n")
    #expect(findings.hasErrors)
    #expect(told.contains("the quiz has no items of its own: it draws them from its banks"))
    #expect(told.contains("convert its banks: un-system, law-and-rights"))
  }
}
