internal import Glibc

/// A place at something that has a name, which others on this machine can see to be taken.
///
/// The system frees it when the program ends, however it ends, and no file stays behind. It is a class
/// because the end of its life frees it too.
public final class Seat {
  /// Whether another program of this machine had a seat at the same thing when this one was taken.
  public let isShared: Bool
  private let socket: Int32?

  /// How many programs can sit at one thing and be told apart from nobody.
  private static let limit = 8

  /// Takes a seat at the thing of that name; others may sit there too.
  public init(at name: String) {
    var free: [Int32] = []
    var isShared = false
    for number in 0..<Self.limit {
      switch Self.bind("seminar/\(name)/\(number)") {
      case .bound(let socket): free.append(socket)
      case .taken: isShared = true
      case .impossible: break
      }
    }
    self.isShared = isShared
    socket = free.first
    for socket in free.dropFirst() { close(socket) }
  }

  deinit {
    if let socket { close(socket) }
  }

  private enum Binding {
    case bound(Int32)
    case taken
    case impossible
  }

  /// Binds a socket to a name that is not in the file system: Linux's abstract names of `unix(7)`.
  private static func bind(_ name: String) -> Binding {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = Glibc.socket(AF_UNIX, kind, 0)
    guard socket >= 0 else { return .impossible }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(name.utf8)
    let offset = MemoryLayout<sa_family_t>.size + 1
    precondition(bytes.count <= 100, "a socket's name has at most 107 bytes")
    unsafe withUnsafeMutableBytes(of: &address) { raw in
      // The byte before the name stays zero, which makes it abstract.
      unsafe raw[offset..<offset + bytes.count].copyBytes(from: bytes)
    }
    let length = socklen_t(offset + bytes.count)
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.bind(socket, $0, length)
      }
    }
    if code == 0 { return .bound(socket) }
    let isTaken = errno == EADDRINUSE
    close(socket)
    return isTaken ? .taken : .impossible
  }
}
