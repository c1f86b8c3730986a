import Coordination
import Diagnostics
import Foundation

/// A folder with the public keys of participants.
enum KeyFolder {
  /// The most bytes of a file with keys.
  private static let sizeLimit = 64 << 10

  /// Reads all files `ID.pub`; reports what is wrong in each, and private keys, which do not belong
  /// there.
  static func read(_ path: String, _ findings: inout Findings) throws -> [KeyFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw Failure(
        error.systemCode == .EACCES ? .notPermitted : .inputMissing,
        "the folder '\(path.visible)' cannot be read: \(error.reason)",
        remedy: "name the folder with the files 'ID.pub' with '--keys'"
      )
    }
    return try names.compactMap { name -> KeyFile? in
      let file = "\(path)/\(name)"
      guard let participant = KeyFile.participant(ofFileNamed: name) else {
        if isPrivateKey(file) {
          findings.warn(
            at: .init(file: file),
            "this is a private key, which only its owner should have",
            remedy: "delete it, and ask its owner for a new pair of keys"
          )
        }
        return nil
      }
      guard isOrdinary(file) else {
        findings.error(
          at: .init(file: file),
          "this is not an ordinary file",
          remedy: "save the participant's key itself under this name"
        )
        return nil
      }
      do {
        let source = try TextFile.read(file, sizeLimit: sizeLimit, lineLimit: sizeLimit)
        return KeyFile(source, of: participant, &findings)
      } catch let problems as Findings {
        findings.report(contentsOf: problems)
        return nil
      }
    }
  }

  /// Whether a file is one, and no link: a link that somebody put there would have others read.
  private static func isOrdinary(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  private static func isPrivateKey(_ path: String) -> Bool {
    guard isOrdinary(path), let source = try? TextFile.read(path, sizeLimit: sizeLimit) else {
      return false
    }
    return source.text.prefix(200).contains("PRIVATE KEY-----")
  }
}
