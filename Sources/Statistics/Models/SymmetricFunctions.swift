internal import Foundation

/// The elementary symmetric functions of positive numbers: of order *r* the sum of the products of each
/// *r* of them.
///
/// Only sums and products of positive numbers occur, so that nothing cancels: the difference formula,
/// which is quicker, is unstable from about twenty items on. All functions of one list are scaled by
/// the same factor where they would overflow. Source: F. B. Baker and M. R. Harwell, *Computing
/// elementary symmetric functions and their derivatives: a didactic*, Applied Psychological Measurement
/// 20 (1996), the summation algorithm.
struct SymmetricFunctions {
  /// The functions by order, from 0.
  private(set) var values: [Double] = [1]
  /// The logarithm of the factor by which they are divided.
  private(set) var logScale = 0.0

  /// Those of no number.
  init() {}

  /// Those of some numbers.
  ///
  /// - Complexity: O(*k*²).
  init(of numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  /// Takes a number in.
  mutating func add(_ number: Double) {
    values.append(0)
    for order in stride(from: values.count - 1, to: 0, by: -1) {
      values[order] += number * values[order - 1]
    }
    guard let greatest = values.max(), greatest > 1e100 else { return }
    for order in values.indices { values[order] /= greatest }
    logScale += log(greatest)
  }

  /// For each number those of all the others.
  ///
  /// Halves the list again and again, and takes the other half in.
  ///
  /// - Complexity: O(*k*² log *k*).
  static func leavingOneOut(of numbers: [Double]) -> [SymmetricFunctions] {
    leavingOneOut(of: numbers[...], besides: SymmetricFunctions())
  }

  private static func leavingOneOut(
    of numbers: ArraySlice<Double>,
    besides others: SymmetricFunctions
  ) -> [SymmetricFunctions] {
    if numbers.count <= 1 { return numbers.isEmpty ? [] : [others] }
    let middle = numbers.startIndex + numbers.count / 2
    let (first, second) = (numbers[..<middle], numbers[middle...])
    var (besidesFirst, besidesSecond) = (others, others)
    for number in second { besidesFirst.add(number) }
    for number in first { besidesSecond.add(number) }
    return leavingOneOut(of: first, besides: besidesFirst)
      + leavingOneOut(of: second, besides: besidesSecond)
  }
}
