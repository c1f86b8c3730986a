import Foundation
import GoldenFiles
import Testing

/// Rosters in the shapes of other systems: imported, or refused with the line and the remedy.
@Suite struct RosterFormsTests {
  /// What a personnel system exports: semicolons, a byte-order mark, German headers, decimal commas.
  private static let personnel = """
    \u{FEFF}Personalnr.;Nachname;Vorname;E-Mail;Gruppe;Sprache;extra-time;Abteilung
    4711;Müller;Änne;aenne@example.org;A;de;1,25;Recht
    4712;Weiß;Bo;bo@example.org;B;;;"Presse; Öffentlichkeit"

    """
  /// What Moodle lists of participants.
  private static let moodle = """
    "First name","Last name","ID number","Email address",Groups
    Ana,Núñez,m1,ana@example.org,"Group A"
    王,小明,m2,wang@example.org,

    """
  /// What a spreadsheet writes that has merged titles above its header.
  private static let spreadsheet = """
    "Participants, spring 2026",,,
    ,,,
    id,name,group,
    s1,Ana Núñez,A,
    s2,Noor,B,

    """

  private func list(_ text: String, _ words: [String] = []) throws -> String {
    let bench = try Workbench.joinery()
    try bench.write(text, to: "people.csv")
    let imported = try bench.command(["roster", "import", "people.csv"] + words).run()
    let listed = try bench.seminar("roster", "list", "--format", "csv")
    return imported.transcript + listed.output
  }

  @Test func `the tables of a personnel system, of Moodle and of a spreadsheet are imported`()
    throws
  {
    expectGolden(
      try [list(Self.personnel), list(Self.moodle), list(Self.spreadsheet)].joined(separator: "\n"),
      "roster-forms.txt"
    )
  }

  @Test func `a column that the program does not know is named by hand`() throws {
    let text = "Kennung,Wer,Notiz\nx1,Ana,neu\n"
    let words = ["--column", "Kennung=id", "--column", "Wer=name"]
    let shown = try list(text, words)
    #expect(shown.contains("1 new"))
    #expect(shown.contains("id,name,email,group,language,extra-time,Notiz"))
    #expect(shown.contains("x1,Ana,,,,1,neu"))
  }

  @Test func `a mark of the separator in the first line is passed over`() throws {
    #expect(try list("sep=;\nid;name\nx1;Ana\n").contains("x1,Ana"))
  }

  @Test func `tables that cannot be read are refused with the line and the remedy`() throws {
    let bench = try Workbench.joinery()
    let faults = [
      "First name,Last name,Email address\nAna,Núñez,ana@example.org\n",
      "Title\n\nid;name\nx1;Ana;more\n", "id,name,extra-time\nx1,Ana,12;5\n",
      "id,name,name\nx1,Ana,Ana\n", "Wer,Wo\nAna,Wien\n",
    ]
    var shown = ""
    for text in faults {
      shown += try bench.seminar("roster", "import", "-", input: text).transcript
    }
    for words in [["Kennung=id"], ["Kennung"], ["Wer=nome"]] {
      let arguments = ["roster", "import", "-", "--column"] + words
      shown += try bench.command(arguments, input: "id,name\nx1,Ana\n").run().transcript
    }
    expectGolden(shown, "roster-forms-refused.txt")
  }

  @Test func `somebody is renamed, taken off the roster, and comes back`() throws {
    let bench = try ScoresTests.recorded()
    let renamed = try bench.seminar("roster", "rename", "p01", "Ana Núñez Vega")
    #expect(renamed.output == "p01 is now Ana Núñez Vega\n")
    let removed = try bench.seminar("roster", "remove", "p01")
    #expect(removed.output == "Ana Núñez Vega (p01) is off the roster; attempts are kept\n")
    #expect(!(try bench.seminar("roster").output.contains("p01")))
    #expect(try bench.seminar("scores", "--format", "csv").output.contains("p01,Ana Núñez Vega"))
    #expect(try bench.seminar("quiz", "tools", "--as", "p01").status == 65)
    #expect(try bench.seminar("markbook", "verify").status == 0)
    let again = try bench.seminar("roster", "import", "-", input: "id,name\np01,Ana\n")
    #expect(again.output == "1 new, 0 changed, 0 unchanged, 2 not in the file and kept\n")
    let unknown = try ["rename", "remove"].map { verb in
      try bench.command(["roster", verb, "p99"] + (verb == "rename" ? ["X"] : [])).run()
    }
    #expect(unknown.map(\.status) == [65, 65])
    #expect(try bench.seminar("roster", "rename", "p01", " ").status == 64)
  }

  @Test func `attendance is imported in percent or by sessions`() throws {
    let bench = try ScoresTests.recorded()
    try bench.edit(
      "curricula/joinery.yaml",
      "constraints:\n",
      "pass: {attendance: 80}\nconstraints:\n"
    )
    let percent = try bench.seminar(
      "roster",
      "attendance",
      "-",
      input: "id;attendance\np01;87,5 %\np02;80\n"
    )
    #expect(percent.output == "attendance of 2 participants read, 2 changed\n")
    let sessions = try bench.seminar(
      "roster",
      "attendance",
      "-",
      input: "id,name,s1,s2,s3\np03,x,yes,excused,no\np02,y,1,1,0\n"
    )
    #expect(sessions.output == "attendance of 2 participants read, 2 changed\n")
    let csv = try bench.seminar("progress", "--format", "csv").output
    let rows = csv.split(separator: "\r\n").map(String.init)
    #expect(rows[1].contains(",87.5,passed,"))
    #expect(rows[2].contains(",66.666667,failed,"))
    #expect(rows[3].contains(",50,failed,"))
    let foreign = try bench.seminar(
      "roster",
      "attendance",
      "-",
      input: "Course,March\nVorname;Nachname;Personalnr.;attendance\nA;B;p01;87,5\n"
    )
    #expect(foreign.output == "attendance of 1 participant read, 0 changed\n")
    let refused = try [
      "id\np01\n", "name,attendance\nAna,5\n", "id,attendance\np99,5\n",
      "id,attendance\np01,105\n", "id,s1\np01,perhaps\n", "id,attendance\np01,5\np01,6\n",
    ].map { try bench.seminar("roster", "attendance", "-", input: $0).transcript }
    expectGolden(refused.joined(), "attendance-refused.txt")
  }
}
