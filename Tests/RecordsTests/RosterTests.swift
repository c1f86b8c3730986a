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
        roster.csv:3: error: the identifier 'p01' is already in line 2
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

  private func participants(_ text: String, _ named: [String: String] = [:]) throws
    -> [Participant]
  {
    try Roster.parse(SourceText(file: "roster.csv", text: text), columns: named).participants
  }

  @Test(arguments: [
    ("Vorname,Nachname,ID-Nummer,E-Mail-Adresse,Gruppen", "Ana Li"),
    ("Prénom,Nom,Numéro d’identification,Adresse de courriel,Groupes", "Ana Li"),
    ("Nombre,Apellido(s),Número de ID,Dirección de correo,Grupos", "Ana Li"),
    ("Имя,Фамилия,Индивидуальный номер,Адрес электронной почты,Группы", "Ana Li"),
    ("الاسم الأول,اسم العائلة,رقم التعريف,البريد الإلكتروني,المجموعات", "Ana Li"),
    ("名,姓氏,学号,电子邮件,小组", "Ana Li"),
    ("Nom,Fonction,Matricule,Courriel,Groupe", "Ana"),
    ("\"First name / Last name\",x,ID number,E-mail address,Class", "Ana"),
  ])
  func `the usual headers of other languages and programs are understood`(
    header: String,
    name: String
  ) throws {
    let found = try participants("\(header)\nAna,Li,m1,ana@example.org,A\n")
    #expect(found.map(\.id) == ["m1"])
    #expect(found.map(\.name) == [name])
    #expect(found.map(\.email) == ["ana@example.org"])
    #expect(found.map(\.group) == ["A"])
  }

  @Test func `several titles in a row above the header are not taken for the header`() throws {
    let text = """
      "Course, 2026",,,,
      As of 12 November,Page 1,,,
      ,,,,
      About the person,,,Contact,
      Name,Personalnr.,Group,E-Mail,Phone
      Ana,1,A,ana@example.org,12
      Bo,2,B,bo@example.org,
      ,,,,

      """
    #expect(try participants(text).map(\.id) == ["1", "2"])
    #expect(problems(text.replacing("Bo,2", with: "Bo,")).joined().contains("roster.csv:7: error"))
  }

  @Test func `a row of totals at the end is refused, and a person of that name is not`() throws {
    let text = "id,name,group\np01,Ana,A\nTotal:,1,\n"
    #expect(
      problems(text) == [
        """
        roster.csv:3: error: the row 'Total:' looks like a total, not like a participant
          help: remove the row
        """
      ]
    )
    #expect(try participants("id,name\np01,Ana\ntotal,Total Ng\n").count == 2)
  }

  @Test func `line breaks inside cells become spaces`() throws {
    let text = "id,name,address\np01,\"Ana\nLi\",\"1 Main Street\nTown\"\np02,Bo,\n"
    #expect(try participants(text).map(\.name) == ["Ana Li", "Bo"])
    #expect(try participants(text).map { $0.other["address"] } == ["1 Main Street Town", ""])
  }

  @Test func `addresses that serve as identifiers stay addresses`() throws {
    let text = "First name,Last name,Email address\nAna,Li,ana@example.org\n"
    let found = try participants(text, ["Email address": "id"])
    #expect(found.map(\.id) == ["ana@example.org"])
    #expect(found.map(\.email) == ["ana@example.org"])
  }

  @Test func `an address that two participants share is a warning`() throws {
    let text = "id,name,email\np01,Ana,Ana@example.org\np02,Bo,ana@example.org\n"
    let roster = try Roster.parse(SourceText(file: "roster.csv", text: text))
    #expect(roster.participants.count == 2)
    #expect(
      roster.warnings.map(\.description) == [
        """
        roster.csv:3: warning: the address 'ana@example.org' is also in line 2
          help: check that messages for both participants may go there
        """
      ]
    )
  }

  @Test(arguments: [
    ("", 0), ("sep=,\n", 1), ("sep=,\n\n", 2), ("The course,,\n", 1), ("\"The\ncourse\",,\n", 2),
  ])
  func `lines are those of the file, also below cells with line breaks`(above: String, count: Int) {
    let rows = "p01,Ana,\"1 Main Street\n2nd floor\nTown\"\n\np02,Bo,\"A\nB\"\np01,Cy,\n"
    let first = problems(above + "id,name,address\n" + rows).first ?? ""
    #expect(
      first.hasPrefix(
        "roster.csv:\(count + 8): error: the identifier 'p01' is already in line \(count + 2)"
      ),
      "\(first)"
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
