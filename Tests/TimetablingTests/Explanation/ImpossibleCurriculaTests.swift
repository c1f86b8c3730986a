import Testing

/// One test for each kind of impossible curriculum: what is blamed, where, and what would help.
struct ImpossibleCurriculaTests {
  @Test func `a session longer than every block`() async throws {
    try await Impossible(sessions: "- {1️⃣id: a, title: A, minutes: 150}")
      .expect(
        """
        'a' takes 150 minutes; the longest block has 120 [1]
        * shorten 'a' from 150 to 120 minutes (cost 0)
        * let the 3 blocks from 10:00 to 12:00 end at 12:30 (cost 0)
        """,
        mendedBy: ("150", "120")
      )
  }

  @Test func `every day is closed`() async throws {
    try await Impossible(
      calendar: """
        - 1️⃣{closed: {from: 2026-03-01, to: 2026-03-10}, name: Feast}
        - 2️⃣{closed: 2026-03-16, name: Memorial}
        """,
      sessions: "- {3️⃣id: a, title: A, minutes: 60}"
    ).expect(
      """
      1 March 2026 to 10 March 2026 are closed: Feast; 16 March 2026 is closed: Memorial [1 2]
      'a' is to be held [3]
      * also hold sessions on 2 March 2026 (cost 0)
      * also hold sessions on 9 March 2026 (cost 0)
      * also hold sessions on 16 March 2026 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("to: 2026-03-10", "to: 2026-03-08")
    )
  }

  @Test func `the only trainer is away on every day`() async throws {
    try await Impossible(
      trainers: """
        - id: ann
          name: Ann
          away: [1️⃣2026-03-02, 2️⃣2026-03-09, 3️⃣{from: 2026-03-14, to: 2026-03-20}]
        """,
      sessions: "- {4️⃣id: a, title: A, minutes: 60, trainers: [ann]}"
    ).expect(
      """
      Ann cannot come on 2 March 2026, 9 March 2026 and 14 March 2026 to 20 March 2026 [1 2 3]
      'a' is held by Ann [4]
      * let Ann also come on 2 March 2026 (cost 0)
      * let Ann also come on 9 March 2026 (cost 0)
      * let Ann also come on 16 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("2026-03-02, ", "")
    )
  }

