import Diagnostics
import Foundation
import Glibc
import Publishing

/// The folder into which a timetable is published: all files become new, or none.
struct PublishedFolder {
  let path: String
  /// The option that names it.
  let option: String

  init(_ path: String, option: String = "--output") {
    self.path = path
    self.option = option
  }

  /// Files written beside their places, waiting to be put there.
  struct Staged {
    fileprivate let moves: [(from: String, to: String)]

    /// Takes the waiting files away.
    func discard() {
      for move in moves { try? FileManager.default.removeItem(atPath: move.from) }
    }

    /// Puts every file in its place; what was there is replaced.
    ///
    /// Foundation's `replaceItemAt(_:withItemAt:)` renames the wrong way round on Linux (6.3.1), and its
    /// `moveItem(at:to:)` refuses what exists; the system's own call does what is wanted.
    func put() throws {
      for move in moves where unsafe rename(move.from, move.to) != 0 {
        let reason = POSIXErrorCode(rawValue: errno).map { POSIXError($0).reason }
        throw Failure(
          .inputOutput,
          "the file '\(move.to.visible)' cannot be replaced: \(reason ?? "unknown reason")",
          remedy: "publish again when the reason is gone; the revision is kept"
        )
      }
    }
  }

  /// Writes all files beside their places, or none.
  func stage(_ files: [Publication.File]) throws -> Staged {
    var moves: [(from: String, to: String)] = []
    do {
      for file in files {
        let target = "\(path)/\(file.path)"
        let folder = URL(fileURLWithPath: target).deletingLastPathComponent()
        do {
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
          let status: ExitStatus = error.systemCode == .EACCES ? .notPermitted : .cannotCreate
          throw Failure(
            status,
            "the folder '\(folder.relativePath.visible)' cannot be made: \(error.reason)",
            remedy: "choose another with '\(option)'"
          )
        }
        let name = folder.path + "/." + URL(fileURLWithPath: target).lastPathComponent + ".new"
        moves.append((name, target))
        try TextFile.write(file.text, to: name, replacing: true)
      }
    } catch {
      Staged(moves: moves).discard()
      throw error
    }
    return Staged(moves: moves)
  }
}
