internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work on all processors, whose results keep their order.
public enum SideBySide {
  /// For how many rows it is not worth it to start threads.
  private static let few = 64

  /// Does work on parts of a list at once.
  ///
  /// - Parameters:
  ///   - rows: The list.
  ///   - lanes: How many parts it is cut into; as many as there are processors unless it is said
  ///     otherwise, and one for a short list.
  ///   - work: What is done with each part.
  /// - Returns: What became of each part, in the order of the list; nothing for an empty list.
  /// - Throws: The first error in the order of the list.
  public static func parts<Row: Sendable, Part: Sendable>(
    of rows: [Row],
    lanes: Int? = nil,
    _ work: @escaping @Sendable (ArraySlice<Row>) throws -> Part
  ) throws -> [Part] {
    let usual = rows.count < Self.few ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let lanes = max(1, lanes ?? usual)
    let size = max(1, (rows.count + lanes - 1) / lanes)
    let starts = Array(stride(from: 0, to: rows.count, by: size))
    guard starts.count > 1 else { return try starts.map { _ in try work(rows[...]) } }
    let done = Mutex([Result<Part, any Error>?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { lane in
      let start = starts[lane]
      let result = Result { try work(rows[start..<min(start + size, rows.count)]) }
      done.withLock { $0[lane] = result }
    }
    return try done.withLock { $0 }.compactMap { try $0?.get() }
  }
}
