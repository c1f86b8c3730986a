@testable import seminar_benchmark

/// A small instance of the competition, made by chance.
struct RandomInstance {
  let text: String

  /// Makes an instance; equal seeds make equal ones.
  init(seed: UInt64) {
    var lots = DrawingLots(seed: seed)
    let courses = 6 + lots.below(6)
    let rooms = 2 + lots.below(3)
    let curricula = 2 + lots.below(4)
    var sections = ["COURSES:"]
    for course in 0..<courses {
      sections.append(
        "c\(course) t\(lots.below(courses)) \(1 + lots.below(4)) \(1 + lots.below(3)) "
          + "\(5 + lots.below(40))"
      )
    }
    sections += ["", "ROOMS:"]
    for room in 0..<rooms { sections.append("r\(room) \(10 + lots.below(40))") }
    sections += ["", "CURRICULA:"]
    for curriculum in 0..<curricula {
      let first = lots.below(courses - 3)
      let members = (first..<first + 2 + lots.below(2)).map { "c\($0)" }
      sections.append("q\(curriculum) \(members.count) \(members.joined(separator: " "))")
    }
    sections += ["", "UNAVAILABILITY_CONSTRAINTS:"]
    var shut: [String] = []
    for course in 0..<courses {
      let line = "c\(course) \(lots.below(3)) \(lots.below(4))"
      shut.append(line)
    }
    sections += shut + ["", "END.", ""]
    text =
      """
      Name: Random
      Courses: \(courses)
      Rooms: \(rooms)
      Days: 3
      Periods_per_day: 4
      Curricula: \(curricula)
      Constraints: \(shut.count)


      """ + sections.joined(separator: "\n")
  }
}
