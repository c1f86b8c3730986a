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
  public static func parts<Row: Sendable, Part: Sendable, Fault: Error>(
    of rows: [Row],
    lanes: Int? = nil,
    _ work: @escaping @Sendable (ArraySlice<Row>) throws(Fault) -> Part
  ) throws(Fault) -> [Part] {
    let usual = rows.count < Self.few ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let lanes = max(1, lanes ?? usual)
    let size = max(1, (rows.count + lanes - 1) / lanes)
    let starts = Array(stride(from: 0, to: rows.count, by: size))
    guard starts.count > 1 else { return starts.isEmpty ? [] : [try work(rows[...])] }
    let done = Mutex([Result<Part, Fault>?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { lane in
      let start = starts[lane]
      let result = Result { () throws(Fault) in
        try work(rows[start..<min(start + size, rows.count)])
      }
      done.withLock { $0[lane] = result }
    }
    var parts: [Part] = []
    for result in done.withLock({ $0 }) {
      if let result { parts.append(try result.get()) }
    }
    return parts
  }

  /// Works on parts that are read one after another: while the next part is read, all processors work on
  /// those that are there.
  ///
  /// - Parameters:
  ///   - lanes: How many processors work; all of them unless it is said otherwise. Twice as many parts
  ///     are in memory at most.
  ///   - next: Reads the next part, on this thread; `nil` at the end.
  ///   - work: What is done with each part.
  ///   - take: Takes what became of each part, in the order of the parts, on this thread.
  /// - Throws: What reading, working and taking throw, the first in the order of the parts.
  public static func inOrder<Part: Sendable, Outcome: Sendable>(
    lanes: Int? = nil,
    reading next: () throws -> Part?,
    _ work: @escaping @Sendable (Part) throws -> Outcome,
    taking take: (Outcome) throws -> Void
  ) throws {
    let lanes = max(1, lanes ?? ProcessInfo.processInfo.activeProcessorCount)
    let done = Mutex<[Int: Result<Outcome, any Error>]>([:])
    let news = DispatchSemaphore(value: 0)
    let running = DispatchGroup()
    var (begun, taken) = (0, 0)
    // After an error, nobody works on while the caller goes on.
    defer { running.wait() }
    func takeOne() throws {
      while true {
        if let result = done.withLock({ $0.removeValue(forKey: taken) }) {
          taken += 1
          return try take(result.get())
        }
        news.wait()
      }
    }
    while true {
      let read = Result { try next() }
      guard case .success(let part?) = read else {
        while taken < begun { try takeOne() }
        _ = try read.get()
        return
      }
      let place = begun
      begun += 1
      DispatchQueue.global().async(group: running) {
        let outcome = Result { try work(part) }
        done.withLock { $0[place] = outcome }
        news.signal()
      }
      while begun - taken >= 2 * lanes { try takeOne() }
    }
  }

  /// Looks for the first find in parts that are read one after another: while the next part is read, all
  /// processors look through those that are there.
  ///
  /// - Parameters:
  ///   - next: Reads the next part, on this thread; `nil` at the end.
  ///   - look: Looks through a part.
  /// - Returns: The find of the first part that has one; `nil` when none has.
  /// - Throws: What reading throws, unless there is a find in a part before.
  static func first<Part: Sendable, Find: Sendable>(
    reading next: () throws -> Part?,
    _ look: @escaping @Sendable (Part) -> Find?
  ) throws -> Find? {
    let finds = Mutex<(place: Int, find: Find)?>(nil)
    let free = DispatchSemaphore(value: ProcessInfo.processInfo.activeProcessorCount)
    let running = DispatchGroup()
    var place = 0
    let reading = Result {
      while finds.withLock({ $0 == nil }), let part = try next() {
        let here = place
        place += 1
        free.wait()
        DispatchQueue.global().async(group: running) {
          if let find = look(part) {
            finds.withLock { if here < $0?.place ?? .max { $0 = (here, find) } }
          }
          free.signal()
        }
      }
    }
    running.wait()
    if let find = finds.withLock({ $0?.find }) { return find }
    try reading.get()
    return nil
  }
}
