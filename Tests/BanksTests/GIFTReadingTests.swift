import Diagnostics
import Foundation
import MarkedTexts
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// How Moodle 4.5 reads GIFT, rule by rule.
@Suite struct GIFTReadingTests {
  private func read(_ text: String) -> ReadBank { ReadBank(text, as: .gift, file: "bank.gift") }

  // 1. Encoding and lines

  @Test func `a file that is not UTF-8 is refused with its line`() {
    let bytes = Array("::a::Ist das ein Caf".utf8) + [0xE9] + Array(" {T}\n".utf8)
    #expect(throws: Diagnostic.self) { try SourceText(file: "old.gift", bytes: bytes) }
  }

  @Test func `lone carriage returns separate lines where there is no line feed`() {
    let bank = read("One? {T}\r\rTwo? {F}")
    #expect(bank.items.map(\.stem) == ["One?", "Two?"])
  }

  // 2. Blocks

  @Test func `empty lines separate questions, and lines of spaces count as empty`() {
    #expect(read("One? {T}\n \t \nTwo?\n{F}").items.map(\.stem) == ["One?", "Two?"])
  }

  @Test func `a line with nothing but 0 counts as empty`() {
    #expect(read("One\n0\nTwo").items.map(\.stem) == ["One", "Two"])
  }

