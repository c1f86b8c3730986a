/// The looks of a page: one column, light and dark, on screens and on A4 and Letter paper.
///
/// The colours of modules are Paul Tol's for people with any colour vision; wherever one stands,
/// the module's number stands too, so that nothing is lost in grey.
enum PageStyle {
  /// The rules, as Cascading Style Sheets.
  static let rules: StaticString = """
    :root {
      --ink: #1c2430; --soft: #55606e; --line: #d5dae1; --paper: #ffffff; --wash: #f4f6f9;
      --link: #0b57a4; --note: #fff7df; --edge: #b98900; --hue: #55606e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e8ecf1; --soft: #a9b4c1; --line: #3a4452; --paper: #12171e; --wash: #1a212b;
        --link: #8ec2ff; --note: #2b2614; --edge: #d9b64a;
      }
    }
    .hue-1 { --hue: #4477aa; } .hue-2 { --hue: #ee6677; } .hue-3 { --hue: #228833; }
    .hue-4 { --hue: #ccbb44; } .hue-5 { --hue: #66ccee; } .hue-6 { --hue: #aa3377; }
    .hue-7 { --hue: #997700; } .hue-8 { --hue: #44aa99; } .hue-9 { --hue: #cc6677; }
    .hue-10 { --hue: #7777dd; } .hue-11 { --hue: #117733; } .hue-12 { --hue: #dd9955; }
    * { box-sizing: border-box; }
    html { color: var(--ink); background: var(--paper); scroll-padding-block-start: 1rem; }
    body {
      margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem); max-width: 62rem;
      font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      overflow-wrap: break-word;
    }
    body.wide { max-width: 88rem; }
    p, ul, ol { margin: 0; }
    [dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
    a { color: var(--link); }
    a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; inset-inline-start: -100rem; }
    .skip:focus { inset-inline-start: 1rem; inset-block-start: .5rem; }
    h1 { margin: .25rem 0 1rem; font-size: clamp(1.6rem, 4.2vw, 2.4rem); line-height: 1.18;
      letter-spacing: -.015em; text-wrap: balance; }
    h2 { margin: 0; font-size: 1.25rem; line-height: 1.3; }
    .edition { color: var(--soft); font-weight: 600; }
    .extent, .audience { font-size: 1.1rem; }
    .audience { font-weight: 600; }
    .zone { color: var(--soft); }
    .proposal { margin-block-start: 1.25rem; padding: .75rem 1rem; background: var(--note);
      border-inline-start: .3rem solid var(--edge); border-radius: .2rem; }
    .links { margin-block-start: 1.25rem; }
    .links ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
    .links details { margin-block-start: .5rem; }
    .links summary { cursor: pointer; color: var(--link); }
    .links .people { display: grid; margin-block: .5rem;
      grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
    .links details p { color: var(--soft); font-size: .875rem; }
    .overview { margin-block: 2.25rem; }
    .overview h2 { font-size: 1rem; color: var(--soft); }
    .overview ol { list-style: none; padding: 0; margin-block-start: .6rem; display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem; }
    .overview a { display: block; height: 100%; padding: .6rem .75rem; color: var(--ink);
      text-decoration: none; background: var(--wash); border-radius: .3rem; }
    .overview a:hover { text-decoration: underline; }
    .overview .number { font-weight: 700; }
    .overview .date { color: var(--soft); }
    .overview .topic { display: block; margin-block-start: .4rem; padding-inline-start: .5rem;
      font-size: .875rem; line-height: 1.35; border-inline-start: .25rem solid var(--hue); }
    .week, .cost, .conflict { margin-block-start: 2.5rem; padding-block-start: 1.25rem;
      border-block-start: 2px solid var(--ink); }
    .modules { list-style: none; padding: 0; }
    .modules li { margin-block-start: .25rem; font-size: 1.05rem; }
    .badge { display: inline-block; min-width: 2.1em; padding-inline: .35em; text-align: center;
      font-size: .8rem; font-weight: 700; line-height: 1.35; border-radius: .2rem;
      border: .14rem solid var(--hue); }
    table { width: 100%; margin-block-start: 1rem; border-collapse: collapse; table-layout: fixed; }
    caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
    th, td { padding: .55rem .75rem; text-align: start; vertical-align: top;
      overflow-wrap: anywhere; }
    thead th { padding-block: .3rem; color: var(--soft); font-size: .8rem; font-weight: 600;
      border-block-end: 1px solid var(--line); }
    tbody tr { border-block-end: 1px solid var(--line); }
    tbody th { font-weight: 600; font-variant-numeric: tabular-nums; }
    .time { width: 9rem; white-space: nowrap; }
    .sum { width: 9.5rem; }
    .who { width: 31%; }
    .session .time { border-inline-start: .4rem solid var(--hue); }
    .break th, .break td { padding-block: .2rem; font-size: .875rem; font-weight: 400;
      color: var(--soft); background: var(--wash); }
    .break .time { padding-inline-start: 1.15rem; }
    .title { font-weight: 600; }
    .facts { color: var(--soft); font-size: .875rem; }
    .facts .badge { color: var(--ink); }
    td ul { list-style: none; padding: 0; }
    td li + li { margin-block-start: .3rem; }
    small { display: block; color: var(--soft); font-size: .875rem; }
    .weeks { --minute: .14rem; display: flex; flex-wrap: wrap; gap: 1.75rem 1.25rem;
      margin-block-start: 2rem; }
    .grid { flex: var(--days) 1 calc(var(--days) * 13rem); min-width: min(100%, 13rem);
      max-width: calc(var(--days) * 20rem); }
    .grid .modules { min-height: 3.9rem; }
    .grid .modules li { font-size: .875rem; line-height: 1.35; }
    .days { display: grid; grid-template-columns: repeat(var(--days), minmax(0, 1fr));
      gap: .5rem; margin-block-start: .6rem; }
    h3 { margin: 0 0 .3rem; font-size: .875rem; font-weight: 600; color: var(--soft); }
    .day ol { list-style: none; padding: 0; background: var(--wash); border-radius: .2rem;
      display: grid; grid-template-columns: repeat(var(--lanes), minmax(0, 1fr)); gap: 2px; }
    .slot, .pause { min-height: calc(var(--minutes) * var(--minute)); min-width: 0;
      grid-row: var(--row) / span var(--rows); grid-column: var(--lane) / span var(--width); }
    .slot { padding: .25rem .5rem; line-height: 1.3; background: var(--paper);
      border: 1px solid var(--hue); border-inline-start-width: .4rem; border-radius: .2rem; }
    .slot a { display: block; color: var(--ink); font-size: .84rem; font-weight: 600;
      text-decoration: none; }
    .slot a:hover, .slot a:focus-visible { text-decoration: underline; }
    .slot .hours { font-size: .8rem; font-variant-numeric: tabular-nums; }
    .slot .badge { font-size: .7rem; }
    .slot .facts { font-size: .8rem; }
    .standing { margin-block-start: .25rem; font-size: 1.05rem; }
    .conflict li { margin-block: .75rem; }
    .conflict ol + p { margin-block-start: 1.5rem; }
    footer { margin-block-start: 3rem; padding-block-start: .75rem; color: var(--soft);
      font-size: .8rem; border-block-start: 1px solid var(--line); }
    @media (max-width: 40rem) {
      th, td { padding-inline: .4rem; }
      .time { width: 4.4rem; white-space: normal; }
      .sum { width: 6rem; }
      .break .time { padding-inline-start: .8rem; }
      .who { width: 34%; font-size: .875rem; }
      .days { grid-template-columns: minmax(0, 1fr); }
    }
    @media print {
      :root {
        --ink: #000000; --soft: #444444; --line: #b5b5b5; --paper: #ffffff; --wash: #f2f2f2;
        --link: #000000; --note: #ffffff; --edge: #666666;
      }
      @page { margin: 15mm 14mm 16mm; @bottom-center { content: counter(page); font-size: 8pt; } }
      body, body.wide { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
      h1 { font-size: 18pt; }
      h2 { font-size: 12.5pt; }
      .skip, .links { display: none; }
      a { text-decoration: none; }
      .badge, .session .time, .topic, .break th, .break td, .overview a, .proposal {
        print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      .overview { margin-block: 5mm 0; }
      .overview ol { grid-template-columns: repeat(5, 1fr); gap: 2mm; }
      .overview a { padding: 1.5mm 2mm; }
      .overview .topic { font-size: 7.5pt; }
      .week, .cost, .conflict { margin-block-start: 6mm; padding-block-start: 2.5mm;
        border-block-start-width: 1px; }
      table { margin-block-start: 2mm; }
      th, td { padding: 1.1mm 2mm; }
      thead th { font-size: 8pt; }
      .break th, .break td { padding-block: .5mm; font-size: 8.5pt; }
      .time { width: 29mm; }
      .facts, small, .extent, .standing { font-size: inherit; }
      tr, li, h1, h2, caption, .proposal { break-inside: avoid; }
      .week { break-inside: avoid; }
      h2, caption, .modules { break-after: avoid; }
      footer { margin-block-start: 6mm; }
      @page weeks { size: landscape; margin: 8mm 10mm 10mm; }
      body.wide { page: weeks; line-height: 1.2; font-size: 8pt; }
      .wide h1 { font-size: 13pt; margin: 0 0 1mm; }
      .wide h2 { font-size: 10pt; }
      .wide .extent { font-size: inherit; }
      .wide .proposal { margin-block-start: 2mm; padding: 1mm 2mm; }
      .wide footer { margin-block-start: 2mm; padding-block-start: 1mm; font-size: 7pt; }
      .weeks { --minute: .11mm; display: grid; gap: 2.5mm 1.5mm; margin-block-start: 2mm;
        grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
      .grid { break-inside: avoid; min-width: 0; max-width: none; display: grid;
        grid-column: span var(--days); grid-row: span 3; grid-template-rows: subgrid;
        grid-template-columns: minmax(0, 1fr); row-gap: 0; align-content: start; }
      .grid .modules { min-height: 0; }
      .modules .badge { font-size: 6.5pt; padding: 0 .8mm; }
      .grid .modules li, h3 { font-size: 7pt; line-height: 1.2; }
      .days { gap: 1.5mm; margin-block-start: 1mm; align-items: start; }
      .slot { padding: .3mm .8mm; line-height: 1.15; border-inline-start-width: .9mm;
        break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .slot a { font-size: 6.5pt; }
      .slot .hours, .slot .facts, .slot .badge { font-size: 6pt; }
      .day ol { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
