import Coordination
import Curricula
import Diagnostics
import Foundation
import Glibc

extension ZoneChoice {
  /// Where systems keep the rules of time zones.
  private static let systemFolder = "/usr/share/zoneinfo"
  /// The most bytes of a file that is read.
  private static let sizeLimit = 4 << 20

  /// Chooses by the environment and by what the system has.
  static func ofThisSystem() throws -> ZoneDatabase {
    let path = ProcessInfo.processInfo.environment[variable, default: ""]
    if !path.isEmpty, !FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .inputMissing,
        "the folder '\(path.visible)', which \(variable) names, does not exist",
        remedy: "name a folder of TZif files such as \(systemFolder), or unset \(variable)"
      )
    }
    do {
      return try Self(
        named: path.isEmpty ? nil : folder(at: path),
        system: folder(at: systemFolder)
      ).database
    } catch {
      throw Failure(.badInput, error.message, remedy: error.remedy)
    }
  }

  private static func folder(at path: String) -> Folder {
    Folder(
      path: path,
      names: { FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [] },
      read: { bytes(of: "\(path)/\($0)") }
    )
  }

  /// The bytes of an ordinary file; `nil` for others.
  private static func bytes(of path: String) -> [UInt8]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= sizeLimit
    else { return nil }
    return try? Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
