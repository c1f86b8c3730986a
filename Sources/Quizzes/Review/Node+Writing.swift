internal import Diagnostics

// Writing values as YAML that reads back as the same values.
extension Node {
  /// A value that stands in no file.
  static func of(_ content: Content) -> Node {
    Node(content: content, location: .init(file: ""))
  }

  static func text(_ text: String) -> Node {
    .of(.scalar(text, isQuoted: true))
  }

  static func entry(_ key: String, _ value: Node) -> Entry {
    Entry(key: key, location: .init(file: ""), value: value)
  }

  /// The value as YAML, texts in quotation marks, with a line break at its end.
  var yaml: String {
    var lines: [String] = []
    write(&lines, indent: "", lead: "")
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Parameters:
  ///   - lines: Where the lines are added.
  ///   - indent: What stands before every line of the value but the first.
  ///   - lead: What stands before the first line: the indentation with a key or a hyphen.
  private func write(_ lines: inout [String], indent: String, lead: String) {
    switch content {
    case .scalar where isEmpty: lines.append(lead + "~")
    case .scalar(let text, _): lines.append(lead + text.quoted)
    case .list(let nodes) where nodes.isEmpty: lines.append(lead + "[]")
    case .mapping(let entries) where entries.isEmpty: lines.append(lead + "{}")
    case .list(let nodes):
      if !lead.isEmpty { lines.append(lead.trimmingEnd) }
      for node in nodes { node.write(&lines, indent: indent + "  ", lead: indent + "- ") }
    case .mapping(let entries):
      var lead = lead
      if lead.hasSuffix(": ") {
        lines.append(lead.trimmingEnd)
        lead = indent
      }
      for entry in entries {
        let start = "\(lead)\(entry.key.quoted): "
        entry.value.write(&lines, indent: indent + "  ", lead: start)
        lead = indent
      }
    }
  }
}

extension String {
  /// The text in quotation marks, as YAML and JSON read it.
  fileprivate var quoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
