internal import Quizzes

extension XMLElement {
  /// The element with names that are the same in all versions: `qti-choice-interaction` and
  /// `choiceInteraction` both become `choiceinteraction`, and attributes likewise.
  var withPlainNames: XMLElement {
    var element = self
    element.name = name.plainName
    element.attributes = attributes.map { ($0.name.plainName, $0.value) }
    element.contents = contents.map { content in
      if case .element(let inner) = content { .element(inner.withPlainNames) } else { content }
    }
    return element
  }
}

extension String {
  /// A name of QTI in small letters, without `qti-` and hyphens.
  fileprivate var plainName: String {
    let lowered = lowercased()
    let rest = lowered.hasPrefix("qti-") ? lowered.dropFirst(4) : lowered[...]
    return String(rest.replacing("-", with: ""))
  }

  /// What stands behind the last slash, without an ending such as `.xml`.
  var lastPathPart: String {
    let last = split(separator: "/").last ?? ""
    return String(last.split(separator: ".").first ?? "")
  }
}
