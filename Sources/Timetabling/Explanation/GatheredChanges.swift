extension [Conflict.Change] {
  /// The most names that are told one by one.
  private static var tellable: Int { 8 }

  /// The changes, those that ask the same of several sessions as one: "let 'a' and 'b' use a room with
  /// fewer than 40 seats".
  var gathered: [Conflict.Change] {
    let instructions = map(\.instruction)
    return indices.compactMap { index in
      instructions[index].gathered(among: instructions, at: index, tellable: Self.tellable)
        .map { sentence in
          let alike = filter { $0.instruction.isAsked(alike: instructions[index]) }
          let isWhole = alike.allSatisfy { !$0.amendments.isEmpty }
          return Conflict.Change(
            self[index].fact,
            Instruction(sentence),
            as: isWhole ? alike.flatMap(\.amendments) : []
          )
        }
    }
  }
}
