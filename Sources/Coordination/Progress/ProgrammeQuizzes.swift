internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Quizzes
internal import Records

/// The graded quizzes of a programme in the order of its weeks, and the rule by which they count.
struct ProgrammeQuizzes {
  /// A quiz with its place.
  struct Entry {
    let name: String
    let shortName: String
    var label: String
    /// The quiz as its file has it, without the items of its banks.
    let quiz: Quiz
    /// The quiz with all its items.
    let whole: Quiz
    /// When it may be sat, by the last published timetable.
    let conditions: Quiz.Conditions
    let week: Int?
  }

  private(set) var all: [Entry] = []
  private(set) var unreadable: [String] = []
  private(set) var rule: AppliedRule?

  init(
    of curriculum: Curriculum,
    _ published: RecordedPassRule?,
    in workspace: any WorkspaceContents
  ) throws {
    let files = workspace.quizFiles()
    let written = curriculum.passRule.map { $0.naming(files, of: curriculum.id) }
    let recorded = published.flatMap { PassRule(stored: $0.content) }
    if let recorded {
      let differs = written.map { $0.stored != recorded.stored } ?? true
      rule = AppliedRule(rule: recorded, publishedAt: published?.time, fileDiffers: differs)
    } else if let written {
      rule = AppliedRule(rule: written, publishedAt: nil, fileDiffers: false)
    }
    let counting = Set(rule?.rule.parts.map(\.quiz) ?? [])
    let weeks = Self.weeks(of: curriculum, in: workspace)
    for file in files {
      guard let quiz = try? workspace.writtenQuiz(file) else {
        if counting.contains(file.name) || file.name.hasPrefix("\(curriculum.id)/") {
          unreadable.append(file.name)
        }
        continue
      }
      let programme = Programme(curriculum)
      let belongs =
        quiz.curricula.contains { Programme(label: $0.name).admits(programme) }
        || counting.contains(file.name)
      guard belongs, case .graded = quiz.mode else { continue }
      all.append(
        Entry(
          name: file.name,
          shortName: file.shortName,
          label: "",
          quiz: quiz,
          whole: (try? workspace.quiz(file)) ?? quiz,
          conditions: try workspace.conditions(of: quiz),
          week: quiz.module.flatMap { weeks[$0.name] } ?? quiz.weekOfWindow
        )
      )
    }
    sort()
    label()
  }

  /// The week of each module of a curriculum; none when it cannot be laid out here.
  private static func weeks(
    of curriculum: Curriculum,
    in workspace: any WorkspaceContents
  ) -> [String: Int] {
    guard let modules = try? workspace.modulesByWeek(of: curriculum) else { return [:] }
    return Dictionary(modules.map { ($0.value, $0.key) }) { min($0, $1) }
  }

  /// By when they open where that is known of all, else by weeks.
  private mutating func sort() {
    let opens = all.allSatisfy { $0.conditions.opens != nil }
    all.sort { left, right in
      let (first, second) = (left.conditions.opens, right.conditions.opens)
      if opens, let first, let second, first != second { return first < second }
      return (left.week ?? .max, left.name) < (right.week ?? .max, right.name)
    }
  }

  /// The weeks as marks; further quizzes of a week, and those of none, get letters.
  private mutating func label() {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    var counts: [Int: Int] = [:]
    var others = 0
    for index in all.indices {
      if let week = all[index].week {
        let count = counts[week, default: 0]
        counts[week] = count + 1
        all[index].label = "\(week)" + (count == 0 ? "" : letters[min(count, 25)])
      } else {
        all[index].label = letters[min(others, 25)]
        others += 1
      }
    }
  }
}

extension PassRule {
  /// The same rule with the full names of quizzes, where it has short ones.
  func naming(_ files: [QuizFile], of curriculum: String) -> PassRule {
    var rule = self
    for index in rule.parts.indices {
      let name = rule.parts[index].quiz
      let whole = "\(curriculum)/\(name)"
      let short = files.filter { $0.shortName == name }
      if files.contains(where: { $0.name == name }) { continue }
      if files.contains(where: { $0.name == whole }) {
        rule.parts[index].quiz = whole
      } else if short.count == 1 {
        rule.parts[index].quiz = short[0].name
      }
    }
    return rule
  }
}
