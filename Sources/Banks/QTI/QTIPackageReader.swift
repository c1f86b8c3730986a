internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Reads items of QTI 1.2 and of 2.1 to 3.0, in the order of a package's manifest where there is one.
///
/// Source: 1EdTech, Question and Test Interoperability, assessment, section and item information
/// model, versions 1.2, 2.1, 2.2 and 3.0; content packaging 1.1 and common cartridge 1.1 to 1.3.
struct QTIPackageReader {
  private let sources: [SourceText]

  init(_ sources: [SourceText]) {
    self.sources = sources
  }

  /// Reads all items into a bank.
  func read(into bank: inout BankAssembly) {
    let manifest = sources.filter { $0.file.lastName == "imsmanifest.xml" }
      .min { $0.file.count < $1.file.count }
    guard let manifest else {
      for source in sources { read(source, labels: [], isListed: sources.count == 1, into: &bank) }
      return
    }
    do throws(Diagnostic) {
      let root = try XMLReader.read(manifest).withPlainNames
      guard root.name == "manifest" else {
        throw Diagnostic(
          .error,
          at: root.location,
          "found the element '\(root.name.shortened)', expected 'manifest'",
          remedy: "check that the folder is a QTI package"
        )
      }
      read(root, folder: manifest.file.folder, into: &bank)
    } catch {
      bank.findings.report(error)
    }
  }

  private func read(_ manifest: XMLElement, folder: String, into bank: inout BankAssembly) {
    let files = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
    let resources = manifest.first("resources")?.elements("resource") ?? []
    let listed = resources.filter { Self.isBank($0["type"] ?? "") }
    guard !listed.isEmpty else {
      let others = sources.filter { $0.file.lastName != "imsmanifest.xml" }
      for source in others { read(source, labels: [], isListed: false, into: &bank) }
      return
    }
    for resource in listed {
      let type = resource["type"] ?? ""
      guard let href = path(of: resource, among: resources) else { continue }
      let path = folder + (href.removingPercentEncoding ?? href)
      guard let source = files[path] else {
        bank.findings.error(
          at: resource.location,
          "the file '\(href.shortened)' is not in the package",
          remedy: "add the file, or remove its resource"
        )
        continue
      }
      if type.hasPrefix("imsqti_test") {
        read(test: source, into: &bank)
      } else {
        let metadata = resource.first("metadata")
        let labels = (metadata?.descendants("keyword") ?? []).map(\.text.onOneLine)
        read(source, labels: labels, isListed: true, into: &bank)
      }
    }
  }

  /// Whether a resource holds items, or a test that lists them.
  private static func isBank(_ type: String) -> Bool {
    type.hasPrefix("imsqti_") || type.hasPrefix("assessment/x-bb-qti")
  }

  /// The file of a resource.
  ///
  /// Canvas writes quizzes twice into a cartridge, and the file on which the resource depends has the
  /// kinds that the cartridge does not know.
  private func path(of resource: XMLElement, among resources: [XMLElement]) -> String? {
    let needed = Set(resource.elements("dependency").compactMap { $0["identifierref"] })
    let fuller = resources.filter { needed.contains($0["identifier"] ?? "") }
      .flatMap { $0.elements("file") }.compactMap { $0["href"] }
      .first { $0.hasSuffix(".xml.qti") }
    let own = resource["href"] ?? resource["file"]
    return fuller ?? own ?? resource.elements("file").compactMap { $0["href"] }.first
  }

  private func read(test source: SourceText, into bank: inout BankAssembly) {
    do throws(Diagnostic) {
      try QTITestReader(XMLReader.read(source).withPlainNames).read(into: &bank)
    } catch {
      bank.findings.report(error)
    }
  }

  private func read(
    _ source: SourceText,
    labels: [String],
    isListed: Bool,
    into bank: inout BankAssembly
  ) {
    do throws(Diagnostic) {
      let root = try XMLReader.read(source).withPlainNames
      if root.name == "questestinterop" {
        return QTI12Reader(root).read(into: &bank)
      }
      guard root.name == "assessmentitem" else {
        // A folder may hold other XML files as well as the items.
        guard isListed else {
          if root.name == "assessmenttest" { QTITestReader(root).read(into: &bank) }
          return
        }
        throw Diagnostic(
          .error,
          at: root.location,
          "found the element '\(root.name.shortened)', expected an assessment item or 'questestinterop'",
          remedy: "name a file of QTI 1.2 or 2.1 to 3.0, or the folder of a package"
        )
      }
      var reader = QTIItemReader(root, labels: labels)
      let item = try reader.read()
      bank.add(item, identifier: reader.identifier, losses: reader.losses)
    } catch {
      bank.findings.report(error)
    }
  }
}

extension String {
  fileprivate var lastName: Substring {
    split(separator: "/").last ?? ""
  }

  /// The path up to the last slash, that included.
  fileprivate var folder: String {
    lastIndex(of: "/").map { String(self[...$0]) } ?? ""
  }
}
