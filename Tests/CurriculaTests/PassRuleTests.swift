import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import MarkedTexts
import Testing

/// Who passes a programme, as a curriculum says.
@Suite struct PassRuleTests {
  private func programme(_ rule: String) -> Programme {
    Programme(text: Programme().text + rule)
  }

  @Test func `a rule names quizzes, weights and what is needed`() throws {
    let rule = try programme(
      """
      pass:
        minimum: 60
        quizzes:
          - small/basics
          - {quiz: small/final, weight: 2.5, minimum: 50}
        attendance: 80

      """
    ).read().curriculum.passRule
    #expect(rule?.minimum == 60)
    #expect(rule?.parts.map(\.quiz) == ["small/basics", "small/final"])
    #expect(rule?.parts.map(\.weight) == [1, Decimal(5) / 2])
    #expect(rule?.parts.map(\.minimum) == [nil, 50])
    #expect(rule?.attendance == 80)
  }

  @Test func `attendance alone can be the rule`() throws {
    let rule = try programme("pass: {attendance: 75}\n").read().curriculum.passRule
    #expect(rule?.parts == [])
    #expect(rule?.minimum == 0)
    #expect(rule?.attendance == 75)
  }

  @Test func `a curriculum without a rule has none`() throws {
    #expect(try Programme().read().curriculum.passRule == nil)
  }

  @Test func `mistakes in the rule have their messages`() {
    func mistake(_ heading: String, _ rule: String) -> (heading: String, diagnostics: [Diagnostic])
    {
      (heading, programme("pass: \(rule)\n").diagnostics)
    }
    expectGolden(
      report([
        mistake("nothing that counts", "{}"),
        mistake("a list", "[small/basics]"),
        mistake("no minimum", "{quizzes: [small/basics]}"),
        mistake("a minimum above everything", "{minimum: 160, quizzes: [small/basics]}"),
        mistake("a minimum with a sign", "{minimum: '60 %', quizzes: [small/basics]}"),
        mistake("a weight of nothing", "{minimum: 60, quizzes: [{quiz: a, weight: 0}]}"),
        mistake("a quiz without a name", "{minimum: 60, quizzes: [{weight: 2}]}"),
        mistake("a quiz twice", "{minimum: 60, quizzes: [a, {quiz: a, weight: 2}]}"),
        mistake("an unknown key", "{minimum: 60, quizzes: [a], attendence: 80}"),
        mistake("an attendance below nothing", "{attendance: -5}"),
      ]),
      "mistakes-pass.txt"
    )
  }
}
