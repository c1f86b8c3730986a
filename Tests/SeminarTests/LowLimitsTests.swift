import Testing

@Suite struct LowLimitsTests {
  /// Runs a command with sixteen descriptors, of which it inherits only the three standard ones:
  /// a file that another test has open at this moment would count too.
  private static let sixteen = """
    exec bash -c '
      for number in $(seq 3 255); do eval "exec $number>&-"; done
      ulimit -n 16
      exec "$@"
    ' bash "$@"
    """

  static let commands = [
    ["scores"], ["roster"], ["quiz", "--as", "p01"], ["timetable"], ["check"],
    ["markbook", "backup", "backup.sqlite"],
  ]

  @Test(arguments: commands)
  func `sixteen descriptors are enough`(arguments: [String]) throws {
    let usual = try ScoresTests.recorded().command(arguments).run()
    let ended = try ScoresTests.recorded().command(arguments)
      .through(Self.sixteen).run()
    #expect(ended.status == usual.status)
    #expect(ended.error == usual.error)
    #expect(ended.output.count == usual.output.count)
  }

  @Test(arguments: ["ulimit -v 262144", "ulimit -d 65536"])
  func `little memory is enough`(limit: String) throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.command(
      ["quiz", "tools", "--as", "p01", "--seed", "7"],
      input: "99\n1c 2d 3b\n:quit\n"
    ).through(#"\#(limit); exec "$@""#).run()
    #expect(ended.status == 0)
    #expect(ended.output.ranges(of: "Kept: ").count == 2)
    #expect(try bench.seminar("markbook", "verify").status == 0)
    let timetable = try bench.command(["timetable"]).through(#"\#(limit); exec "$@""#).run()
    #expect(timetable.status == 0)
  }

  @Test func `a sitting keeps its responses with sixteen descriptors`() throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.command(
      ["quiz", "tools", "--as", "p01", "--seed", "7"],
      input: "99\n1c 2d 3b\n:quit\n"
    ).through(Self.sixteen).run()
    #expect(ended.status == 0)
    #expect(ended.output.ranges(of: "Kept: ").count == 2)
    #expect(try bench.wholeEventCount() >= 3)
  }
}
