extension Node {
  /// Warns of text that is as a whole in the quotation marks of a word processor.
  ///
  /// Text that is in straight quotation marks as well is meant so.
  func reportCurlyQuotes(_ findings: inout Findings) {
    switch content {
    case .scalar(let text, isQuoted: false):
      guard let (open, close) = text.curlyQuotes else { return }
      let slip = Slip.curlyQuotes(open: open, close: close, hasColon: false)
      findings.warn(at: location, slip.message, remedy: slip.remedy)
    case .scalar(_, isQuoted: true): break
    case .list(let nodes): for node in nodes { node.reportCurlyQuotes(&findings) }
    case .mapping(let entries): for entry in entries { entry.value.reportCurlyQuotes(&findings) }
    }
  }
}

extension Findings {
  /// The same problems, where slips of the file cause some of them with these in their place.
  ///
  /// Some slips make valid YAML that says something else: `{id:a}` has a key `id:a` without a value.
  public func explained(by source: SourceText) -> Findings {
    guard hasErrors else { return self }
    let slips = SlipReader(source).diagnostics.filter { $0.severity == .error }
    let lines = Set(diagnostics.filter { $0.severity == .error }.map(\.location.line))
    let causes = slips.filter { lines.contains($0.location.line) }
    let explained = Set(causes.map(\.location.line))
    var findings = Findings()
    for diagnostic in diagnostics
    where diagnostic.severity != .error || !explained.contains(diagnostic.location.line)
      || causes.contains(diagnostic)
    { findings.report(diagnostic) }
    for cause in causes { findings.report(cause) }
    return findings
  }
}
