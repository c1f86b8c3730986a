extension Quiz {
  /// The items of an attempt that ask something, in the order shown.
  func asked(in progress: Attempt.Progress) -> [Item.ID] {
    progress.items.filter { self[$0]?.kind != .description }
  }

  /// An item as it is shown in an attempt; its number is 0 when it is only to be read.
  func shown(_ id: Item.ID, in progress: Attempt.Progress) -> ShownItem? {
    let entries = progress.start.arrangement.entries
    guard let entry = entries.first(where: { $0.item == id }), let item = self[id] else {
      return nil
    }
    let asked = asked(in: progress)
    return ShownItem(
      item: item,
      number: asked.firstIndex(of: id).map { $0 + 1 } ?? 0,
      count: asked.count,
      order: entry.options
    )
  }
}
