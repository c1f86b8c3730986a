import Quizzes
import Testing

@testable import Records

@Suite struct CertificateRecordTests {
  private static let programme = Programme(curriculum: "joinery", edition: "2026")

  private func code() -> CertificateCode {
    var generator = SystemRandomNumberGenerator()
    return CertificateCode(using: &generator)
  }

  @Test func `a code is read however it is typed`() throws {
    let code = code()
    let form = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/
    #expect(code.description.wholeMatch(of: form) != nil)
    #expect(CertificateCode(code.description) == code)
    #expect(CertificateCode(" " + code.description.lowercased().replacing("-", with: "")) == code)
    #expect(CertificateCode("OOOO-IIII-LLLL-0000")?.description == "0000-1111-1111-0000")
    for text in ["", "0000-0000-0000", "0000-0000-0000-000U", "0000-0000-0000-0000-0000"] {
      #expect(CertificateCode(text) == nil)
    }
  }

  @Test func `a certificate is recorded, withdrawn once, and erased with its participant`() throws {
    let bench = Workbench()
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let roster = Roster(participants: [Participant(id: "p01", name: "Ana Núñez")])
    _ = try markbook.importRoster(roster, at: Timestamp(milliseconds: 0))
    let (first, second) = (code(), code())
    let time = Timestamp.noon
    try markbook.issue(
      [first, second].map { code in
        Markbook.CertificateDraft(code: code, participant: "p01", content: "{}")
      },
      of: Self.programme,
      by: "otto",
      at: time
    )
    #expect(try markbook.certificates(of: Self.programme).map(\.code) == [first, second])
    #expect(try markbook.certificates(of: Programme(curriculum: "joinery")).isEmpty)
    #expect(try markbook.certificate(code()) == nil)
    #expect(try markbook.withdraw(first, because: "A mistake.", by: "otto", at: time))
    #expect(try !markbook.withdraw(first, because: "A mistake.", by: "otto", at: time))
    guard case .issued(let issued)? = try markbook.certificate(first) else {
      Issue.record("the certificate is gone")
      return
    }
    #expect(issued.participant == "p01" && issued.by == "otto")
    #expect(issued.withdrawal?.reason == "A mistake.")
    guard case .whole = try markbook.verify() else {
      Issue.record("the record is not whole")
      return
    }
    _ = try markbook.forget("p01", at: time)
    #expect(try markbook.certificate(first) == .erased(issuedAt: time))
    #expect(try markbook.certificates(of: Self.programme).isEmpty)
    guard case .whole = try markbook.verify() else {
      Issue.record("the record is not whole after forgetting")
      return
    }
  }
}