  @Test func `the trainer comes only on days without blocks`() async throws {
    try await Impossible(
      trainers: "- {id: ann, name: Ann, only: [1️⃣2026-03-03]}",
      sessions: "- {2️⃣id: a, title: A, minutes: 60, trainers: [ann]}"
    ).expect(
      """
      Ann can come only on 3 March 2026 [1]
      'a' is held by Ann [2]
      * let Ann also come on 2 March 2026 (cost 0)
      * let Ann also come on 9 March 2026 (cost 0)
      * let Ann also come on 16 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("2026-03-03", "2026-03-02")
    )
  }

  @Test func `the trainer sleeps when the blocks are open`() async throws {
    try await Impossible(
      trainers: """
        - {id: kei, name: Kei, zone: Asia/Tokyo, hours: 1️⃣{from: 08:00, to: 17:30}}
        """,
      sessions: "- {2️⃣id: a, title: A, minutes: 60, trainers: [kei]}"
    ).expect(
      """
      Kei works 08:00 to 17:30 in Asia/Tokyo [1]
      'a' is held by Kei [2]
      * let Kei also work outside these hours (cost 0)
      * let somebody else hold 'a' (cost 0)
      """,
      mendedBy: ("17:30", "19:00")
    )
  }

  @Test func `no room has what the session needs`() async throws {
    try await Impossible(
      rooms: "- {id: hall, name: Hall, features: [tables]}",
      sessions: "- {1️⃣id: a, title: A, minutes: 60, features: [video-link]}"
    ).expect(
      """
      'a' needs a room with video-link; the room 'hall' lacks 'video-link' [1]
      * give the room 'hall' the feature 'video-link' (cost 0)
      * declare 'features' with a weight for 'a' (cost 0)
      """,
      mendedBy: ("[tables]", "[video-link]")
    )
  }

  @Test func `no room has seats for everybody`() async throws {
    try await Impossible(
      rooms: "- {id: hall, name: Hall, seats: 12}",
      sessions: "- {1️⃣id: a, title: A, minutes: 60}"
    ).expect(
      """
      'a' needs 20 seats; the room 'hall' has 12 [1]
      * give the room 'hall' 20 seats instead of 12 (cost 0)
      * declare 'seats' with a weight for 'a' (cost 0)
      """,
      mendedBy: ("seats: 12", "seats: 20")
    )
  }

  @Test func `the room of the session is closed`() async throws {
    try await Impossible(
      rooms: """
        - {id: hall, name: Hall, closed: [1️⃣{from: 2026-03-01, to: 2026-03-31}]}
        - {id: attic, name: Attic}
        """,
      sessions: "- {2️⃣id: a, title: A, minutes: 60, rooms: [hall]}"
    ).expect(
      """
      the room 'hall' is closed from 1 March 2026 to 31 March 2026 [1]
      'a' is to be held [2]
      * also open the room 'hall' on 2 March 2026 (cost 0)
      * also open the room 'hall' on 9 March 2026 (cost 0)
      * also open the room 'hall' on 16 March 2026 (cost 0)
      """,
      mendedBy: ("from: 2026-03-01", "from: 2026-03-03")
    )
  }

  @Test func `two trainers who never come on the same day`() async throws {
    try await Impossible(
      trainers: """
        - {id: ann, name: Ann, only: [1️⃣2026-03-02]}
        - {id: bo, name: Bo, only: [2️⃣2026-03-09]}
        """,
      sessions: "- {3️⃣id: a, title: A, minutes: 60, trainers: [ann, bo]}"
    ).expect(
      """
      Ann can come only on 2 March 2026 [1]
      Bo can come only on 9 March 2026 [2]
      'a' is held by Ann and Bo [3]
      * let Ann also come on 9 March 2026 (cost 0)
      * let Bo also come on 2 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      """,
      mendedBy: ("only: [2026-03-02]", "only: [2026-03-02, 2026-03-09]")
    )
  }

  @Test func `a chain that is longer than the weeks between its ends`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 90}
        - {2️⃣id: b, title: B, minutes: 90, needs: [3️⃣a]}
        - {4️⃣id: c, title: C, minutes: 90, needs: [5️⃣b]}
        """,
      constraints: "- 6️⃣window: {of: a, from: 2026-03-09}"
    ).expect(
      """
      'a' (90), 'b' (90) and 'c' (90) take 270 minutes together; the 2 blocks of 120 minutes in \
      which they can be held, from 9 March 2026 to 16 March 2026, have 240 [1 2 4]
      'a', 'b' and 'c' are held in this order [3 5]
      'a' is held only from 9 March 2026 [6]
      * let 'a' also be held on 2 March 2026 (cost 0)
      * let 'b' be held without 'a' before it (cost 0)
      * let 'c' be held without 'b' before it (cost 0)
      * shorten 'a' from 90 to 30 minutes (cost 0)
      * shorten 'b' from 90 to 30 minutes (cost 0)
      * shorten 'c' from 90 to 30 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 13:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("from: 2026-03-09", "from: 2026-03-02")
    )
  }

  @Test func `an order against what a session needs`() async throws {
    try await Impossible(
      sessions: """
        - {id: a, title: A, minutes: 30}
        - {id: b, title: B, minutes: 30, needs: [1️⃣a]}
        """,
      constraints: "- 2️⃣order: {from: b, to: a}"
    ).expect(
      """
      'b' and 'a' wait for each other in a circle [1 2]
      * remove 'order', or give it a weight: 'b' is held before 'a' (cost 0)
      * let 'b' be held without 'a' before it (cost 0)
      """,
      mendedBy: ("order: {from: b, to: a}", "order: {from: a, to: b}")
    )
  }

  @Test func `two sessions that both come first`() async throws {
    try await Impossible(
      sessions: """
        - {id: a, title: A, minutes: 30}
        - {id: b, title: B, minutes: 30}
        - {id: c, title: C, minutes: 30}
        """,
      constraints: """
        - 1️⃣first: a
        - 2️⃣first: b
        """
    ).expect(
      """
      'a' and 'b': each comes first [1 2]
      * remove 'first', or give it a weight: 'a' comes first (cost 0)
      * remove 'first', or give it a weight: 'b' comes first (cost 0)
      """,
      mendedBy: ("first: b", "last: b")
    )
  }

  @Test func `more minutes than all blocks have`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 100}
        - {2️⃣id: b, title: B, minutes: 90}
        - {3️⃣id: c, title: C, minutes: 120}
        - {4️⃣id: d, title: D, minutes: 80}
        """
    ).expect(
      """
      'a' (100), 'b' (90), 'c' (120) and 'd' (80) take 390 minutes together; the 3 blocks of 120 \
      minutes have 360 [1 2 3 4]
      * shorten 'a' from 100 to 40 minutes (cost 0)
      * shorten 'b' from 90 to 40 minutes (cost 0)
      * shorten 'c' from 120 to 40 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 13:00 (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("minutes: 80", "minutes: 20")
    )
  }

  @Test func `sessions that do not fit into blocks with minutes enough`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 70}
        - {2️⃣id: b, title: B, minutes: 70}
        - {3️⃣id: c, title: C, minutes: 70}
        - {4️⃣id: d, title: D, minutes: 70}
        """
    ).expect(
      """
      'a' (70), 'b' (70), 'c' (70) and 'd' (70) take 280 minutes together; of the 3 blocks of 120 \
      minutes, each takes at most 1 of them [1 2 3 4]
      * shorten 'a' from 70 to 50 minutes (cost 0)
      * shorten 'b' from 70 to 50 minutes (cost 0)
      * shorten 'c' from 70 to 50 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 12:30 (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("D, minutes: 70", "D, minutes: 50")
    )
  }

  @Test func `a limit to the minutes of a block`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 50}
        - {2️⃣id: b, title: B, minutes: 50}
        - {3️⃣id: c, title: C, minutes: 50}
        - {4️⃣id: d, title: D, minutes: 50}
        """,
      constraints: "- 5️⃣load: {of: each group, per: block, most: 90 minutes}"
    ).expect(
      """
      'a' (50), 'b' (50), 'c' (50) and 'd' (50) take 200 minutes together and do not fit into the \
      3 blocks of 120 minutes [1 2 3 4]
      group 'g': at most 90 minutes a block [5]
      * raise the limit from 90 to 100: group 'g': at most 90 minutes a block (cost 0)
      * shorten 'a' from 50 to 40 minutes (cost 0)
      * shorten 'b' from 50 to 40 minutes (cost 0)
      * shorten 'c' from 50 to 40 minutes (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("most: 90", "most: 100")
    )
  }

  @Test func `a limit to the sessions of a week`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 20}
        - {2️⃣id: b, title: B, minutes: 20}
        - {3️⃣id: c, title: C, minutes: 20}
        - {4️⃣id: d, title: D, minutes: 20}
        """,
      constraints: "- 5️⃣load: {of: each group, per: week, most: 1 session}"
    ).expect(
      """
      'a', 'b', 'c' and 'd' are to be held [1 2 3 4]
      group 'g': at most 1 session a week [5]
      * raise the limit from 1 to 2: group 'g': at most 1 session a week (cost 0)
      """,
      mendedBy: ("most: 1 session", "most: 2 sessions")
    )
  }

