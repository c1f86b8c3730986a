/// A square matrix with as many rows as columns, stored whole.
struct SquareMatrix {
  /// The number of rows.
  let size: Int
  /// The entries, row by row.
  var entries: [Double]

  /// A matrix of zeros.
  init(size: Int) {
    self.size = size
    entries = Array(repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  /// The inverse of a symmetric, positive definite matrix; `nil` of any other.
  ///
  /// By Cholesky's decomposition. Source: G. H. Golub and C. F. Van Loan, *Matrix computations*, 4th
  /// edition, 2013, section 4.2.
  ///
  /// - Complexity: O(*n*³).
  var inverse: SquareMatrix? {
    var factor = SquareMatrix(size: size)
    for row in 0..<size {
      for column in 0...row {
        var sum = self[row, column]
        for index in 0..<column { sum -= factor[row, index] * factor[column, index] }
        if row == column {
          guard sum > 0, sum.isFinite else { return nil }
          factor[row, row] = sum.squareRoot()
        } else {
          factor[row, column] = sum / factor[column, column]
        }
      }
    }
    var inverse = SquareMatrix(size: size)
    for unit in 0..<size {
      var solved = [Double](repeating: 0, count: size)
      for row in unit..<size {
        var sum = row == unit ? 1.0 : 0.0
        for index in unit..<row { sum -= factor[row, index] * solved[index] }
        solved[row] = sum / factor[row, row]
      }
      for row in stride(from: size - 1, through: 0, by: -1) {
        var sum = solved[row]
        for index in row + 1..<size { sum -= factor[index, row] * solved[index] }
        solved[row] = sum / factor[row, row]
        inverse[row, unit] = solved[row]
      }
    }
    return inverse
  }

  /// The product with a vector.
  func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += self[row, column] * vector[column] }
      return sum
    }
  }
}
