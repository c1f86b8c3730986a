package import Diagnostics

/// An element of an XML file with its place, its attributes and what stands in it.
package struct XMLElement: Sendable {
  /// One thing that stands in an element.
  package enum Content: Sendable {
    case text(String)
    case element(XMLElement)
  }

  /// The name without a namespace prefix.
  package var name: String
  /// The attributes in the order written, their names without prefixes.
  package var attributes: [(name: String, value: String)] = []
  /// Text and elements in the order written.
  package var contents: [Content] = []
  /// The comments before it.
  package var comments: [String] = []
  /// Where the element begins.
  package var location: Diagnostic.Location

  /// The value of an attribute.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The elements in it.
  package var elements: [XMLElement] {
    contents.compactMap { content in
      if case .element(let element) = content { element } else { nil }
    }
  }

  /// The elements in it that have a name.
  package func elements(_ name: String) -> [XMLElement] {
    elements.filter { $0.name == name }
  }

  /// The first element in it that has a name.
  package func first(_ name: String) -> XMLElement? {
    elements.first { $0.name == name }
  }

  /// The elements with a name at any depth, in the order written, itself left out.
  ///
  /// - Complexity: O(*n*) in the number of elements; the depth is limited by ``XMLReader``.
  func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }

  /// All text in it, also in inner elements.
  package var text: String {
    var text = ""
    for content in contents {
      switch content {
      case .text(let part): text += part
      case .element(let element): text += element.text
      }
    }
    return text
  }
}
