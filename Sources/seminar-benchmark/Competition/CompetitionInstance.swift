import Diagnostics

/// A problem of curriculum-based course timetabling, as in the files of the third track of the
/// International Timetabling Competition 2007.
struct CompetitionInstance: Hashable, Sendable {
  /// Lectures on one subject, held by one teacher.
  struct Course: Hashable, Sendable {
    var name: String
    var teacher: String
    var lectures: Int
    /// The least number of days over which the lectures should be spread.
    var leastDays: Int
    var students: Int
  }

  /// A room.
  struct Room: Hashable, Sendable {
    var name: String
    var seats: Int
  }

  /// Courses that have students in common.
  struct Curriculum: Hashable, Sendable {
    var name: String
    /// The indices of the courses.
    var courses: [Int]
  }

  /// A period in which a course cannot be held.
  struct Unavailability: Hashable, Sendable {
    /// The index of the course.
    var course: Int
    var day: Int
    var period: Int
  }

  /// Where the instance was read.
  var file: String
  var name: String
  var days: Int
  var periodsPerDay: Int
  var courses: [Course] = []
  var rooms: [Room] = []
  var curricula: [Curriculum] = []
  var unavailabilities: [Unavailability] = []

  /// The lectures of all courses together.
  var lectureCount: Int { courses.reduce(0) { $0 + $1.lectures } }
}
