import ArgumentParser
import Curricula
import Diagnostics
import Foundation
import Timetabling

/// Searches timetables of academies and says how time and memory grow.
struct AcademyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "academy",
    abstract: "Search timetables of academies made by chance.",
    discussion: """
      An academy has many groups that share trainers and rooms, and a timetable by construction. \
      Times are those of reading the file, of preparing the search, and of the search itself; the time \
      for a move is that of one processor.
      """
  )

  @Option(help: "About how many sessions the academies have; may be repeated.")
  var sessions: [Int] = [100, 1_000, 10_000]

  @Option(help: "Groups, instead of one for 25 sessions.")
  var groups: Int?

  @Option(help: "Trainers, instead of one for ten sessions.")
  var trainers: Int?

  @Option(help: "Rooms, instead of three for eight groups.")
  var rooms: Int?

  @Option(help: "Weeks.")
  var weeks: Int = 10

  @Option(help: "Seeds to run for each size, from --seed on; each makes another academy.")
  var seeds: Int = 1

  @Option(help: "Write the academies into a folder as curricula, and search nothing.")
  var write: String?

  @OptionGroup var search: SearchOptions

  func validate() throws {
    guard sessions.allSatisfy((1...100_000).contains) else {
      throw ValidationError("--sessions must be from 1 to 100000")
    }
    for (name, number) in [("groups", groups), ("trainers", trainers), ("rooms", rooms)] {
      guard number.map((1...10_000).contains) ?? true else {
        throw ValidationError("--\(name) must be from 1 to 10000")
      }
    }
    guard (1...52).contains(weeks) else {
      throw ValidationError("--weeks must be from 1 to 52")
    }
    guard (1...1000).contains(seeds) else {
      throw ValidationError("--seeds must be from 1 to 1000")
    }
  }

  func run() async throws {
    if write == nil { show(AcademyTable.header) }
    for sessions in sessions {
      for seed in search.seed..<(search.seed + UInt64(seeds)) {
        let text = try text(sessions, seed)
        if let write {
          try save(text, to: "\(write)/academy-\(sessions)-\(seed).yaml", in: write)
        } else {
          show(try await row(text, seed))
        }
      }
    }
  }

  private func text(_ sessions: Int, _ seed: UInt64) throws -> String {
    var size = Academy.Size(sessions: sessions, weeks: weeks)
    if let groups {
      size.groups = groups
      size.sessionsOfGroup = max(1, sessions / groups)
    }
    size.trainers = trainers ?? size.trainers
    size.rooms = rooms ?? size.rooms
    guard let academy = Academy(size, seed: seed) else {
      note(
        "error: \(size.trainers) trainers and \(size.rooms) rooms are too few for \(sessions) "
          + "sessions in \(weeks) weeks\n  help: give more with '--trainers', '--rooms' or '--weeks'"
      )
      throw ExitCode(64)
    }
    return academy.text()
  }

  private func save(_ text: String, to file: String, in folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      note("\(file): error: the file cannot be written: \(error.localizedDescription)")
      throw ExitCode(73)
    }
  }

  private func row(_ text: String, _ seed: UInt64) async throws -> AcademyTable.Row {
    PeakMemory.reset()
    let start = ContinuousClock.now
    func seconds(since start: ContinuousClock.Instant) -> Double {
      (ContinuousClock.now - start) / .seconds(1)
    }
    let problem: Problem
    do {
      let source = SourceText(file: "academy.yaml", text: text)
      problem = try Problem(Curriculum.parse(source).curriculum)
    } catch {
      report(error, "academy.yaml")
      throw ExitCode(70)
    }
    let reading = seconds(since: start)
    let ready = ContinuousClock.now
    let search = Search(problem)
    let preparing = seconds(since: ready)
    let begin = (time: ContinuousClock.now, work: ProcessorTime.seconds)
    let found = await search.run(
      within: self.search.budget,
      seed: seed,
      chains: self.search.cores
    )
    return AcademyTable.Row(
      sessions: problem.sessions.count,
      groups: problem.curriculum.groups.count,
      trainers: problem.curriculum.trainers.count,
      rooms: problem.curriculum.rooms.count,
      seed: seed,
      cost: found.cost,
      reading: reading,
      preparing: preparing,
      searching: seconds(since: begin.time),
      working: ProcessorTime.seconds - begin.work,
      moves: found.moves,
      mebibytes: PeakMemory.mebibytes
    )
  }
}
