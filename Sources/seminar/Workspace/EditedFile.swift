import Coordination
import Diagnostics
import Foundation
import Glibc

/// A file of the workspace that an edit changes.
struct EditedFile {
  /// The file, as the user named it.
  let path: String
  let edit: FileEdit
  /// The code of the edit, by which the old file is named.
  let code: String

  /// Puts the file with the edit in the place of the file, and keeps the old one next to it.
  ///
  /// A link stays, and the file behind it is changed.
  ///
  /// - Parameter known: The text for which the edit was made.
  /// - Returns: The name of the old file.
  /// - Throws: `RepairRefusal` when the file has changed since, `Failure` when it cannot be written; then
  ///   it is as it was.
  func replace(_ known: SourceText) throws -> String {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let bytes = try TextFile.bytes(of: path, sizeLimit: SourceText.sizeLimit)
    let changed = RepairRefusal.changedSince(code, file: path)
    guard let text = try? SourceText(file: path, bytes: bytes), text.text == known.text,
      let edited = edit.applied(to: bytes)
    else { throw changed }
    do {
      let kept = try keep(bytes, of: target)
      let file = try NewFile(Data(edited), for: target)
      do {
        // The others who could read the file still can.
        var status = stat()
        if unsafe stat(target, &status) == 0 { _ = unsafe chmod(file.path, status.st_mode & 0o777) }
        guard try TextFile.bytes(of: path, sizeLimit: SourceText.sizeLimit) == bytes else {
          throw changed
        }
        try file.take(target, replacing: true)
      } catch {
        file.discard()
        throw error
      }
      return kept
    } catch let refusal as RepairRefusal {
      throw refusal
    } catch {
      throw TextFile.unwritten(path, error, option: nil)
    }
  }

  /// Keeps the old file under a name that no other command reads as a curriculum.
  private func keep(_ bytes: Data, of target: String) throws -> String {
    for number in 1... {
      let ending = ".before-\(code)" + (number == 1 ? "" : "-\(number)")
      let file = try NewFile(bytes, for: target + ending)
      do {
        try file.take(target + ending, replacing: false)
        return path + ending
      } catch let error as POSIXError where error.code == .EEXIST {
        file.discard()
        // The same edit of the same file, made once before.
        let old = try? TextFile.bytes(of: target + ending, sizeLimit: SourceText.sizeLimit)
        if old == bytes { return path + ending }
      } catch {
        file.discard()
        throw error
      }
    }
    return path
  }
}
