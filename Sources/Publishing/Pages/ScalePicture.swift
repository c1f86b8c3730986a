internal import Diagnostics

/// People and things on one scale, and small panels with bars, as a picture.
///
/// Whoever has a report, such as item statistics, fills it in; it knows how to be drawn.
public struct ScalePicture: Sendable {
  /// A part of the scale.
  public struct Row: Hashable, Sendable {
    /// Where on the scale it is.
    public let level: String
    /// How many people are there.
    public let count: Int
    /// What things are there.
    public let names: [String]

    /// Creates a part of the scale.
    public init(level: String, count: Int, names: [String]) {
      self.level = level
      self.count = count
      self.names = names
    }
  }

  /// A thing with a bar for each group of people, from 0 to 1.
  public struct Panel: Hashable, Sendable {
    /// The name of the thing.
    public let title: String
    /// The heights of the bars, 0…1; what is outside is drawn at the end.
    public let heights: [Double]

    /// Creates a panel.
    public init(title: String, heights: [Double]) {
      self.title = title
      self.heights = heights
    }
  }

  private let title: String
  private let scale: String
  private let rows: [Row]
  private let caption: String
  private let panels: [Panel]

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - title: What stands above it.
  ///   - scale: What the scale is; not shown without rows.
  ///   - rows: The scale, from the top.
  ///   - caption: What the panels are.
  ///   - panels: The panels.
  public init(title: String, scale: String, rows: [Row], caption: String, panels: [Panel]) {
    self.title = title
    self.scale = scale
    self.rows = rows
    self.caption = caption
    self.panels = panels
  }

  private static let width = 720
  private static let margin = 16
  private static let line = 20
  private static let axis = 300
  private static let panelsInRow = 4
  private static let panelHeight = 118

  /// The picture in Scalable Vector Graphics.
  public var svg: String {
    let scaleTop = 72
    let scaleBottom = rows.isEmpty ? 48 : scaleTop + rows.count * Self.line
    let panelTop = scaleBottom + 44
    let lines = (panels.count + Self.panelsInRow - 1) / Self.panelsInRow
    return picture(
      width: Self.width,
      height: panelTop + lines * Self.panelHeight + Self.margin,
      title: title.legible
    ) {
      label(Self.margin, 26, fitted(title, to: 84), size: 15, isBold: true)
      if !rows.isEmpty {
        label(Self.margin, 48, scale, color: "#444444")
        box(Self.axis, scaleTop - 8, 1, rows.count * Self.line + 8, fill: "#444444")
      }
      for index in rows.indices { draw(rows[index], at: scaleTop + index * Self.line) }
      label(Self.margin, panelTop - 16, caption, color: "#444444")
      for index in panels.indices {
        draw(
          panels[index],
          Self.margin + index % Self.panelsInRow * (Self.width - Self.margin) / Self.panelsInRow,
          panelTop + index / Self.panelsInRow * Self.panelHeight
        )
      }
    }.picture
  }

  @MarkupBuilder private func draw(_ row: Row, at y: Int) -> [Markup] {
    let most = max(1, rows.map(\.count).max() ?? 1)
    let length = row.count * 200 / most
    label(Self.margin, y + 12, row.level)
    if row.count > 0 {
      label(Self.axis - length - 34, y + 12, "\(row.count)", size: 10, color: "#444444")
      box(Self.axis - length, y, length, Self.line - 4, fill: "#4477aa")
    }
    label(Self.axis + 10, y + 12, fitted(row.names.joined(separator: ", "), to: 56))
  }

  @MarkupBuilder private func draw(_ panel: Panel, _ x: Int, _ y: Int) -> [Markup] {
    label(x, y + 10, fitted(panel.title, to: 22), isBold: true)
    box(x, y + 92, 150, 1, fill: "#444444")
    for index in panel.heights.indices {
      let share = min(1, max(0, panel.heights[index]))
      let height = Int((60 * share).rounded())
      let left = x + index * 150 / max(1, panel.heights.count)
      label(left, y + 88 - height, "\(Int((100 * share).rounded()))", size: 10)
      box(left, y + 92 - height, 150 / max(1, panel.heights.count) - 6, height, fill: "#4477aa")
    }
  }
}
