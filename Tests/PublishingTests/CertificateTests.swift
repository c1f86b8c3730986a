import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Publishing
import Testing

@Suite struct CertificateTests {
  private static let long =
    "Maria del Rosario Fernandez de Cordoba y Alvarez de Toledo, Duchess of Somewhere"

  static func certificate(for name: String) throws -> Certificate {
    let source = SourceText(file: "sample.yaml", text: Sample.curriculum)
    var curriculum = try Curriculum.parse(source).curriculum
    curriculum.certificate.signatures = ["Otto Example, coordinator", "王小明"]
    let date = try #require(CivilDate("2026-06-02"))
    return Certificate(for: name, of: curriculum, on: date, code: "7K3M-0Q2X-9T5A-PZ41")
  }

  @Test func `a certificate has a page, a picture and a credential`() throws {
    let certificate = try Self.certificate(for: "Ana Núñez")
    expectGolden(certificate.page, "certificate.html")
    expectGolden(certificate.picture, "certificate.svg")
    let badge = certificate.badge(
      identifier: "urn:uuid:1",
      issuer: "urn:uuid:2",
      at: Date(timeIntervalSince1970: 1_780_000_000)
    )
    expectGolden(badge, "certificate.json")
  }

  @Test(arguments: [long, "عبد الرحمن بن محمد الهاشمي القرشي", "王小明", "<script>alert(1)</script>"])
  func `names of any script and length stand whole on one page`(name: String) throws {
    let certificate = try Self.certificate(for: name)
    #expect(certificate.page.contains("dir=\"auto\""))
    #expect(!certificate.page.contains("<script"))
    let lines = certificate.picture.matches(of: /y="(\d+)"[^>]*>([^<]+)<\/text>/)
    #expect(lines.allSatisfy { (Int($0.1) ?? 0) < 770 })
    let text = lines.map { String($0.2) }.joined(separator: " ")
    if !name.contains("<") { #expect(text.contains(name)) }
    for tag in ["<svg", "</svg>"] { #expect(certificate.picture.contains(tag)) }
  }

  @Test(arguments: [
    String(repeating: "W", count: 80), String(repeating: "王", count: 80),
    String(repeating: "W", count: 500),
  ])
  func `wide names are broken before they leave the picture`(name: String) throws {
    let picture = try Self.certificate(for: name).picture
    let lines = picture.matches(of: /font-size="(\d+)"[^>]*>([W王]+)<\/text>/)
    #expect(lines.map { $0.2.count }.reduce(0, +) == name.count)
    for line in lines { #expect((Int(line.1) ?? 0) * line.2.count < 1_000) }
  }

  @Test func `long signatures stand whole below their lines`() throws {
    var certificate = try Self.certificate(for: "Ana")
    certificate.wording.signatures = [
      "Dr Eleonora Castellanos-Whitmore, Director of the Institute", "Otto Example", "Bo",
    ]
    let picture = certificate.picture
    #expect(picture.contains("Institute</text>"))
    #expect(!picture.contains("…"))
  }

  @Test func `what a curriculum does not say claims nothing official`() throws {
    let page = try Self.certificate(for: "Ana").page
    #expect(page.contains("Certificate of completion"))
    #expect(page.contains("Issued by: The coordinators of the programme"))
    #expect(page.contains("not an academic degree"))
  }
}
