import Diagnostics
import Foundation
import Publishing

/// The folder for messages about a change: a new one, or an empty one, so that none of another change
/// lies among them.
struct MessageFolder {
  let path: String
  /// The option that names it.
  let option: String

  init(
    _ path: String,
    option: String = "--messages",
    purpose: String = "so that no old message is sent by mistake"
  ) throws {
    (self.path, self.option) = (path, option)
    let manager = FileManager.default
    let files = ((try? manager.subpathsOfDirectory(atPath: path)) ?? []).map { "\(path)/\($0)" }
      .filter { file in
        let type = try? manager.attributesOfItem(atPath: file)[.type] as? FileAttributeType
        return type != .typeDirectory
      }
    let drafts = files.filter { NewFile.isDraftName(($0 as NSString).lastPathComponent) }
    guard files.count > drafts.count else {
      // What a program wrote that was interrupted is about a change that there is not.
      for draft in drafts { try? manager.removeItem(atPath: draft) }
      return
    }
    throw Failure(
      .cannotCreate,
      "the folder '\(path.visible)' is not empty",
      remedy: "name another with '\(option)', \(purpose)"
    )
  }

  /// Writes all messages beside their places, or none.
  func stage(_ files: [Publication.File]) throws -> PublishedFolder.Staged {
    try PublishedFolder(path, option: option).stage(files)
  }
}

extension Notice {
  /// The message as text and as a draft for mail programs.
  func files(sent: Date) -> [Publication.File] {
    [
      Publication.File(path: recipient.path + ".txt", text: text()),
      Publication.File(path: recipient.path + ".eml", text: mail(sent: sent)),
    ]
  }
}
