import Diagnostics
import Foundation
import Testing

@testable import Quizzes

/// Valid files are damaged by chance; each reader ends, and what it reads can be written.
///
/// `FUZZ_SECONDS=600` in the environment makes each reader work for ten minutes instead of some
/// hundred cases; `FUZZ_FORM=gift` takes one reader alone.
@Suite struct BankFuzzTests {
  private static let forms: [BankForm] = {
    let wanted = ProcessInfo.processInfo.environment["FUZZ_FORM"]
    let forms: [BankForm] = [.gift, .moodleXML, .aiken, .qti, .seminar]
    return forms.filter { wanted == nil || $0.rawValue == wanted }
  }()

  private static let seconds =
    ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  @Test(arguments: forms)
  func `damaged files are read without harm, and what was read survives`(form: BankForm) {
    let start = Date()
    var cases: UInt64 = 0
    while Self.seconds > 0 ? Date().timeIntervalSince(start) < Self.seconds : cases < 600 {
      check(form, seed: cases)
      cases += 1
    }
    if Self.seconds > 0 { print("\(form.rawValue): \(cases) cases in \(Self.seconds) seconds") }
  }

  /// Damages one bank, reads it, and passes what was read through our own form.
  private func check(_ form: BankForm, seed: UInt64) {
    var generator = ItemGenerator(seed: seed)
    var losses = Findings()
    let quiz = generator.quiz(items: 3)
    var mutation = Mutation(seed: seed)
    let sources = quiz.written(as: form, &losses).compactMap { file in
      let bytes = mutation.damaged(Array(file.text.utf8))
      return try? SourceText(file: "bank/\(file.path)", bytes: bytes)
    }
    var findings = Findings()
    guard let read = Quiz.read(sources, as: form, title: "Bank", &findings) else { return }
    for diagnostic in findings.diagnostics {
      #expect(!diagnostic.message.unicodeScalars.contains { $0.isHarmful }, "seed \(seed)")
    }
    guard form != .seminar else { return }
    var again = Findings()
    let kept = Quiz.parse(SourceText(file: "quiz.yaml", text: read.yaml), &again)
    let errors = again.diagnostics.filter { $0.severity == .error }
    #expect(errors == [], "seed \(seed): \(errors.map(\.description))")
    for (kept, item) in zip(kept?.items ?? [], read.items) {
      if kept.withoutPlaces != item.withoutPlaces {
        Issue.record("seed \(seed): \(item.inYAML) reads back as \(kept.inYAML)")
      }
    }
    for target in BankForm.allCases {
      _ = read.written(as: target, &losses)
    }
  }
}

/// Damage to a file by chance: bytes flipped, pieces cut, doubled, moved and put in.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed ^ 0x5EED)
  }

  private static let pieces = [
    "{", "}", "=", "~", "#", "::", "->", "%50%", "####", "\\", "//", "<", ">", "&", ";", "\"", "'",
    "]]>", "<![CDATA[", "<!--", "-->", "<?", "&#0;", "&#x10FFFF;", "&amp;",
    "<question type=\"cloze\">",
    "</text>", "\n\n", "\r", "\t", "\u{0}", "\u{7}", "\u{202E}", "\u{301}", "é", "😀", "1e99", "-0",
    "99999999999999999999", "0.1234567890123456789", "NaN", "[[1]]", "[html]", "[id:", "]",
    "ANSWER: A",
    "A) ", "$CATEGORY:", "{1:NUMERICAL:=1:", "{200:MC:", "fraction=\"", "<!DOCTYPE a [", "xml:lang",
    "- ", ": ", "|-", ">-", "?", "*", "&a", "!t", "%", "@", "  ",
  ]

  private mutating func number(_ range: Range<Int>) -> Int {
    range.isEmpty ? 0 : .random(in: range, using: &generator)
  }

  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<number(1..<8) {
      let place = number(0..<bytes.count + 1)
      let end = min(bytes.count, place + number(0..<40))
      switch number(0..<7) {
      case 0 where place < bytes.count: bytes[place] = UInt8(number(0..<256))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: number(0..<bytes.count + 1))
      case 4 where number(0..<10) == 0: bytes.removeSubrange(place...)
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes.insert(contentsOf: piece.utf8, at: place)
      }
    }
    return bytes
  }
}
