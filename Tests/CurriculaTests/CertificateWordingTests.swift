import Curricula
import Diagnostics
import Testing

/// What certificates say, as a curriculum gives it.
@Suite struct CertificateWordingTests {
  private func programme(_ text: String) -> Programme {
    Programme(text: Programme().text + text)
  }

  @Test func `a curriculum gives the wording of its certificates`() throws {
    let wording = try programme(
      """
      certificate:
        title: Zertifikat
        text: hat den Kurs bestanden
        issuer: Die Tischlerei
        signatures: [Otto Example, 王小明]
        note: Kein Gesellenbrief.

      """
    ).read().curriculum.certificate
    #expect(wording.title == "Zertifikat")
    #expect(wording.text == "hat den Kurs bestanden")
    #expect(wording.issuer == "Die Tischlerei")
    #expect(wording.signatures == ["Otto Example", "王小明"])
    #expect(wording.note == "Kein Gesellenbrief.")
  }

  @Test func `what is not given claims nothing official`() throws {
    let wording = try Programme().read().curriculum.certificate
    #expect(wording == CertificateWording())
    #expect(wording.note.contains("not an academic degree"))
    let part = try programme("certificate: {title: Diploma}\n").read().curriculum.certificate
    #expect(part.title == "Diploma")
    #expect(part.text == CertificateWording().text)
  }

  @Test func `what has no room on one page is refused`() throws {
    let long = String(repeating: "a", count: 401)
    #expect(throws: Findings.self) { try programme("certificate: {note: \(long)}\n").read() }
    #expect(throws: Findings.self) {
      try programme("certificate: {signatures: [a, b, c, d, e]}\n").read()
    }
    #expect(throws: Findings.self) { try programme("certificate: {titel: x}\n").read() }
  }
}
