extension Annealing {
  /// Tries some moves; none where no session has a place.
  mutating func makeMoves(_ count: Int) {
    guard state.sessions.count > 0 else { return }
    let hasChains = state.counters.hasPeriods && state.counters.periodClashes.roomCount > 0
    if state.counters.hasPeriods {
      for _ in 0..<count { makePeriodMove(hasChains) }
    } else {
      let surroundings = Surroundings(among: state.sessions.count, using: &generator)
      for _ in 0..<count { makeMove(in: surroundings) }
    }
  }

  /// Tries a move in a problem of periods: a session takes another period and room.
  ///
  /// Whoever is there takes its place, or all go over whom it would clash with; or a whole set takes
  /// another room.
  @inline(__always)
  private mutating func makePeriodMove(_ hasChains: Bool) {
    let word = generator.next()
    let other = generator.next()
    let gate = Gate(hardWeight: hardWeight, limit: temperature * quantiles[other])
    let session = Int(state.sessions[(word >> 32).scaled(to: state.sessions.count)])
    var place = state.board.places[session]
    if state.domains.teamCount(session) > 1, generator.next() & 7 == 0 {
      place.team = Int32(truncatingIfNeeded: state.domains.drawTeam(session, using: &generator))
    }
    let time = state.domains.time(Int(place.team), word & 0xFFFF_FFFF, using: &generator)
    let sort = Double(other >> 12 & 1023)
    let isMade: Bool
    if sort >= 1024 * (1 - Schedule.roomShare), roomMove.setCount > 0 {
      isMade =
        roomMove.draw(from: session, in: &state, using: &generator)
        && roomMove.move(in: &state, through: gate)
    } else if hasChains, sort < 1024 * Schedule.chainShare {
      isMade =
        time.block != place.block
        && chainMove.find(from: session, to: time.block, in: &state)
        && chainMove.move(in: &state, through: gate)
    } else {
      place.block = time.block
      place.start = time.start
      place.room = state.domains.room(Int(place.team), other >> 32)
      isMade = take(place, for: session, through: gate)
    }
    if isMade {
      accepted &+= 1
      keepIfBest()
    }
  }

  /// Moves a session to a place; whoever alone is in its room then takes the place that it leaves.
  @inline(__always)
  private mutating func take(_ place: Place, for session: Int, through gate: Gate) -> Bool {
    let occupant =
      place.room < 0
      ? drawPartner() : state.counters.periodClashes.occupant(block: place.block, room: place.room)
    if occupant < 0 { return state.move(session, to: place, through: gate) }
    return occupant != session && state.canExchange(session, occupant)
      && state.exchange(session, occupant, through: gate)
  }

  /// Where there are no rooms, any session for an exchange, every other time.
  private mutating func drawPartner() -> Int {
    let word = generator.next()
    return word & 1 == 0 ? -1 : Int(state.sessions[(word >> 32).scaled(to: state.sessions.count)])
  }

  /// Tries a move in a problem of any sort.
  private mutating func makeMove(in surroundings: Surroundings) {
    let word = generator.next()
    let gate = Gate(hardWeight: hardWeight, limit: temperature * quantiles[word])
    let session = Int(state.sessions[surroundings.index(word >> 32)])
    let isMade =
      switch word >> 12 & 15 {
      case 0..<9: makeShift(of: session, through: gate)
      case 9..<13: makeExchange(of: session, in: surroundings, through: gate)
      case 13 where roomMove.setCount > 0:
        roomMove.draw(from: session, in: &state, using: &generator)
          && roomMove.move(in: &state, through: gate)
      default:
        groupMove.draw(from: session, in: &state, using: &generator)
          && groupMove.move(in: &state, through: gate)
      }
    if isMade {
      accepted &+= 1
      keepIfBest()
    }
  }

  /// Tries another time, room or team for a session, every other time right beside a session with which
  /// it shares a group or a trainer.
  private mutating func makeShift(of session: Int, through gate: Gate) -> Bool {
    let word = generator.next()
    var place = state.board.places[session]
    if state.domains.teamCount(session) > 1, word & 7 == 0 {
      place.team = Int32(truncatingIfNeeded: state.domains.drawTeam(session, using: &generator))
    }
    if word >> 3 & 7 != 0
      || !state.domains.allows(place.team, block: place.block, start: place.start)
    {
      let time = state.domains.time(Int(place.team), word >> 32, using: &generator)
      place.block = time.block
      place.start = time.start
      if word >> 6 & 1 == 0,
        let start = state.startBeside(session, in: place.block, team: place.team, using: &generator)
      {
        place.start = start
      }
    }
    if word >> 7 & 1 == 0 || !state.domains.allows(place.team, room: place.room) {
      place.room = state.domains.drawRoom(Int(place.team), using: &generator)
    }
    return state.move(session, to: place, through: gate)
  }

  /// Tries to exchange a session with another one.
  private mutating func makeExchange(
    of session: Int,
    in surroundings: Surroundings,
    through gate: Gate
  ) -> Bool {
    let word = generator.next()
    let other = Int(state.sessions[surroundings.index(word >> 32)])
    guard other != session else { return false }
    return state.exchangeInOrder(session, other, keepingRooms: word & 1 == 0, through: gate)
  }
}
