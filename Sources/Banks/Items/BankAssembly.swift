internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Gathers the items of a bank in another form while it is read, so that each is sound and has a
/// name of its own.
struct BankAssembly {
  /// The form that is read.
  let form: BankForm
  /// What is wrong, and what is lost.
  var findings = Findings()
  /// The category for the items that follow.
  private(set) var category: String?
  /// The title.
  var title: String
  /// Whether nothing but comments has been read.
  var isUntouched = true
  /// The comments at the head of the bank.
  var remarks: [String] = []
  private(set) var items: [Item] = []
  private var identifiers: Set<Item.ID> = []
  /// How often a name was made unique, so that many equal names stay quick.
  private var repetitions: [Item.ID: Int] = [:]

  /// The most items that are read.
  static let itemLimit = 20_000

  init(form: BankForm, title: String) {
    self.form = form
    self.title = title.onOneLine
  }

  /// The bank as a quiz.
  var quiz: Quiz {
    var quiz = Quiz(
      title: title.isEmpty ? "Converted items" : title,
      status: "Converted from \(form.name); not yet read by a person.",
      items: items
    )
    quiz.remarks = remarks
    return quiz
  }

  /// Begins a category; the topmost one is none.
  mutating func enter(category path: String) {
    category = ["", "top", "$course$", "$course$/top"].contains(path) ? nil : path
  }

  /// Takes an item whose identifier is still to be found.
  ///
  /// - Parameters:
  ///   - item: The item; its name and tags as they are written in the other form.
  ///   - identifier: The identifier that the other form gives.
  ///   - losses: What could not be kept, as phrases.
  mutating func add(_ item: Item, identifier: String? = nil, losses: [String] = []) {
    guard items.count < Self.itemLimit else {
      findings.error(
        at: .init(file: item.location.file),
        "the bank has more than \(Self.itemLimit) items",
        remedy: "split it"
      )
      return
    }
    var item = item
    var losses = losses
    item.category = item.category ?? category
    item.takeLabels()
    item.settle(&losses)
    item.remarks = Array(item.remarks.prefix(Item.remarkLimit))
    if item.stem.isEmpty, let name = item.name {
      item.stem = name
      findings.warn(
        at: item.location,
        "'\(name.shortened)' has no text, so its name is asked",
        remedy: "put the question after the name"
      )
    }
    let faults = item.faults
    guard faults.isEmpty else {
      for fault in faults {
        let name = item.name.map { "'\($0.shortened)'" } ?? "the item"
        findings.error(
          at: item.location,
          "\(name) cannot be read: \(fault.clause)",
          remedy: "correct it, or leave it out with '--keep-going'"
        )
      }
      return
    }
    item.id = uniqueIdentifier(for: item, given: identifier, &losses)
    identifiers.insert(item.id)
    if item.name == item.id { item.name = nil }
    if !losses.isEmpty {
      findings.warn(
        at: item.location,
        "'\(item.id)' is read without \(losses.joined(separator: "; "))"
      )
    }
    items.append(item)
  }

  private mutating func uniqueIdentifier(
    for item: Item,
    given: String?,
    _ losses: inout [String]
  ) -> Item.ID {
    if let given, given.isIdentifier, !identifiers.contains(given) { return given }
    if given == nil, let name = item.name, name.isIdentifier, !identifiers.contains(name) {
      return name
    }
    let wanted = [given, item.name, item.stem].lazy.compactMap { $0?.identifier }
      .first { !$0.isEmpty }
    let base = wanted ?? "item"
    if let given { losses.append("its identifier '\(given.shortened)'") }
    if wanted != nil, !identifiers.contains(base) { return base }
    var number = repetitions[base] ?? (wanted == nil ? 0 : 1)
    var candidate: String
    repeat {
      number += 1
      candidate = "\(base)-\(number)"
    } while identifiers.contains(candidate)
    repetitions[base] = number
    return candidate
  }
}

extension String {
  /// An identifier of at most forty characters made of the text's Latin letters and digits; empty
  /// where it has none.
  fileprivate var identifier: String {
    var made = ""
    for scalar in decomposedStringWithCanonicalMapping.unicodeScalars.prefix(400) {
      guard made.utf8.count < 40 else { break }
      if scalar.isDigit || (0x61...0x7A).contains(scalar.value) {
        made.unicodeScalars.append(scalar)
      } else if (0x41...0x5A).contains(scalar.value) {
        made += String(scalar).lowercased()
      } else if !made.isEmpty, !made.hasSuffix("-"), !scalar.properties.isDiacritic {
        made += "-"
      }
    }
    while made.hasSuffix("-") { made.removeLast() }
    return made
  }
}
