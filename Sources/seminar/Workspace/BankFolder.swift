import Banks
import Diagnostics
import Foundation

/// Reading and writing the folder of a QTI package.
enum BankFolder {
  /// The most files of a package that are read.
  private static let fileLimit = 20_000

  /// Whether a path is a folder.
  static func exists(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// How the names of files end in which banks are kept; Blackboard's are `.dat`.
  static let endings = [".xml", ".qti", ".dat"]

  /// Reads all files of a folder that may hold items, in the order of their names.
  ///
  /// Links are not followed.
  static func read(_ path: String) throws -> [SourceText] {
    guard let walk = FileManager.default.enumerator(atPath: path) else {
      throw Failure(
        .notPermitted,
        "the folder '\(path.visible)' cannot be read: you do not have permission",
        remedy: "ask for permission, or name another folder"
      )
    }
    var names: [String] = []
    for case let name as String in walk {
      let lowered = name.lowercased()
      guard endings.contains(where: { lowered.hasSuffix($0) }) else { continue }
      guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      names.append(name)
      guard names.count <= fileLimit else {
        throw Failure(
          .badInput,
          "the folder '\(path.visible)' has more than \(fileLimit) files",
          remedy: "split the package"
        )
      }
    }
    guard !names.isEmpty else {
      throw Failure(
        .inputMissing,
        "the folder '\(path.visible)' has no XML files",
        remedy: "name the folder of a QTI package, which has 'imsmanifest.xml' in it"
      )
    }
    var left = SourceText.exchangeLimit
    return try names.sorted().compactMap { name in
      do {
        let source = try TextFile.read("\(path)/\(name)", sizeLimit: left, lineLimit: left)
        left -= source.text.utf8.count
        return source
      } catch is Findings where name.lowercased().hasSuffix(".dat") {
        // Most files with this ending are no text.
        return nil
      }
    }
  }

  /// Writes a package as a whole or not at all.
  ///
  /// Only an existing package is ever replaced, and only when that is wanted.
  static func write(_ files: [BankFile], to path: String, replacing: Bool) throws {
    let manager = FileManager.default
    let isThere = manager.fileExists(atPath: path)
    if isThere, !replacing {
      throw Failure(
        .cannotCreate,
        "'\(path.visible)' exists",
        remedy: "add '--force' to replace it"
      )
    }
    if isThere, !manager.fileExists(atPath: "\(path)/imsmanifest.xml") {
      throw Failure(
        .cannotCreate,
        "'\(path.visible)' exists and is not a QTI package",
        remedy: "name another folder"
      )
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let beside = NewFile.folder(of: url.path)
    let new = "\(beside)/\(NewFile.draftName())"
    do {
      try NewFile.makeFolder(new)
      for file in files {
        try NewFile.makeFolders(NewFile.folder(of: "\(new)/\(file.path)"))
        try NewFile.create(Data(file.text.utf8), at: "\(new)/\(file.path)")
      }
      if isThere {
        let old = "\(beside)/\(NewFile.draftName())"
        try manager.moveItem(atPath: url.path, toPath: old)
        do {
          try manager.moveItem(atPath: new, toPath: url.path)
        } catch {
          try? manager.moveItem(atPath: old, toPath: url.path)
          throw error
        }
        try? manager.removeItem(atPath: old)
      } else {
        try manager.moveItem(atPath: new, toPath: url.path)
      }
    } catch {
      try? manager.removeItem(atPath: new)
      throw TextFile.unwritten(path, error, option: nil)
    }
  }
}
