import ArgumentParser

/// Measures the timetabling engine on problems of others, on academies made for the purpose and on
/// curricula, whether sittings lose anything, and the statistics of items.
@main
struct Benchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seminar-benchmark",
    abstract: "Measure the timetabling engine, the storage of responses, exports and statistics.",
    subcommands: [
      CompetitionCommand.self, CurriculumCommand.self, ConflictsCommand.self, AcademyCommand.self,
      ReviseCommand.self, ScoresCommand.self, SittingsCommand.self, StatisticsCommand.self,
      ZonesCommand.self, LaunchCommand.self,
    ]
  )
}
