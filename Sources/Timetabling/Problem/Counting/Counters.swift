/// What the constraints of one shape keep up to date while sessions move.
///
/// The cost of a move is read off before anything changes; only moves that are made are written.
/// The board is passed as it lies (`inout`) although only the state changes it: a borrowed value of many
/// words would be copied at every call. What a constraint costs is defined by ``Shape/violations(in:)``;
/// tests hold the two against each other after every move.
protocol Counters: ~Copyable {
  /// Whether there is nothing to count.
  var isEmpty: Bool { get }

  /// What a move adds to the cost.
  mutating func change(by move: Move, on board: inout Board) -> Change

  /// Counts a session in, with a sign of 1, or out, with -1; the board still shows it then.
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board)

  /// The cost by what is counted.
  mutating func total(on board: inout Board) -> Change
}

/// Two counters as one, each asked only where it has something to count.
struct Both<Left: Counters & ~Copyable, Right: Counters & ~Copyable>: ~Copyable, Counters {
  private var first: Left
  private var second: Right

  init(_ first: consuming Left, _ second: consuming Right) {
    self.first = first
    self.second = second
  }

  var isEmpty: Bool { first.isEmpty && second.isEmpty }

  @inline(__always)
  mutating func change(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if !first.isEmpty { sum += first.change(by: move, on: &board) }
    if !second.isEmpty { sum += second.change(by: move, on: &board) }
    return sum
  }

  @inline(__always)
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    if !first.isEmpty { first.count(session, at: place, sign, on: &board) }
    if !second.isEmpty { second.count(session, at: place, sign, on: &board) }
  }

  mutating func total(on board: inout Board) -> Change {
    first.total(on: &board) + second.total(on: &board)
  }
}
