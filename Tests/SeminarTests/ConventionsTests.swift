import Foundation
import GoldenFiles
import PseudoTerminal
import Testing

/// What holds for every command.
@Suite struct ConventionsTests {
  /// Commands that show something of a course with scores.
  static let reading = [
    [], ["timetable"], ["check"], ["quiz"], ["roster"], ["roster", "list"], ["scores"],
    ["scores", "joints"], ["revisions"], ["revisions", "joinery"],
    ["revisions", "list", "joinery"],
  ]
  /// Those that can do so as JSON.
  static let readingJSON = reading.dropFirst().map { $0 + ["--format", "json"] }

  static let misused: [(name: String, arguments: [String])] = [
    ("command", ["timetabel"]), ("command-far", ["frobnicate"]),
    ("command-after-option", ["--workspace", ".", "chekc"]), ("subcommand", ["roster", "imprt"]),
    ("help-of-nothing", ["help", "rooster"]), ("option", ["timetable", "--formt", "csv"]),
    ("option-far", ["scores", "--frobnicate"]), ("value", ["timetable", "--format", "pdf"]),
    ("value-of-sheet", ["scores", "--format", "xml"]),
    ("value-missing", ["timetable", "--output"]),
    ("seed-negative", ["timetable", "--seed", "-1"]),
    ("seed-text", ["quiz", "joints", "--seed", "x"]),
    ("starts-31-february", ["timetable", "--starts", "2026-02-31"]),
    ("argument", ["timetable", "joinery", "other"]), ("argument-missing", ["roster", "import"]),
    ("list-form-of-a-sitting", ["quiz", "joints", "--format", "csv"]),
    ("escape-codes", ["timetable", "--\u{1B}[31mformat"]),
  ]

