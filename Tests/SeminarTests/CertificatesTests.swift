import Foundation
import GoldenFiles
import Testing

/// Certificates from issuing to checking.
@Suite struct CertificatesTests {
  /// The course after its first evenings, with a published rule that one participant meets.
  private static func bench() throws -> Workbench { try published.copy() }

  private static let published = MadeWorkbench {
    let bench = try ScoresTests.recorded()
    try bench.edit(
      "curricula/joinery.yaml",
      "constraints:\n",
      """
      pass: {minimum: 60, quizzes: [tools]}
      certificate:
        issuer: The joiners of the evening course
        signatures: [Otto Example]
      constraints:

      """
    )
    #expect(try bench.seminar("publish").status == 0)
    return bench
  }

  private func issue(_ bench: Workbench, _ words: String...) throws -> (code: String, Program.Ended)
  {
    let ended = try bench.command(["certificates", "--output", "made"] + words).run()
    #expect(ended.status == 0, "\(ended.error)")
    let page = try bench.text(of: "made/p01.html")
    let code = try #require(page.firstMatch(of: /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/))
    return (String(code.output), ended)
  }

  private func verify(
    _ bench: Workbench,
    _ code: String,
    _ words: String...
  ) throws -> Program.Ended {
    try bench.command(["markbook", "verify", "--certificate", code] + words).run()
  }

