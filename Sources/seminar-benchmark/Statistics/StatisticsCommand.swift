import ArgumentParser
import Foundation
import Statistics

/// Measures the figures of items on responses made by chance.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Measure item statistics and the Rasch models.",
    discussion: """
      Responses follow the Rasch model, with difficulties from -2.5 to 2.5. The greatest distance of \
      an estimated difficulty from the true one is shown beside the time.
      """
  )

  @Option(help: "How many attempts there are.")
  var attempts: Int = 50_000

  @Option(help: "How many items each has.")
  var items: Int = 50

  @Option(help: "The seed of the responses.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (10...1_000_000).contains(attempts), (2...500).contains(items) else {
      throw ValidationError("--attempts must be from 10 to 1000000, and --items from 2 to 500")
    }
  }

  func run() throws {
    let truth = (0..<items).map { -2.5 + 5 * Double($0) / Double(items - 1) }
    let rights = responses(truth)
    let marks = MarkTable(
      maxima: Array(repeating: 1, count: items),
      marks: rights.map { $0 ? 1 : 0 }
    )
    let table = RightTable(items: items, rights: rights.map { $0 as Bool? })
    print("\(attempts) attempts at \(items) items, seed \(seed)")
    let figures = measured("classical figures") { QuizStatistics(of: marks) }
    print("  alpha \(figures.reliability?.alpha ?? .nan)")
    let marginal = measured("Rasch, marginal") { MarginalModel(fittedTo: table, as: .onePL) }
    let slope = marginal?.items.compactMap(\.self).first?.slope ?? .nan
    show(marginal?.items.map { $0.map { $0.difficulty * slope } } ?? [], truth)
    let conditional = measured("Rasch, conditional") { ConditionalModel(fittedTo: table) }
    let middle = truth.reduce(0, +) / Double(items)
    show(conditional?.items.map { $0?.difficulty } ?? [], truth.map { $0 - middle })
  }

  private func measured<Result>(_ name: String, _ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    let used = ProcessorTime.seconds
    let result = work()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let processor = ProcessorTime.seconds - used
    print(
      "\(name): \(seconds.rounded(to: 3)) s, "
        + "\(processor.rounded(to: 3)) s of a processor"
    )
    return result
  }

  private func show(_ found: [Double?], _ truth: [Double]) {
    let distances = zip(found, truth).compactMap { found, truth in
      found.map { abs($0 - truth) }
    }
    print("  greatest distance \((distances.max() ?? 0).rounded(to: 4)) logits")
  }

  /// Responses by chance, attempt by attempt.
  private func responses(_ difficulties: [Double]) -> [Bool] {
    var lots = DrawingLots(seed: seed)
    func uniform() -> Double { (Double(lots.below(1 << 52)) + 0.5) / Double(1 << 52) }
    var rights: [Bool] = []
    rights.reserveCapacity(attempts * items)
    for _ in 0..<attempts {
      let ability = (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
      for difficulty in difficulties {
        rights.append(uniform() < 1 / (1 + exp(difficulty - ability)))
      }
    }
    return rights
  }
}
