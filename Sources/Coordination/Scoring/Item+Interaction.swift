internal import Foundation
internal import Quizzes

// Items and responses as interactions of the Experience API, which has them from SCORM.
// Options, sides and texts are numbered from 1 in the order of the file.

extension Item {
  /// The item as an interaction.
  var interaction: Statement.Activity.Definition {
    var definition = Statement.Activity.Definition(
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      description: ["und": stem]
    )
    definition.interactionType = kind.interactionType
    definition.correctResponsesPattern = kind.keyPatterns
    switch kind {
    case .singleChoice(let choice):
      definition.choices = .numbered(choice.options.map(\.text))
    case .multipleResponse(let choice):
      definition.choices = .numbered(choice.options.map(\.text))
    case .ordering(let ordering): definition.choices = .numbered(ordering.texts)
    case .matching(let matching):
      definition.source = .numbered(matching.pairs.map(\.left))
      definition.target = .numbered(matching.rights)
    case .trueFalse, .numerical, .shortText, .cloze, .essay, .description: break
    }
    return definition
  }
}

extension [Statement.Activity.Definition.Component] {
  /// Texts with their numbers.
  fileprivate static func numbered(_ texts: [String]) -> Self {
    texts.enumerated().map { .init(id: "\($0 + 1)", description: ["und": $1]) }
  }
}

extension Item.Kind {
  fileprivate var interactionType: String {
    switch self {
    case .singleChoice, .multipleResponse: "choice"
    case .trueFalse: "true-false"
    case .numerical: "numeric"
    case .shortText: "fill-in"
    case .matching: "matching"
    case .ordering: "sequencing"
    case .essay: "long-fill-in"
    case .cloze, .description: "other"
    }
  }

  /// The responses that earn the whole mark, where they can be written down.
  fileprivate var keyPatterns: [String]? {
    switch self {
    case .singleChoice(let choice):
      choice.options.indices.filter { choice.options[$0].isKey }.map { "\($0 + 1)" }
    case .multipleResponse(let choice):
      [Self.list(choice.options.indices.filter { choice.options[$0].isKey })]
    case .trueFalse(let statement): [statement.key ? "true" : "false"]
    case .numerical(let numerical):
      numerical.accepted.filter { $0.fraction == 1 }.map(\.value.pattern)
    case .shortText(let shortText):
      shortText.accepted.filter { $0.fraction == 1 }.map { accepted in
        "{case_matters=\(shortText.matchesCase)}\(accepted.pattern)"
      }
    case .matching(let matching):
      [
        matching.pairs.enumerated().map { index, pair in
          let right = matching.rights.firstIndex(of: pair.right) ?? 0
          return "\(index + 1)[.]\(right + 1)"
        }.joined(separator: "[,]")
      ]
    case .ordering(let ordering): [Self.list(Array(ordering.texts.indices))]
    case .cloze, .essay, .description: nil
    }
  }

  /// A response as the interaction writes it.
  func pattern(of response: Response) -> String {
    switch response {
    case .option(let index): "\(index + 1)"
    case .options(let indices), .order(let indices): Self.list(indices)
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .number(let number): "\(number)"
    case .text(let text), .draft(let text): text
    case .matches(let rights):
      rights.enumerated().map { "\($0 + 1)[.]\($1 + 1)" }.joined(separator: "[,]")
    case .gaps(let responses):
      responses.map { $0.map(pattern) ?? "" }.joined(separator: "[,]")
    case .read: ""
    }
  }

  private static func list(_ indices: [Int]) -> String {
    indices.map { "\($0 + 1)" }.joined(separator: "[,]")
  }
}

extension Numerical.Value {
  /// The numbers as the interaction writes a range of them.
  fileprivate var pattern: String {
    switch self {
    case .number(let key, .absolute(0)), .number(let key, .relative(0)): "\(key)"
    case .number(let key, .absolute(let reach)): "\(key - reach)[:]\(key + reach)"
    case .number(let key, .relative(let part)):
      "\(key - part * abs(key))[:]\(key + part * abs(key))"
    case .range(let from, let to): "\(from)[:]\(to)"
    }
  }
}