  @Test(arguments: misused)
  func `wrong usage says what is allowed, and changes nothing`(
    name: String,
    arguments: [String]
  ) throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let refused = try bench.command(arguments, input: "b\n").run()
    #expect(refused.status == 64)
    #expect(refused.output == "")
    expectGolden(refused.transcript, "usage/\(name).txt")
    #expect(try bench.contents() == before)
  }

  static let numbers: [(arguments: [String], option: String, range: String)] = [
    (["timetable"], "--moves", "a whole number from 1 to 1000000000000"),
    (["publish"], "--seconds", "a number above 0, at most 604800"),
    (["revise"], "--seed", "a whole number from 0 to 18446744073709551615"),
    (["quiz", "joints"], "--seed", "a whole number from 0 to 18446744073709551615"),
    (["review"], "--most", "a whole number from 1 to 100"),
    (["progress"], "--week", "a whole number from 1 to 520"),
    (["scores"], "--week", "a whole number from 1 to 520"),
    (
      ["roster", "override", "p01", "--reason", "x"], "--attempts",
      "a whole number from 1 to 100"
    ),
  ]

  @Test(arguments: numbers, ["x", "-1", "1.5.2", "99999999999999999999999", ""])
  func `an option that takes a number says which numbers it takes`(
    number: (arguments: [String], option: String, range: String),
    typed: String
  ) throws {
    let refused = try Workbench.joinery().command(number.arguments + [number.option, typed]).run()
    #expect(refused.status == 64)
    #expect(refused.output == "")
    #expect(refused.error.contains("'\(typed)'"))
    #expect(refused.error.contains(number.option))
    #expect(refused.error.contains("expected \(number.range)"))
  }

  /// The commands that have no others below them.
  private static let leaves: Set<[String]> = {
    let names = Set(HelpTests.commands)
    return names.filter { words in
      !words.isEmpty && !names.contains { $0.count == words.count + 1 && $0.starts(with: words) }
    }
  }()

  @Test func `every command takes the options for colours`() throws {
    #expect(Self.leaves.count > 30)
    for words in Self.leaves {
      let help = try HelpTests.page(words).output
      #expect(help.contains("--color <when>") && help.contains("--no-color"), "\(words)")
    }
  }

  @Test func `problems are set off where colours are wanted, and nothing else`() throws {
    let bench = try Workbench.joinery()
    let plain = try bench.command(["check", "other.yaml"]).run()
    #expect(plain.error.hasPrefix("error: "))
    let colored = try bench.command(["check", "other.yaml", "--color", "always"]).run()
    #expect(colored.error.hasPrefix("\u{1B}[31merror:\u{1B}[0m "))
    #expect(colored.error.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain.error)
    let json = try bench.command(
      ["check", "other.yaml", "--color", "always", "--format", "json"]
    ).run()
    #expect(!json.error.contains("\u{1B}"))
    let environment = ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]
    let piped = try bench.command(["check", "other.yaml"], environment: environment).run()
    #expect(piped.error == plain.error)
  }

  /// Commands that do one thing, and say so in a sentence.
  private static let silent = [
    ["demo"], ["init"], ["roster", "complete"], ["roster", "remove"], ["roster", "rename"],
  ]

  @Test func `every command that reports can do so as JSON`() throws {
    for words in Self.leaves {
      let help = try HelpTests.page(words).output
      let values = help.firstMatch(of: /--format <[a-z]+>[^-]*?\(values:([^)]*)\)/)
      let isJSON = values?.1.contains("json") ?? false
      #expect(isJSON != Self.silent.contains(words), "\(words)")
    }
  }

  @Test func `the exit statuses are in the help`() throws {
    let help = try Workbench().seminar("--help").output
    for status in ["0", "1", "64", "65", "66", "73", "74", "75", "77", "130"] {
      #expect(help.contains(try Regex("[ \n]\(status) [a-z]")))
    }
  }

  @Test(arguments: reading + readingJSON)
  func `nothing but the result is on standard output, and it has no escape codes`(
    arguments: [String]
  ) throws {
    let bench = try ScoresTests.recorded()
    for environment in [[:], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]] {
      let ended = try bench.command(arguments, environment: environment).run()
      #expect(ended.status == 0)
      #expect(ended.error == "")
      #expect(!ended.output.isEmpty)
      #expect(!ended.output.contains("\u{1B}"))
    }
  }

  @Test(arguments: readingJSON)
  func `JSON is one document with a format and a version, even without standard error`(
    arguments: [String]
  ) throws {
    let ended = try ScoresTests.recorded().command(arguments).through(#"exec "$@" 2>&-"#).run()
    #expect(ended.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    let object = try #require(document as? [String: Any])
    #expect((object["format"] as? String)?.hasPrefix("seminar-") == true)
    let version = arguments.first == "timetable" ? 2 : 1
    #expect(object["version"] as? Int == version)
  }

  static let failing: [(arguments: [String], status: Int32)] = [
    (["timetable", "other"], 66), (["timetable", "broken.yaml"], 65),
    (["timetable", "--nope"], 64),
    (["check", "other.yaml"], 66), (["quiz", "--as", "nobody"], 65), (["scores", "other"], 66),
    (["roster", "list", "--markbook", "broken.yaml"], 65),
    (["timetable", "-o", "broken.yaml"], 73),
  ]

  @Test(arguments: failing)
  func `with JSON wanted, errors are JSON on standard error with the same status`(
    arguments: [String],
    status: Int32
  ) throws {
    let bench = try Workbench.enrolled()
    try bench.write("curriculum: 7 7\nweeks: \"\u{1F}\"\n", to: "broken.yaml")
    #expect(try bench.command(arguments).run().status == status)
    let ended = try bench.command(arguments + ["--format=json"]).run()
    #expect(ended.status == status)
    #expect(ended.output == "")
    let document = try JSONSerialization.jsonObject(with: Data(ended.error.utf8))
    let object = try #require(document as? [String: Any])
    #expect(object["format"] as? String == "seminar-errors")
    #expect(object["status"] as? Int32 == status)
    let errors = try #require(object["errors"] as? [[String: Any]])
    #expect(!errors.isEmpty && errors.allSatisfy { ($0["message"] as? String)?.isEmpty == false })
  }

  @Test(arguments: reading + [["timetable", "--format", "html"], ["--help"]])
  func `a reader who has gone ends the command without a word`(arguments: [String]) throws {
    let command = try ScoresTests.recorded().command(arguments)
    // Descriptor 4 leads into a pipe that nobody reads any more.
    let late = #"mkfifo gone; exec 3<>gone 4>gone 3<&-; "$@" >&4 4>&-; echo $? >&2; rm gone"#
    #expect(try command.through(late).run().error == "141\n")
    #expect(try command.through("trap '' PIPE; " + late).run().error == "74\n")
  }

  @Test(arguments: reading)
  func `an output that is closed is an error`(arguments: [String]) throws {
    let bench = try ScoresTests.recorded()
    let before = try bench.contents()
    let ended = try bench.command(arguments).through(#"exec "$@" >&-"#).run()
    #expect(ended.status == 74)
    #expect(ended.error.contains("bad file descriptor"))
    #expect(try bench.contents() == before)
  }

  @Test func `a sitting whose output is closed does not write into the markbook's file`() throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.command(["quiz", "joints"], input: "b\nf\n")
      .through(#"exec "$@" >&-"#).run()
    #expect(ended.status == 74)
    // That it began, and that nobody could see it.
    #expect(try bench.wholeEventCount() == 2)
  }

  @Test(arguments: [["joinery"], ["-"], ["curricula/joinery.yaml"]])
  func `two dashes end the options`(names: [String]) throws {
    let bench = try Workbench.joinery()
    let text = try bench.text(of: "curricula/joinery.yaml")
    let arguments = ["timetable", "--format", "csv", "--"] + names
    let shown = try bench.command(arguments, input: text).run()
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("week,date,"))
  }

  @Test func `nothing appears in the home folder or anywhere else`() throws {
    let (bench, home) = (try Workbench.enrolled(), try Workbench())
    let environment = [
      "HOME": home.folder, "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "relative",
      "XDG_STATE_HOME": home.folder, "XDG_CACHE_HOME": home.folder, "TMPDIR": home.folder,
    ]
    for arguments in Self.reading + [["quiz", "tools"], ["timetable", "-o", "course.txt"]] {
      let ended = try bench.command(arguments, input: "b\n", environment: environment).run()
      #expect(ended.status == 0)
    }
    #expect(try home.contents().isEmpty)
    let known = ["course.txt", "curricula", "markbook.sqlite", "quizzes"]
    #expect(try bench.contents().keys.filter { !$0.contains("/") }.sorted() == known)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completion script of a shell is printed, and bash loads it`(shell: String) throws {
    let bench = try Workbench()
    let script = try bench.seminar("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.error == "")
    #expect(script.output.contains("timetable"))
    guard shell == "bash" else { return }
    try bench.write(script.output, to: "seminar.bash")
    let loaded = try bench.command([]).through(
      "bash --norc -c '. ./seminar.bash && complete -p seminar'"
    ).run()
    #expect(loaded.error == "")
    #expect(loaded.output.contains("seminar"))
  }

  @Test(arguments: [40, 80, 200])
  func `text keeps within the width of the terminal`(columns: Int) throws {
    let bench = try ScoresTests.recorded()
    for arguments in [["timetable"], ["roster"], ["scores"], ["quiz"]] {
      let terminal = try bench.sit(arguments, columns: columns)
      #expect(try terminal.waitForExit() == .exited(0))
      let lines = terminal.transcript.split(separator: "\r\n").map(String.init)
      #expect(!lines.isEmpty)
      // What cannot be broken stays whole.
      let wide = lines.filter {
        $0.count > columns && !$0.hasPrefix("head: ") && !$0.contains("yaml:")
      }
      #expect(wide == [])
    }
  }
}
