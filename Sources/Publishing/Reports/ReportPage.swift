internal import Curricula
internal import Diagnostics

/// A report as one self-contained HTML page, without scripts, for screens and for paper.
///
/// Whoever has a report, such as the progress of a programme, puts it together from paragraphs, tables
/// and bars; the page knows how to be shown.
public struct ReportPage: Sendable {
  /// Entries under a title.
  public struct List: Sendable {
    /// The title.
    public var title: String
    /// The entries.
    public var entries: [String]

    /// Creates a list.
    public init(_ title: String, _ entries: [String]) {
      self.title = title
      self.entries = entries
    }
  }

  /// A part of the report under a heading.
  public struct Section: Sendable {
    /// The heading.
    public var heading: String
    /// Sentences below it.
    public var paragraphs: [String]
    /// Lists below these, each with its title.
    public var lists: [List]
    /// Tables, each with its title as caption.
    public var tables: [Sheet]
    /// Bars, each with a title.
    public var bars: [BarPicture]
    /// Grids, each with a title.
    public var grids: [GridPicture]

    /// Creates a part.
    public init(
      _ heading: String,
      paragraphs: [String] = [],
      lists: [List] = [],
      tables: [Sheet] = [],
      bars: [BarPicture] = [],
      grids: [GridPicture] = []
    ) {
      self.heading = heading
      self.paragraphs = paragraphs
      self.lists = lists
      self.tables = tables
      self.bars = bars
      self.grids = grids
    }
  }

  private let title: String
  private let lead: [String]
  private let sections: [Section]
  private let notes: [String]

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - title: The heading of the page.
  ///   - lead: What is said below it.
  ///   - sections: The parts.
  ///   - notes: What is said at the end, such as the state of the record.
  public init(title: String, lead: [String], sections: [Section], notes: [String]) {
    self.title = title
    self.lead = lead
    self.sections = sections
    self.notes = notes
  }

  /// The page.
  public var html: String {
    element(.html, .init(name: "lang", value: "en"), .init(name: "dir", value: "ltr")) {
      head(of: title.legible, ReportStyle.rules)
      element(.body, .style(isWide ? "wide" : "narrow")) {
        element(.a, .style("skip"), .link(to: "#report")) { "Skip to the report" }
        element(.header) {
          element(.h1, .foreign) { title.legible }
          for sentence in lead { element(.p, .foreign) { sentence.legible } }
        }
        element(.main, .id("report")) {
          for index in sections.indices { section(sections[index], number: index + 1) }
        }
        element(.footer) {
          for note in notes { element(.p) { note.legible } }
        }
      }
    }.document
  }

  /// Whether the report begins with a table of so many texts that paper is better used across.
  private var isWide: Bool {
    sections.first?.tables.contains { $0.columns.count { $0.kind == .text } > 9 } == true
  }

  private func section(_ section: Section, number: Int) -> Markup {
    element(.section, .labelled(by: "part-\(number)")) {
      element(.h2, .id("part-\(number)")) { section.heading.legible }
      for sentence in section.paragraphs { element(.p, .foreign) { sentence.legible } }
      for list in section.lists {
        element(.h3, .foreign) { list.title.legible }
        element(.ul) {
          for entry in list.entries { element(.li, .foreign) { entry.legible } }
        }
      }
      for picture in section.grids { picture.markup }
      for sheet in section.tables { table(sheet, in: section) }
      for picture in section.bars {
        scrolling(name(of: picture.title, in: section)) { picture.markup }
      }
    }
  }

  /// What scrolls by itself where it is wider than the page, also by keys.
  private func scrolling(
    _ label: String,
    @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    element(
      .div,
      .style("scroll"),
      .init(name: "role", value: "region"),
      .label(label.legible),
      .init(name: "tabindex", value: "0"),
      content: content
    )
  }

  /// What tells a table or a picture apart from its section and from others with the same title.
  private func name(of title: String, in section: Section) -> String {
    if title == section.heading { return "\(title): table" }
    let titles = sections.flatMap { $0.tables.map(\.title) + $0.bars.map(\.title) }
    return titles.count { $0 == title } > 1 ? "\(section.heading): \(title)" : title
  }

  /// A table, as a region with a name of its own.
  private func table(_ sheet: Sheet, in section: Section) -> Markup {
    scrolling(name(of: sheet.title, in: section)) {
      element(.table) {
        element(.caption, .foreign) { sheet.title.legible }
        element(.thead) {
          element(.tr) {
            for column in sheet.columns {
              element(.th, .scope(.col), .style(Self.style(of: column))) { column.name.legible }
            }
          }
        }
        element(.tbody) {
          for row in sheet.shownRows {
            element(.tr) {
              let head = row.firstIndex { !$0.isEmpty }
              for index in row.indices {
                cell(row[index], isHead: index == head, sheet.columns[index])
              }
            }
          }
        }
      }
    }
  }

  /// A cell; the first with something in it is what screen readers say of the row.
  private func cell(_ text: String, isHead: Bool, _ column: Sheet.Column) -> Markup {
    isHead
      ? element(.th, .scope(.row), .style(Self.style(of: column)), .foreign) { text }
      : element(.td, .style(Self.style(of: column)), .foreign) { text }
  }

  private static func style(of column: Sheet.Column) -> String {
    switch column.kind {
    case .number: "number"
    case .text, .instant, .flag: "text"
    }
  }
}

extension Sheet {
  /// The rows as they are shown to people.
  fileprivate var shownRows: [[String]] {
    let cells = columns.indices.map(shown)
    return rows.indices.map { row in cells.map { $0[row] } }
  }
}
