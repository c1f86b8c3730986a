import Testing

@testable import Records

@Suite struct MarkbookRosterTests {
  private let bench = Workbench()
  private let bo = Participant(id: "p02", name: "Bo")

  @Test func `participants come back as they were imported`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let result = try markbook.importRoster(Roster(participants: [bo, .ana]), at: .noon)
    #expect(result == RosterImport(added: ["p02", "p01"]))
    #expect(try markbook.roster() == [.ana, bo])
  }

  @Test func `the same import twice adds and changes nothing`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.importRoster(Roster(participants: [.ana, bo]), at: .noon)
    let again = try markbook.importRoster(Roster(participants: [.ana, bo]), at: .noon)
    #expect(again == RosterImport(unchanged: ["p01", "p02"]))
  }

  @Test func `a changed name is brought up to date and the absent stay`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.importRoster(Roster(participants: [.ana, bo]), at: .noon)
    var married = bo
    married.name = "Bo Doe"
    let result = try markbook.importRoster(Roster(participants: [married]), at: .noon)
    #expect(result == RosterImport(changed: ["p02"], absent: ["p01"]))
    #expect(try markbook.participant("p02")?.name == "Bo Doe")
  }

  @Test func `an identifier that looks like one on the roster is refused with the whole table`()
    throws
  {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.importRoster(Roster(participants: [.ana]), at: .noon)
    let table = Roster(participants: [bo, Participant(id: "P01", name: "Other")])
    #expect(throws: MarkbookError(.lookalike("P01", existing: "p01"), file: bench.file)) {
      try markbook.importRoster(table, at: .noon)
    }
    #expect(try markbook.roster() == [.ana])
  }

  @Test func `a participant is found by either Unicode form of the identifier`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let rene = Participant(id: "ren\u{E9}", name: "René")
    _ = try markbook.importRoster(Roster(participants: [rene]), at: .noon)
    #expect(try markbook.participant("rene\u{301}") == rene)
  }

  @Test(arguments: ["'; DROP TABLE participant; --", "$(reboot)", "%s%n", "\"\\", "\u{1F469}"])
  func `text of any kind is kept as it is`(text: String) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let participant = Participant(id: text, name: text, group: text, other: [text: text])
    _ = try markbook.importRoster(Roster(participants: [participant]), at: .noon)
    #expect(try markbook.roster() == [participant])
  }
}
