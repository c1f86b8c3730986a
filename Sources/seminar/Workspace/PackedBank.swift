import Diagnostics
import Foundation

#if Archives
  import Archives
#endif

/// Reading a packed bank: a ZIP file, or a common cartridge, which is one.
enum PackedBank {
  /// Whether a path names a packed bank.
  static func isPacked(_ path: String) -> Bool {
    [".zip", ".imscc"].contains { path.lowercased().hasSuffix($0) }
  }

  #if Archives
    /// Reads the files in which there may be items, by their paths.
    static func read(_ path: String) throws -> [SourceText] {
      let bytes = try TextFile.bytes(of: path, sizeLimit: 4 * SourceText.exchangeLimit)
      do {
        let archive = try Archive(
          Array(bytes),
          limits: Archive.Limits(bytes: SourceText.exchangeLimit)
        )
        let files = try archive.files { name in
          BankFolder.endings.contains { name.lowercased().hasSuffix($0) }
        }
        guard !files.isEmpty else {
          throw Failure(
            .badInput,
            "'\(path.visible)' has no XML files in it",
            remedy: "name a packed bank of QTI"
          )
        }
        return try files.compactMap { file -> SourceText? in
          do {
            return try SourceText(
              file: "\(path)/\(file.path)",
              bytes: file.bytes,
              sizeLimit: SourceText.exchangeLimit,
              lineLimit: SourceText.exchangeLimit
            )
          } catch let diagnostic as Diagnostic {
            // Blackboard gives all its files the same ending, also those that are no text.
            if file.path.lowercased().hasSuffix(".dat") { return nil }
            throw Findings(diagnostic)
          }
        }
      } catch let fault as ArchiveFault {
        throw Failure(
          .badInput,
          "'\(path.visible)' cannot be read: \(fault.message.visible)",
          remedy: "check that it is the file you meant and that it was copied as a whole"
        )
      }
    }
  #else
    /// Says to unpack it: this build was made without the library that unpacks.
    static func read(_ path: String) throws -> [SourceText] {
      if !FileManager.default.fileExists(atPath: path) {
        _ = try TextFile.bytes(of: path, sizeLimit: 1)
      }
      throw Failure(
        .badInput,
        "'\(path.visible)' is packed",
        remedy: "unpack it with 'unzip', and name the folder"
      )
    }
  #endif
}