  @Test func `a question that is all name is asked by its name, and that is said`() {
    let bank = read("\n::What is moss?::\n{=A plant ~A stone}")
    #expect(bank.items.map(\.stem) == ["What is moss?"])
    #expect(bank.findings.map(\.severity) == [.warning])
    #expect(
      bank.findings.map(\.message) == ["'What is moss?' has no text, so its name is asked"]
    )
    #expect(bank.places.map(\.line) == [2])
    let nameless = read("{=A plant ~A stone}")
    #expect(nameless.findings.map(\.severity) == [.error])
    #expect(nameless.items.isEmpty)
  }

  // 3. Comments

  @Test func `comments are no part of a question, and a block of them is none`() {
    let bank = read("// about plants\n\n// again\nMoss is a plant.\n// in the middle\n{T}")
    #expect(bank.items.map(\.stem) == ["Moss is a plant."])
    #expect(bank.problems == [])
  }

  @Test func `a comment may give an identifier and tags`() {
    let text = "// [id:moss-1] [tag:plants] [tag: wet \\] places ]\nMoss? {T}"
    let item = read(text).items.first
    #expect(item?.id == "moss-1")
    #expect(item?.tags == ["plants", "wet ] places"])
  }

  @Test func `the first of several identifiers counts`() {
    #expect(read("// [id:first] [id:second]\nMoss? {T}").items.first?.id == "first")
  }

  @Test func `tags with a word of ours go to their own place`() {
    let text =
      "// [tag:theme:T05] [tag:fact:F-1] [tag:level:apply] [tag:review-by:2027-03-01]\nA? {T}"
    let item = read(text).items.first
    #expect(item?.themes == [.init("T05")])
    #expect(item?.facts == ["F-1"])
    #expect(item?.level == .apply)
    #expect(item?.reviewBy == ReviewDate("2027-03-01"))
    #expect(item?.tags == [])
  }

  // 4. Escapes

  @Test func `a backslash protects the eight signs`() {
    let item = read(##"Signs \: \# \= \{ \} \~ \n and \\ {=a}"##).items.first
    #expect(item?.stem == "Signs : # = { } ~\nand \\")
  }

  @Test func `a backslash before any other sign stays`() {
    #expect(read(#"A \[list\] of C:\temp {T}"#).items.first?.stem == #"A \[list\] of C:\temp"#)
  }

  @Test func `two backslashes before n are a backslash and the letter`() {
    #expect(read(#"Write \\n for a new line {T}"#).items.first?.stem == #"Write \n for a new line"#)
  }

  @Test func `a placeholder in the file means the sign, as in Moodle`() {
    #expect(read("One &&061; one {T}").items.first?.stem == "One = one")
  }

  // 5. Categories

  @Test func `a category holds for the questions behind it`() {
    let bank = read("A {T}\n\n$CATEGORY: $course$/Law: basics/Treaties\n\nB {T}\n\nC {F}")
    #expect(
      bank.items.map(\.category) == [
        nil, "$course$/Law: basics/Treaties", "$course$/Law: basics/Treaties",
      ]
    )
  }

  @Test func `a category needs no empty name, and the topmost is none`() {
    #expect(
      read("$CATEGORY: x\n\nA {T}\n\n$CATEGORY: top\n\nB {T}").items.map(\.category) == ["x", nil]
    )
  }

  // 6. Names

  @Test func `a name stands between double colons, escaped ones included`() {
    let bank = read("::Article 2\\: the group::What is a group? {T}\n\nNo name {F}")
    #expect(bank.items.map(\.name) == ["Article 2: the group", nil])
    #expect(bank.items.map(\.id) == ["article-2-the-group", "no-name"])
  }

  @Test func `a name that is an identifier becomes it`() {
    let item = read("::toc-01::What is a group? {T}").items.first
    #expect(item?.id == "toc-01")
    #expect(item?.name == nil)
  }

  @Test func `equal names are told apart by numbers`() {
    let bank = read("::A b::One {T}\n\n::A b::Two {T}\n\n::漢::Three {T}")
    #expect(bank.items.map(\.id) == ["a-b", "a-b-2", "three"])
  }

  // 7. Braces

  @Test func `a text without braces is a description`() {
    #expect(read("Read the next text with care.").items.first?.kind == .description)
  }

  @Test(arguments: ["1️⃣A question {=yes", "1️⃣A question =yes}", "1️⃣} backward {"])
  func `braces that do not fit are reported with their line`(marked: String) {
    let text = MarkedText(marked)
    let bank = read(text.text)
    #expect(bank.items == [])
    #expect(bank.places == [text.location(in: "bank.gift")])
    #expect(bank.findings.first?.message == "the braces around the answers do not fit")
  }

  // 8. The missing word

  @Test func `an answer section inside the text leaves a gap`() {
    let item = read("The treaty entered {=into} force.").items.first
    #expect(item?.stem == "The treaty entered _____ force.")
  }

  @Test func `an answer section at the end leaves none`() {
    #expect(read("Which year? {=2003}").items.first?.stem == "Which year?")
  }

  @Test func `a sign behind the last brace makes a missing word, as in Moodle`() {
    #expect(read("\"Which year? {=2003}\";").items.first?.stem == "\"Which year? _____\";")
  }

  // 9. General feedback

  @Test func `the last four hashes begin the general feedback`() {
    let item = read("Which year? {=2003#Yes ####no#### It entered into force then.}").items.first
    #expect(item?.rationale == "It entered into force then.")
  }

  @Test func `the last line of the feedback may be the source`() {
    let item = read("Which year? {=2003####In force.\\n\\nSource\\: UNTS 2225}").items.first
    #expect(item?.rationale == "In force.")
    #expect(item?.source == "UNTS 2225")
  }

  // 10. Markup

  @Test func `HTML becomes plain text, and answers are like the stem`() {
    let item = read("[html]<p>Is x<sup>2</sup> &gt; 0?</p> {=<b>Yes</b>#<i>Why\\?</i> ~No}").items
      .first
    #expect(item?.stem == "Is x^2 > 0?")
    #expect(item?.weighted == ["Yes 100", "No 0"])
  }

  @Test func `a known markup is taken off, and any other stays`() {
    #expect(read("[plain]a < b {T}").items.first?.stem == "a < b")
    #expect(read("[markdown]*a* {T}").items.first?.stem == "*a*")
    #expect(read("[note] a {T}").items.first?.stem == "[note] a")
  }

  @Test func `an answer may have a markup of its own`() {
    let item = read("[plain]Which tag? {=<b> ~[html]<i>no</i>}").items.first
    #expect(item?.weighted == ["<b> 100", "no 0"])
  }

  @Test func `line breaks count in text without a markup`() {
    #expect(read("One\ntwo  three {T}").items.first?.stem == "One\ntwo three")
  }

  // 11. Kinds, in Moodle's order

  @Test func `an empty section is an essay`() {
    #expect(read("Explain. { }").items.first?.kind == .essay(Essay()))
    #expect(read("Explain. {####With a source.}").items.first?.rationale == "With a source.")
  }

  @Test(arguments: [
    ("A {#4}", "numerical"), ("A {=a ~b}", "single-choice"), ("A {=a -> b =c -> d}", "matching"),
    ("A {T}", "true-false"), ("A {FALSE#no#yes}", "true-false"), ("A {True}", "short-text"),
    ("A {=T}", "short-text"), ("A {word}", "short-text"), ("A {#~x}", ""), ("A {->}", "short-text"),
    ("A {~%50%a ~%50%b ~c}", "multiple-response"), ("A {# =4 ~#no}", "numerical"),
  ])
  func `the signs in a section tell the kind`(text: String, kind: String) {
    #expect((read(text).items.first?.kind.name.rawValue ?? "") == kind)
  }

  // 12. Choices

  @Test func `one equals sign anywhere makes a single choice`() {
    let item = read("A {~a ~%50%b =c}").items.first
    #expect(item?.weighted == ["a 0", "b 50", "c 100"])
    #expect(item?.kind.name == .singleChoice)
  }

  @Test func `an equals sign within a word is doubtful`() {
    let bank = read("Which option? {=With header=True of the reader ~None}")
    #expect(bank.items.first?.weighted == ["With header 100", "True of the reader 100", "None 0"])
    #expect(
      bank.problems == [
        """
        bank.gift:1:1: warning: '=' within a word begins another right answer, as in Moodle
          help: write '\\=' for the sign itself
        """
      ]
    )
    #expect(read("A {=a ~b=c \\= d}").problems.count == 1)
    #expect(read("A {=a\n=b ~c ~\\=d}").problems == [])
    #expect(read("A {~a=b}").problems.count == 1)
  }

  @Test func `an option without text is left out, and that is said`() {
    let bank = read("Where? {=../notes.txt ~%-25%~/notes.txt}")
    #expect(bank.items.first?.weighted == ["../notes.txt 100", "/notes.txt 0"])
    #expect(
      bank.problems == [
        """
        bank.gift:1:1: warning: an option without text is left out, as in Moodle
          help: give it a text, or write '\\~' where the sign itself is meant
        """
      ]
    )
    #expect(read("Where? {=here ~\\~/there}").problems == [])
  }

  @Test func `an escaped equals sign does not`() {
    #expect(read("A {~%100%x \\= 1 ~%-50%y}").items.first?.kind.name == .multipleResponse)
  }

  @Test func `all of the options may be right`() {
    let bank = read("Which cut? {~%50%Saws ~%50%Planes}")
    #expect(bank.items.first?.weighted == ["Saws 50", "Planes 50"])
    #expect(bank.problems == [])
  }

  @Test func `weights may be negative and have decimals`() {
    let item = read("A {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}").items.first
    #expect(item?.weighted == ["a 33.3333333", "b 33.3333333", "c 33.3333333", "d -100"])
    guard case .multipleResponse(let choice)? = item?.kind else {
      Issue.record("expected a multiple response")
      return
    }
    #expect(choice.rule == .partial)
    #expect(choice.fraction(choosing: [0, 1, 2]) == 1)
  }

  @Test func `what is no weight belongs to the text`() {
    #expect(
      read("A {=yes ~%abc%no ~% 50% no}").items.first?.weighted == [
        "yes 100", "%abc%no 0", "% 50% no 0",
      ]
    )
  }

  @Test func `behind an equals sign a weight is text, as in Moodle`() {
    #expect(read("A {=%50%a ~b}").items.first?.weighted == ["%50%a 100", "b 0"])
  }

  @Test func `feedback begins at the first hash`() {
    #expect(read("A {=a#right #still ~b#wrong}").items.first?.reasons == ["right #still", "wrong"])
  }

  @Test func `a first part that is empty or 0 is passed over`() {
    #expect(read("A {0 ~%50%a ~%50%b ~c}").items.first?.weighted.count == 3)
  }

  @Test func `a choice needs two answers`() {
    #expect(read("A {~a}").problems.first?.contains("a choice has 1 answers") == true)
  }

  @Test func `a choice without a whole mark is reported`() {
    let problem = read("::Q 1::A {~%50%a ~%-50%b =}").problems.first
    #expect(
      problem?.contains("'Q 1' cannot be read: none of its options earns the whole mark") == true
    )
  }

  // 13. Short texts

  @Test func `accepted texts may have weights, wildcards and feedback`() {
    let item = read("A {=oak =%50%*wood#Which? =%0%pine}").items.first
    #expect(item?.weighted == ["oak 100", "*wood 50", "pine 0"])
    #expect(item?.reasons == [nil, "Which?", nil])
  }

  @Test func `a first answer may do without its equals sign`() {
    #expect(read("A {oak}").items.first?.weighted == ["oak 100"])
  }

  @Test func `nothing but 0 is no answer, as in Moodle`() {
    #expect(read("A {0}").problems.first?.contains("no answer between the braces") == true)
    #expect(read("A {=0}").items.first?.weighted == ["0 100"])
  }

  // 14. True or false

  @Test func `feedback to whoever is wrong comes first`() {
    #expect(read("A {T#Wrong#Right}").items.first?.reasons == ["Right", "Wrong"])
    #expect(read("A {FALSE#Wrong#Right#too}").items.first?.reasons == ["Wrong", "Right#too"])
    #expect(read("A {F}").items.first?.reasons == [nil, nil])
  }

  // 15. Matching

  @Test func `pairs have arrows, and one without a left side offers a wrong one`() {
    let item = read("A {=a -> 1 =b -> 2 = -> 3}").items.first
    #expect(item?.kind == .matching(Matching([.init("a", "1"), .init("b", "2")], extra: ["3"])))
  }

  @Test func `several left sides may share a right side`() {
    let item = read("A {=a -> 1 =b -> 1 =c -> 2}").items.first
    #expect(item?.kind == .matching(Matching([.init("a", "1"), .init("b", "1"), .init("c", "2")])))
  }

  @Test func `each pair needs its arrow, and there are two at least`() {
    #expect(read("A {=a -> 1 =b 2}").problems.first?.contains("'b 2' has no '->'") == true)
    #expect(read("A {=a -> 1}").problems.first?.contains("a matching has 1 pair") == true)
  }

  // 16. Numbers

  @Test func `numbers have tolerances or ranges, weights and feedback`() throws {
    let item = read("A {# =4:0.5#near =%50%3..6#far =%0%-7 ~#no}").items.first
    guard case .numerical(let numerical)? = item?.kind else {
      Issue.record("expected a number")
      return
    }
    let half = try #require(Decimal(string: "0.5"))
    #expect(
      numerical.accepted.map(\.value) == [
        .number(4, tolerance: .absolute(half)), .range(from: 3, to: 6),
        .number(-7, tolerance: .absolute(0)),
      ]
    )
    #expect(numerical.accepted.map(\.fraction) == [1, Rational(1, over: 2), 0])
    #expect(item?.reasons == ["near", "far", nil, "no"])
  }

  @Test(arguments: ["A {#four}", "A {#4:x}", "A {#4..x}", "A {#}", "A {#~no}", "A {#6..3}"])
  func `what is no number is reported`(text: String) {
    let bank = read(text)
    #expect(bank.items == [])
    #expect(bank.findings.count == 1)
    #expect(bank.places.first?.line == 1)
  }

  // Beyond the rules

  @Test func `one broken question does not stop the others`() {
    let marked = MarkedText("One {T}\n\n1️⃣Two {\n\n// x\n2️⃣Three {~a}\n\nFour {F}")
    let bank = read(marked.text)
    #expect(bank.items.map(\.stem) == ["One", "Four"])
    #expect(bank.places == ["1️⃣", "2️⃣"].map { marked.location($0, in: "bank.gift") })
  }

  @Test func `pictures are told as lost`() {
    let bank = read(
      "[html]What is this? <img src\\=\"@@PLUGINFILE@@/a.png\" alt\\=\"A dove\"> {=a bird}"
    )
    #expect(bank.items.first?.stem == "What is this? [A dove]")
    #expect(
      bank.problems == ["bank.gift:1:1: warning: 'what-is-this-a-dove' is read without an image"]
    )
  }

  @Test func `a sign with a combining accent is still the sign`() {
    #expect(
      read("A {=\u{301}a ~\u{301}b}").items.first?.weighted == ["\u{301}a 100", "\u{301}b 0"]
    )
  }
}
