internal import Diagnostics
internal import Foundation

/// Options as a participant named them: by letters, by numbers, or by their own texts.
///
/// Every way of naming is tried on the whole line. Where two of them name different options, nobody
/// can tell which is meant, and none is taken.
struct TypedOptions {
  /// What is wanted.
  enum Form: Hashable {
    /// One option.
    case one
    /// One or more options, in any order.
    case several
    /// All of them, from first to last.
    case order
    /// An option for each of so many left sides.
    case matches(pairs: Int)
  }

  /// What a line means if it is read in one way.
  struct Meaning: Hashable {
    var way: Reading.Way
    /// The places of the options among those shown, from 0: ascending where their order does not
    /// matter, else in their order.
    var places: [Int]
  }

  /// What was typed, in plain signs.
  let typed: String
  /// The texts of the options, in the order shown.
  let texts: [String]
  /// What is wanted.
  let form: Form

  init(_ typed: String, _ form: Form, among texts: [String]) {
    self.typed = typed.plainlyWritten.trimmingCharacters(in: .whitespacesAndNewlines)
    self.form = form
    self.texts = texts
  }

  /// The places of the options that the line means, if it means only these.
  func places() throws(Misreading) -> [Int] {
    let meanings = meanings
    guard let first = meanings.first else { throw explanation }
    guard meanings.dropFirst().contains(where: { $0.places != first.places }) else {
      return first.places
    }
    throw .severalReadings(typed, readings(of: meanings))
  }

  /// Everything that the line can mean; the same options may be named in several ways.
  var meanings: [Meaning] {
    let isLatin = typed.allSatisfy { $0.isASCII || !$0.isLetter }
    let lettered = isLatin ? lettered(.letter) : lettered(.look) + lettered(.key)
    return lettered + numbered() + named()
  }

  /// The meanings for people, each set of options once.
  private func readings(of meanings: [Meaning]) -> [Reading] {
    var seen: Set<[Int]> = []
    let distinct = meanings.filter { seen.insert($0.places).inserted }
    let unmistakable = Self.styles.lazy
      .map { style in distinct.map { style($0.places) } }
      .first { lines in
        zip(lines, distinct).allSatisfy { line, meaning in
          let again = TypedOptions(line, form, among: texts).meanings
          return !again.isEmpty && again.allSatisfy { $0.places == meaning.places }
        }
      }
    return distinct.enumerated().map { index, meaning in
      Reading(
        meaning.way,
        options: shown(meaning.places),
        unmistakable: unmistakable?[index] ?? Self.styles[0](meaning.places)
      )
    }
  }

  /// How options can be typed so that only letters or numbers can be meant.
  private static let styles: [@Sendable ([Int]) -> String] = [
    { $0.map { "\(Letters.letter(at: $0)))" }.joined(separator: " ") },
    { $0.map { "\($0 + 1))" }.joined(separator: " ") },
    { $0.map { "(\(Letters.letter(at: $0)))" }.joined(separator: " ") },
  ]

  /// Options in the letters shown.
  private func shown(_ places: [Int]) -> String {
    let letters = places.map { "\(Letters.letter(at: $0))" }
    return switch form {
    case .one, .several: letters.listed()
    case .order: letters.joined(separator: " ")
    case .matches: letters.enumerated().map { "\($0 + 1)\($1)" }.joined(separator: " ")
    }
  }
}

// Letters, by look or by key.
extension TypedOptions {
  private func lettered(_ way: Reading.Way) -> [Meaning] {
    latin(way).filter { $0.contains(where: \.isLetter) }
      .compactMap { try? places(lettered: $0) }
      .map { Meaning(way: way, places: $0) }
  }

  /// The line in Latin letters; none where a letter stands for no Latin one.
  private func latin(_ way: Reading.Way) -> [String] {
    let ligature = Keyboard.ligature
    let isKey = way == .key
    let lines =
      isKey && typed.contains(ligature.typed)
      ? [typed.replacing(ligature.typed, with: ligature.letter), typed] : [typed]
    return lines.compactMap { line in
      var latin = ""
      for character in line {
        guard character.isLetter else {
          latin.append(character)
          continue
        }
        let letter =
          isKey ? Keyboard.letter(onKeyOf: character) : Keyboard.letter(looking: character)
        guard let letter else { return nil }
        latin.append(letter)
      }
      return latin
    }
  }

  private func places(lettered line: String) throws(Misreading) -> [Int] {
    switch form {
    case .one: [try TypedLetters(line).one(among: texts.count)]
    case .several: Set(try TypedLetters(line).several(among: texts.count)).sorted()
    case .order: try TypedLetters(line).permutation(of: texts.count)
    case .matches(let pairs):
      try TypedMatches(line, pairs: pairs, rights: texts.count).places()
    }
  }

