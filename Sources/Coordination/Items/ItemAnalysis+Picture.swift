internal import Publishing
internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  /// The scale of participants and items, and how each item rises with the rest of the score, as a
  /// picture in Scalable Vector Graphics.
  public var svg: String {
    ScalePicture(
      title: "\(name): \(attempts) attempts",
      scale: "Participants (left) and items (right), in standard deviations of ability",
      rows: (map?.rows ?? []).map { row in
        ScalePicture.Row(
          level: row.lower.rounded(places: 1),
          count: row.attempts,
          names: row.items.map { entries[$0].item.id }
        )
      },
      caption:
        "Percent of the mark, from participants with a low to those with a high score elsewhere",
      panels: entries.map {
        ScalePicture.Panel(
          title: "\($0.number). \($0.item.id)",
          heights: $0.curve.points.map(\.fraction)
        )
      }
    ).svg
  }
}
