/// One way in which a constraint can be defined, counted, followed, explained and eased.
///
/// A shape owns all that is known of it, and its folder holds it. No requirement has a default, so
/// that what a shape cannot do is something that it says: each answer has a case for it. The readable
/// definition is ``violations(in:)``; it is what a timetable costs, and tests hold all else against it.
/// The formulas of costs are those of <doc:Constraints>.
protocol Shape: Sendable {
  /// Whose placements it takes in.
  var selection: Selection { get }

  /// What of a timetable it looks at.
  var outlook: Outlook { get }

  /// Whether an excess is in minutes; some thirty of them weigh as much as one of anything else.
  var isInMinutes: Bool { get }

  /// The breaches in a timetable, none with an excess of 0 or less.
  func violations(in timetable: Timetable) -> [Violation]

  /// Enters it among what a search keeps up to date from move to move.
  ///
  /// What has no counters is entered by ``Draft/countByDefinition(_:at:)``.
  func count(in draft: inout Draft, at level: Level)

  /// Enters it among what the exact method follows from day to day, and bounds.
  ///
  /// What is not followed, or not in full, is given up by ``TrackCompiler/giveUp()``.
  func follow(in compiler: inout TrackCompiler, at weight: Weight)

  /// Enters what it says of blocks into a relaxation in which only blocks are chosen.
  ///
  /// What it costs there is at most what it costs any timetable with these blocks; it is nothing where
  /// the shape is about the order and the times within a block.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight)

  /// What it says, where it is hard, of which sessions come first and which share a day.
  var tie: Tie { get }

  /// The same on the sessions of an excerpt, with their indices there.
  ///
  /// `nil` when nothing of it remains, or when sessions left out could have helped to satisfy it.
  func excerpt(in excerpt: Excerpt) -> (any Shape)?

  /// What is left of it while only days are chosen.
  var coarse: Coarse { get }

  /// What tells sessions apart that could otherwise change places.
  var distinctions: [Distinction] { get }

  /// The same with its one number raised or lowered so that an excess no longer is one.
  func eased(by excess: Int) -> Easing
}

/// A shape that says of any selection what it says of its own.
protocol SelectionShape: Shape {
  var selection: Selection { get set }

  /// Whether sessions that are left out could have helped to satisfy it.
  var needsAll: Bool { get }
}

extension SelectionShape {
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    guard !needsAll || excerpt.hasAll(of: selection),
      let kept = selection.kept(excerpt.position)
    else { return nil }
    var shape = self
    shape.selection = kept
    return shape
  }
}

/// What of a timetable a shape looks at.
enum Outlook {
  /// Each placement by itself.
  case single(Single)
  /// Which placements share a minute; where one session is held at a time there is nothing to see.
  case overlaps
  /// Only that sessions are held as they can be, which no method ever leaves.
  case holding
  /// How much is held in each block, day or week.
  case amounts
  /// How what a selection takes in is arranged within each day; each day counts by itself. An excess is a
  /// multiple of what divides a step and, unless that is 1, all lengths and times.
  case days(of: Selection, step: Int)
  /// Also at which times or in which rooms several placements are, on any days; some of them alone cost
  /// no more.
  case growing
  /// Anything else that several placements decide together.
  case several
}

/// What a hard constraint says of which sessions come first, and which share a day.
enum Tie {
  /// Nothing.
  case none
  /// One session is held before another, so many days later.
  case order(earlier: Int, later: Int, days: Limits)
  /// All that is taken in is held in one bucket.
  case together(in: Bucket)
}

/// What is left of a shape while only days are chosen, not times.
enum Coarse: Sendable {
  /// All of it.
  case kept
  /// Nothing: it is about the order and the times within a day.
  case dropped
  /// Something easier.
  case eased(@Sendable (Problem) -> any Shape)
}

/// What tells sessions apart.
enum Distinction {
  /// Whether a selection takes them in.
  case membership(Selection)
  /// The rooms that they can use.
  case rooms
  /// Nothing simple: no session is like another.
  case everything
}

/// A shape with its one number made easier.
enum Easing {
  /// It has no such number.
  case none(because: String)
  /// The easier shape, with the number before and after.
  case limit(any Shape, before: Int, after: Int)
}

extension Easing {
  /// An easing of the number of a shape, raised by so much but not below 0.
  init<Eased: Shape>(_ shape: Eased, _ number: WritableKeyPath<Eased, Int>, by step: Int) {
    var easier = shape
    easier[keyPath: number] = max(0, shape[keyPath: number] + step)
    self = .limit(easier, before: shape[keyPath: number], after: easier[keyPath: number])
  }

  /// An easing of limits of which one is given; none where there are none, or two.
  init<Eased: Shape>(_ shape: Eased, _ limits: WritableKeyPath<Eased, Limits>, by excess: Int) {
    guard let (easier, before, after) = shape[keyPath: limits].eased(by: excess) else {
      self = .none(because: "there is not one limit but none, or two")
      return
    }
    var shape = shape
    shape[keyPath: limits] = easier
    self = .limit(shape, before: before, after: after)
  }
}
