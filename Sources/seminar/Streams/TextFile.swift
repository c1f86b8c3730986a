import Diagnostics
import Foundation
import Quizzes

/// Reading and writing the files that people name.
enum TextFile {
  /// Reads a file that people write; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file's name.
  ///   - sizeLimit: The most bytes accepted.
  ///   - lineLimit: The most bytes accepted in one line.
  /// - Returns: The text.
  /// - Throws: `Findings` for a file that is no text, `Failure` for one that cannot be read.
  static func read(
    _ path: String,
    sizeLimit: Int = SourceText.sizeLimit,
    lineLimit: Int = SourceText.lineLimit
  ) throws -> SourceText {
    do {
      let isInput = path == "-"
      let bytes =
        isInput
        ? try FileHandle.standardInput.read(upToCount: sizeLimit + 1) ?? Data()
        : try bytes(of: path, sizeLimit: sizeLimit)
      var source = try SourceText(
        file: isInput ? "standard input" : path,
        bytes: bytes,
        sizeLimit: sizeLimit,
        lineLimit: lineLimit
      )
      if isInput { FileLines.keep(input: source.text) }
      if isInput || path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
        source.attachments = calendars(namedIn: source.text, from: isInput ? "." : path)
      }
      return source
    } catch let diagnostic as Diagnostic {
      throw Findings(diagnostic)
    }
  }

  /// The iCalendar files that a curriculum names, by these names.
  ///
  /// One that cannot be read is left out: the curriculum's reader says so where it is named.
  private static func calendars(namedIn text: String, from path: String) -> [String: SourceText] {
    guard text.holds(".ics") else { return [:] }
    let names = text.matches(of: /(?:calendar|import)["']?:\s*["']?([^"'\n,{}\[\]]+?\.ics)\b/)
    var calendars: [String: SourceText] = [:]
    for name in Set(names.map { String($0.1) }) {
      let file = name.hasPrefix("/") ? name : "\(NewFile.folder(of: path))/\(name)"
      guard let bytes = try? bytes(of: file, sizeLimit: SourceText.sizeLimit) else { continue }
      calendars[name] = try? SourceText(file: file, bytes: bytes)
    }
    return calendars
  }

  /// Reads a table or a document that somebody edited, also a spreadsheet's own file.
  static func readTable(_ path: String) throws -> SourceText {
    let isOwn = path != "-" && SpreadsheetSource.isOwnFile(path)
    return isOwn ? try SpreadsheetSource.read(path) : try read(path)
  }

  /// The bytes of a file.
  static func bytes(of path: String, sizeLimit: Int) throws -> Data {
    let attributes: [FileAttributeKey: Any]
    do {
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      attributes = try FileManager.default.attributesOfItem(atPath: target)
    } catch {
      if error.systemCode == .EACCES { throw notPermitted(path) }
      throw Failure(
        .inputMissing,
        "'\(path.visible)' does not exist",
        remedy: nearest(to: path)
      )
    }
    let type = attributes[.type] as? FileAttributeType
    guard type == .typeRegular else {
      throw Failure(
        .inputMissing,
        "'\(path.visible)' is \(type == .typeDirectory ? "a folder" : "not an ordinary file")",
        remedy: "name a file"
      )
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= sizeLimit else {
      throw Diagnostic(
        .error,
        at: .init(file: path),
        "the file has \(size) bytes; at most \(sizeLimit) are read",
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
      "'\(path.visible)' cannot be read: you do not have permission",
      remedy: "ask for permission, or name another file"
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
  /// it is replaced. A device is written to as it is. At most the group may
  /// read the new file: ``NewFile``.
  ///
  /// - Parameters:
  ///   - text: What is written.
  ///   - path: The file's name.
  ///   - replacing: Whether an existing file is replaced.
  ///   - option: The option that names the file, for remedies; `nil` for an argument.
  /// - Throws: `Failure` when the file is not written.
  static func write(
    _ text: String,
    to path: String,
    replacing: Bool,
    option: String? = "--output"
  ) throws {
    try write(to: path, replacing: replacing, option: option) { sink in try sink(text) }
  }

  /// Writes a file as a whole or not at all, from pieces that are never all in memory.
  ///
  /// - Parameters:
  ///   - path: The file's name.
  ///   - replacing: Whether an existing file is replaced.
  ///   - option: The option that names the file, for remedies; `nil` for an argument.
  ///   - produce: Hands over the pieces in their order.
  /// - Throws: `Failure` when the file is not written, or what the producing throws.
  static func write(
    to path: String,
    replacing: Bool,
    option: String? = "--output",
    _ produce: ((String) throws -> Void) throws -> Void
  ) throws {
    try put(at: path, replacing: replacing, option: option) { handle, _ in
      do {
        try produce { text in
          do {
            try handle.write(contentsOf: Data(text.utf8))
          } catch {
            throw Unwritten(reason: error)
          }
        }
      } catch let unwritten as Unwritten {
        throw unwritten.reason
      } catch {
        throw Unproduced(reason: error)
      }
    }
  }

  /// Writes a file as a whole or not at all, by something that writes to a path.
  ///
  /// - Parameters:
  ///   - path: The file's name.
  ///   - replacing: Whether an existing file is replaced.
  ///   - fill: Writes to the file at a path, which is there already and has another name at first. It
  ///     throws a `POSIXError` where the file takes no more.
  /// - Throws: `Failure` when the file is not written, or what else the filling throws.
  static func fill(
    _ path: String,
    replacing: Bool,
    _ fill: (_ path: String) throws -> Void
  ) throws {
    try put(at: path, replacing: replacing, option: "--output") { _, draft in
      do {
        try fill(draft)
      } catch let error as POSIXError {
        throw error
      } catch {
        throw Unproduced(reason: error)
      }
    }
  }

  private static func put(
    at path: String,
    replacing: Bool,
    option: String?,
    _ fill: (FileHandle, _ path: String) throws -> Void
  ) throws {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    let type = attributes?[.type] as? FileAttributeType
    guard type != .typeDirectory else {
      throw Failure(
        .cannotCreate,
        "'\(path.visible)' is a folder",
        remedy: "name a file" + (option.map { " with '\($0)'" } ?? "")
      )
    }
    let isLink =
      (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      == .typeSymbolicLink
    // Without a file behind it, a link that somebody put there would decide where the text goes.
    guard replacing || (type != .typeRegular && !(isLink && type == nil)) else {
      throw existing(path)
    }
    do {
      if let type, type != .typeRegular {
        try fill(FileHandle(forWritingTo: url), url.path)
      } else {
        let file = try NewFile(for: url.path, filling: fill)
        do {
          try file.take(url.path, replacing: replacing)
        } catch {
          file.discard()
          throw error
        }
      }
    } catch let unproduced as Unproduced {
      throw unproduced.reason
    } catch let error as POSIXError where error.code == .EEXIST {
      throw existing(path)
    } catch {
      throw unwritten(path, error, option: option)
    }
  }

  /// The file took no more.
  private struct Unwritten: Error { let reason: any Error }
  /// There was nothing more to write, because something went wrong before.
  private struct Unproduced: Error { let reason: any Error }

  private static func existing(_ path: String) -> Failure {
    Failure(
      .cannotCreate,
      "the file '\(path.visible)' exists",
      remedy: "add '--force' to replace it"
    )
  }

  /// Why a file or folder was not written.
  static func unwritten(_ path: String, _ error: any Error, option: String?) -> Failure {
    let elsewhere = "choose another place" + (option.map { " with '\($0)'" } ?? "")
    let status: ExitStatus
    let remedy: String
    switch error.systemCode {
    case .ENOSPC, .EIO, .EFBIG, .EDQUOT:
      status = .inputOutput
      remedy = "free some space, or \(elsewhere)"
    case .EACCES, .EPERM, .EROFS:
      status = .notPermitted
      remedy = "ask for permission, or \(elsewhere)"
    default:
      status = .cannotCreate
      remedy = "check that its folder exists, or \(elsewhere)"
    }
    return Failure(
      status,
      "the file '\(path.visible)' cannot be written: \(error.reason)",
      remedy: remedy
    )
  }
}
