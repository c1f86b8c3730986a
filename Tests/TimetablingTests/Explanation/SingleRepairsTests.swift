import Testing

@testable import Timetabling

/// What is offered as a repair, compared with the trial of every single change.
struct SingleRepairsTests {
  @Test(arguments: 7_000..<7_060 as Range<UInt64>)
  func `whatever can go alone and makes a timetable possible is offered`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed, groups: 1 + Int(seed % 2)).problem()
    guard let all = BruteForce(problem, limit: 2_000), all.optimum == nil,
      let conflict = Solver(problem).explainConflict()
    else { return }
    let single = conflict.repairs.filter { $0.changes.count == 1 }
    for fact in problem.facts where fact.session == nil && fact.origin.remedies.isPossible {
      let rest = problem.with(
        constraints: problem.constraints.enumerated()
          .filter { !fact.constraints.contains($0.offset) }.map(\.element)
      )
      guard BruteForce(rest, limit: 20_000)?.optimum != nil else { continue }
      #expect(
        single.contains { $0.changes[0].fact.location == fact.origin.location },
        "without '\(fact.origin.sentence)', among \(conflict.repairs.map(\.sentence))"
      )
    }
  }

  /// The most changes of a kind that are told; `nil` where all are.
  private func told(_ kind: EverySingleChange.Kind) -> Int? {
    switch kind {
    case .shorterSession, .anotherBlock, .leftOut: 3
    case .otherTrainer: 6
    case .declaration, .laterEnd, .room: nil
    }
  }

  @Test(arguments: [2, 3], 0..<60 as Range<UInt64>)
  func `with several groups, every single change of every kind that works is offered`(
    groups: Int,
    seed: UInt64
  ) throws {
    let problem = try RandomCurriculum(seed: 9_000 + seed, groups: groups).problem()
    guard let all = BruteForce(problem, limit: 2_000), all.optimum == nil,
      let conflict = Solver(problem).explainConflict()
    else { return }
    let every = EverySingleChange(problem, limit: 20_000)
    var working = every.working
    // Sessions are left out only where nothing else is enough.
    if working.isEmpty { working = every.leftOut }
    for kind in EverySingleChange.Kind.allCases {
      let ofKind = working.filter { $0.kind == kind }
      let missing = ofKind.filter { !conflict.repairs.contains(where: $0.isOffered) }
      let most = told(kind).map { max(0, ofKind.count - $0) } ?? 0
      #expect(
        missing.count <= most,
        "\(missing.map(\.opening)), among \(conflict.repairs.map(\.sentence))"
      )
    }
    // Where a single change works, nobody is told that none does.
    if working.contains(where: { $0.kind != .leftOut }) {
      #expect(conflict.repairs.allSatisfy { $0.changes.count == 1 })
    }
  }

  @Test func `a room for two groups at a time is named, and another one is offered`() async throws {
    try await Impossible(
      blocks: "- {on: 2026-03-02, from: 10:00, to: 11:00}",
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        """,
      rooms: "- {id: hall, name: Hall}",
      sessions: """
        - {1️⃣id: a, title: A, minutes: 60, groups: [g]}
        - {2️⃣id: b, title: B, minutes: 60, groups: [h]}
        """
    ).expect(
      """
      'a' (60) and 'b' (60) take 120 minutes together in the room 'hall'; the only block has 60 [1 2]
      * declare another room like 'hall', for sessions at the same time (cost 0)
      * let the block of 2 March 2026, 10:00 to 11:00, end at 12:00 (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 11:00 (cost 0)
      * open another block in week 2, such as on 9 March 2026, 10:00 to 11:00 (cost 0)
      * open another block in week 3, such as on 16 March 2026, 10:00 to 11:00 (cost 0)
      """,
      mendedBy: ("11:00", "12:00")
    )
  }

  @Test func `a video link that a room lacks is offered`() async throws {
    try await Impossible(
      rooms: "- {id: hall, name: Hall, seats: 30}",
      trainers: "- {id: ann, name: Ann, remote: true}",
      sessions: "- {1️⃣id: a, title: A, minutes: 60, trainers: [ann]}"
    ).expect(
      """
      'a' needs a room with video-link for a remote trainer; the room 'hall' lacks 'video-link' [1]
      * give the room 'hall' the feature 'video-link' (cost 0)
      * declare 'features' with a weight for 'a' (cost 0)
      * let somebody else hold 'a' (cost 0)
      """,
      mendedBy: ("seats: 30", "features: [video-link]")
    )
  }

  @Test func `one day more is offered to one of several groups`() async throws {
    try await Impossible(
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        """,
      trainers: "- {id: ann, name: Ann, only: [1️⃣2026-03-02, 2026-03-09]}",
      sessions: """
        - {2️⃣id: a, title: A, minutes: 90, groups: [g], trainers: [ann]}
        - {3️⃣id: b, title: B, minutes: 90, groups: [g], trainers: [ann]}
        - {4️⃣id: c, title: C, minutes: 90, groups: [g], trainers: [ann]}
        """,
      others: """
        - {id: d, title: D, minutes: 90, groups: [h]}
        - {id: e, title: E, minutes: 90, groups: [h]}
        """
    ).expect(
      """
      Ann can come only on 2 March 2026, 9 March 2026 [1]
      'a' (90), 'b' (90) and 'c' (90) take 270 minutes together for the group 'g'; the 2 blocks of \
      120 minutes in which they can be held, from 2 March 2026 to 9 March 2026, have 240 [2 3 4]
      'a', 'b' and 'c' are held by Ann [2 3 4]
      * let Ann also come on 16 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      * shorten 'a' from 90 to 30 minutes (cost 0)
      * let somebody else hold 'b' (cost 0)
      * shorten 'b' from 90 to 30 minutes (cost 0)
      * let somebody else hold 'c' (cost 0)
      * shorten 'c' from 90 to 30 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 13:00 (cost 0)
      """,
      mendedBy: ("2026-03-09]", "2026-03-09, 2026-03-16]")
    )
  }

  @Test func `what only one of several modules cannot keep is excepted from`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 60}
        - {2️⃣id: b, title: B, minutes: 60}
        - {3️⃣id: c, title: C, minutes: 60}
        """,
      others: "- {id: d, title: D, minutes: 60}",
      constraints: "- 4️⃣together: {of: each module, in: block}"
    ).expect(
      """
      'a' (60), 'b' (60) and 'c' (60) take 180 minutes together; the longest block has 120 [1 2 3]
      module 'm' stays in one block [4]
      * write 'except: [m]' in 'together': module 'm' stays in one block (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 13:00 (cost 0)
      """,
      mendedBy: ("{of: each module,", "{of: each module, except: [m],")
    )
  }
}
