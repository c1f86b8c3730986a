/// What the start of an attempt says openly.
struct StartedBody: Codable {
  /// What the attempt is for.
  var kind: String
  /// Its number as it was when it started.
  var number: Int
  /// The participant's number; `nil` for a guest.
  var person: String?
  /// The quiz's name.
  var quiz: String
  /// The hash of the quiz's text.
  var version: String
}
