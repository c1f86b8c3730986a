public import Curricula
internal import Diagnostics
public import Records

/// A curriculum's file, and which edition of which curriculum it says it is.
///
/// It is known by the first lines of the file alone, so that many files are looked at quickly.
public struct CurriculumFile: Hashable, Sendable {
  /// The path of the file.
  public let path: String
  /// The curriculum and the edition that the file names; a file that names none has its own name.
  public let programme: Programme
  /// The first day; `nil` where the file does not say it.
  public let starts: CivilDate?

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - text: What is in it; `nil` where it cannot be read.
  init(path: String, text: String?) {
    var values: [Substring: String] = [:]
    for line in (text ?? "").utf8.split(whereSeparator: { [0x0A, 0x0D].contains($0) }) {
      // Most lines are something else, which their first letter shows.
      guard let first = line.first, Self.initials.contains(first) else { continue }
      let line = Substring(line)
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].prefix { !$0.isWhitespace }
      let isWhole = line[key.endIndex..<colon].allSatisfy(\.isWhitespace)
      guard isWhole, Self.keys.contains(key) else { continue }
      values[key] = Self.scalar(line[line.index(after: colon)...])
    }
    self.path = path
    let name = values["curriculum"].flatMap { $0.isEmpty ? nil : $0 }
    programme = Programme(
      curriculum: name ?? path.fileNameWithoutEnding,
      edition: values["edition"] ?? ""
    )
    starts = values["starts"].flatMap { CivilDate($0) }
  }

  /// What the file is known by.
  private static let keys: [Substring] = ["curriculum", "edition", "starts"]
  /// The first letters of these.
  private static let initials = keys.compactMap(\.utf8.first)

  /// A value without its quotes and the comment after it.
  private static func scalar(_ text: Substring) -> String {
    let value = text.drop { $0 == " " }
    if let quote = value.first, quote == "\"" || quote == "'" {
      return String(value.dropFirst().prefix { $0 != quote })
    }
    let bare = value.firstRange(of: " #").map { value[..<$0.lowerBound] } ?? value
    return String(bare.reversed().drop { $0 == " " }.reversed())
  }
}

extension [CurriculumFile] {
  /// The edition that runs: the one that began last, else the first to begin.
  ///
  /// The next edition takes over on its first day, so that drafting it changes nothing before.
  public func running(on day: CivilDate) -> CurriculumFile? {
    let dated = filter { $0.starts != nil }.sorted { ($0.starts ?? day) < ($1.starts ?? day) }
    let begun = dated.last { file in file.starts.map { $0 <= day } ?? false }
    return begun ?? dated.first ?? first
  }
}

extension Programme {
  /// The curriculum with its edition, as it is named in commands: `security/2026`.
  public var label: String { edition.isEmpty ? curriculum : "\(curriculum)/\(edition)" }

  /// Reads what somebody wrote: `security` or `security/2026`.
  public init(label: String) {
    let parts = label.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      curriculum: parts.first.map(String.init) ?? "",
      edition: parts.count > 1 ? String(parts[1]) : ""
    )
  }

  /// Whether something that was recorded counts in this programme; what was recorded without an edition,
  /// or for a curriculum that is not known, does.
  func counts(_ recorded: Programme) -> Bool {
    edition.isEmpty || recorded.edition.isEmpty || recorded.curriculum != curriculum
      || recorded.edition == edition
  }
}

extension String {
  /// The last part of a path without its ending.
  fileprivate var fileNameWithoutEnding: String {
    let name = split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }
}
