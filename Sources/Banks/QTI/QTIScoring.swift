internal import Diagnostics
internal import Foundation
internal import Quizzes

/// How a QTI item gets its score, as far as the usual patterns go.
struct QTIScoring {
  /// Accepted numbers with what each earns, by response.
  private(set) var numbers: [String: [(value: Numerical.Value, score: Rational)]] = [:]
  /// The responses whose mapping counts.
  private(set) var mapped: Set<String> = []
  /// The responses whose correct response counts as a whole, with what it earns where that is said.
  private(set) var matched: [String: Rational?] = [:]
  /// What the whole correct response earns: 1 where nothing is said.
  func matchedScore(_ response: String) -> Rational {
    (matched[response] ?? nil).flatMap { $0 > 0 ? $0 : nil } ?? 1
  }

  /// Whether a mapping, and not the whole correct response, counts.
  func usesMapping(_ response: QTIResponse) -> Bool {
    response.entries != nil && matched[response.identifier] == nil
  }

  /// Whether there is processing of another sort.
  private(set) var isForeign = false
  /// Whether the item is processed at all.
  private(set) var isProcessed = false
  /// The only response of the templates.
  private static let usual = "RESPONSE"

  /// Reads the processing.
  init(_ processing: XMLElement?) {
    guard let processing else { return }
    isProcessed = true
    if let template = processing["template"] ?? processing["templatelocation"] {
      switch template.lastPathPart.lowercased() {
      case "match_correct", "cc2_match_basic": matched[Self.usual] = .some(nil)
      case "map_response", "cc2_map_response": mapped.insert(Self.usual)
      default: isForeign = true
      }
    }
    for element in processing.elements { read(element) }
  }

  private mutating func read(_ element: XMLElement) {
    switch element.name {
    case "setoutcomevalue": readAssignment(element)
    case "responsecondition":
      for branch in element.elements { read(branch: branch) }
    default: isForeign = true
    }
  }

  /// A score that grows by a mapping, or feedback that is what was chosen.
  private mutating func readAssignment(_ element: XMLElement) {
    let outcome = element["identifier"] ?? ""
    guard let value = element.elements.first, element.elements.count == 1 else {
      isForeign = true
      return
    }
    if outcome != "SCORE" {
      if value.name != "variable" { isForeign = true }
      return
    }
    let maps =
      switch value.name {
      case "mapresponse": [value]
      case "sum": value.elements.filter { $0.name == "mapresponse" }
      default: [XMLElement]()
      }
    let others = value.name == "sum" ? value.elements.count - maps.count : 0
    if maps.isEmpty || others > 1 { isForeign = true }
    for map in maps { mapped.insert(map["identifier"] ?? "") }
  }

  /// A condition that something is right, and what that earns.
  private mutating func read(branch: XMLElement) {
    guard ["responseif", "responseelseif"].contains(branch.name),
      let condition = branch.elements.first
    else {
      isForeign = true
      return
    }
    let assignments = branch.elements.dropFirst()
    let score = assignments.first { $0["identifier"] == "SCORE" }.flatMap(Self.score)
    isForeign = isForeign || assignments.count != 1
    switch condition.name {
    case "match":
      let names = condition.elements.map(\.name)
      if Set(names) == ["variable", "correct"] {
        matched[condition.elements[0]["identifier"] ?? ""] = .some(score)
      } else {
        isForeign = true
      }
    case "isnull": isForeign = true
    case "equal", "and":
      if let (response, value) = Self.number(condition), let score {
        numbers[response, default: []].append((value, score))
      } else {
        isForeign = true
      }
    default: isForeign = true
    }
  }

  /// The number that an assignment gives or adds.
  private static func score(_ assignment: XMLElement) -> Rational? {
    let value = assignment.elements.first
    let base = value?.name == "sum" ? value?.first("basevalue") : value
    guard base?.name == "basevalue" else { return nil }
    return base.flatMap { Rational(score: $0.text.trimmed) }
  }

  /// A number with its tolerance, or the two ends of a range.
  private static func number(_ element: XMLElement) -> (response: String, value: Numerical.Value)? {
    func parts(_ element: XMLElement) -> (response: String, number: Decimal)? {
      guard let response = element.first("variable")?["identifier"],
        let number = element.first("basevalue").flatMap({ Decimal(writtenAs: $0.text.trimmed) })
      else { return nil }
      return (response, number)
    }
    if element.name == "and" {
      guard let least = element.first("gte").flatMap(parts),
        let most = element.first("lte").flatMap(parts), least.response == most.response
      else { return nil }
      return (least.response, .range(from: least.number, to: most.number))
    }
    guard let (response, number) = parts(element) else { return nil }
    let reaches = (element["tolerance"] ?? "0").split(separator: " ")
    guard let reach = reaches.first.flatMap({ Decimal(writtenAs: String($0)) }),
      reaches.count == 1 || reaches.dropFirst().allSatisfy({ $0 == reaches[0] })
    else { return nil }
    switch element["tolerancemode"] ?? "exact" {
    case "absolute": return (response, .number(number, tolerance: .absolute(reach)))
    case "relative": return (response, .number(number, tolerance: .relative(reach / 100)))
    case "exact": return (response, .number(number, tolerance: .absolute(0)))
    default: return nil
    }
  }
}
