internal import Yams

extension Node {
  /// The most values that one file may hold.
  static let valueLimit = 200_000

  /// Reads a YAML file into values with places.
  ///
  /// Nothing is resolved: every scalar stays text. Anchors, aliases and tags are refused, so that
  /// what is written is what is read, and a small file cannot unfold into a large one.
  ///
  /// - Throws: All slips of a file that cannot be read.
  public static func parse(_ source: SourceText) throws(Findings) -> Node {
    var findings = Findings()
    guard let node = read(source, &findings), !findings.hasErrors else { throw findings }
    return node
  }

  /// Reads a YAML file, and goes on behind slips as well as it can.
  ///
  /// - Returns: The values, with all slips mended where there are any; `nil` when that is not enough.
  public static func read(_ source: SourceText, _ findings: inout Findings) -> Node? {
    do {
      let node = try compose(source)
      node.reportCurlyQuotes(&findings)
      return node
    } catch {
      guard !error.isFinal else {
        findings.report(contentsOf: error.findings)
        return nil
      }
      return mend(source, error.findings, &findings)
    }
  }

  /// Reads a file that the parser refused, slip by slip.
  private static func mend(
    _ source: SourceText,
    _ refusal: Findings,
    _ findings: inout Findings
  ) -> Node? {
    let slips = SlipReader(source)
    let diagnostics = slips.diagnostics
    for diagnostic in diagnostics { findings.report(diagnostic) }
    guard diagnostics.contains(where: { $0.severity == .error }) else {
      findings.report(contentsOf: refusal)
      return nil
    }
    do {
      return try compose(SourceText(file: source.file, text: slips.repaired))
    } catch {
      // What the parser says close below a slip comes from how that was mended.
      for diagnostic in error.findings.diagnostics {
        let isNear = diagnostics.contains {
          (0...1).contains(diagnostic.location.line - $0.location.line)
        }
        if !isNear { findings.report(diagnostic) }
      }
      return nil
    }
  }

  /// Why a text has no values.
  private struct Refusal: Error {
    let findings: Findings
    /// Whether it is not a matter of slips.
    var isFinal = true
  }

  private static func compose(_ source: SourceText) throws(Refusal) -> Node {
    if let anchor = AliasedAnchor.first(in: source.text) {
      throw Refusal(findings: Findings(.anchor(anchor.name, at: anchor.location(in: source))))
    }
    do {
      // Every scalar stays text, so nothing is gained by looking which kind it could be.
      let parser = try Parser(yaml: source.text, resolver: .basic)
      let root = try parser.singleRoot()
      guard let root else {
        throw Refusal(
          findings: Findings(
            Diagnostic(
              .error,
              at: .init(file: source.file),
              "the file is empty",
              remedy: "see the files in 'curricula' and 'quizzes' for examples"
            )
          )
        )
      }
      return try withExtendedLifetime(parser) {
        var translation = Translation(file: source.file)
        let node = translation.translate(root)
        guard translation.findings.diagnostics.isEmpty else {
          throw Refusal(findings: translation.findings)
        }
        return node
      }
    } catch let refusal as Refusal {
      throw refusal
    } catch let error as YamlError {
      throw Refusal(findings: Findings(error.diagnostic(in: source)), isFinal: false)
    } catch {
      throw Refusal(
        findings: Findings(Diagnostic(.error, at: .init(file: source.file), "\(error)"))
      )
    }
  }
}

/// Carries Yams' nodes over into ours.
private struct Translation {
  let file: String
  var findings = Findings()
  var count = 0

  init(file: String) {
    self.file = file
  }

  func location(_ mark: Mark?) -> Diagnostic.Location {
    Diagnostic.Location(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }

  mutating func translate(_ node: Yams.Node) -> Node {
    let place = location(node.mark)
    let nothing = Node(content: .scalar("", isQuoted: false), location: place)
    count += 1
    guard count <= Node.valueLimit else {
      findings.error(
        at: .init(file: file),
        "the file has more than \(Node.valueLimit) values",
        remedy: "split the file"
      )
      return nothing
    }
    if let anchor = node.anchor {
      findings.report(.anchor(anchor.rawValue, at: place))
      return nothing
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain
      return Node(content: .scalar(scalar.string, isQuoted: isQuoted), location: place)
    case .sequence(let sequence):
      return Node(content: .list(sequence.map { translate($0) }), location: place)
    case .mapping(let mapping):
      return Node(content: .mapping(mapping.map { entry($0.key, $0.value) }), location: place)
    case .alias:
      findings.error(at: place, "an alias is not allowed", remedy: "write the value out")
      return nothing
    }
  }

  private mutating func entry(_ key: Yams.Node, _ value: Yams.Node) -> Node.Entry {
    let place = location(key.mark)
    let name = key.scalar?.string
    if name == nil {
      findings.error(at: place, "a key must be plain text", remedy: "write 'name: value'")
    }
    return Node.Entry(key: name ?? "", location: place, value: translate(value))
  }
}

extension YamlError {
  /// The error in our words, without the snippet, which may be as long as the file.
  fileprivate func diagnostic(in source: SourceText) -> Diagnostic {
    func problem(
      _ message: String,
      _ mark: Mark? = nil,
      line: Int = 0,
      remedy: String? = nil
    ) -> Diagnostic {
      let place = Diagnostic.Location(
        file: source.file,
        line: mark?.line ?? line,
        column: mark?.column ?? 0
      )
      return Diagnostic(.error, at: place, message, remedy: remedy)
    }
    switch self {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _):
      let during = context.map { " \($0.text)" } ?? ""
      let remedy = Self.remedy(at: mark, in: source)
      return problem("not readable as YAML: \(text)\(during)", mark, remedy: remedy)
    case .composer(_, let text, let mark, _) where text == "found undefined alias":
      return problem(
        "an alias is not allowed",
        mark,
        remedy: "put quotation marks around text that begins with '*'"
      )
    case .composer(let context, let text, let mark, _):
      let during = context.map { "\($0.text), " } ?? ""
      return problem(
        "not readable as YAML: \(during)\(text)",
        mark,
        remedy: "keep one document in a file"
      )
    case .duplicatedKeysInMapping(let names, let context):
      let keys = names.map { "'\($0.prefix(60).visible)'" }.joined(separator: ", ")
      return problem(
        "\(keys) appears twice in one mapping",
        context.mark,
        remedy: "keep one of the two"
      )
    case .reader(let text, let offset, _, _):
      let before = source.text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      return problem(
        "not readable as YAML: \(text)",
        line: line,
        remedy: "remove the invisible character"
      )
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return problem("not readable as YAML")
    }
  }

  /// What to do about the character at which reading stopped.
  private static func remedy(at mark: Mark, in source: SourceText) -> String {
    let lines = source.text.split(
      separator: "\n",
      maxSplits: mark.line,
      omittingEmptySubsequences: false
    )
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    switch line.unicodeScalars.dropFirst(mark.column - 1).first {
    case "\t"?: return "indent with spaces instead of tabs"
    case "@"?, "`"?, "%"?: return "put quotation marks around text that begins with such a sign"
    default:
      return "check the indentation, and quote text that contains ': ' or begins with a sign"
    }
  }
}

extension Diagnostic {
  /// A name given to a value so that it can be repeated.
  static func anchor(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      at: location,
      "the anchor '&\(name.prefix(60).visible)' is not allowed",
      remedy: "write the value out where it is needed, and quote text that begins with '&'"
    )
  }
}
