/// What the constraints of one shape keep up to date while sessions move.
///
/// The cost of a move is read off before anything changes; only moves that are made are written.
/// The board is passed as it lies (`inout`) although only the state changes it: a borrowed value of many
/// words would be copied at every call. What a constraint costs is defined by ``Shape/violations(in:)``;
/// tests hold the two against each other after every move.
protocol Counters: ~Copyable {
  /// Whether there is nothing to count.
  var isEmpty: Bool { get }

  /// What holding a session elsewhere adds to the cost; it is on the board at `from`.
  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change

  /// Counts a session in.
  mutating func add(_ session: Int, at place: Place, on board: inout Board)

  /// Counts a session out; the board still shows it.
  mutating func remove(_ session: Int, at place: Place, on board: inout Board)

  /// The cost by what is counted.
  mutating func total(on board: inout Board) -> Change
}
