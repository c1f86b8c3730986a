internal import Diagnostics
internal import Quizzes

/// An element of an XML file with its place, its attributes and what stands in it.
struct XMLElement: Sendable {
  /// One thing that stands in an element.
  enum Content: Sendable {
    case text(String)
    case element(XMLElement)
  }

  /// The name without a namespace prefix.
  var name: String
  /// The attributes in the order written, their names without prefixes.
  var attributes: [(name: String, value: String)] = []
  /// Text and elements in the order written.
  var contents: [Content] = []
  /// The comments before it.
  var comments: [String] = []
  /// Where the element begins.
  var location: Diagnostic.Location

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The elements in it.
  var elements: [XMLElement] {
    contents.compactMap { content in
      if case .element(let element) = content { element } else { nil }
    }
  }

  /// The elements in it that have a name.
  func elements(_ name: String) -> [XMLElement] {
    elements.filter { $0.name == name }
  }

  /// The first element in it that has a name.
  func first(_ name: String) -> XMLElement? {
    elements.first { $0.name == name }
  }

  /// The elements with a name at any depth, in the order written, itself left out.
  ///
  /// - Complexity: O(*n*) in the number of elements; the depth is limited by ``XMLReader``.
  func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }

  /// All text in it, also in inner elements.
  var text: String {
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
