internal import Diagnostics
internal import Quizzes

/// Writes a package of QTI 3.0: a manifest, a test that names the items, and a file for each item.
///
/// Source: 1EdTech, QTI 3.0 packaging and assessment item information models, and the examples of
/// its Beginner's Guide.
struct QTIPackageWriter {
  private let quiz: Quiz

  init(_ quiz: Quiz) {
    self.quiz = quiz
  }

  static let namespace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
  static let schema =
    "\(namespace) https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd"
  private static let manifestNamespace = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"

  /// The files; what they cannot hold is added to the losses.
  func write(_ losses: inout Findings) -> [BankFile] {
    LossReport.tellSettings(of: quiz, .qti, &losses)
    var items: [Item] = []
    var files: [BankFile] = []
    for item in quiz.items {
      var writer = QTIItemWriter(item)
      if let reason = writer.obstacle {
        LossReport.leftOut(item, reason, .qti, &losses)
        continue
      }
      items.append(item)
      files.append(BankFile(path: Self.path(of: item), text: writer.write()))
      writer.loss.tell(item, .qti, &losses)
    }
    return [
      BankFile(path: "imsmanifest.xml", text: manifest(items)),
      BankFile(path: "assessment.xml", text: test(items)),
    ] + files
  }

  private static func path(of item: Item) -> String {
    "items/\(item.id).xml"
  }

  private func manifest(_ items: [Item]) -> String {
    var xml = XMLWriter()
    xml.element(
      "manifest",
      [
        "xmlns": Self.manifestNamespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(Self.manifestNamespace) "
          + "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
        "identifier": "package",
      ]
    ) { xml in
      xml.element("metadata") { xml in
        xml.element("schema", text: "QTI Package")
        xml.element("schemaversion", text: "3.0.0")
      }
      xml.element("organizations")
      xml.element("resources") { xml in
        xml.element(
          "resource",
          ["identifier": "assessment", "type": "imsqti_test_xmlv3p0", "href": "assessment.xml"]
        ) { xml in
          xml.element("file", ["href": "assessment.xml"])
          for item in items {
            xml.element("dependency", ["identifierref": "item-\(item.id)"])
          }
        }
        for item in items { write(resourceOf: item, into: &xml) }
      }
    }
    return xml.text
  }

  private func write(resourceOf item: Item, into xml: inout XMLWriter) {
    let path = Self.path(of: item)
    let labels = item.labels + (item.category.map { ["category:\($0)"] } ?? [])
    xml.element(
      "resource",
      ["identifier": "item-\(item.id)", "type": "imsqti_item_xmlv3p0", "href": path]
    ) { xml in
      if !labels.isEmpty {
        xml.element("metadata") { xml in
          xml.element("lom", ["xmlns": "http://ltsc.ieee.org/xsd/LOM"]) { xml in
            xml.element("general") { xml in
              for label in labels {
                xml.element("keyword") { $0.element("string", text: label) }
              }
            }
          }
        }
      }
      xml.element("file", ["href": path])
    }
  }

  private func test(_ items: [Item]) -> String {
    var xml = XMLWriter()
    xml.element(
      "qti-assessment-test",
      [
        "xmlns": Self.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": Self.schema, "identifier": "assessment", "title": quiz.title,
      ]
    ) { xml in
      xml.element(
        "qti-test-part",
        ["identifier": "part", "navigation-mode": "nonlinear", "submission-mode": "simultaneous"]
      ) { xml in
        xml.element(
          "qti-assessment-section",
          ["identifier": "section", "title": quiz.title, "visible": "false"]
        ) { xml in
          for item in items {
            xml.element(
              "qti-assessment-item-ref",
              ["identifier": "item-\(item.id)", "href": Self.path(of: item)]
            )
          }
        }
      }
    }
    return xml.text
  }
}
