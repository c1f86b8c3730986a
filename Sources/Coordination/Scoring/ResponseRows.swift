internal import Publishing
internal import Quizzes
internal import Records

/// The rows of one attempt in a table of responses: one for each item that it asked, in the order shown.
struct ResponseRows: Sequence, IteratorProtocol {
  private let beginning: [Sheet.Cell]
  private let sat: Quiz?
  private let sitting: RecordedAttempt
  private let progress: Attempt.Progress?
  /// The version that marks.
  private let version: String
  private let keys: [Item.ID: String]
  private let markingKeys: [Item.ID: String]
  private let scores: [Item.ID: Score.Entry]
  /// How many of the items that were arranged have been looked at, and how many of them were asked.
  private var looked = 0
  private var asked = 0

  /// Begins with the first item.
  ///
  /// - Parameters:
  ///   - reading: The attempt.
  ///   - participant: Who sat it; `nil` for a guest.
  ///   - texts: The versions of its quiz.
  ///   - words: The right responses that were put into words so far.
  init(
    of reading: AttemptReading,
    _ participant: Participant?,
    _ texts: KnownQuizzes,
    _ words: inout KeyWords
  ) {
    let recorded = reading.recorded
    sitting = recorded
    sat = texts[recorded.version]
    progress = reading.attempt.progress
    let version = reading.marked?.steps.last?.remark.what.version ?? recorded.version
    self.version = version
    keys = sat.map { words.ofItems(in: $0, version: recorded.version) } ?? [:]
    markingKeys = reading.quiz.map { words.ofItems(in: $0, version: version) } ?? [:]
    let entries = reading.score?.entries.map { ($0.item, $0) } ?? []
    scores = Dictionary(entries) { first, _ in first }
    beginning = [
      .text(recorded.participant ?? "guest"),
      .text(participant?.name ?? (recorded.participant == nil ? "guest" : "")),
      .text(participant?.group ?? ""),
      .text(recorded.programme.curriculum),
      .text(recorded.programme.edition),
      .text(recorded.quiz),
      .number(recorded.number),
      .text(recorded.kind.rawValue),
      .text(recorded.id),
    ]
  }

  /// The row of the next item.
  mutating func next() -> [Sheet.Cell]? {
    guard let sat, let progress else { return nil }
    let entries = progress.start.arrangement.entries
    while looked < entries.count {
      let name = entries[looked].item
      looked += 1
      guard let index = sat.items.firstIndex(where: { $0.id == name }),
        sat.items[index].kind != .description
      else { continue }
      asked += 1
      return row(of: sat.items[index], progress)
    }
    return nil
  }

  private func row(of item: Item, _ progress: Attempt.Progress) -> [Sheet.Cell] {
    let given = progress.responses[item.id]
    let tries = progress.tries[item.id] ?? []
    let response = given?.response ?? tries.last?.response
    let entry = scores[item.id]
    let milliseconds = tries.reduce(given?.milliseconds ?? 0) { $0 + $1.milliseconds }
    let marked = progress.marks[item.id]
    let rest: [Sheet.Cell] = [
      .number(asked),
      .text(item.id),
      .text(item.kind.name.rawValue),
      .text(sitting.version),
      .text(given?.typed ?? tries.last?.typed ?? ""),
      .text(response.map(item.words) ?? ""),
      .text(keys[item.id] ?? ""),
      Sheet.Cell(entry.flatMap { $0.isAwaited ? nil : $0.mark }),
      Sheet.Cell(entry?.maximum),
      Sheet.Cell(entry?.isAwaited),
      Sheet.Cell(given?.certainty?.rawValue),
      response == nil ? .empty : Sheet.Cell(milliseconds, decimals: 3),
      .number(tries.count + (given == nil ? 0 : 1)),
      .number(progress.hintCount(on: item.id)),
      Sheet.Cell(given?.time.date),
      Sheet.Cell(entry == nil ? nil : version),
      Sheet.Cell(entry == nil ? nil : markingKeys[item.id]),
      Sheet.Cell(marked?.by),
      Sheet.Cell(marked?.comment),
    ]
    return beginning + rest
  }
}
