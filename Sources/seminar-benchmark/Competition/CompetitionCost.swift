/// What a solution costs by the rules of the competition.
///
/// Written from the rules alone: nothing here knows our constraints. Source: Di Gaspero, McCollum and
/// Schaerf, *The Second International Timetabling Competition (ITC-2007): Curriculum-based Course
/// Timetabling (Track 3)*, technical report, 2007.
struct CompetitionCost: Hashable, Sendable {
  /// Lectures that are missing, surplus, or in a period with another lecture of the course.
  var lectures = 0
  /// Pairs of lectures in one period that share a curriculum or the teacher.
  var conflicts = 0
  /// Lectures in a period in which their course is not available.
  var availability = 0
  /// Lectures in a room and period beyond the first.
  var roomOccupation = 0
  /// Students without a seat, over all lectures; 1 each.
  var roomCapacity = 0
  /// Days by which courses are spread over too few; 5 each.
  var minimumWorkingDays = 0
  /// Lectures of a curriculum next to no other of it on the day; 2 each.
  var curriculumCompactness = 0
  /// Rooms of a course beyond the first; 1 each.
  var roomStability = 0

  /// The sum of the hard violations.
  var violations: Int { lectures + conflicts + availability + roomOccupation }

  /// The sum of the soft penalties.
  var penalty: Int {
    roomCapacity + 5 * minimumWorkingDays + 2 * curriculumCompactness + roomStability
  }

  init(of solution: CompetitionSolution, for instance: CompetitionInstance) {
    var held = [[CompetitionSolution.Lecture]](repeating: [], count: instance.courses.count)
    for lecture in solution.lectures { held[lecture.course].append(lecture) }
    for (course, facts) in instance.courses.enumerated() {
      let times = Set(held[course].map { [$0.day, $0.period] })
      lectures += abs(facts.lectures - held[course].count) + held[course].count - times.count
      let days = Set(held[course].map(\.day)).count
      minimumWorkingDays += max(0, facts.leastDays - days)
      roomStability += max(0, Set(held[course].map(\.room)).count - 1)
      for lecture in held[course] {
        roomCapacity += max(0, facts.students - instance.rooms[lecture.room].seats)
      }
    }
    conflicts = Self.conflicts(held, instance)
    for place in Set(instance.unavailabilities) {
      availability += held[place.course].count {
        $0.day == place.day && $0.period == place.period
      }
    }
    let cells = Dictionary(grouping: solution.lectures) { [$0.room, $0.day, $0.period] }
    roomOccupation = cells.values.reduce(0) { $0 + $1.count - 1 }
    for curriculum in instance.curricula {
      let lectures = curriculum.courses.flatMap { held[$0] }
      let used = Set(lectures.map { [$0.day, $0.period] })
      curriculumCompactness += lectures.count { lecture in
        !used.contains([lecture.day, lecture.period - 1])
          && !used.contains([lecture.day, lecture.period + 1])
      }
    }
  }

  /// Pairs of lectures of different courses in one period that share a curriculum or the teacher.
  private static func conflicts(
    _ held: [[CompetitionSolution.Lecture]],
    _ instance: CompetitionInstance
  ) -> Int {
    var isShared = [[Bool]](
      repeating: Array(repeating: false, count: instance.courses.count),
      count: instance.courses.count
    )
    for curriculum in instance.curricula {
      for first in curriculum.courses {
        for second in curriculum.courses { isShared[first][second] = true }
      }
    }
    var count = 0
    for first in instance.courses.indices {
      for second in instance.courses.indices.dropFirst(first + 1)
      where isShared[first][second]
        || instance.courses[first].teacher == instance.courses[second].teacher
      {
        let times = Dictionary(grouping: held[second]) { [$0.day, $0.period] }
        count += held[first].reduce(0) { $0 + (times[[$1.day, $1.period]]?.count ?? 0) }
      }
    }
    return count
  }
}
