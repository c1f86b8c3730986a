import Diagnostics
import Foundation
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

  /// Whether invitations were written into it.
  var hasInvitations: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/invitations")
    return names.map { !$0.isEmpty } ?? false
  }

  /// An edition that was published.
  struct Edition {
    let curriculum: String
    /// The edition; empty where there is none.
    let name: String
    /// When its last session ends.
    let ends: Date?

    /// Whether its last session is past.
    func hasEnded(_ now: Date) -> Bool { ends.map { $0 <= now } ?? true }
  }

  /// What was published into it last; `nil` where nothing was, or it cannot be read.
  var edition: Edition? {
    guard let bytes = FileManager.default.contents(atPath: path + "/programme.json"),
      let document = try? JSONDecoder().decode(Document.self, from: bytes)
    else { return nil }
    let formatter = ISO8601DateFormatter()
    return Edition(
      curriculum: document.curriculum,
      name: document.edition,
      ends: document.placements.compactMap { formatter.date(from: $0.end) }.max()
    )
  }

  /// What is read of a published timetable.
  private struct Document: Decodable {
    struct Placement: Decodable { let end: String }
    let curriculum: String
    let edition: String
    let placements: [Placement]
  }

  /// Files written beside their places, waiting to be put there.
  struct Staged {
    fileprivate let moves: [(file: NewFile, target: String)]

    /// Takes the waiting files away.
    func discard() {
      for move in moves { move.file.discard() }
    }

    /// Puts every file in its place; what was there is replaced.
    func put() throws {
      for (file, target) in moves {
        do {
          try file.take(target, replacing: true)
        } catch {
          throw Failure(
            .inputOutput,
            "the file '\(target.visible)' cannot be replaced: \(error.reason)",
            remedy: "publish again when the reason is gone; the revision is kept"
          )
        }
      }
    }
  }

  /// Writes all files beside their places, or none.
  func stage(_ files: [Publication.File]) throws -> Staged {
    var moves: [(file: NewFile, target: String)] = []
    do {
      for file in files {
        let target = "\(path)/\(file.path)"
        let folder = NewFile.folder(of: target)
        do {
          try NewFile.makeFolders(folder)
        } catch {
          let status: ExitStatus = error.systemCode == .EACCES ? .notPermitted : .cannotCreate
          throw Failure(
            status,
            "the folder '\(folder.visible)' cannot be made: \(error.reason)",
            remedy: "choose another with '\(option)'"
          )
        }
        do {
          moves.append((try NewFile(Data(file.text.utf8), for: target), target))
        } catch {
          throw TextFile.unwritten(target, error, option: option)
        }
      }
    } catch {
      Staged(moves: moves).discard()
      throw error
    }
    return Staged(moves: moves)
  }
}
