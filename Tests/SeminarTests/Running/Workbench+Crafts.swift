import Records

extension Workbench {
  /// A course with a roster of two, and a graded quiz with a text to read, hints, gaps, units, a
  /// section, an essay and half an hour of time.
  static func crafts() throws -> Workbench {
    let bench = try Workbench.joinery()
    try bench.write(Workbench.fixture("quizzes/crafts.yaml"), to: "quizzes/joinery/crafts.yaml")
    return try bench.with(enrolment)
  }

  private static let enrolment = MadeMarkbook { bench in
    try bench.enroll("id,name,extra-time\np01,Ana Núñez,1\np02,Noor,1.5\n")
  }

  /// Sits the quiz on crafts without a terminal.
  func sitCrafts(_ options: String..., typing lines: [String]) throws -> Program.Ended {
    let input = lines.map { $0 + "\n" }.joined()
    return try command(["quiz", "crafts", "--as", "p01"] + options, input: input).run()
  }

  /// The identifier of the last attempt.
  func lastAttemptID() throws -> String {
    try markbook().attempts().last?.id ?? ""
  }

  /// The beginning of the identifier of the last attempt.
  func lastAttempt() throws -> String {
    String(try lastAttemptID().prefix(8))
  }

  /// Lets the quiz on crafts show its right answers before it closes.
  func showCraftsAnswersEarly() throws {
    try edit(
      "quizzes/joinery/crafts.yaml",
      "right-after: [marks, verdicts]",
      "right-after: everything"
    )
  }

  /// Changes the quiz on crafts: its line that begins so becomes another, or nothing.
  func setCrafts(_ key: String, _ value: String?) throws {
    let name = "quizzes/joinery/crafts.yaml"
    var lines = try text(of: name).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    lines.removeAll { $0.hasPrefix("\(key):") }
    if let value { lines.insert("\(key): \(value)", at: 1) }
    try write(lines.joined(separator: "\n"), to: name)
  }
}

/// What to type to the quiz on crafts, in the order of its items.
enum Crafts {
  static let essay = ["Order,", "and light.", "."]
  static let all = ["", "b", "100", "a", "1"] + essay + ["yes"]
}
