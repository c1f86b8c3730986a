import Diagnostics
import Foundation

/// Reading and writing the files that people name.
enum TextFile {
  /// Reads a file that people write; `-` is standard input.
  static func read(_ path: String) throws -> SourceText {
    do {
      guard path != "-" else {
        let bytes = try FileHandle.standardInput.read(upToCount: SourceText.sizeLimit + 1)
        return try SourceText(file: "standard input", bytes: bytes ?? Data())
      }
      return try SourceText(file: path, bytes: bytes(of: path))
    } catch let diagnostic as Diagnostic {
      throw Findings(diagnostic)
    }
  }

  private static func bytes(of path: String) throws -> Data {
    let attributes: [FileAttributeKey: Any]
    do {
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      attributes = try FileManager.default.attributesOfItem(atPath: target)
    } catch {
      if error.systemCode == .EACCES { throw notPermitted(path) }
      throw Failure(
        .inputMissing,
        "there is no file '\(path.visible)'",
        remedy: nearest(to: path)
      )
    }
    let type = attributes[.type] as? FileAttributeType
    guard type == .typeRegular else {
      throw Failure(
        .inputMissing,
        "'\(path.visible)' is \(type == .typeDirectory ? "a folder" : "no ordinary file")",
        remedy: "name a file"
      )
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= SourceText.sizeLimit else {
      throw Diagnostic(
        .error,
        at: .init(file: path),
        "the file has \(size) bytes; at most \(SourceText.sizeLimit) are read",
        remedy: "split the file, or check that it is the one you meant"
      )
    }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      if error.systemCode == .EACCES { throw notPermitted(path) }
      throw Failure(.inputOutput, "'\(path.visible)' cannot be read: \(error.reason)")
    }
  }

  private static func notPermitted(_ path: String) -> Failure {
    Failure(
      .notPermitted,
      "'\(path.visible)' may not be read",
      remedy: "ask for the permission, or name another file"
    )
  }

  private static func nearest(to path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return didYouMean(
      url.lastPathComponent,
      among: names.sorted(),
      otherwise: "check the name and the folder"
    )
  }

  /// Writes a file as a whole or not at all.
  ///
  /// An existing file is only replaced when that is wanted; a link then stays, and the file behind
  /// it is replaced. What is no file, such as a device, is written to as it is.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    let type = attributes?[.type] as? FileAttributeType
    guard type != .typeDirectory else {
      throw Failure(
        .cannotCreate,
        "'\(path.visible)' is a folder",
        remedy: "name a file with '--output'"
      )
    }
    guard replacing || type != .typeRegular else {
      throw Failure(
        .cannotCreate,
        "the file '\(path.visible)' exists",
        remedy: "add '--force' to replace it"
      )
    }
    do {
      if let type, type != .typeRegular {
        try FileHandle(forWritingTo: url).write(contentsOf: Data(text.utf8))
      } else {
        try Data(text.utf8).write(to: url, options: .atomic)
      }
    } catch {
      throw unwritten(path, error)
    }
  }

  private static func unwritten(_ path: String, _ error: any Error) -> Failure {
    let status: ExitStatus
    let remedy: String
    switch error.systemCode {
    case .ENOSPC, .EIO, .EFBIG, .EDQUOT:
      status = .inputOutput
      remedy = "free some space, or choose another place with '--output'"
    case .EACCES, .EPERM, .EROFS:
      status = .notPermitted
      remedy = "ask for the permission, or choose another place with '--output'"
    default:
      status = .cannotCreate
      remedy = "check that its folder exists, or choose another place with '--output'"
    }
    return Failure(
      status,
      "the file '\(path.visible)' cannot be written: \(error.reason)",
      remedy: remedy
    )
  }
}
