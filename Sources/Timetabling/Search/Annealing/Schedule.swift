/// Temperatures and weights of the annealing, in the scale of a problem's own penalties.
///
/// Cooling, acceptance and the last temperature start from Bellio, Ceschia, Di Gaspero, Schaerf and
/// Urli, *Feature-based tuning of simulated annealing applied to the curriculum-based course timetabling
/// problem*, Computers & Operations Research 65, 2016.
struct Schedule {
  /// The temperature at which a chain begins: most moves are accepted.
  var first: Double
  /// The temperature at which a chain goes on from the best so far.
  var again: Double
  /// The temperature at the end: next to nothing that costs anything is accepted.
  var last: Double
  /// The soft penalty that a unit of hard excess stands for in the beginning.
  var hardWeight: Double

  /// By what the temperature is multiplied from level to level.
  static let cooling = 0.99
  /// The share of a level's moves after whose acceptance the next level begins.
  static let acceptance = 0.034
  /// The share of moves that change a whole Kempe chain.
  static let chainShare = 0.3
  /// The share of moves that change the room of a whole set.
  static let roomShare = 1.0 / 64
  /// How often each chain begins anew, from a timetable drawn at random.
  static let beginnings = 3
  /// The share of the budget for that.
  static let beginningShare = 0.4
  /// How often each chain then goes on from the best that any chain has found.
  static let continuations = 3

  /// Takes the measure of a problem from what moves cost in a timetable that is not too bad.
  ///
  /// - Parameters:
  ///   - soft: What moves change of the soft penalty, without sign and without 0.
  ///   - hard: What they change of the hard excess, likewise.
  init(soft: [Int], hard: [Int]) {
    let soft = soft.sorted()
    let hard = hard.sorted()
    let unit = Double(soft.isEmpty ? 1 : soft[soft.count / 2]) / 5
    let least = Double(soft.first ?? 1)
    let step = Double(hard.isEmpty ? 1 : hard[hard.count / 10])
    first = max(20 * unit, 20 * least)
    again = first / 10
    last = 0.16 * least
    hardWeight = max(1, 2.5 * first / step)
  }

  /// The number of levels from one temperature down to the last.
  func levels(from first: Double) -> Int {
    guard first > last else { return 1 }
    return Int(naturalLogarithm(first / last) / -naturalLogarithm(Self.cooling)) + 1
  }
}
