import Testing

@Suite struct LowLimitsTests {
  static let commands = [
    ["scores"], ["roster"], ["quiz", "--as", "p01"], ["timetable"], ["check"],
    ["markbook", "backup", "backup.sqlite"],
  ]

  @Test(arguments: commands)
  func `sixteen descriptors are enough`(arguments: [String]) throws {
    let usual = try ScoresTests.recorded().command(arguments).run()
    let ended = try ScoresTests.recorded().command(arguments)
      .through(#"ulimit -n 16; exec "$@""#).run()
    #expect(ended.status == usual.status)
    #expect(ended.error == usual.error)
    #expect(ended.output.count == usual.output.count)
  }

  @Test func `a sitting keeps its responses with sixteen descriptors`() throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.command(
      ["quiz", "tools", "--as", "p01", "--seed", "7"],
      input: "99\n1c 2d 3b\n:quit\n"
    ).through(#"ulimit -n 16; exec "$@""#).run()
    #expect(ended.status == 0)
    #expect(ended.output.ranges(of: "Kept: ").count == 2)
    #expect(try bench.wholeEventCount() >= 3)
  }
}
