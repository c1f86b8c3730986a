internal import Foundation

/// A model of how people forget, which says when an item should be asked again.
///
/// A memory has a stability, the days after which nine of ten responses are still right, and a
/// difficulty. Each review changes both. Days are whole days of the calendar; two reviews on one day
/// are no days apart. The model itself knows no chance: equal reviews give equal intervals.
///
/// Source: FSRS-6, in the form of the package *py-fsrs* 6.3.2, without its learning steps and without
/// its fuzz, and with the longest stability of the model to which the weights were fitted; J. Ye, J. Su and Y. Cao, *A stochastic shortest path algorithm for optimizing spaced
/// repetition scheduling*, KDD 2022.
public struct FSRS6: Hashable, Sendable {
  /// The name under which schedules keep the model.
  public static let name = "fsrs6"

  /// How well an item was remembered.
  public enum Rating: Int, CaseIterable, Comparable, Sendable {
    /// Not remembered.
    case again = 1
    /// Remembered with doubt.
    case hard = 2
    /// Remembered.
    case good = 3
    /// Remembered without any doubt.
    case easy = 4

    public static func < (left: Self, right: Self) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What is left in the mind after the last review.
  public struct Memory: Hashable, Sendable {
    /// The days after which the item is remembered with a probability of 0.9, from 0.001 to 36 500.
    public let stability: Double
    /// How hard the item is, from 1 to 10.
    public let difficulty: Double

    /// Creates a memory; values out of their range are brought into it.
    public init(stability: Double, difficulty: Double) {
      self.stability = min(max(stability, 0.001), 36_500)
      self.difficulty = min(max(difficulty, 1), 10)
    }
  }

  /// The parameters with which the model computes.
  public let parameters: Parameters

  /// Creates the model.
  public init(_ parameters: Parameters = Parameters()) {
    self.parameters = parameters
  }
}

extension FSRS6 {
  /// The probability that an item is remembered.
  ///
  /// R(t, S) = (1 + factor · t / S)^decay, with decay = −w₂₀ and factor such that R(S, S) = 0.9.
  ///
  /// - Parameters:
  ///   - memory: What the last review left.
  ///   - days: The days since then; fewer than none count as none.
  /// - Returns: From 0 to 1.
  public func retrievability(of memory: Memory, after days: Int) -> Double {
    pow(1 + factor * Double(max(days, 0)) / memory.stability, decay)
  }

  /// The days after which the item should be asked again, from 1 to the model's longest interval.
  public func interval(for memory: Memory) -> Int {
    let days = memory.stability / factor * (pow(parameters.retention, 1 / decay) - 1)
    let longest = Double(parameters.longestInterval)
    return Int(min(max(days.rounded(.toNearestOrEven), 1), longest))
  }

  /// What a review leaves in the mind.
  ///
  /// - Parameters:
  ///   - rating: How well the item was remembered.
  ///   - memory: What the review before left; `nil` for the first review.
  ///   - days: The days since then; fewer than none count as none.
  /// - Returns: The memory from which the next interval follows.
  public func memory(after rating: Rating, from memory: Memory?, days: Int) -> Memory {
    guard let memory else {
      return Memory(
        stability: w[rating.rawValue - 1],
        difficulty: firstDifficulty(rating)
      )
    }
    let stability =
      if days < 1 {
        sameDayStability(rating, memory)
      } else if rating == .again {
        stabilityAfterLapse(memory, retrievability(of: memory, after: days))
      } else {
        stabilityAfterSuccess(rating, memory, retrievability(of: memory, after: days))
      }
    return Memory(stability: stability, difficulty: nextDifficulty(rating, memory.difficulty))
  }
}

// The formulas by their names in the source: S stability, D difficulty, R retrievability, G rating.
extension FSRS6 {
  /// The weights w₀ to w₂₀.
  private var w: [Double] { parameters.weights }

  private var decay: Double { -w[20] }

  private var factor: Double { pow(0.9, 1 / decay) - 1 }

  /// D₀(G) = w₄ − e^(w₅ (G − 1)) + 1.
  private func firstDifficulty(_ rating: Rating) -> Double {
    w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
  }

  /// D′ = w₇ · D₀(4) + (1 − w₇) · (D − w₆ (G − 3) · (10 − D) / 9).
  private func nextDifficulty(_ rating: Rating, _ difficulty: Double) -> Double {
    let change = -w[6] * Double(rating.rawValue - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return w[7] * firstDifficulty(.easy) + (1 - w[7]) * damped
  }

  /// S′ = S · (1 + e^w₈ · (11 − D) · S^(−w₉) · (e^(w₁₀ (1 − R)) − 1) · w₁₅ if Hard · w₁₆ if Easy).
  private func stabilityAfterSuccess(
    _ rating: Rating,
    _ memory: Memory,
    _ retrievability: Double
  ) -> Double {
    let growth =
      exp(w[8]) * (11 - memory.difficulty) * pow(memory.stability, -w[9])
      * (exp(w[10] * (1 - retrievability)) - 1)
    let share =
      switch rating {
      case .hard: w[15]
      case .easy: w[16]
      case .again, .good: 1.0
      }
    return memory.stability * (1 + growth * share)
  }

  /// S′ = min(w₁₁ · D^(−w₁₂) · ((S + 1)^w₁₃ − 1) · e^(w₁₄ (1 − R)), S / e^(w₁₇ · w₁₈)).
  private func stabilityAfterLapse(_ memory: Memory, _ retrievability: Double) -> Double {
    let left =
      w[11] * pow(memory.difficulty, -w[12]) * (pow(memory.stability + 1, w[13]) - 1)
      * exp(w[14] * (1 - retrievability))
    return min(left, memory.stability / exp(w[17] * w[18]))
  }

  /// S′ = S · e^(w₁₇ (G − 3 + w₁₈)) · S^(−w₁₉), which shortens only after Again.
  private func sameDayStability(_ rating: Rating, _ memory: Memory) -> Double {
    let growth =
      exp(w[17] * (Double(rating.rawValue - 3) + w[18])) * pow(memory.stability, -w[19])
    return memory.stability * (rating == .again ? growth : max(growth, 1))
  }
}
