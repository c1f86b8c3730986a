/// The looks of a report: light and dark, on screens and on A4 and Letter paper.
enum ReportStyle {
  /// The rules, as Cascading Style Sheets.
  static let rules: StaticString = """
    :root { --ink: #1c2430; --soft: #55606e; --line: #d5dae1; --paper: #ffffff; --wash: #f4f6f9;
      --link: #0b57a4; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8ecf1; --soft: #a9b4c1; --line: #3a4452; --paper: #12171e; --wash: #1a212b;
        --link: #8ec2ff; }
    }
    * { box-sizing: border-box; }
    html { color: var(--ink); background: var(--paper); }
    body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem); max-width: 88rem;
      font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      overflow-wrap: break-word; }
    [dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
    .skip { position: absolute; inset-inline-start: -100rem; color: var(--link); }
    .skip:focus { inset-inline-start: 1rem; inset-block-start: .5rem; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    h1 { margin: 0 0 1rem; font-size: clamp(1.6rem, 4.2vw, 2.4rem); line-height: 1.18;
      text-wrap: balance; }
    h2 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
    p { margin: 0 0 .35rem; max-width: 62rem; }
    section { margin-block-start: 2.25rem; padding-block-start: 1.25rem;
      border-block-start: 2px solid var(--ink); }
    .scroll { overflow-x: auto; margin-block-start: 1rem; }
    table { border-collapse: collapse; }
    caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
    th, td { padding: .35rem .6rem; text-align: start; vertical-align: top; }
    th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; }
    thead th { color: var(--soft); font-size: .875rem; border-block-end: 1px solid var(--line); }
    tbody tr { border-block-end: 1px solid var(--line); }
    tbody th { font-weight: 600; }
    svg { display: block; max-width: 100%; height: auto; margin-block-start: 1rem; }
    .scroll > svg { max-width: none; margin-block-start: 0; }
    footer { margin-block-start: 3rem; padding-block-start: .75rem; color: var(--soft);
      font-size: .8rem; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
    @media print {
      :root { --ink: #000000; --soft: #444444; --line: #b5b5b5; --paper: #ffffff;
        --wash: #f2f2f2; --link: #000000; }
      @page { margin: 14mm 12mm 16mm; @bottom-center { content: counter(page); font-size: 8pt; } }
      body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.3; }
      h1 { font-size: 17pt; }
      h2 { font-size: 12pt; }
      h2, h3 { break-after: avoid; }
      .skip { display: none; }
      .scroll { overflow: visible; margin-block-start: 2mm; }
      table { width: 100%; font-size: 8pt; }
      @page wide { size: landscape; margin: 12mm 12mm 14mm; }
      .wide { page: wide; }
      th, td { padding: .8mm 1.2mm; overflow-wrap: anywhere; min-width: 13mm; }
      th.number, td.number { overflow-wrap: break-word; min-width: 0; }
      tbody th { min-width: 24mm; }
      thead th { font-size: 7.5pt; }
      .scroll > svg { max-width: 100%; }
      tr, svg, caption { break-inside: avoid; }
      section { margin-block-start: 5mm; padding-block-start: 2mm; border-block-start-width: 1px; }
      svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