  /// A transcript without what differs from run to run.
  private func transcript(_ ended: Program.Ended) -> String {
    ended.transcript.replacing(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/, with: "CODE-CODE-CODE-CODE")
      .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "DATE")
  }

  /// A transcript on one line, because where lines break depends on the day.
  private func words(_ ended: Program.Ended) -> String {
    transcript(ended).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(/\w+day \d+ \w+ \d{4}, \d\d:\d\d, New York time/, with: "DATE")
      .replacing(/\d+ records/, with: "N records")
  }

  @Test func `who passes gets a certificate once, with page, picture and credential`() throws {
    let bench = try Self.bench()
    let before = try bench.seminar("certificates")
    #expect(before.output.contains("can be issued"))
    let (code, ended) = try issue(bench)
    #expect(ended.output == "Issued 1 certificate; wrote 1 certificate to made\n")
    #expect(ended.error.contains("The credentials are unsigned"))
    let files = try bench.contents().keys.filter { $0.hasPrefix("made/") }.sorted()
    #expect(files == ["made/p01.badge-unsigned.json", "made/p01.html", "made/p01.svg"])
    for file in files {
      let wanted = file.hasSuffix("json") ? "Ana" : code
      #expect(try bench.text(of: file).contains(wanted))
    }
    expectGolden(transcript(try bench.seminar("certificates")), "certificates.txt")
    // Another time nothing is issued, and the same certificate is written.
    #expect(try bench.seminar("certificates", "--output", "made").status == 73)
    let again = try bench.seminar("certificates", "--output", "again")
    #expect(again.output == "Issued 0 certificates; wrote 1 certificate to again\n")
    #expect(try bench.text(of: "again/p01.html") == bench.text(of: "made/p01.html"))
  }

  @Test func `a code is answered as valid, withdrawn, erased or unknown`() throws {
    let bench = try Self.bench()
    let code = try issue(bench).code
    let valid = try verify(bench, code.lowercased().replacing("-", with: " "))
    #expect(valid.status == 0)
    let unknown = try verify(bench, "0000-0000-0000-0000")
    let wrong = try verify(bench, "certificate")
    let withdrawn = try bench.seminar(
      "certificates",
      "--withdraw",
      code,
      "--why",
      "Issued by mistake.",
      "--by",
      "otto"
    )
    let after = try verify(bench, code)
    #expect(after.status == 1)
    let answer = try verify(bench, code, "--format", "json")
    #expect(answer.output.contains("\"state\" : \"withdrawn\""))
    #expect(try bench.seminar("markbook", "forget", "p01", "--yes").status == 0)
    let erased = try verify(bench, code)
    #expect(erased.status == 1)
    let all = [valid, unknown, wrong, withdrawn, after, erased]
    expectGolden(all.map(words).joined(separator: "\n") + "\n", "certificates-answers.txt")
  }

  @Test func `after a withdrawal another one is issued only to a participant who is named`() throws
  {
    let bench = try Self.bench()
    let code = try issue(bench).code
    let words = ["certificates", "--withdraw", code, "--why", "Issued by mistake."]
    #expect(try bench.command(words).run().status == 0)
    let note =
      "The certificate of Ana Núñez (p01) was withdrawn, so no other is issued. To issue another "
      + "one, name the participant: add '--participant p01'."
    func said(_ ended: Program.Ended) -> String {
      ended.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let list = try bench.seminar("certificates")
    #expect(!list.output.contains("can be issued"))
    #expect(said(list).contains(note))
    let everybody = try bench.seminar("certificates", "--output", "all")
    #expect(everybody.status == 0)
    #expect(said(everybody).contains(note))
    #expect(said(everybody).contains("no certificate to write: nobody else passes yet."))
    #expect(try bench.contents()["all"] == nil)
    let own = ["certificates", "--participant", "p01"]
    #expect(try bench.command(own).run().output.contains("can be issued"))
    let named = try bench.command(own + ["--output", "again"]).run()
    #expect(named.output == "Issued 1 certificate; wrote 1 certificate to again\n")
    #expect(try verify(bench, code).status == 1)
    // The new one counts, so the next run for everybody writes it.
    let next = try bench.seminar("certificates", "--output", "next")
    #expect(next.output == "Issued 0 certificates; wrote 1 certificate to next\n")
    #expect(!next.error.contains("withdrawn"))
    let nobody = try bench.seminar("certificates", "--participant", "p03", "--output", "x")
    #expect(nobody.error.contains("There is no certificate to write: p03 does not pass yet."))
  }

  @Test func `after another marking a certificate is superseded`() throws {
    let bench = try Self.bench()
    let code = try issue(bench).code
    try bench.edit("quizzes/joinery/tools.yaml", "- key: Hammer", "- distractor: Hammer")
    try bench.edit("quizzes/joinery/tools.yaml", "- distractor: Saw", "- key: Saw")
    #expect(
      try bench.seminar("remark", "tools", "--why", "A saw will do.", "--yes").status == 0
    )
    let ended = try verify(bench, code)
    #expect(ended.status == 1)
    let words = ended.transcript.replacing("\n", with: " ")
    #expect(words.contains("is superseded."))
    #expect(words.contains("its score changed from 62.5 to 50 percent."))
    let none = try bench.seminar("certificates", "--output", "others")
    #expect(none.error.contains("There is no certificate to write"))
  }

  @Test func `a credential is signed with the coordinator's own key`() throws {
    let bench = try Self.bench()
    func openssl(_ words: String...) throws -> Program.Ended {
      try bench.command([]).through("exec openssl " + words.joined(separator: " ")).run()
    }
    #expect(try openssl("genpkey", "-algorithm", "ed25519", "-out", "key.pem").status == 0)
    #expect(try openssl("genrsa", "-out", "rsa.pem", "2048").status == 0)
    let refused = try [
      ["--output", "x", "--key", "rsa.pem"], ["--output", "x", "--key", "none.pem"],
      ["--key", "key.pem"], ["--withdraw", "0000-0000-0000-0000"], ["--participant", "p33"],
    ].map { try bench.command(["certificates"] + $0).run().transcript }
    expectGolden(refused.joined(separator: "\n"), "certificates-refused.txt")
    #expect(try bench.contents()["x"] == nil)

    let (_, ended) = try issue(bench, "--key", "key.pem")
    #expect(!ended.error.contains("unsigned"))
    let token = try bench.text(of: "made/p01.badge.jwt").split(separator: "\n")[0]
    let parts = token.split(separator: ".").map(String.init)
    #expect(parts.count == 3)
    let signature = try #require(Self.decoded(parts[2]))
    try signature.write(to: URL(filePath: bench.path("signature")))
    try bench.write(parts[0] + "." + parts[1], to: "signed")
    #expect(try openssl("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem").status == 0)
    let checked = try openssl(
      "pkeyutl",
      "-verify",
      "-pubin",
      "-inkey",
      "public.pem",
      "-rawin",
      "-in",
      "signed",
      "-sigfile",
      "signature"
    )
    #expect(checked.status == 0, "\(checked.transcript)")
    let claims = String(decoding: Self.decoded(parts[1]) ?? Data(), as: UTF8.self)
    #expect(claims.contains("OpenBadgeCredential") && claims.contains("Ana Núñez"))
  }

  @Test func `without a rule, or before it is published, there are no certificates`() throws {
    let bench = try ScoresTests.recorded()
    let none = try bench.seminar("certificates")
    try bench.edit(
      "curricula/joinery.yaml",
      "constraints:\n",
      "pass: {minimum: 60, quizzes: [tools]}\nconstraints:\n"
    )
    let early = try bench.seminar("certificates")
    #expect(none.status == 65 && early.status == 65)
    expectGolden(none.transcript + "\n" + early.transcript, "certificates-none.txt")
  }

  /// The bytes that an alphabet without padding stands for.
  private static func decoded(_ text: String) -> Data? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
  }
}
