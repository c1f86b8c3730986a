internal import Diagnostics

// What no single declaration shows: identifiers given twice, names that nobody declared, courses that wait for
// each other, and paths that cannot be followed.
extension SelfPacedProgramme {
  func checkReferences(_ findings: inout Findings) {
    checkIdentifiers(&findings)
    checkNames(&findings)
    guard !findings.hasErrors else { return }
    checkAnnounced(&findings)
    checkCircles(&findings)
    for path in paths { check(path, &findings) }
    checkPlaces(&findings)
  }

  private func checkIdentifiers(_ findings: inout Findings) {
    func check(_ subject: String, _ declared: [(id: String, place: Diagnostic.Location)]) {
      var first: [String: Diagnostic.Location] = [:]
      for (id, place) in declared {
        if let earlier = first[id.lowercased()] {
          findings.error(
            at: place,
            "the \(subject) '\(id)' is declared twice",
            remedy: "give it another identifier; the first is in line \(earlier.line)"
          )
        } else {
          first[id.lowercased()] = place
        }
      }
    }
    check("theme", themes.map { ($0.id, $0.location) })
    check("course", courses.map { ($0.id, $0.location) })
    check("path", paths.map { ($0.id, $0.location) })
    var numbers: [Int: Course] = [:]
    for course in courses {
      guard let number = course.number else { continue }
      if let earlier = numbers[number] {
        findings.error(
          at: course.location,
          "the courses '\(earlier.id)' and '\(course.id)' have the same number, \(number)",
          remedy: "correct one of the numbers"
        )
      } else {
        numbers[number] = course
      }
    }
  }

  private func checkNames(_ findings: inout Findings) {
    let (known, subjects) = (courses.map(\.id), themes.map(\.id))
    func check(_ subject: String, _ name: String, _ known: [String], _ place: Diagnostic.Location) {
      guard !known.contains(name) else { return }
      findings.report(.undeclared(subject, name, among: known, at: place))
    }
    for course in courses {
      for need in course.needs {
        for name in need.anyOf { check("course", name, known, need.location) }
      }
      for theme in course.themes { check("theme", theme, subjects, course.location) }
      for outcome in course.guidance.outcomes {
        for theme in outcome.themes { check("theme", theme, subjects, outcome.location) }
      }
    }
    for step in paths.flatMap(\.steps) { check("course", step.course, known, step.location) }
  }

  /// A course needs something that can be taken.
  private func checkAnnounced(_ findings: inout Findings) {
    let announced = Set(courses.filter(\.isAnnounced).map(\.id))
    for course in courses where !course.isAnnounced {
      for need in course.needs where announced.isSuperset(of: need.anyOf) {
        findings.error(
          at: need.location,
          "the course '\(course.id)' needs "
            + need.anyOf.counting("%, which is", "one of %, which are all") + " only announced",
          remedy: "name a course that can be taken already, or remove the need"
        )
      }
    }
  }

  /// Courses that wait for each other can never be done.
  private func checkCircles(_ findings: inout Findings) {
    var done = Set(courses.filter(\.isAnnounced).map(\.id))
    var waiting = courses.filter { !done.contains($0.id) }
    var count = waiting.count + 1
    while waiting.count < count {
      count = waiting.count
      waiting.removeAll { course in
        guard course.needs.allSatisfy({ !done.isDisjoint(with: $0.anyOf) }) else { return false }
        done.insert(course.id)
        return true
      }
    }
    let byName = Dictionary(waiting.map { ($0.id, $0) }) { first, _ in first }
    var reported: Set<String> = []
    for start in waiting where !reported.contains(start.id) {
      var way = [start]
      while let last = way.last {
        guard let need = last.needs.first(where: { done.isDisjoint(with: $0.anyOf) }),
          let next = need.anyOf.compactMap({ byName[$0] }).first
        else { break }
        guard let first = way.firstIndex(where: { $0.id == next.id }) else {
          way.append(next)
          continue
        }
        let circle = way[first...].map(\.id)
        if reported.isDisjoint(with: circle) {
          findings.error(
            at: need.location,
            "the courses need each other in a circle: '\(circle[0])' needs "
              + (circle.dropFirst() + [next.id]).map { "'\($0)'" }
              .joined(separator: ", which needs "),
            remedy: "remove one of these needs, or add another course to its 'any-of'"
          )
        }
        reported.formUnion(way.map(\.id))
        break
      }
    }
  }

  /// A path can be followed from its first course to its last.
  private func check(_ path: LearningPath, _ findings: inout Findings) {
    if path.steps.isEmpty {
      findings.error(
        at: path.location,
        "the path '\(path.id)' has no courses",
        remedy: "list its courses under 'courses'"
      )
    }
    var passed: [String: LearningPath.Step] = [:]
    for step in path.steps {
      if passed[step.course] != nil {
        findings.error(
          at: step.location,
          "the path '\(path.id)' has the course '\(step.course)' twice",
          remedy: "keep one"
        )
      }
      if let course = course(step.course) { check(course, at: step, on: path, passed, &findings) }
      passed[step.course] = step
    }
  }

  private func check(
    _ course: Course,
    at step: LearningPath.Step,
    on path: LearningPath,
    _ passed: [String: LearningPath.Step],
    _ findings: inout Findings
  ) {
    if course.isAnnounced, !step.isOptional {
      findings.error(
        at: step.location,
        "the path '\(path.id)' needs the course '\(course.id)', which is only announced",
        remedy: "write '{course: \(course.id), optional: true}', or leave it out until it exists"
      )
    }
    for need in course.needs {
      // A course that needs itself is reported as a circle.
      let wanted = need.anyOf.filter { $0 != course.id }
      guard !wanted.isEmpty else { continue }
      let before = wanted.compactMap { passed[$0] }
      // The courses of the path that would do, in the order of the path.
      let later = path.steps.map(\.course).filter(wanted.contains)
      if before.isEmpty, later.isEmpty {
        let names = wanted.counting("not %, which it needs", "none of %, of which it needs one")
        findings.warn(
          at: step.location,
          "the path '\(path.id)' has '\(course.id)', but \(names)",
          remedy: "add \(wanted.counting("the course", "one of them")) to the path; "
            + "paths can share courses"
        )
      } else if before.isEmpty {
        let names = later.counting("%", "one of %")
        findings.error(
          at: step.location,
          "the path '\(path.id)' needs \(names) before '\(course.id)'",
          remedy: "move '\(course.id)' after \(names)"
        )
      } else if !step.isOptional, before.allSatisfy(\.isOptional) {
        let optional = before.map(\.course)
        let names = optional.counting("%, which is", "one of %, which are all")
        findings.warn(
          at: step.location,
          "'\(course.id)' needs \(names) optional on the path '\(path.id)'",
          remedy: "make '\(course.id)' optional too, or require "
            + optional.counting("%", "one of %")
        )
      }
    }
  }

  /// Each course has a place on a path.
  private func checkPlaces(_ findings: inout Findings) {
    guard !paths.isEmpty else { return }
    let placed = Set(paths.flatMap(\.steps).map(\.course))
    for course in courses where !course.isAnnounced && !placed.contains(course.id) {
      findings.warn(
        at: course.location,
        "the course '\(course.id)' is on no path",
        remedy: "add it to the courses of a path"
      )
    }
  }
}

extension [String] {
  /// One phrase for a single name and another for several, with the names in the place of `%`.
  fileprivate func counting(_ single: String, _ several: String) -> String {
    count.agreeing(single, several).replacing("%", with: quoted())
  }
}
