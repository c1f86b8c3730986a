import OwnThreads
import Testing

/// What the shell offers after Tab, tried in bash with the script that the program generates.
@Suite(.inOwnThreads) struct CompletionTests {
  /// The script for bash.
  private static let script = Result {
    try Workbench().seminar("--generate-completion-script", "bash")
  }

  /// Offers what bash offers when Tab is pressed at the end of a line.
  private static let press = """
    eval "$SCRIPT"
    COMP_LINE=$1; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE)
    [ "${COMP_LINE: -1}" = " " ] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
    _seminar seminar "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s ' "${COMPREPLY[@]}"
    """

  private func offered(after line: String, in bench: Workbench) throws -> [String] {
    let ended = try Program(
      executable: "/bin/bash",
      arguments: ["-c", Self.press, "bash", line],
      directory: bench.folder,
      environment: [
        "PATH": "\(Workbench.fixtures)/machine:/usr/bin:/bin", "SEMINAR": Program.seminar,
        "LANG": "C.UTF-8", "SCRIPT": try Self.script.get().output,
      ]
    ).run()
    #expect(ended.status == 0, "\(ended.error)")
    return ended.output.split(separator: " ").map(String.init)
  }

  @Test(arguments: [
    ("seminar quiz ", ["joints", "tools", "week-01", "week-02", "week-03"]),
    ("seminar quiz j", ["joints"]),
    ("seminar remark week-03", ["week-03"]),
    ("seminar quiz tools --as ", ["p01", "p02"]),
    ("seminar roster override p02 --quiz t", ["tools"]),
    ("seminar markbook forget p0", ["p01", "p02"]),
    ("seminar timetable ", ["joinery"]), ("seminar markbook archive ", []),
    ("seminar publish ", ["joinery"]), ("seminar revise j", ["joinery"]),
    ("seminar scores --week ", ["1", "2", "3"]), ("seminar progress --week 2", ["2"]),
    ("seminar progress --group ", ["apprentices"]), ("seminar progress --before t", ["tools"]),
    ("seminar revise --not-held d", ["dovetails"]),
    ("seminar check --color ", ["auto", "always", "never"]),
    ("seminar publish --from r", ["r.csv"]), ("seminar roster import r", ["r.csv"]),
    ("seminar scores --output r", ["r.csv"]), ("seminar results tools --messages q", ["quizzes"]),
    ("seminar timetable cur", ["curricula/joinery.yaml"]),
    ("seminar timetable curricula/", ["curricula/joinery.yaml"]),
    ("seminar publish ./cur", ["./curricula/joinery.yaml"]),
    ("seminar timetable dr", ["draft.yaml"]), ("seminar timetable no/such", []),
    ("seminar quiz quizzes/joinery/t", ["quizzes/joinery/tools.yaml"]),
    ("seminar check q", ["quizzes"]), ("seminar check curricula/", ["curricula/joinery.yaml"]),
  ])
  func `Tab offers the names that the workspace has`(line: String, names: [String]) throws {
    let bench = try Workbench.joinery()
    try bench.enroll("id,name\np01,Ada\np02,Ben\n")
    try bench.write("", to: "r.csv")
    try bench.write("", to: "draft.yaml")
    #expect(try offered(after: line, in: bench) == names)
  }

  @Test func `Tab looks into the workspace that the line names`() throws {
    let (here, there) = (try Workbench(), try Workbench.joinery())
    #expect(try offered(after: "seminar timetable ", in: here) == [])
    let line = "seminar timetable --workspace \(there.folder) j"
    #expect(try offered(after: line, in: here) == ["joinery"])
  }

  @Test func `Tab is silent where nothing can be read, and makes no markbook`() throws {
    let bench = try Workbench.joinery()
    try bench.write("not a markbook", to: "markbook.sqlite")
    let before = try bench.contents()
    #expect(try offered(after: "seminar quiz tools --as ", in: bench) == [])
    #expect(try bench.contents() == before)
    let empty = try Workbench()
    #expect(try offered(after: "seminar quiz tools --as ", in: empty) == [])
    #expect(try empty.contents().isEmpty)
  }
}
