internal import Glibc
internal import Synchronization

/// Counts the calls that change files in one folder, and brings about the fault at one of them.
///
/// The library is loaded before the program's own (`LD_PRELOAD`). Its settings are variables of the
/// environment: `FAULT_FOLDER`, without which it does nothing; `FAULT` and `FAULT_CALL`, which call
/// fails and how; `FAULT_REPORT`, the file that says in the end how many calls there were, and in its
/// second line in what order the log was written (`w`) and synchronised (`s`) and words that begin with
/// "Kept" were shown (`K`). A program
/// that removes the file `faults-begin` or `faults-end` in the folder begins or ends the counting,
/// which otherwise begins at once.
enum Meter {
  /// What the program is about to do to a file, with its own pointers.
  @unsafe enum Call {
    case write(descriptor: Int32, bytes: UnsafeRawPointer?, count: Int, offset: Int64?)
    case descriptor(Int32)
    case path(UnsafePointer<CChar>?)
  }

  private struct State {
    let folder = setting("FAULT_FOLDER")
    let fault = setting("FAULT").flatMap(Fault.init)
    let number = setting("FAULT_CALL").flatMap(Int.init) ?? 0
    let report = setting("FAULT_REPORT")
    var isArmed = setting("FAULT_LATER") == nil
    var calls = 0
    var trace = ""

    init() {
      if report != nil { atexit { Meter.report() } }
    }
  }

  private static let state = Mutex(State())

  /// Counts a call; `nil` when it is to be done, otherwise the error with which it fails.
  static func admit(_ call: Call) -> Int32? {
    let fault: Fault? = unsafe due(call)
    switch fault {
    case nil, .after: return nil
    case .before: die()
    case .half:
      if case .write(let descriptor, let bytes, let count, let offset) = unsafe call {
        _ = unsafe Original.write(descriptor, bytes, count / 2, offset)
      }
      die()
    case .full:
      // A full disk still takes files away, and gives them other names.
      switch unsafe call {
      case .write: return ENOSPC
      case .descriptor, .path: return nil
      }
    case .error: return EIO
    }
  }

  /// Says that the call that was counted last has been done.
  static func complete() {
    let isDue = state.withLock { state in
      state.isArmed && state.fault == .after && state.calls == state.number
    }
    if isDue { die() }
  }

  private static func due(_ call: Call) -> Fault? {
    state.withLock { state in
      guard let folder = state.folder, let path = unsafe path(of: call) else { return nil }
      unsafe state.trace += mark(of: call, on: path)
      guard path.hasPrefix(folder) else { return nil }
      if path.hasSuffix("/faults-begin") || path.hasSuffix("/faults-end") {
        state.isArmed = path.hasSuffix("/faults-begin")
        return nil
      }
      guard state.isArmed else { return nil }
      state.calls += 1
      guard let fault = state.fault else { return nil }
      let isDue = fault == .full ? state.calls >= state.number : state.calls == state.number
      return isDue ? fault : nil
    }
  }

  private static func die() -> Never {
    kill(getpid(), SIGKILL)
    while true { pause() }
  }

  private static func report() {
    let (calls, trace, file) = state.withLock { ($0.calls, $0.trace, $0.report) }
    guard let file, let stream = unsafe fopen(file, "w") else { return }
    unsafe fputs("\(calls)\n\(trace)\n", stream)
    unsafe fclose(stream)
  }

  private static func setting(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// What a call adds to the order of events.
  private static func mark(of call: Call, on path: String) -> String {
    switch unsafe call {
    case .write(let descriptor, let bytes, let count, _):
      if path.hasSuffix("-wal") { return "w" }
      guard descriptor == 1, let bytes = unsafe bytes else { return "" }
      let shown = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
      let text = unsafe String(decoding: shown, as: UTF8.self)
      return String(repeating: "K", count: text.ranges(of: "Kept: ").count)
    case .descriptor: return path.hasSuffix("-wal") ? "s" : ""
    case .path: return ""
    }
  }

  private static func path(of call: Call) -> String? {
    switch unsafe call {
    case .write(let descriptor, _, _, _), .descriptor(let descriptor):
      var buffer = [CChar](repeating: 0, count: 4_096)
      let count = unsafe readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
      guard count > 0 else { return nil }
      return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    case .path(let path):
      return unsafe path.map { unsafe String(cString: $0) }
    }
  }
}
