import ArgumentParser

/// Measures the timetabling engine on problems of others, on academies made for the purpose and on
/// curricula, and whether sittings lose anything.
@main
struct Benchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seminar-benchmark",
    abstract: "Measure the timetabling engine and the keeping of responses.",
    subcommands: [
      CompetitionCommand.self, CurriculumCommand.self, ConflictsCommand.self, AcademyCommand.self,
      ReviseCommand.self, SittingsCommand.self,
    ]
  )
}
