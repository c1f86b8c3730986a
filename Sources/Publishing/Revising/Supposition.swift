public import Timetabling

/// A timetable that could be, beside the one that is: what it would cost, and what would change.
public struct Supposition: Sendable {
  /// What is supposed, each a sentence without its full stop.
  public let requests: [String]
  /// The timetable that is: published, or else the best one.
  public let old: Revision
  /// Whether the timetable that is was published.
  public let isPublished: Bool
  /// The cost of the timetable that is; `nil` where the curriculum no longer allows it.
  public let oldCost: Int?
  /// The timetable that could be.
  public let publication: Publication
  /// What is proved about it; `nil` where it was given and not looked for.
  public let revised: RevisedTimetable?
  /// What would change.
  public let difference: RevisionDifference
  /// The declarations whose penalties would change.
  public let charges: [WhyNot.Difference]

  /// Puts a timetable that could be beside the one that is.
  public init(
    _ publication: Publication,
    _ revised: RevisedTimetable?,
    as new: Revision,
    insteadOf old: Revision,
    isPublished: Bool,
    oldCost: Int?,
    charges: [WhyNot.Difference],
    requests: [String]
  ) {
    self.publication = publication
    self.revised = revised
    self.old = old
    self.isPublished = isPublished
    self.oldCost = oldCost
    self.charges = charges
    self.requests = requests
    difference = RevisionDifference(from: old, to: new)
  }
}
