import Foundation
import GoldenFiles
import Testing

@Suite struct ConvertTests {
  private static let bank = """
    $CATEGORY: Joinery/Tools

    // [tag:tools]
    ::Nails::Which tool drives a nail? {
      =A hammer#Its head is heavy.
      ~%50%A mallet#It would, badly.
      ~A saw
      ####Workshop manual, section 1.
    }

    A plane makes wood smooth. {T#Look again.}

    How long is a metre rule, in centimetres? {#100:0.5}

    Tell of a tool that you like. {}
    """

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.bank, to: "bank.gift")
    return bench
  }

  @Test func `GIFT becomes a quiz that reads well and can be checked`() throws {
    let bench = try bench()
    let convert = try bench.seminar("convert", "bank.gift", "quizzes/bank.yaml")
    #expect(convert.status == 73)
    try bench.write("", to: "quizzes/.keep")
    let again = try bench.seminar("convert", "bank.gift", "quizzes/bank.yaml")
    #expect(again.status == 0)
    #expect(again.output == "")
    expectGolden(try bench.text(of: "quizzes/bank.yaml"), "convert/bank.yaml")
    #expect(try bench.seminar("check", "quizzes/bank.yaml").error == "")
  }

  @Test(arguments: [("gift", "gift"), ("moodle-xml", "xml"), ("aiken", "aiken")])
  func `each form is written as it is usual`(form: String, ending: String) throws {
    let bench = try bench()
    let convert = try bench.seminar("convert", "bank.gift", "-", "--to", form)
    #expect(convert.status == 0)
    expectGolden(convert.output, "convert/bank.\(ending)")
    expectGolden(convert.error, "convert/bank.\(ending).losses.txt")
  }

  @Test func `QTI is written as a folder and read from it`() throws {
    let bench = try bench()
    #expect(try bench.seminar("convert", "bank.gift", "package/").status == 0)
    expectGolden(try bench.text(of: "package/imsmanifest.xml"), "convert/imsmanifest.xml")
    expectGolden(try bench.text(of: "package/items/Nails.xml"), "convert/Nails.xml")
    let back = try bench.seminar("convert", "package", "back.gift")
    #expect(back.status == 0)
    #expect(try bench.text(of: "back.gift").contains("::Nails::Which tool drives a nail?{"))
  }

  @Test func `a package is only replaced when that is wanted`() throws {
    let bench = try bench()
    #expect(try bench.seminar("convert", "bank.gift", "package/").status == 0)
    #expect(try bench.seminar("convert", "bank.gift", "package/").status == 73)
    #expect(try bench.seminar("convert", "bank.gift", "package/", "--force").status == 0)
    try bench.write("mine", to: "folder/notes.txt")
    let other = try bench.seminar("convert", "bank.gift", "folder/", "--force")
    #expect(other.status == 73)
    #expect(try bench.text(of: "folder/notes.txt") == "mine")
    #expect(try bench.contents().keys.filter { $0.contains(".new-") || $0.contains(".old-") } == [])
  }

  @Test func `nothing is written when an item cannot be read`() throws {
    let bench = try bench()
    try bench.edit("bank.gift", "{T#Look again.}", "{T")
    let convert = try bench.seminar("convert", "bank.gift", "bank.xml")
    #expect(convert.status == 65)
    #expect(
      convert.error.hasPrefix("bank.gift:11:1: error: the braces around the answers do not fit")
    )
    #expect(try bench.contents()["bank.xml"] == nil)
  }

  @Test func `unreadable items are left out where that is wanted`() throws {
    let bench = try bench()
    try bench.edit("bank.gift", "{T#Look again.}", "{T")
    let convert = try bench.seminar("convert", "bank.gift", "bank.xml", "--keep-going")
    #expect(convert.status == 1)
    #expect(try bench.text(of: "bank.xml").contains("Nails"))
  }

  @Test func `an existing file is only replaced when that is wanted`() throws {
    let bench = try bench()
    try bench.write("mine", to: "bank.xml")
    #expect(try bench.seminar("convert", "bank.gift", "bank.xml").status == 73)
    #expect(try bench.text(of: "bank.xml") == "mine")
    #expect(try bench.seminar("convert", "bank.gift", "bank.xml", "--force").status == 0)
  }

  @Test(arguments: [
    ["bank.gift", "out.txt"], ["bank.txt", "out.xml"], ["-", "out.xml"], ["bank.gift", "-"],
    ["bank.gift", "-", "--to", "qti"], ["bank.gift", "out.xml", "--to", "latex"],
  ])
  func `a form that is not clear is asked for`(arguments: [String]) throws {
    let bench = try bench()
    try bench.write(Self.bank, to: "bank.txt")
    let convert = try bench.command(["convert"] + arguments, input: Self.bank).run()
    #expect(convert.status == 64)
    #expect(convert.output == "")
  }

  @Test func `a conversion in which nothing fits writes no file`() throws {
    let bench = try bench()
    try bench.write("::W::A word {=alpha =beta}\n", to: "words.gift")
    let convert = try bench.seminar("convert", "words.gift", "words.aiken")
    #expect(convert.status == 65)
    #expect(convert.output == "")
    #expect(convert.error.contains("Aiken supports none of the items, so nothing is written"))
    #expect(throws: (any Error).self) { try bench.text(of: "words.aiken") }
  }

  @Test func `missing and packed files are told apart`() throws {
    let bench = try bench()
    #expect(try bench.seminar("convert", "bnak.gift", "out.xml").status == 66)
    try bench.write("PK", to: "bank.zip")
    let packed = try bench.seminar("convert", "bank.zip", "out.xml")
    #expect(packed.status == 65)
    #if Archives
      #expect(packed.error.contains("it is not a ZIP file"))
    #else
      #expect(packed.error.contains("unpack it with 'unzip'"))
    #endif
  }

  @Test func `a full disk and a folder without permission are told apart`() throws {
    let bench = try bench()
    #expect(try bench.seminar("convert", "bank.gift", "/dev/full", "--to", "gift").status == 74)
    let full = try bench.command(["convert", "bank.gift", "-", "--to", "gift"])
      .through(#"exec "$@" >/dev/full"#).run()
    #expect(full.status == 74)
    #expect(try bench.seminar("convert", "bank.gift", "missing/bank.xml").status == 73)
    #expect(try bench.seminar("convert", "bank.gift", "missing/package/").status == 73)
    #expect(try bench.contents().keys.sorted() == ["bank.gift"])
  }

  @Test func `entities of XML are never unfolded`() throws {
    let bench = try bench()
    try bench.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/hostname">]>
      <quiz><question type="essay"><questiontext><text>&a;</text></questiontext></question></quiz>
      """,
      to: "bank.xml"
    )
    let convert = try bench.seminar("convert", "bank.xml", "-", "--to", "gift")
    #expect(convert.status == 65)
    #expect(convert.output == "")
    #expect(convert.error.hasPrefix("bank.xml:2:1: error: not readable as XML: the document type"))
  }

  @Test func `comments and what is allowed pass through every form that can hold them`() throws {
    let bench = try Workbench()
    let quiz = """
      # For the joiners.

      quiz: bank
      status: For tests.
      mode: graded

      items:
        # Ask the smith.
        - id: one
          kind: true-false
          stem: Is it not so?
          key: true
          allow:
            negative-stem: the words of the manual

      """
    try bench.write(quiz, to: "bank.yaml")
    for file in ["same.yaml", "bank.gift", "bank.xml", "package/"] {
      let there = try bench.seminar("convert", "bank.yaml", file)
      #expect(there.status == 0)
      let back = try bench.seminar("convert", file, "-", "--to", "seminar")
      #expect(back.status == 0)
      let items = quiz.firstRange(of: "items:").map { String(quiz[$0.lowerBound...]) } ?? ""
      #expect(back.output.hasSuffix(items), "\(file)")
    }
  }

  @Test func `the real quizzes survive every form that can hold them`() throws {
    let bench = try Workbench()
    let quiz = Workbench.package + "/quizzes/crime-justice-security/organized-crime.yaml"
    for (form, file) in [("gift", "a.gift"), ("moodle-xml", "a.xml"), ("qti", "package/")] {
      #expect(try bench.seminar("convert", quiz, file, "--to", form).status == 0)
      let back = try bench.seminar("convert", file, "\(form).yaml")
      #expect(back.status == 0, "\(back.error)")
    }
    func items(_ name: String) throws -> Substring {
      let text = try bench.text(of: name)
      return text.firstRange(of: "\nitems:").map { text[$0.lowerBound...] } ?? ""
    }
    let moodle = try items("moodle-xml.yaml")
    #expect(moodle.contains("id: toc-02"))
    // QTI has no place for the unit of a number.
    #expect(try items("qti.yaml") == moodle.replacing(#/    unit: .*\n/#, with: ""))
  }
}
