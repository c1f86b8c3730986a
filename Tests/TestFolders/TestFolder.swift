import Foundation

/// Where tests keep files for a moment.
public enum TestFolder {
  /// A path for a folder that does not exist yet.
  public static func path(_ name: String) -> String { parent + "/\(name)-\(UUID().uuidString)" }

  /// A folder in memory where the system has room for that, and nobody asked for another one.
  ///
  /// Markbooks are written durably, and a disk takes its time for what tests throw away.
  private static let parent: String = {
    let memory = "/dev/shm"
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: memory)
    let free = attributes?[.systemFreeSize] as? NSNumber
    let isAsked = ProcessInfo.processInfo.environment["TMPDIR"] != nil
    guard !isAsked, let free, free.int64Value >= enough,
      FileManager.default.isWritableFile(atPath: memory)
    else { return FileManager.default.temporaryDirectory.path }
    return memory
  }()

  /// More bytes than all tests take together.
  private static let enough: Int64 = 2 << 30
}
