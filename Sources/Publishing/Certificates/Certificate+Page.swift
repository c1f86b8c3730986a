internal import Curricula
internal import Diagnostics

extension Certificate {
  /// The certificate as a page that prints on one sheet of A4 or Letter, without scripts.
  public var page: String {
    element(.html, .init(name: "lang", value: "en"), .init(name: "dir", value: "ltr")) {
      head(of: "\(wording.title.legible): \(name.legible)", CertificateStyle.rules)
      element(.body) {
        element(.main, .style("sheet")) {
          element(.h1, .foreign) { wording.title.legible }
          element(.p, .style("name", Self.size(of: name)), .foreign) { name.legible }
          element(.p, .style("text"), .foreign) { wording.text.legible }
          element(.p, .style("programme", Self.size(of: programme)), .foreign) {
            programme.legible
          }
          element(.p, .style("particulars"), .foreign) { particulars.legible }
          element(.div, .style("signatures")) {
            for line in wording.signatures { element(.p, .foreign) { line.legible } }
          }
          element(.p, .style("issuer"), .foreign) { "Issued by: \(issuer.legible)" }
          element(.footer) {
            element(.p, .foreign) { wording.note.legible }
            element(.p) {
              check + " "
              // Each word stays whole, so that no line ends between two hyphens.
              element(.code) {
                for (index, word) in command.enumerated() {
                  if index > 0 { " " }
                  element(.span) { word }
                }
              }
            }
          }
        }
      }
    }.document
  }

  /// How large a text can be, so that the page stays one page.
  private static func size(of text: String) -> String {
    switch text.displayWidth {
    case ...30: "short"
    case ...60: "middle"
    case ...170: "long"
    default: "longest"
    }
  }
}

/// The looks of a certificate: light and dark, on screens and on one sheet of paper.
private enum CertificateStyle {
  /// The rules, as Cascading Style Sheets.
  static let rules: StaticString = """
    :root { --ink: #1c2430; --soft: #55606e; --line: #8a94a2; --paper: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8ecf1; --soft: #a9b4c1; --line: #5b6676; --paper: #12171e; }
    }
    * { box-sizing: border-box; }
    html { color: var(--ink); background: var(--paper); }
    body { margin: 0; padding: clamp(.75rem, 3vw, 2.5rem);
      font: 1rem/1.45 Georgia, "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC",
        "Liberation Serif", serif; overflow-wrap: anywhere; }
    .sheet { display: flex; flex-direction: column; align-items: center; gap: .75rem;
      max-width: 64rem; min-height: 40rem; margin: 0 auto; text-align: center;
      padding: clamp(1rem, 5vw, 3.5rem); border: 3px double var(--line); }
    h1, p { margin: 0; max-width: 100%; text-wrap: balance; }
    h1 { font-size: clamp(1.5rem, 4.5vw, 2.6rem); font-weight: 400; letter-spacing: .02em; }
    .name { margin-block-start: auto; padding-block-start: 1.25rem; font-weight: 700;
      line-height: 1.25; }
    .name.short { font-size: clamp(1.6rem, 5vw, 3rem); }
    .name.middle { font-size: clamp(1.35rem, 4vw, 2.2rem); }
    .name.long { font-size: clamp(1.15rem, 3vw, 1.8rem); }
    .name.longest { font-size: 1rem; }
    .programme { font-weight: 700; }
    .programme.short { font-size: 1.7rem; }
    .programme.middle { font-size: 1.4rem; }
    .programme.long { font-size: 1.25rem; }
    .programme.longest { font-size: 1rem; }
    .particulars, .issuer { color: var(--soft); }
    .signatures { display: flex; flex-wrap: wrap; justify-content: center; gap: 1rem 2.5rem;
      width: 100%; margin-block-start: auto; padding-block-start: 3rem; }
    .signatures p { flex: 0 1 14rem; padding-block-start: .35rem;
      border-block-start: 1px solid var(--line); }
    footer { color: var(--soft); font-size: .8rem; }
    footer p + p { margin-block-start: .35rem; }
    code { font-family: ui-monospace, "Noto Sans Mono", "Liberation Mono", monospace; }
    code span { white-space: nowrap; }
    @media print {
      :root { --ink: #000000; --soft: #333333; --line: #777777; --paper: #ffffff; }
      @page { size: landscape; margin: 10mm; }
      html, body { height: 100%; padding: 0; }
      body { font-size: 11pt; }
      .sheet { max-width: none; min-height: 0; height: 188mm; padding: 10mm 14mm 8mm; gap: 3mm;
        break-inside: avoid; overflow: hidden; }
      h1 { font-size: 30pt; }
      .name { padding-block-start: 3mm; }
      .name.short { font-size: 34pt; }
      .name.middle { font-size: 28pt; }
      .name.long { font-size: 22pt; }
      .name.longest { font-size: 12pt; }
      .text { font-size: 14pt; }
      .programme.short { font-size: 22pt; }
      .programme.middle { font-size: 19pt; }
      .programme.long { font-size: 16pt; }
      .programme.longest { font-size: 11pt; }
      .particulars { font-size: 12pt; }
      .signatures { padding-block-start: 10mm; }
      footer { font-size: 8pt; }
    }

    """
}
