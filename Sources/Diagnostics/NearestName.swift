/// The name that somebody probably meant, or `nil` when nothing is close.
///
/// Close means at most one edit for each three letters of the longer name, where an edit inserts,
/// removes or replaces a letter or exchanges two neighbours. Case does not count. Of equally close
/// names the first wins.
///
/// - Complexity: O(*k* · *n* · *m*) for *k* candidates of length *m*.
/// - Source: the optimal string alignment distance, after F. Damerau, *A technique for computer
///   detection and correction of spelling errors*, Communications of the ACM 7 (1964).
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.count <= 100 {
    let letters = Array(candidate.lowercased())
    let limit = max(1, max(wanted.count, letters.count) / 3)
    // The distance is at least the difference of the lengths.
    guard abs(wanted.count - letters.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    guard distance <= limit else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// The sentence that offers a near name, or else another remedy.
public func didYouMean(
  _ name: String,
  among candidates: some Sequence<String>,
  otherwise remedy: @autoclosure () -> String
) -> String {
  nearestName(to: name, in: candidates).map { "did you mean '\($0)'?" } ?? remedy()
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var distance = min(
        last[column + 1] + 1,
        current[column] + 1,
        last[column] + (letter == other ? 0 : 1)
      )
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
