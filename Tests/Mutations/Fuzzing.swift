import Foundation

/// How long files are damaged and read: some hundred times in the usual tests, or as many seconds as
/// `FUZZ_SECONDS` in the environment says.
public enum Fuzzing {
  /// The seconds for each reader; 0 for the usual tests.
  public static let seconds =
    ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  /// Tries seed after seed, and says how many there were where that was asked for.
  ///
  /// - Parameters:
  ///   - name: What is read.
  ///   - cases: The number of seeds in the usual tests.
  ///   - attempt: Damages and reads one file.
  /// - Returns: The seconds that the slowest file took.
  @discardableResult
  public static func run(
    _ name: String,
    cases: UInt64 = 600,
    _ attempt: (UInt64) throws -> Void
  ) rethrows -> Double {
    let start = Date()
    var slowest = 0.0
    var seed: UInt64 = 0
    while seconds > 0 ? Date().timeIntervalSince(start) < seconds : seed < cases {
      let begin = Date()
      try attempt(seed)
      slowest = max(slowest, Date().timeIntervalSince(begin))
      seed += 1
    }
    if seconds > 0 { print("\(name): \(seed) files, the slowest took \(slowest) seconds") }
    return slowest
  }
}
