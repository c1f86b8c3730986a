import Chance
import SampleItems

/// Makes GIFT banks of any size by chance, as people write them: all kinds, weights, feedback,
/// markups, escapes, comments, categories, one line or many.
struct GIFTBank {
  private var generator: SplitMix64
  private var number = 0

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// A bank with some questions.
  mutating func text(questions count: Int) -> String {
    var blocks = ["// A bank for tests, made by chance"]
    for _ in 0..<count {
      if chance(4) { blocks.append("$CATEGORY: $course$/\(pick(Self.words))/\(pick(Self.words))") }
      blocks.append(question())
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private mutating func chance(_ percent: Int) -> Bool {
    .random(in: 1...100, using: &generator) <= percent
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[.random(in: 0..<elements.count, using: &generator)]
  }

  private static let words = [
    "treaty", "State", "protocol", "oak", "hammer", "consent", "the Convention", "Palermo",
    "código", "Zölle", "معاهدة", "條約", "договор", "article 2(a)", "e\u{301}tat", "⚖️",
  ]

  private static let phrases = [
    "Which of them entered into force first?", "What does article 3 say of \"consent\"?",
    "ما هي المعاهدة؟", "哪一个?", "Quel État l'a ratifiée ?", "Ratio 2\\:1, is it so?",
    "If a \\= b, what is c \\#1?", "A set \\{1, 2\\} and 100 % of it",
    "Write C\\:\\\\temp and \\\\n", "First line\\nSecond line", "About 50 % \\~ half?",
    "It costs 5 $ [in New York]", "Is x -> y a map?", "0", "Over\nseveral lines\nof the file",
  ]

  private static let comments = [
    "Right.", "No\\: see article 2.", "A \\= B only there", "Look again\\nat the list",
    "[html]<em>Almost</em> &amp; not quite", "[plain]a < b", "انظر المادة 3",
  ]

  private static let stems = [
    ("[html]", "<p>Which <b>one</b> is x<sup>2</sup> &lt; 4?</p>"),
    ("[html]", "<ol><li>one</li><li>two</li></ol><p>Which?</p>"),
    ("[plain]", "Is a < b & c?"), ("[markdown]", "Which *word* is meant?"),
    ("[moodle]", "One &eacute;\ntwo"),
  ]

  /// A comment behind `#`, or nothing.
  private mutating func comment() -> String {
    chance(40) ? "#\(pick(Self.comments))" : ""
  }

  /// Different texts for answers.
  private mutating func answers(_ count: Int) -> [String] {
    (1...count).map { "\(pick(Self.words)) \($0)" }
  }

  private mutating func question() -> String {
    number += 1
    var text = ""
    if chance(30) { text += "// question: \(number)  name: what people see\n" }
    if chance(20) { text += "// [id:bank-\(number)] [tag:law] [tag:two words]\n" }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: text += "::Question \(number)\\: \(pick(Self.words))::"
    case 1: text += "::q\(number):: "
    case 2: text += ":: \(pick(Self.words)) ::"
    default: break
    }
    let (markup, stem) = chance(25) ? pick(Self.stems) : ("", pick(Self.phrases))
    text += "\(markup)\(stem) "
    var section = self.section()
    if chance(3) { return text + "(to read)" }
    if chance(25) { section += "\n####\(pick(Self.comments))" }
    text += "{\(section)}"
    if chance(10) { text += " and so on." }
    return text
  }

  private mutating func section() -> String {
    let breaks = chance(60) ? "\n\t" : " "
    switch Int.random(in: 0..<9, using: &generator) {
    case 0, 1: return single(breaks)
    case 2: return multiple(breaks)
    case 3:
      let word = pick(["T", "TRUE", "F", "FALSE"])
      return word + pick(["", "#Wrong.", "#Wrong.#Right.", "##Right."])
    case 4: return short(breaks)
    case 5, 6: return chance(50) ? numbers(breaks) : oneNumber()
    case 7: return matching(breaks)
    default: return chance(50) ? "" : single(breaks)
    }
  }

  private mutating func single(_ breaks: String) -> String {
    var lines = answers(.random(in: 2...6, using: &generator)).enumerated().map { index, answer in
      let sign = index == 0 ? "=" : pick(["~", "~", "~%50%", "~%-25%", "~%33.33333%"])
      let markup = chance(10) ? pick(["[html]", "[plain]", "[moodle]"]) : ""
      return "\(sign)\(markup)\(answer)\(comment())"
    }
    lines.shuffle(using: &generator)
    return breaks + lines.joined(separator: breaks)
  }

  private mutating func multiple(_ breaks: String) -> String {
    let (right, wrong) = pick([
      (["%50%", "%50%"], "%-50%"), (["%33.33333%", "%33.33333%", "%33.33333%"], "%-33.33333%"),
      (["%25%", "%25%", "%25%", "%25%"], ""), (["%60%", "%40%"], "%-100%"), (["%100%"], "%-100%"),
      (["%70%", "%30%"], "%-16.66667%"),
    ])
    let answers = answers(right.count + 2)
    var lines = answers.enumerated().map { index, answer in
      "~\(index < right.count ? right[index] : wrong)\(answer)\(comment())"
    }
    lines.shuffle(using: &generator)
    return breaks + lines.joined(separator: breaks)
  }

  private mutating func short(_ breaks: String) -> String {
    if chance(20) { return pick(Self.words) }
    let lines = answers(.random(in: 1...3, using: &generator)).enumerated().map { index, answer in
      "=\(index == 0 ? "" : pick(["", "%50%", "%0%"]))\(answer)\(chance(20) ? "*" : "")\(comment())"
    }
    return breaks + lines.joined(separator: breaks)
  }

  private mutating func oneNumber() -> String {
    "#" + pick(["4", "-2.5", "1822:5", "3.14:0.005", "1..5", "-1..0.5", " 2003 "]) + comment()
  }

  private mutating func numbers(_ breaks: String) -> String {
    "#\(breaks)=1822:0\(comment())\(breaks)=%50%1820..1824\(comment())"
      + (chance(50) ? "\(breaks)~#\(pick(Self.comments))" : "")
  }

  private mutating func matching(_ breaks: String) -> String {
    let count = Int.random(in: 2...5, using: &generator)
    let rights = answers(count)
    var lines = zip(answers(count), rights).map { "=left \($0) -> right \($1)" }
    if chance(30) { lines.append("= -> none of them") }
    if chance(20) { lines.append("=left again -> right \(rights[0])") }
    return breaks + lines.joined(separator: breaks)
  }
}
