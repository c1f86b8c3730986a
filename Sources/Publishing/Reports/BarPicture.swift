internal import Diagnostics

/// Counts as upright bars with their numbers, as a picture.
public struct BarPicture: Sendable {
  let title: String
  private let bars: [(name: String, count: Int)]

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - title: What stands above it.
  ///   - bars: The bars from left to right, each with its name.
  public init(title: String, bars: [(name: String, count: Int)]) {
    self.title = title
    self.bars = bars
  }

  private static let width = 640
  private static let tall = 120

  /// The picture as a part of a page.
  var markup: Markup {
    let most = max(1, bars.map(\.count).max() ?? 1)
    let step = (Self.width - 32) / max(1, bars.count)
    let spoken = bars.map { "\($0.name): \($0.count)" }.joined(separator: ", ")
    return picture(
      width: Self.width,
      height: Self.tall + 80,
      title: "\(title.legible). \(spoken)"
    ) {
      label(16, 22, fitted(title, to: 80), size: 14, isBold: true)
      for index in bars.indices {
        let height = bars[index].count * Self.tall / most
        let left = 16 + index * step
        label(left, Self.tall + 46 - height, "\(bars[index].count)", size: 11)
        box(left, Self.tall + 50 - height, max(4, step - 8), height, fill: "#4477aa")
        label(left, Self.tall + 68, fitted(bars[index].name, to: 10), size: 11, color: "#444444")
      }
      box(16, Self.tall + 50, Self.width - 32, 1, fill: "#444444")
    }
  }

  /// The picture in Scalable Vector Graphics.
  public var svg: String { markup.picture }
}
