import Diagnostics
import Foundation
import Testing

@testable import Records

@Suite struct RosterTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try Roster.parse(SourceText(file: "roster.csv", text: text))
      return []
    } catch {
      return error.sorted.map(\.description)
    }
  }

  @Test func `a table with all columns is read whole`() throws {
    let text = """
      id,Name,email,group,language,Extra time,mission
      p01,Ana Núñez,ana@example.org,A,es,1.25,Ruritania
      p02,"Doe, Jo",,,,,
      """
    let roster = try Roster.parse(SourceText(file: "roster.csv", text: text))
    #expect(
      roster.participants == [
        .ana,
        Participant(id: "p02", name: "Doe, Jo", other: ["mission": ""]),
      ]
    )
  }

  @Test func `a missing column is named with the one that was probably meant`() {
    #expect(
      problems("ids,name\np01,Ana\n") == [
        """
        roster.csv:1: error: the roster has no column 'id'
          help: rename the column 'ids' to 'id'
        """
      ]
    )
  }

  @Test func `both required columns are asked for at once`() {
    #expect(problems("first,second\na,b\n").count == 2)
  }

  @Test func `an identifier used twice is reported with the earlier row`() {
    #expect(
      problems("id,name\np01,Ana\np01,Bo\n") == [
        """
        roster.csv:3: error: the identifier 'p01' is already in row 2
          help: give each participant an 'id' of their own
        """
      ]
    )
  }

  @Test(arguments: ["anä,Ana\nANÄ,Bo", "\u{E9}a,Ana\nE\u{301}A,Bo", "p1,Ana\n\u{FF50}1,Bo"])
  func `identifiers that look alike are refused`(rows: String) {
    #expect(problems("id,name\n\(rows)\n").joined().contains("only in case or in Unicode form"))
  }

  @Test(arguments: ["1.5", "1,5"])
  func `an extra-time has a point or a comma`(factor: String) throws {
    let text = "id;name;extra-time\np01;Ana;\(factor)\n"
    let roster = try Roster.parse(SourceText(file: "roster.csv", text: text))
    #expect(roster.participants.map(\.extraTime) == [Decimal(3) / 2])
  }

  @Test(arguments: ["0.5", "11", "fast", "1,5,0", "-1", "1e1", "NaN", "٣"])
  func `an extra-time that is no factor from 1 to 10 is refused`(factor: String) {
    #expect(
      problems("id;name;extra-time\np01;Ana;\(factor)\n").joined().contains(
        "found '\(factor)' as extra-time, expected a factor from 1 to 10"
      )
    )
  }

  @Test func `all problems are reported in one run`() {
    let text = "id,name,extra-time\n,Ana,1\np02,,99\np03,Bo\u{1B}[2J,1\n"
    #expect(
      problems(text).map { $0.prefix { $0 != "\n" } }.map(String.init) == [
        "roster.csv:2: error: the row has no id",
        "roster.csv:3: error: found '99' as extra-time, expected a factor from 1 to 10",
        "roster.csv:3: error: the row has no name",
        "roster.csv:4: error: the name 'Bo\\u{1B}[2J' has a control or invisible character",
      ]
    )
  }

  @Test func `a table without participants is refused`() {
    #expect(problems("id,name\n").joined().contains("the roster has no participants"))
  }

  @Test func `an identifier of more than 64 characters is refused`() {
    let id = String(repeating: "x", count: 65)
    #expect(problems("id,name\n\(id),Ana\n").joined().contains("expected at most 64"))
  }
}
