internal import Curricula
internal import Diagnostics
internal import Timetabling

// What a timetable is computed from, so that another program can compute its cost.
extension Curriculum {
  /// The programme as JSON; what a session says nothing of is filled in.
  func json(of problem: Problem) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("starts", .text(starts.description)),
      ("weeks", .integer(weeks)),
      ("grid", .integer(grid)),
      ("blocks", .list(blocks.map(json(of:)))),
      ("groups", .list(groups.map(json(of:)))),
      ("rooms", .list(rooms.map(json(of:)))),
      ("trainers", .list(trainers.map(json(of:)))),
      ("calendar", .list(calendar.map(json(of:)))),
      ("themes", .list(themes.map { json(id: $0.id, title: $0.title) })),
      ("modules", .list(modules.map { json(id: $0.id, title: $0.title) })),
      (
        "sessions",
        .list(zip(sessions, problem.sessions).map { json(of: $0, with: $1) })
      ),
      ("constraints", .list(declarations.map(json(of:)))),
    ]
    if !choices.isEmpty { members.append(("choices", .list(choices.map(json(of:))))) }
    return .object(members)
  }

  private func json(of choice: SessionChoice) -> JSON {
    .object([
      ("id", .text(choice.id)),
      ("hold", .integer(choice.hold)),
      ("of", .texts(choice.sessions)),
      ("held", .texts(choice.sessions.filter { !isNotHeld($0) })),
      ("declared", .text(choice.location.description)),
    ])
  }

  private func json(id: String, title: String) -> JSON {
    .object([("id", .text(id)), ("title", .text(title))])
  }

  private func json(of block: Block) -> JSON {
    .object([
      ("id", .text(block.id)),
      ("week", .integer(block.week)),
      ("start", .text(zone.timestamp(of: instant(of: block.start, in: block)))),
      ("end", .text(zone.timestamp(of: instant(of: block.end, in: block)))),
      ("groups", .texts(block.groups)),
      ("place", .optional(block.place)),
    ])
  }

  private func json(of group: Group) -> JSON {
    .object([
      ("id", .text(group.id)),
      ("name", .text(group.name)),
      ("size", .integer(group.size)),
      ("zone", .text((group.zone ?? zone).name)),
      ("hours", json(of: group.hours)),
      ("away", .list(group.away.map(json(of:)))),
      ("only", .list(group.only.map(json(of:)))),
    ])
  }

  private func json(of room: Room) -> JSON {
    .object([
      ("id", .text(room.id)),
      ("name", .text(room.name)),
      ("of", .texts(room.parts)),
      ("place", .optional(room.place)),
      ("shared", .flag(room.isShared)),
      ("seats", .optional(room.seats)),
      ("features", .texts(room.features.sorted())),
      ("hours", json(of: room.hours)),
      ("closed", .list(room.closed.map(json(of:)))),
      ("only", .list(room.only.map(json(of:)))),
    ])
  }

  private func json(of trainer: Trainer) -> JSON {
    .object([
      ("id", .text(trainer.id)),
      ("name", .text(trainer.name)),
      ("zone", .text(trainer.zone.name)),
      ("hours", json(of: trainer.hours)),
      ("remote", .flag(trainer.isRemote)),
      ("away", .list(trainer.away.map(json(of:)))),
      ("tentative", .list(trainer.tentative.map(json(of:)))),
      ("only", .list(trainer.only.map(json(of:)))),
      ("alternates", .texts(trainer.alternates)),
    ])
  }

  private func json(of absence: Absence) -> JSON {
    .object([
      ("from", .text(absence.days.first.description)),
      ("to", .text(absence.days.last.description)),
      (
        "part",
        absence.hours.map {
          .object([("from", .text(clock($0.start))), ("to", .text(clock($0.end)))])
        } ?? .null
      ),
      ("weight", .optional(absence.weight)),
      ("declared", .text(absence.location.description)),
    ])
  }

  private func json(of hours: Hours?) -> JSON {
    hours.map { hours in
      .object([
        ("from", .text(clock(hours.start))),
        ("to", .text(clock(hours.end))),
        ("weight", .optional(hours.weight)),
        ("declared", .text(hours.location.description)),
      ])
    } ?? .null
  }

  private func json(of entry: CalendarEntry) -> JSON {
    let (effect, weight): (String, Int?) =
      switch entry.effect {
      case .closed: ("closed", nil)
      case .avoid(let weight): ("avoid", weight)
      case .prefer(let weight): ("prefer", weight)
      }
    return .object([
      ("effect", .text(effect)),
      ("from", .text(entry.days.first.description)),
      ("to", .text(entry.days.last.description)),
      ("name", .text(entry.name)),
      ("weight", .optional(weight)),
      ("themes", .texts(entry.themes)),
      ("modules", .texts(entry.modules)),
      ("declared", .text(entry.location.description)),
    ])
  }

  private func json(of session: Session, with facts: Problem.SessionFacts) -> JSON {
    .object([
      ("id", .text(session.id)),
      ("title", .text(session.title)),
      ("kind", .text(session.kind.id)),
      ("module", .text(session.module)),
      ("minutes", .integer(session.minutes)),
      ("themes", .texts(session.themes)),
      ("tags", .texts(session.tags)),
      ("needs", .texts(session.needs.map(\.session))),
      ("prerequisites", .list(session.needs.map(json(of:)))),
      ("trainers", .texts(session.trainers)),
      ("oneOf", .texts(session.oneOf)),
      ("groups", .texts(facts.groups.map { groups[$0].id })),
      ("features", .texts(session.features.sorted())),
      ("rooms", .texts(facts.rooms.map { rooms[$0].id })),
    ])
  }

  private func json(of need: Session.Need) -> JSON {
    .object([
      ("session", .text(need.session)),
      ("least", .integer(need.leastDays)),
      ("most", .optional(need.mostDays)),
      ("weight", .optional(need.weight)),
      ("declared", .text(need.location.description)),
    ])
  }

  private func json(of declaration: Declaration) -> JSON {
    .object([
      ("constraint", .text(declaration.name)),
      ("argument", declaration.argument.json),
      ("weight", .optional(declaration.weight)),
      ("reason", .optional(declaration.reason)),
      ("declared", .text(declaration.location.description)),
    ])
  }
}

extension Node {
  /// The value as written: texts, lists and objects of texts.
  fileprivate var json: JSON {
    switch content {
    case .scalar where isEmpty: .null
    case .scalar(let text, _): .text(text)
    case .list(let nodes): .list(nodes.map(\.json))
    case .mapping(let entries): .object(entries.map { ($0.key, $0.value.json) })
    }
  }
}
