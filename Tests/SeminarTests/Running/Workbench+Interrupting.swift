extension Workbench {
  /// Runs the command in the folder and interrupts it as soon as it has told of something.
  ///
  /// What it writes to standard error is then in `progress.txt`. It gets one core, for others run beside
  /// it, and what it tells comes after some seconds on any number of cores.
  func interrupted(_ arguments: [String], onceToldOf word: String) throws -> Program.Ended {
    var command = command(arguments)
    let words = (["/usr/bin/taskset", "-c", "0", command.executable] + command.arguments).joined(
      separator: " "
    )
    command.executable = "/bin/bash"
    // With job control, so that the command does not begin with interrupts ignored.
    command.arguments = [
      "-c",
      """
      set -m
      \(words) 2> progress.txt &
      until grep -q \(word) progress.txt; do kill -0 $! || exit 9; sleep 0.1; done
      kill -INT $!
      wait $!
      """,
    ]
    return try command.run()
  }
}