  @Test func `a least load that the sessions cannot fill`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 20, tags: [GR]}
        - {2️⃣id: b, title: B, minutes: 20, tags: [GR]}
        - {id: c, title: C, minutes: 20}
        """,
      constraints: "- 3️⃣load: {of: tag GR, per: week, least: 1 session}"
    ).expect(
      """
      'a' and 'b' are to be held [1 2]
      sessions of tag GR: at least 1 session a week [3]
      * remove 'load', or give it a weight: sessions of tag GR: at least 1 session a week (cost 0)
      """,
      mendedBy: ("C, minutes: 20", "C, minutes: 20, tags: [GR]")
    )
  }

  @Test func `together in a week but on different days`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 20}
        - {2️⃣id: b, title: B, minutes: 20}
        """,
      constraints: """
        - 3️⃣together: {of: module m, in: week}
        - 4️⃣separate: {of: module m, in: day}
        """
    ).expect(
      """
      module 'm' stays in one week [3]
      no two of module 'm' are in one day [4]
      * remove 'together', or give it a weight: module 'm' stays in one week (cost 0)
      * remove 'separate', or give it a weight: no two of module 'm' are in one day (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 17 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("separate: {of: module m, in: day}", "first: a")
    )
  }

  @Test func `sessions further apart than the programme is long`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 20}
        - {2️⃣id: b, title: B, minutes: 20}
        - {3️⃣id: c, title: C, minutes: 20}
        """,
      constraints: "- 4️⃣apart: {of: module m, least: 10 days}"
    ).expect(
      """
      any two of module 'm' are at least 10 days apart [4]
      * lower the limit from 10 to 7: any two of module 'm' are at least 10 days apart (cost 0)
      """,
      mendedBy: ("least: 10 days", "least: 7 days")
    )
  }

  @Test func `a module that may not last as long as its orders ask`() async throws {
    try await Impossible(
      sessions: """
        - {id: a, title: A, minutes: 20}
        - {id: b, title: B, minutes: 20}
        """,
      constraints: """
        - 1️⃣order: {from: a, to: b, least: 14 days}
        - 2️⃣span: {of: module m, most: 7 days}
        """
    ).expect(
      """
      'a' is held before 'b', at least 14 days [1]
      module 'm' takes at most 7 days from its first session to its last [2]
      * remove 'order', or give it a weight: 'a' is held before 'b', at least 14 days (cost 0)
      * raise the limit from 7 to 14: module 'm' takes at most 7 days from its first session to \
      its last (cost 0)
      """,
      mendedBy: ("least: 14 days", "least: 7 days")
    )
  }

  @Test func `a session that must follow soon, while its trainer is away`() async throws {
    try await Impossible(
      trainers: "- {id: ann, name: Ann, away: [2026-03-02, 1️⃣2026-03-09]}",
      sessions: """
        - {id: a, title: A, minutes: 60}
        - {2️⃣id: b, title: B, minutes: 60, trainers: [ann], needs: [3️⃣{session: a, most: 5 days}]}
        """,
      constraints: """
        - 4️⃣pin: {session: a, at: 2026-03-09T10:00}
        """
    ).expect(
      """
      Ann cannot come on 9 March 2026 [1]
      'b' is held by Ann [2]
      'b' needs 'a' before it, at most 5 days [3]
      'a' is held on 9 March 2026 at 10:00 [4]
      * let Ann also come on 9 March 2026 (cost 0)
      * let 'a' be held on 16 March 2026 instead (cost 0)
      * raise the limit from 5 to 7: 'b' needs 'a' before it, at most 5 days (cost 0)
      * let somebody else hold 'b' (cost 0)
      * open another block in week 2, such as on 10 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("2026-03-02, 2026-03-09", "2026-03-02")
    )
  }

  @Test func `two pins at one time`() async throws {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 60}
        - {id: b, title: B, minutes: 60}
        """,
      constraints: """
        - 2️⃣pin: {session: a, at: 2026-03-09T10:00}
        - 3️⃣pin: {session: b, at: 2026-03-09T10:30}
        """
    ).expect(
      """
      'a' takes 60 minutes [1]
      'a' is held on 9 March 2026 at 10:00 [2]
      'b' is held on 9 March 2026 at 10:30 [3]
      * let 'a' be held on 2 March 2026 instead (cost 0)
      * let 'a' be held on 16 March 2026 instead (cost 0)
      * let 'b' be held at another time on 9 March 2026 (cost 0)
      * let 'b' be held on 2 March 2026 instead (cost 0)
      * let 'b' be held on 16 March 2026 instead (cost 0)
      * shorten 'a' from 60 to 30 minutes (cost 0)
      """,
      mendedBy: ("T10:30", "T11:00")
    )
  }

  @Test func `a pin before what the session needs`() async throws {
    try await Impossible(
      sessions: """
        - {id: a, title: A, minutes: 60}
        - {id: b, title: B, minutes: 60, needs: [1️⃣a]}
        """,
      constraints: "- 2️⃣pin: {session: b, at: 2026-03-02T10:00}"
    ).expect(
      """
      'b' needs 'a' before it [1]
      'b' is held on 2 March 2026 at 10:00 [2]
      * let 'b' be held on 9 March 2026 instead (cost 0)
      * let 'b' be held on 16 March 2026 instead (cost 0)
      * let 'b' be held without 'a' before it (cost 0)
      """,
      mendedBy: ("T10:00}", "T11:00}")
    )
  }

  @Test func `a window in which the trainer does not come`() async throws {
    try await Impossible(
      trainers: "- {id: ann, name: Ann, only: [1️⃣2026-03-02, 2026-03-09]}",
      sessions: "- {2️⃣id: a, title: A, minutes: 60, trainers: [ann]}",
      constraints: "- 3️⃣window: {of: a, weeks: [3]}"
    ).expect(
      """
      Ann can come only on 2 March 2026, 9 March 2026 [1]
      'a' is held by Ann [2]
      'a' is held only in week 3 [3]
      * let Ann also come on 16 March 2026 (cost 0)
      * let 'a' also be held on 2 March 2026 (cost 0)
      * let 'a' also be held on 9 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      """,
      mendedBy: ("weeks: [3]", "weeks: [2]")
    )
  }

  @Test func `a break for which the block has no time`() async throws {
    try await Impossible(
      blocks: "- {on: 2026-03-02, from: 10:00, to: 12:00}",
      sessions: """
        - {1️⃣id: a, title: A, minutes: 55}
        - {2️⃣id: b, title: B, minutes: 55}
        """,
      constraints: "- 3️⃣break: {of: each group, after: 90 minutes, least: 15 minutes}"
    ).expect(
      """
      'a' (55) and 'b' (55) take 110 minutes together; the longest block has 120 [1 2]
      group 'g' has a break of 15 minutes after at most 90 minutes [3]
      * raise the limit from 90 to 110: group 'g' has a break of 15 minutes after at most 90 \
      minutes (cost 0)
      * shorten 'a' from 55 to 50 minutes (cost 0)
      * shorten 'b' from 55 to 50 minutes (cost 0)
      * let the block of 2 March 2026, 10:00 to 12:00, end at 12:15 (cost 0)
      * open another block in week 1, such as on 3 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 2, such as on 9 March 2026, 10:00 to 12:00 (cost 0)
      * open another block in week 3, such as on 16 March 2026, 10:00 to 12:00 (cost 0)
      """,
      mendedBy: ("after: 90", "after: 110")
    )
  }

  @Test func `workshops that may not follow one another, with nothing to stand between`()
    async throws
  {
    try await Impossible(
      sessions: """
        - {1️⃣id: a, title: A, minutes: 30, kind: workshop}
        - {2️⃣id: b, title: B, minutes: 30, kind: workshop}
        """,
      constraints: """
        - 3️⃣together: {of: module m, in: block}
        - 4️⃣not-in-a-row: kind workshop
        """
    ).expect(
      """
      module 'm' stays in one block [3]
      sessions of kind workshop: no two are held one right after the other [4]
      * remove 'together', or give it a weight: module 'm' stays in one block (cost 0)
      * remove 'not-in-a-row', or give it a weight: sessions of kind workshop: no two are held one \
      right after the other (cost 0)
      """,
      mendedBy: ("in: block", "in: week"),
      ("not-in-a-row: kind workshop", "first: a")
    )
  }

  @Test func `a trainer who is to come on fewer days than the sessions need`() async throws {
    try await Impossible(
      trainers: "- {id: ann, name: Ann}",
      sessions: """
        - {1️⃣id: a, title: A, minutes: 70, trainers: [ann]}
        - {2️⃣id: b, title: B, minutes: 70, trainers: [ann]}
        """,
      constraints: "- 3️⃣spread: {of: trainer ann, most: 1 days}"
    ).expect(
      """
      'a' (70) and 'b' (70) take 140 minutes together; the longest block has 120 [1 2]
      Ann is spread over at most 1 day [3]
      * raise the limit from 1 to 2: Ann is spread over at most 1 day (cost 0)
      * let somebody else hold 'a' (cost 0)
      * shorten 'a' from 70 to 50 minutes (cost 0)
      * let somebody else hold 'b' (cost 0)
      * shorten 'b' from 70 to 50 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 12:30 (cost 0)
      """,
      mendedBy: ("most: 1 days", "most: 2 days")
    )
  }

  @Test func `a module of one room whose sessions need different rooms`() async throws {
    try await Impossible(
      rooms: """
        - {id: hall, name: Hall, features: [screen]}
        - {id: attic, name: Attic, features: [tables]}
        """,
      sessions: """
        - {1️⃣id: a, title: A, minutes: 30, features: [screen]}
        - {2️⃣id: b, title: B, minutes: 30, features: [tables]}
        """,
      constraints: "- 3️⃣one-room: module m"
    ).expect(
      """
      'a' needs a room with screen [1]
      'b' needs a room with tables [2]
      module 'm' stays in one room [3]
      * give the room 'hall' the feature 'tables' (cost 0)
      * give the room 'attic' the feature 'screen' (cost 0)
      * declare 'features' with a weight for 'a' (cost 0)
      * declare 'features' with a weight for 'b' (cost 0)
      * remove 'one-room', or give it a weight: module 'm' stays in one room (cost 0)
      """,
      mendedBy: ("[screen]}\n  - {id: attic", "[screen, tables]}\n  - {id: attic")
    )
  }

  @Test func `two groups that want one trainer at one time`() async throws {
    try await Impossible(
      groups: """
        - {id: g, name: G, size: 20}
        - {id: h, name: H, size: 20}
        """,
      trainers: "- {id: ann, name: Ann, only: [1️⃣2026-03-09]}",
      sessions: "- {2️⃣id: a, title: A, minutes: 70, groups: [g], trainers: [ann]}",
      others: "- {3️⃣id: b, title: B, minutes: 70, groups: [h], trainers: [ann]}"
    ).expect(
      """
      Ann can come only on 9 March 2026 [1]
      'a' (70) and 'b' (70) take 140 minutes together with Ann; the only block in which they can be \
      held, on 9 March 2026, has 120 [2 3]
      'a' and 'b' are held by Ann [2 3]
      * let Ann also come on 2 March 2026 (cost 0)
      * let Ann also come on 16 March 2026 (cost 0)
      * let somebody else hold 'a' (cost 0)
      * shorten 'a' from 70 to 50 minutes (cost 0)
      * let somebody else hold 'b' (cost 0)
      * shorten 'b' from 70 to 50 minutes (cost 0)
      * let the 3 blocks from 10:00 to 12:00 end at 12:30 (cost 0)
      """,
      mendedBy: ("only: [2026-03-09]", "only: [2026-03-09, 2026-03-16]")
    )
  }

  @Test func `two conflicts that have nothing to do with each other`() async throws {
    try await Impossible(
      trainers: "- {id: ann, name: Ann, only: [1️⃣2026-03-03]}",
      sessions: """
        - {2️⃣id: a, title: A, minutes: 60, trainers: [ann]}
        - {id: b, title: B, minutes: 30}
        """,
      constraints: """
        - pin: {session: b, at: 2026-03-09T10:00}
        - window: {of: b, weeks: [3]}
        """
    ).expect(
      """
      Ann can come only on 3 March 2026 [1]
      'a' is held by Ann [2]
      * let Ann come on other days too; and let 'b' be held otherwise than on 9 March 2026 at \
      10:00 (cost 0)
      """,
      mendedBy: ("2026-03-03", "2026-03-02"),
      ("weeks: [3]", "weeks: [2]")
    )
  }

  @Test func `a declaration of which no single part can be spared`() async throws {
    try await Impossible(
      trainers: """
        - {id: ann, name: Ann}
        - {id: ben, name: Ben}
        """,
      sessions: """
        - {id: a, title: A, minutes: 60, trainers: [ann]}
        - {id: b, title: B, minutes: 60, trainers: [ann], needs: [1️⃣{session: a, least: 7 days}]}
        - {id: c, title: C, minutes: 60, trainers: [ben]}
        - {id: d, title: D, minutes: 60, trainers: [ben], needs: [{session: c, least: 7 days}]}
        """,
      constraints: "- 2️⃣span: {of: each trainer, most: 1 days}"
    ).expect(
      """
      'b' needs 'a' before it, at least 7 days [1]
      Ann takes at most 1 day from its first session to its last [2]
      * remove 'span' altogether, or give it a weight (cost 0)
      """,
      mendedBy: ("most: 1 days", "most: 7 days")
    )
  }

  @Test func `too few blocks by more than one`() async throws {
    try await Impossible(
      blocks: "- {every: Monday, from: 21:30, to: 23:30}",
      sessions: """
        - {1️⃣id: a, title: A, minutes: 100}
        - {2️⃣id: b, title: B, minutes: 100}
        - {3️⃣id: c, title: C, minutes: 100}
        - {4️⃣id: d, title: D, minutes: 100}
        - {id: e, title: E, minutes: 100}
        """
    ).expect(
      """
      'a' (100), 'b' (100), 'c' (100) and 'd' (100) take 400 minutes together; the 3 blocks of \
      120 minutes have 360 [1 2 3 4]
      * open another block in week 1, such as on 3 March 2026, 21:30 to 23:30; and open another \
      block in week 3, such as on 17 March 2026, 21:30 to 23:30 (cost 0)
      """,
      mendedBy: ("weeks: 3", "weeks: 5")
    )
  }
}
