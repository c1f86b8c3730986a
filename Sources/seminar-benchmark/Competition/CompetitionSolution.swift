import Timetabling

/// A timetable in the competition's form: where and when each lecture is held.
struct CompetitionSolution: Hashable, Sendable {
  /// One lecture of a course.
  struct Lecture: Hashable, Sendable {
    /// The index of the course.
    var course: Int
    /// The index of the room.
    var room: Int
    var day: Int
    var period: Int
  }

  var lectures: [Lecture]

  /// The lines `course room day period` in which the competition takes solutions.
  func text(for instance: CompetitionInstance) -> String {
    lectures.map { lecture in
      "\(instance.courses[lecture.course].name) \(instance.rooms[lecture.room].name) "
        + "\(lecture.day) \(lecture.period)\n"
    }.joined()
  }
}
