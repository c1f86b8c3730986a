internal import Foundation

/// A statement of the Experience API.
struct Statement: Encodable {
  /// Who did it.
  struct Actor: Encodable {
    struct Account: Encodable {
      let homePage: String
      let name: String
    }

    let objectType = "Agent"
    let account: Account

    private enum CodingKeys: CodingKey { case objectType, account }
  }

  /// What was done.
  struct Verb: Encodable {
    let id: String
    let display: [String: String]

    init(_ word: String) {
      id = "http://adlnet.gov/expapi/verbs/\(word)"
      display = ["en": word]
    }
  }

  /// To what it was done.
  struct Activity: Encodable {
    struct Definition: Encodable {
      struct Component: Encodable {
        let id: String
        let description: [String: String]
      }

      var type: String
      var name: [String: String]?
      var description: [String: String]?
      var interactionType: String?
      var correctResponsesPattern: [String]?
      var choices: [Component]?
      var source: [Component]?
      var target: [Component]?
    }

    let objectType = "Activity"
    let id: String
    var definition: Definition?

    private enum CodingKeys: CodingKey { case objectType, id, definition }
  }

  /// What came of it.
  struct Outcome: Encodable {
    struct Score: Encodable {
      let scaled, raw, min, max: Decimal
    }

    var score: Score?
    var success: Bool?
    var completion: Bool?
    var response: String?
    var duration: String?
    var extensions: [String: Decimal]?
  }

  /// In which attempt.
  struct Context: Encodable {
    struct Activities: Encodable {
      let parent: [Activity]
    }

    let registration: String
    let revision: String
    var platform = "seminar"
    var contextActivities: Activities?
    var extensions: [String: [String: String]]?
  }

  var id: String?
  let actor: Actor
  let verb: Verb
  let object: Activity
  var result: Outcome?
  var context: Context
  let timestamp: String

  /// The statement in one line, with sorted keys.
  var canonical: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
