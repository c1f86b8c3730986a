internal import Diagnostics

/// Why what a participant typed is not a response to the item, and what to type instead.
///
/// It speaks of the form only and never of the key. Where a line could mean different responses, nothing
/// is recorded and the participant is asked again.
public enum Misreading: Error, Hashable, Sendable {
  /// Nothing was typed.
  case nothing
  /// One letter was expected, from `a` to the one given.
  case notOneLetter(upTo: Character)
  /// The letters of all that apply were expected, from `a` to the one given.
  case notLetters(upTo: Character)
  /// No option has this letter.
  case unknownLetter(Character, upTo: Character)
  /// True or false was expected.
  case notTruth
  /// A number was expected.
  case notNumber(unit: String?)
  /// A point or comma may part thousands or decimals; the number is written out either way.
  case ambiguousNumber(String, thousands: String, decimals: String)
  /// The unit, by the names given, differs from another only in capital and small letters.
  case ambiguousUnit([String])
  /// The number has more digits than are read.
  case tooManyDigits(limit: Int)
  /// What was typed names different options, or true and false, in different ways.
  case severalReadings(String, [Reading])
  /// A letter for each left side was expected.
  case notMatches(count: Int, upTo: Character)
  /// No option or left side has this number.
  case unknownNumber(Int, upTo: Int)
  /// A left side was given twice.
  case repeatedNumber(Int)
  /// Left sides were left out.
  case missingNumbers([Int])
  /// Each letter was expected once.
  case notOrder(upTo: Character)
  /// A letter stands twice in an order.
  case repeatedLetter(Character)
  /// Letters are missing in an order.
  case missingLetters([Character])
  /// A response for each gap was expected.
  case notGaps(count: Int)
}

extension Misreading: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .nothing:
      "Nothing was typed."
    case .notOneLetter(let last):
      "Type one letter from a to \(last)."
    case .notLetters(let last):
      "Type the letters of all that apply, from a to \(last), with spaces between them."
    case .unknownLetter(let letter, let last):
      "There is no '\(letter)' here. The letters go from a to \(last)."
    case .notTruth:
      "Type true or false. A single t or f is enough."
    case .notNumber(let unit):
      unit.map { "Type only the number, in \($0)." }
        ?? "Type a number in digits, with a point or comma before decimals."
    case .ambiguousNumber(let typed, let thousands, let decimals):
      "'\(typed)' can be read in two ways. Type \(thousands), or \(decimals) with one more zero."
    case .ambiguousUnit(let names):
      "The unit can be \(names.joined(separator: " or ")). "
        + "Type it with the same capital and small letters."
    case .tooManyDigits(let limit):
      "The number has too many digits. At most \(limit) are read."
    case .severalReadings(let typed, let readings):
      "'\(typed.prefix(40).visible)' can mean "
        + "\(readings.map(\.description).joined(separator: " or ")). "
        + "Type \(readings.map(\.unmistakable).joined(separator: " or "))."
    case .notMatches(let count, let last):
      "Type a letter from a to \(last) for each of the numbers 1 to \(count)."
    case .unknownNumber(let number, let last):
      "There is no \(number) here. The numbers go from 1 to \(last)."
    case .repeatedNumber(let number):
      "Number \(number) is there twice. Give each number one letter."
    case .missingNumbers(let numbers):
      "Also give a letter for \(numbers.map { "\($0)" }.listed()). Type all of them in one line."
    case .notOrder(let last):
      "Type all letters from a to \(last) in the order you want, each once."
    case .repeatedLetter(let letter):
      "The letter \(letter) is there twice. Type each letter once."
    case .missingLetters(let letters):
      "Also place \(letters.map { "\($0)" }.listed()). Type all letters in one line."
    case .notGaps(let count):
      "Type what fills each of the \(count) gaps, with a semicolon between them."
    }
  }
}
