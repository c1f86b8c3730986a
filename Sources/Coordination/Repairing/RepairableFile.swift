public import Curricula
public import Diagnostics
internal import Records
public import Timetabling

/// The file of a curriculum, into which repairs can be written.
///
/// Each repair that is one edit of the file has a code: four signs for the text of the file, a hyphen, and
/// four signs for the edit. The same repair of the same file always has the same code.
public struct RepairableFile: Sendable {
  /// The file.
  public let source: SourceText
  private let starts: CivilDate?
  private let isNamed: Bool

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - source: Its text.
  ///   - starts: A first day that replaces the one in the file.
  ///   - isNamed: Whether it has a name under which it can be written; standard input has not.
  public init(_ source: SourceText, starts: CivilDate? = nil, isNamed: Bool = true) {
    self.source = source
    self.starts = starts
    self.isNamed = isNamed
  }

  /// A conflict whose repairs say how they are written into the file.
  public func offering(_ conflict: Conflict) -> Conflict {
    conflict.with(repairs: conflict.repairs.map(offering))
  }

  /// A report whose advice says how it is written into the file.
  public func offering(_ report: RobustnessReport) -> RobustnessReport {
    var report = report
    report.advice.precautions = report.advice.precautions.map { precaution in
      var precaution = precaution
      precaution.repair = offering(precaution.repair)
      return precaution
    }
    return report
  }

  private func offering(_ repair: Conflict.Repair) -> Conflict.Repair {
    guard repair.writing == nil else { return repair }
    var repair = repair
    repair.writing = writing(of: repair)
    return repair
  }

  /// The edit that has a code.
  ///
  /// - Parameters:
  ///   - code: The code, as somebody typed it.
  ///   - conflict: What the repairs belong to.
  /// - Returns: The repair, and the edit.
  /// - Throws: ``RepairRefusal`` when it is not among the repairs.
  public func repair(
    _ code: String,
    of conflict: Conflict
  ) throws(RepairRefusal) -> (repair: Conflict.Repair, edit: FileEdit) {
    try check(code)
    for repair in offering(conflict).repairs {
      if case .edit(let edit, let own)? = repair.writing, own == code.lowercased() {
        return (repair, edit)
      }
    }
    throw .unknownCode(code)
  }

  /// Refuses a code that cannot be one of the file as it is, before anything is laid out.
  public func check(_ code: String) throws(RepairRefusal) {
    let parts = code.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    let signs = Set(RepairCode.signs)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 4 && $0.allSatisfy(signs.contains) })
    else { throw .notACode(code) }
    guard String(parts[0]) == RepairCode.mark(of: source.text) else {
      throw .changedSince(code, file: source.file)
    }
  }

  /// How an edit of the file is written into it.
  func writing(_ edit: FileEdit) -> Conflict.Writing {
    isNamed
      ? .edit(edit, code: RepairCode.code(of: edit, in: source))
      : .byHand("the curriculum was not read from a file")
  }

  private func writing(of repair: Conflict.Repair) -> Conflict.Writing {
    guard isNamed else { return .byHand("the curriculum was not read from a file") }
    guard repair.changes.allSatisfy({ !$0.amendments.isEmpty }) else {
      let place = repair.changes.first { $0.amendments.isEmpty }?.fact.location
      return place.map { $0.file != source.file } ?? false
        ? .byHand("it comes from \(place?.file ?? "")")
        : .byHand(
          "one line of the file also declares other things; write what differs in lines of its own"
        )
    }
    do {
      let amended = try AmendedCurriculum(
        repair.changes.flatMap(\.amendments),
        of: source,
        starts: starts
      )
      _ = try Problem(amended.curriculum)
      return .edit(amended.edit, code: RepairCode.code(of: amended.edit, in: source))
    } catch let obstacle as EditedText.Obstacle {
      return .byHand(obstacle.reason)
    } catch let findings as Findings {
      return .byHand(findings.wouldBeLeft)
    } catch {
      return .byHand("the file would then have mistakes")
    }
  }
}

/// The code of an edit.
enum RepairCode {
  /// Digits and small letters without those that look alike.
  static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// The code of an edit of a file.
  static func code(of edit: FileEdit, in source: SourceText) -> String {
    let lines = edit.changes.flatMap { change in
      ["\(change.line)"] + change.old.map { "-" + $0 } + change.new.map { "+" + $0 }
    }
    return mark(of: source.text) + "-" + mark(of: lines.joined(separator: "\n"))
  }

  /// Four signs for a text: the first twenty bits of its SHA-256.
  static func mark(of text: String) -> String {
    let bytes = SHA256(of: Array(text.utf8)).bytes
    let bits = Int(bytes[0]) << 12 | Int(bytes[1]) << 4 | Int(bytes[2]) >> 4
    return String([15, 10, 5, 0].map { signs[bits >> $0 & 31] })
  }
}
