internal import Diagnostics
internal import Quizzes

/// Reads a file of QTI 1.2: an assessment, a bank of objects, sections or single items.
struct QTI12Reader {
  private let root: XMLElement

  /// Creates a reader of a `questestinterop` element whose names are already plain.
  init(_ root: XMLElement) {
    self.root = root
  }

  /// Reads all items into a bank.
  func read(into bank: inout BankAssembly) {
    for element in root.elements {
      switch element.name {
      case "assessment", "objectbank":
        let title = element["title"] ?? QTI12Metadata.field("bank_title", of: element) ?? ""
        let plain = PlainText(title).text.onOneLine
        if !plain.isEmpty { bank.title = plain }
        tellSettings(of: element, &bank)
        read(element, path: [], mark: nil, into: &bank)
      case "section": read(section: element, path: [], into: &bank)
      case "item": read(item: element, mark: nil, into: &bank)
      default: break
      }
    }
  }

  private func read(
    _ element: XMLElement,
    path: [String],
    mark: Rational?,
    into bank: inout BankAssembly
  ) {
    for inner in element.elements {
      switch inner.name {
      case "section": read(section: inner, path: path, into: &bank)
      case "item":
        bank.enter(category: path.joined(separator: "/"))
        read(item: inner, mark: mark, into: &bank)
      case "itemref", "sectionref", "sourcebank_ref", "bankentry_item":
        bank.findings.warn(
          at: inner.location,
          "items of another file are named here, and are not read",
          remedy: "convert that file too"
        )
      default: break
      }
    }
  }

  /// A section with a title of its own is a category.
  private func read(section: XMLElement, path: [String], into bank: inout BankAssembly) {
    let title = PlainText(section["title"] ?? "").text.onOneLine
    var path = path
    if !title.isEmpty, !["main", "root_section", "section"].contains(title.lowercased()) {
      path.append(title.replacing("/", with: "-"))
    }
    if let count = section.descendants("selection_number").first?.text.trimmed, !count.isEmpty {
      bank.findings.warn(
        at: section.location,
        "the section '\(title.shortened)' is read without its choice of \(count.shortened) of its items",
        remedy: "write it under 'draw' in the new quiz"
      )
    }
    let mark = section.descendants("points_per_item").first.flatMap {
      Rational(score: $0.text.trimmed)
    }
    read(section, path: path, mark: mark.flatMap { $0 > 0 ? $0 : nil }, into: &bank)
  }

  private func read(item: XMLElement, mark: Rational?, into bank: inout BankAssembly) {
    var reader = QTI12ItemReader(item, sectionMark: mark)
    do {
      let read = try reader.read()
      bank.add(read, identifier: reader.identifier, losses: reader.losses)
    } catch {
      bank.findings.report(error)
    }
  }

  /// What an assessment says of how it is sat.
  private func tellSettings(of assessment: XMLElement, _ bank: inout BankAssembly) {
    var lost: [String] = []
    let hasLimit =
      assessment.first("duration") != nil
      || QTI12Metadata.field("qmd_timelimit", of: assessment) != nil
    if hasLimit { lost.append("time limit") }
    let attempts = QTI12Metadata.field("cc_maxattempts", of: assessment)
    if let attempts, attempts != "1" { lost.append("number of attempts") }
    if assessment.first("assessfeedback") != nil { lost.append("feedback on the whole") }
    let introduction = ["presentation_material", "objectives", "rubric"]
    if introduction.contains(where: { assessment.first($0) != nil }) {
      lost.append("introduction")
    }
    guard !lost.isEmpty else { return }
    bank.findings.warn(
      at: assessment.location,
      "the assessment is read without its \(lost.joined(separator: ", "))",
      remedy: "write it in the new quiz"
    )
  }
}
