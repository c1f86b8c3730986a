import ArgumentParser
import Timetabling

/// How long, from which seed and on how many cores to search.
struct SearchOptions: ParsableArguments {
  @Option(help: "Seconds to search, for each problem and seed.")
  var seconds: Double = 60

  @Option(help: "Trial changes of each chain, instead of a time; the result is then repeatable.")
  var moves: Int?

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Option(help: "Searches beside one another.")
  var cores: Int = 2

  func validate() throws {
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds must be more than 0 and at most 86400")
    }
    guard (1...64).contains(cores) else {
      throw ValidationError("--cores must be from 1 to 64")
    }
    if let moves, moves < 1 { throw ValidationError("--moves must be at least 1") }
  }

  /// The budget, the time counting from now.
  var budget: Budget {
    if let moves { return .moves(moves) }
    let start = ContinuousClock.now
    let limit = Duration.seconds(seconds)
    return .share { (ContinuousClock.now - start) / limit }
  }
}
