import Publishing
import Quizzes
import Testing

@testable import Coordination

@Suite struct DisguiseTests {
  private static let columns: [Sheet.Column] = [
    .init("participant"), .init("name"), .init("group"), .init("id"), .init("item-kind"),
    .init("typed"), .init("response"), .init("responded", .instant), .init("mark", .number),
    .init("comment"),
  ]

  private func row(_ participant: String, _ attempt: String, _ kind: String) -> [Sheet.Cell] {
    [
      .text(participant), .text("Ana Example"), .text("A"), .text(attempt), .text(kind),
      .text("I, Ana"), .text("I, Ana"), .empty, .number(1), .text("Well done, Ana"),
    ]
  }

  private func anonymity() -> Anonymity {
    var generator = SystemRandomNumberGenerator()
    return Anonymity(using: &generator)
  }

  @Test func `names, times, comments and the texts of essays are left out`() {
    let disguise = Disguise(Self.columns, anonymity())
    #expect(
      disguise.columns.map(\.name) == [
        "participant", "group", "id", "item-kind", "typed", "response", "mark",
      ]
    )
    let essay = disguise.row(row("p01", "9edd", "essay"))
    #expect(essay[4] == .empty && essay[5] == .empty)
    let short = disguise.row(row("p01", "9edd", "short-text"))
    #expect(short[4] == .text("I, Ana"))
    #expect(short.first == essay.first && short[2] == essay[2])
    #expect(short.first != .text("p01") && short[2] != .text("9edd"))
    #expect(disguise.row(row("p02", "9edd", "essay")).first != short.first)
    #expect(disguise.row(row("guest", "9edd", "essay")).first == .text("guest"))
  }

  @Test func `two exports have no name in common`() {
    let (first, second) = (anonymity(), anonymity())
    let ids = (0..<500).map { "p\($0)" }
    let names = Set(ids.map(first.participant))
    #expect(names.count == 500)
    #expect(names.isDisjoint(with: ids.map(second.participant)))
    #expect(names.isDisjoint(with: ids.map(first.attempt)))
  }

  @Test func `without anonymity a table stays as it is`() {
    let disguise = Disguise(Self.columns, nil)
    #expect(disguise.columns == Self.columns)
    #expect(disguise.row(row("p01", "9edd", "essay")) == row("p01", "9edd", "essay"))
  }
}