  /// Why the line names nothing.
  private var explanation: Misreading {
    let plain = typed.lowercased()
    if plain.isEmpty { return .nothing }
    if let number = unknownNumber { return .unknownNumber(number, upTo: texts.count) }
    do {
      _ = try places(lettered: plain)
      return .nothing
    } catch {
      return error
    }
  }
}

// Numbers of places.
extension TypedOptions {
  /// The numbers in a line of nothing but numbers; `nil` for any other.
  private var numbers: [String]? {
    let typed = typed.lowercased().replacing(" and ", with: " ")
    let isClean = typed.allSatisfy { $0.isASCIIDigit || TypedLetters.isSeparator($0) }
    guard isClean, !typed.hasPrefix("-"), !typed.hasPrefix("+") else { return nil }
    let numbers = typed.split { !$0.isASCIIDigit }.map(String.init)
    return numbers.isEmpty ? nil : numbers
  }

  /// The first number that no option has, where options are named by numbers.
  private var unknownNumber: Int? {
    switch form {
    case .one, .several, .order:
      numbers?.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }.first { !isKnown($0) }
    case .matches: nil
    }
  }

  private func numbered() -> [Meaning] {
    guard let whole = numbers else { return [] }
    let single = whole.joined().map { String($0) }
    // `13` may be one number, or 1 and 3; between separators it is one.
    return (whole == single || whole.count > 1 ? [whole] : [whole, single]).compactMap { numbers in
      // What is no number of this machine is none of an option.
      places(numbered: numbers.map { Int($0) ?? 0 }).map { Meaning(way: .position, places: $0) }
    }
  }

  private func places(numbered numbers: [Int]) -> [Int]? {
    guard case .matches(let pairs) = form, numbers.count == 2 * pairs else {
      return numbers.allSatisfy(isKnown) ? complete(numbers.map { $0 - 1 }) : nil
    }
    let lefts = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let rights = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard lefts.sorted() == Array(1..<(pairs + 1)), rights.allSatisfy(isKnown) else { return nil }
    return zip(lefts, rights).sorted { $0.0 < $1.0 }.map { $0.1 - 1 }
  }

  /// Whether an option has this number.
  private func isKnown(_ number: Int) -> Bool {
    number >= 1 && number <= texts.count
  }
}

// The options' own texts.
extension TypedOptions {
  private func named() -> [Meaning] {
    let known = texts.map { $0.comparable() }
    var meanings = places(named: [typed], known)
    if form != .one {
      for separator in [";", ",", ">", " and ", " "] where typed.contains(separator) {
        let parts = typed.components(separatedBy: separator)
        meanings += places(named: parts, known)
        meanings += places(numberedAndNamed: parts, known)
      }
    }
    return meanings.map { Meaning(way: .text, places: $0) }
  }

  /// The places of texts; several answers where options read alike.
  private func places(named parts: [String], _ known: [String]) -> [[Int]] {
    let wanted = parts.map { $0.comparable() }.filter { !$0.isEmpty }
    let found = wanted.map { text in known.indices.filter { known[$0] == text } }
    guard !found.isEmpty, found.allSatisfy({ !$0.isEmpty }) else { return [] }
    let answers = [found.compactMap(\.first), found.compactMap(\.last)].compactMap { complete($0) }
    return answers.count == 2 && answers[0] == answers[1] ? [answers[0]] : answers
  }

  /// The places of right sides, each behind the number of its left side: `1 Cutting; 2 Smoothing`.
  private func places(numberedAndNamed parts: [String], _ known: [String]) -> [[Int]] {
    guard case .matches(let pairs) = form, parts.count == pairs else { return [] }
    let form = /\s*([0-9]{1,2})\s*(?:[).:=>→]|->|-)?\s*(\S.*)/
    let rows = parts.compactMap { part in
      part.wholeMatch(of: form).flatMap { match in
        Int(match.1).map { (left: $0, right: String(match.2)) }
      }
    }
    guard rows.map(\.left).sorted() == Array(1..<(pairs + 1)) else { return [] }
    return places(named: rows.sorted { $0.left < $1.left }.map(\.right), known)
  }

  /// The places as the form wants them; `nil` where they do not fit it.
  private func complete(_ places: [Int]) -> [Int]? {
    switch form {
    case .one: places.count == 1 ? places : nil
    case .several: places.isEmpty ? nil : Set(places).sorted()
    case .order: places.sorted() == Array(texts.indices) ? places : nil
    case .matches(let pairs): places.count == pairs ? places : nil
    }
  }
}
