internal import Foundation
internal import Quizzes

// Writing gaps.
extension ClozeCode {
  /// A text as it stands in a code: HTML, with backslashes before signs.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.escapedForHTML.unicodeScalars {
      if signs.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// The code of a gap.
  static func written(_ gap: Cloze.Gap) -> String {
    let weight = gap.weight.rounded(places: 0)
    switch gap.kind {
    case .singleChoice(let choice):
      return "{\(weight):MULTICHOICE:\(written(choice.options, choice.weights))}"
    case .multipleResponse(let choice):
      return "{\(weight):MULTIRESPONSE:\(written(choice.options, choice.weights))}"
    case .trueFalse(let statement):
      let options = [
        Item.Option("True", isKey: statement.key, because: statement.becauseTrue),
        Item.Option("False", isKey: !statement.key, because: statement.becauseFalse),
      ]
      return "{\(weight):MULTICHOICE:\(written(options, options.map { $0.isKey ? 1 : 0 }))}"
    case .shortText(let shortText):
      let answers = shortText.accepted.map { written($0.pattern, $0.fraction, $0.because) }
      let name = shortText.matchesCase ? "SHORTANSWER_C" : "SHORTANSWER"
      return "{\(weight):\(name):\(answers.joined(separator: "~"))}"
    case .numerical(let numerical):
      var answers = numerical.accepted.map { accepted in
        let (number, reach) = accepted.value.interval
        return written("\(number):\(reach)", accepted.fraction, accepted.because)
      }
      if let otherwise = numerical.otherwise { answers.append(written("*", 0, otherwise)) }
      return "{\(weight):NUMERICAL:\(answers.joined(separator: "~"))}"
    }
  }

  private static func written(_ options: [Item.Option], _ weights: [Rational]) -> String {
    zip(options, weights).map { written($0.text, $1, $0.because) }.joined(separator: "~")
  }

  private static func written(_ text: String, _ fraction: Rational, _ because: String?) -> String {
    let sign = fraction == 1 ? "=" : fraction == 0 ? "" : "%\(fraction.percent)%"
    // An answer that begins like a weight or a key needs a sign that means nothing else.
    let isMistaken = fraction == 0 && (text.begins(with: "=") || text.begins(with: "%"))
    return (isMistaken ? "%0%" : sign) + escaped(text)
      + (because.map { "#\(escaped($0.onOneLine))" } ?? "")
  }
}

extension Numerical.Value {
  /// The middle and how far a response may lie from it; a range may need one digit more.
  var interval: (middle: Decimal, reach: Decimal) {
    switch self {
    case .number(let number, .absolute(let reach)): (number, reach)
    case .number(let number, .relative(let part)): (number, abs(number) * part)
    case .range(let first, let last): ((first + last) / 2, (last - first) / 2)
    }
  }
}
