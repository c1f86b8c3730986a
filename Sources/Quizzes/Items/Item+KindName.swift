extension Item.Kind {
  /// The kinds as a file names them.
  package enum Name: String, CaseIterable, Sendable {
    case singleChoice = "single-choice"
    case multipleResponse = "multiple-response"
    case trueFalse = "true-false"
    case numerical
    case shortText = "short-text"
    case matching
    case ordering
    case cloze
    case essay
    case description

    /// The kinds that fit into a gap of a cloze.
    static let simple: [Name] = [
      .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText,
    ]
  }

  /// The kind as a file names it.
  package var name: Name {
    switch self {
    case .singleChoice: .singleChoice
    case .multipleResponse: .multipleResponse
    case .trueFalse: .trueFalse
    case .numerical: .numerical
    case .shortText: .shortText
    case .matching: .matching
    case .ordering: .ordering
    case .cloze: .cloze
    case .essay: .essay
    case .description: .description
    }
  }
}
