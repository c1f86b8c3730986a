import Curricula
import Diagnostics
import Timetabling

extension CompetitionInstance {
  /// The instance as a curriculum of ours.
  ///
  /// A course is a module whose sessions are the lectures; its teacher is the trainer; a curriculum is a
  /// group without people; the students of a course are a group of their own, which gives the session
  /// its size. Each period is a block of one session's length, and follows the one before at once.
  func curriculum() -> Curricula.Curriculum? {
    guard let zone = Zone("UTC") else { return nil }
    // A Monday.
    let starts = CivilDate(dayNumber: 4)
    let here = Diagnostic.Location(file: file)
    let minutes = min(60, 1440 / periodsPerDay)
    let blocks = (0..<days).flatMap { day in
      (0..<periodsPerDay).map { period in
        Block(
          date: starts.adding(days: day),
          start: period * minutes,
          end: (period + 1) * minutes,
          week: day / 7 + 1,
          location: here
        )
      }
    }
    var groupsOfCourse = courses.map { [Self.students(of: $0.name)] }
    for curriculum in curricula {
      for course in curriculum.courses {
        groupsOfCourse[course].append(Self.group(of: curriculum.name))
      }
    }
    var teachers: [String] = []
    for course in courses where !teachers.contains(course.teacher) {
      teachers.append(course.teacher)
    }
    let modules = courses.map { course in
      Module(
        id: course.name,
        title: course.name,
        sessions: (0..<course.lectures).map { "\(course.name)/\($0)" },
        location: here
      )
    }
    let sessions = courses.indices.flatMap { course in
      modules[course].sessions.map { id in
        Session(
          id: id,
          title: courses[course].name,
          module: courses[course].name,
          minutes: minutes,
          trainers: [courses[course].teacher],
          groups: groupsOfCourse[course],
          location: here
        )
      }
    }
    var curriculum = Curricula.Curriculum(
      id: name,
      title: name,
      zone: zone,
      starts: starts,
      weeks: (days + 6) / 7,
      location: here
    )
    curriculum.grid = minutes
    curriculum.blocks = blocks
    curriculum.groups =
      courses.map {
        Group(id: Self.students(of: $0.name), name: $0.name, size: $0.students, location: here)
      }
      + curricula.map {
        Group(id: Self.group(of: $0.name), name: $0.name, size: 0, location: here)
      }
    curriculum.rooms = rooms.map {
      Curricula.Room(id: $0.name, name: $0.name, seats: $0.seats, location: here)
    }
    curriculum.trainers = teachers.map {
      Trainer(id: $0, name: $0, zone: zone, location: here)
    }
    curriculum.modules = modules
    curriculum.sessions = sessions
    curriculum.declarations = declarations(blocks, at: here)
    return curriculum
  }

  /// The solution that a timetable of ``curriculum()`` stands for.
  func solution(_ timetable: Timetable) -> CompetitionSolution {
    let courseOfSession = courses.indices.flatMap { course in
      Array(repeating: course, count: courses[course].lectures)
    }
    return CompetitionSolution(
      lectures: timetable.placements.compactMap { placement in
        placement.room.map { room in
          CompetitionSolution.Lecture(
            course: courseOfSession[placement.session],
            room: room,
            day: placement.block / periodsPerDay,
            period: placement.block % periodsPerDay
          )
        }
      }
    )
  }

  /// The soft constraints with the competition's weights, and when courses cannot be held.
  private func declarations(
    _ blocks: [Block],
    at location: Diagnostic.Location
  ) -> [Declaration] {
    func text(_ text: String) -> Node {
      Node(content: .scalar(text, isQuoted: true), location: location)
    }
    func mapping(_ entries: [(String, Node)]) -> Node {
      Node(
        content: .mapping(
          entries.map { Node.Entry(key: $0.0, location: location, value: $0.1) }
        ),
        location: location
      )
    }
    func declaration(_ name: String, _ argument: Node, weight: Int?) -> Declaration {
      Declaration(name: name, argument: argument, weight: weight, location: location)
    }
    var declarations = [declaration("seats", text("all sessions"), weight: 1)]
    for course in courses {
      declarations.append(declaration("one-room", text("module \(course.name)"), weight: 1))
      if course.leastDays > 1 {
        let argument = mapping([
          ("of", text("module \(course.name)")), ("least", text("\(course.leastDays) days")),
        ])
        declarations.append(declaration("spread", argument, weight: 5))
      }
    }
    for curriculum in curricula where !curriculum.courses.isEmpty {
      let group = text("group \(Self.group(of: curriculum.name))")
      declarations.append(declaration("not-isolated", group, weight: 2))
    }
    var shut = [Set<Int>](repeating: [], count: courses.count)
    for place in unavailabilities {
      shut[place.course].insert(place.day * periodsPerDay + place.period)
    }
    for (course, periods) in shut.enumerated() where !periods.isEmpty {
      let list = Node(
        content: .list(periods.sorted().map { text(blocks[$0].id) }),
        location: location
      )
      let argument = mapping([("of", text("module \(courses[course].name)")), ("not", list)])
      declarations.append(declaration("window", argument, weight: nil))
    }
    return declarations
  }

  private static func students(of course: String) -> String { "students/\(course)" }

  private static func group(of curriculum: String) -> String { "curriculum/\(curriculum)" }
}
