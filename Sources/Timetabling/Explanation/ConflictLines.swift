internal import Curricula
internal import Diagnostics

/// Puts the facts of a conflict into sentences for people, what belongs together into one.
struct ConflictLines {
  let problem: Problem
  /// The facts.
  let facts: [Fact]
  let circumstances: Circumstances
  /// Constraints that hold in any case and are told first, such as what somebody asked for.
  var asked: [Origin] = []

  /// The lines in the order of the file, after what was asked.
  var lines: [Conflict.Line] {
    var rest = facts.filter { $0.session == nil }
    var lines = chains(&rest)
    lines += trainers(&rest)
    lines += holidays(&rest)
    lines += subjects(&rest)
    lines += rest.map { Conflict.Line($0.origin.sentence, of: [$0.origin]) }
    lines += sessions(besides: lines)
    let sorted = lines.map { line in
      Conflict.Line(line.sentence, of: line.origins.sorted { $0.location < $1.location })
    }.sorted { left, right in
      guard let first = left.origins.first, let second = right.origins.first else { return false }
      return first.location == second.location
        ? left.sentence < right.sentence : first.location < second.location
    }
    return asked.map { Conflict.Line($0.sentence, of: [$0]) } + sorted
  }

  func name(_ session: Int) -> String {
    "'\(problem.curriculum.sessions[session].id)'"
  }

  /// Takes out sessions that only have to follow one another, each row of them as one line.
  private func chains(_ rest: inout [Fact]) -> [Conflict.Line] {
    var links: [(earlier: Int, later: Int, fact: Fact)] = []
    for fact in rest {
      guard fact.constraints.count == 1, let index = fact.constraints.first,
        case .order(let earlier, let later, Limits()) = problem.constraints[index].shape.tie
      else { continue }
      links.append((earlier, later, fact))
    }
    var lines: [Conflict.Line] = []
    var gathered: Set<Fact> = []
    while let start = links.firstIndex(where: { link in
      !links.contains { $0.later == link.earlier }
    }) ?? links.indices.first {
      var chain = [links.remove(at: start)]
      while let end = chain.last,
        let next = links.firstIndex(where: { $0.earlier == end.later })
      {
        chain.append(links.remove(at: next))
      }
      guard chain.count > 1 else { continue }
      let names = ([chain[0].earlier] + chain.map(\.later)).map(name)
      let sentence =
        names.first == names.last
        ? "\(names.dropLast().map(\.self).listed()) wait for each other in a circle"
        : "\(names.listed()) are held in this order"
      lines.append(Conflict.Line(sentence, of: chain.map(\.fact.origin)))
      gathered.formUnion(chain.map(\.fact))
    }
    rest.removeAll { gathered.contains($0) }
    return lines
  }

  /// Takes out what is said of when a trainer can come, one line for each trainer.
  private func trainers(_ rest: inout [Fact]) -> [Conflict.Line] {
    let concerned = rest.compactMap { fact in trainer(of: fact).map { (trainer: $0, fact: fact) } }
    rest.removeAll { trainer(of: $0) != nil }
    return Set(concerned.map(\.trainer)).sorted().map { trainer in
      let origins = concerned.filter { $0.trainer == trainer }.map(\.fact.origin)
      var names: [String] = []
      for origin in origins where !names.contains(origin.name) { names.append(origin.name) }
      let sentences = names.map { name in
        origins.filter { $0.name == name }.map(\.statement).gathered
      }
      return Conflict.Line(sentences.joined(separator: "; "), of: origins)
    }
  }

  /// The trainer of whom a fact says when they can come.
  private func trainer(of fact: Fact) -> Int? {
    if case .presence(let trainer) = fact.origin.statement.topic { trainer } else { nil }
  }

  /// Takes out closed days, all as one line.
  private func holidays(_ rest: inout [Fact]) -> [Conflict.Line] {
    let closed = rest.filter { $0.origin.statement.topic == .calendar }
    guard closed.count > 1 else { return [] }
    rest.removeAll { $0.origin.statement.topic == .calendar }
    let sentence = closed.map(\.origin.sentence).joined(separator: "; ")
    return [Conflict.Line(sentence, of: closed.map(\.origin))]
  }

  /// Takes out what is said alike of several sessions, modules or groups.
  private func subjects(_ rest: inout [Fact]) -> [Conflict.Line] {
    var lines: [Conflict.Line] = []
    var remaining: [Fact] = []
    while let first = rest.first {
      let alike = rest.filter { other in
        other == first
          || other.origin.name == first.origin.name
            && [first.origin.statement, other.origin.statement].gatheredBySubject != nil
      }
      rest.removeAll(where: alike.contains)
      if let sentence = alike.map(\.origin.statement).gatheredBySubject {
        lines.append(Conflict.Line(sentence, of: alike.map(\.origin)))
      } else {
        remaining.append(first)
      }
    }
    rest = remaining
    return lines
  }
}
