import Diagnostics
import MarkedTexts
import Quizzes
import Testing

@testable import Banks

@Suite struct XMLReaderTests {
  private func read(_ text: String) throws(Diagnostic) -> XMLElement {
    try XMLReader.read(SourceText(file: "a.xml", text: text))
  }

  /// What is wrong with a text in which `1️⃣` marks the place.
  private func problem(_ marked: String) -> (found: String, expected: String) {
    let text = MarkedText(marked)
    let place = text.location(in: "a.xml").description
    do throws(Diagnostic) {
      _ = try read(text.text)
      return ("read", place)
    } catch {
      return (error.location.description, place)
    }
  }

  @Test func `elements, attributes and text are read with their places`() throws {
    let root = try read(
      "<?xml version='1.0'?>\n<!-- x --><a b=\"1\" c='&lt;&#233;'>\n  <d/>é<e>f</e></a>\n"
    )
    #expect(root.name == "a")
    #expect(root["b"] == "1")
    #expect(root["c"] == "<é")
    #expect(root.text == "\n  éf")
    #expect(root.elements.map(\.name) == ["d", "e"])
    #expect(root.first("e")?.location == .init(file: "a.xml", line: 3, column: 8))
  }

  @Test func `CDATA is text as it stands`() throws {
    #expect(
      try read("<a>1 <![CDATA[<b> &amp; ]]]]><![CDATA[>]]> 2</a>").text == "1 <b> &amp; ]]> 2"
    )
  }

  @Test func `prefixes of namespaces are dropped`() throws {
    let root = try read("<q:a xmlns:q=\"urn:x\" q:b=\"1\"><q:c/></q:a>")
    #expect(root.name == "a")
    #expect(root["b"] == "1")
    #expect(root.first("c") != nil)
  }

  @Test func `a document type without declarations is passed over`() throws {
    #expect(try read("<!DOCTYPE a PUBLIC '-//X//Y' 'http://example.org/a.dtd'><a/>").name == "a")
  }

  @Test func `a bomb of entities is refused before it is read`() {
    let (found, expected) = problem(
      """
      <?xml version="1.0"?>
      1️⃣<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>
      <a>&y;</a>
      """
    )
    #expect(found == expected)
  }

  @Test func `an external entity is never opened`() {
    let (found, expected) = problem(
      "1️⃣<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
    )
    #expect(found == expected)
  }

  @Test(arguments: [
    "<a>1️⃣</b>", "<a><b>\n</b1️⃣", "<a>x 1️⃣& y</a>", "<a>1️⃣&nbsp;</a>", "<a>1️⃣&#0;</a>",
    "<a>1️⃣&#xD800;</a>", "<a b1️⃣></a>", "<a b=1️⃣c></a>", "<a b=\"1\"1️⃣c=\"2\"/>", "<a b='1️⃣<'/>",
    "<a/>1️⃣<b/>", "<a/>1️⃣x", "1️⃣x<a/>", "<a>1️⃣< b/></a>", "<a>1️⃣<!-- x</a>", "<a>1️⃣<![CDATA[</a>",
    "<a>1️⃣<?x </a>", "1️⃣<!DOCTYPE a", "<a>1️⃣<!DOCTYPE b></a>", "<a>\u{1}</a>1️⃣", "<a>1️⃣", "1️⃣", " \n1️⃣",
    "<?xml version=\"1.0\" encoding=\"UTF-16\"1️⃣?><a/>",
  ])
  func `what is not well formed is refused with its place`(marked: String) {
    let (found, expected) = problem(marked)
    // A control character is found when its text ends.
    #expect(found == (marked.contains("\u{1}") ? "a.xml:1:5" : expected))
  }

  @Test func `a stray name attribute keeps its first value`() throws {
    #expect(try read("<a lang=\"en\" xml:lang=\"fr\"/>")["lang"] == "en")
  }

  @Test func `white space between elements counts for nothing against the limit`() throws {
    var reader = XMLReader(SourceText(file: "a.xml", text: "<r>\n  <a/>\n  <b c=\"d\">e</b>\n</r>"))
    _ = try reader.document()
    #expect(reader.nodes == 5)
  }

  @Test func `deep nesting is refused`() {
    let text = String(repeating: "<a>", count: 100_000)
    #expect(throws: Diagnostic.self) { try read(text) }
  }

  @Test func `what is written is read back`() throws {
    let text = "a < b & \"c\" ]]> é\n\t'x' >"
    var writer = XMLWriter()
    writer.element("r", ["t": "<&\"'>"]) { $0.element("x", text: text) }
    let root = try read(writer.text)
    #expect(root["t"] == "<&\"'>")
    #expect(root.first("x")?.text == text)
  }
}
