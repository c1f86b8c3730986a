import ArgumentParser
import Foundation

/// Kills sittings, and starts many at once, and says whether anything was lost or anybody turned away.
struct SittingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sittings",
    abstract: "Kill sittings, and start many at once, on one markbook.",
    discussion: """
      Runs the built command 'seminar' in a new folder, through pipes. First, sittings are killed at \
      moments made by chance, several at once; after each, every response that was acknowledged must \
      be recorded, and the next sitting must begin. Then many participants start at a steady rate and \
      respond; the slowest acknowledgement is shown beside single commits that SQLite makes with the \
      same settings on the same disk meanwhile. The status is 1 when something was lost or somebody \
      was turned away.
      """
  )

  @Option(help: "How many sittings are killed.")
  var kills: Int = 1_000

  @Option(help: "How many of those run at once.")
  var atOnce: Int = 8

  @Option(help: "How many participants start.")
  var starts: Int = 500

  @Option(help: "How many of those start each second.")
  var rate: Double = 100

  @Option(help: "The seed of the moments.")
  var seed: UInt64 = 1

  @Option(help: "The command 'seminar' (default: the one next to this program).")
  var seminar: String?

  @Option(help: "The folder for the markbook, which is kept (default: a temporary folder).")
  var folder: String?

  func validate() throws {
    guard (0...100_000).contains(kills), (1...64).contains(atOnce) else {
      throw ValidationError("--kills must be from 0 to 100000, and --at-once from 1 to 64")
    }
    guard (0...5_000).contains(starts), rate > 0, rate <= 10_000 else {
      throw ValidationError("--starts must be from 0 to 5000, and --rate more than 0")
    }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    Self.allowManyFiles()
    let place = try SittingFolder(
      at: folder,
      seminar: seminar ?? Self.neighbour,
      killed: kills == 0 ? 0 : atOnce,
      started: starts
    )
    defer { if folder == nil { place.remove() } }
    var isWell = true
    if kills > 0 {
      let result = try KilledSittings(in: place, count: kills, atOnce: atOnce, seed: seed).run()
      show(result)
      isWell = isWell && result.isWell
    }
    if starts > 0 {
      let result = try StartedSittings(in: place, count: starts, rate: rate).run()
      show(result)
      isWell = isWell && result.isWell
    }
    let verification = try place.verification()
    show("the markbook afterwards: \(verification)")
    if !isWell || !verification.hasPrefix("whole") { throw ExitCode(1) }
  }

  /// Each sitting takes several descriptors here.
  private static func allowManyFiles() {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard unsafe getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(kind, &limit)
  }

  private static var neighbour: String {
    let own = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    return own.deletingLastPathComponent().appending(component: "seminar").path
  }
}
