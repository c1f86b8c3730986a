import Curricula
import Diagnostics
import Testing

@Suite struct ReadingTests {
  private func title(_ written: String) throws -> String {
    try Programme().replacing("title: Small programme", with: "title: \(written)").read()
      .curriculum.title
  }

  @Test(arguments: [
    "NO", "no", "1.10", "017", "0x1F", "1e3", "2026-03-24", "10:30", "null", ".inf",
  ])
  func `what other programs would interpret is kept as written`(written: String) throws {
    #expect(try title(written) == written)
    #expect(try title("'\(written)'") == written)
  }

  @Test func `a quoted tilde is a tilde`() throws {
    #expect(try title("'~'") == "~")
  }

  @Test(arguments: [("10:30", 630), ("9:30", 570), ("09:30", 570), ("'9:30'", 570), ("0:00", 0)])
  func `a time is hours and minutes, never a number in base 60`(written: String, minutes: Int)
    throws
  {
    let curriculum = try Programme().replacing("from: 10:00", with: "from: \(written)").read()
      .curriculum
    #expect(curriculum.blocks.map(\.start) == [minutes, minutes])
  }

  @Test func `a day may end at 24:00`() throws {
    let curriculum = try Programme().replacing("to: 13:00", with: "to: 24:00").read().curriculum
    #expect(curriculum.blocks.map(\.end) == [1440, 1440])
  }

  @Test func `a block may pass midnight, and so may hours`() throws {
    let curriculum = try Programme().replacing(
      "from: 10:00, to: 13:00",
      with: "from: 22:00, to: 2:00"
    )
    .replacing("name: Ann}", with: "name: Ann, hours: {from: 20:00, to: 06:00}}").read()
    .curriculum
    #expect(curriculum.blocks.map(\.minutes) == [240, 240])
    #expect(curriculum.blocks.map(\.id) == ["2026-03-03T22:00", "2026-03-10T22:00"])
    #expect(curriculum.trainers[0].hours?.description == "20:00 to 06:00")
    let (day, night) = (try #require(CivilDate("2026-03-04")), curriculum.blocks[0].date)
    #expect(curriculum.counted(day, 30) == (night, 1470))
    #expect(curriculum.counted(day, 120) == (day, 120))
    #expect(night.clock(after: 1470) == (day, try #require(TimeOfDay("00:30"))))
  }

  @Test func `text with signs of other languages is kept literally`() throws {
    let hostile = "Robert'); DROP TABLE x; -- <b> $(reboot) `id` %s \\n {{1}} =1+1 & \"so\""
    let doubled = hostile.replacing("'", with: "''")
    #expect(try title("'\(doubled)'") == hostile)
  }

  @Test func `what is not said has its usual value`() throws {
    let curriculum = try Programme().read().curriculum
    #expect(curriculum.grid == 5)
    #expect(curriculum.edition == "")
    #expect(curriculum.sessions[0].kind == .lecture)
    #expect(curriculum.sessions[0].groups == [])
    #expect(curriculum.trainers[0].zone.name == "America/New_York")
    #expect(curriculum.trainers[0].tentative == [])
    #expect(curriculum.rooms[0].seats == nil)
  }

  @Test func `blocks of every week and of one day stand in the order of time`() throws {
    let curriculum = try Programme().replacing(
      "blocks:\n",
      with: "blocks:\n  - {on: 2026-03-10, from: 08:00, to: 09:00}\n"
    ).read().curriculum
    #expect(
      curriculum.blocks.map(\.id) == ["2026-03-03T10:00", "2026-03-10T08:00", "2026-03-10T10:00"]
    )
    #expect(curriculum.blocks.map(\.week) == [1, 2, 2])
  }

  @Test func `blocks of every week may begin later and end earlier`() throws {
    let curriculum = try Programme().replacing("weeks: 2", with: "weeks: 9")
      .replacing(
        "every: Tuesday,",
        with: "every: Tuesday, since: 2026-03-10, until: 2026-03-23,"
      ).read().curriculum
    #expect(curriculum.blocks.map(\.date.description) == ["2026-03-10", "2026-03-17"])
  }

  @Test func `another first day moves the blocks of every week`() throws {
    let source = SourceText(file: Programme.file, text: Programme().text)
    let starts = try #require(CivilDate("2027-01-01"))
    let curriculum = try Curriculum.parse(source, starts: starts).curriculum
    #expect(curriculum.blocks.map(\.date.description) == ["2027-01-05", "2027-01-12"])
  }

  @Test func `a week is seven days from the first day`() throws {
    let curriculum = try Programme().read().curriculum
    func week(_ date: String) -> Int? { CivilDate(date).flatMap(curriculum.week(of:)) }
    #expect(week("2026-03-02") == nil)
    #expect(week("2026-03-03") == 1)
    #expect(week("2026-03-09") == 1)
    #expect(week("2026-03-10") == 2)
    #expect(week("2026-03-17") == nil)
  }

  @Test func `days away keep their parts, reasons and weights`() throws {
    let curriculum = try Programme().replacing(
      "name: Ann}",
      with: """
        name: Ann, away: [2026-03-10, {from: 2026-03-03, to: 2026-03-05, reason: Fair, weight: 2,
              hours: {from: 9:00, to: 10:30}}], tentative: [2026-03-11, {on: 2026-03-12, weight: 0}]}
        """
    ).read().curriculum
    let ann = curriculum.trainers[0]
    #expect(
      ann.away.map(\.description)
        == ["10 March 2026", "3 March 2026 to 5 March 2026, 09:00 to 10:30"]
    )
    #expect(ann.away.map(\.weight) == [nil, 2])
    #expect(ann.away.map(\.reason) == [nil, "Fair"])
    #expect(ann.tentative.map(\.weight) == [1, 0])
  }

  @Test func `a room keeps its hours and only days`() throws {
    let curriculum = try Programme().replacing(
      "name: Hall}",
      with: "name: Hall, hours: {from: 9:00, to: 17:00, weight: 3}, only: 2026-03-10}"
    ).read().curriculum
    #expect(curriculum.rooms[0].hours?.description == "09:00 to 17:00")
    #expect(curriculum.rooms[0].hours?.weight == 3)
    #expect(curriculum.rooms[0].only.map(\.description) == ["10 March 2026"])
  }

  @Test func `a need keeps its days, reason and weight`() throws {
    let session = try Programme().replacing(
      "needs: [s1]",
      with: "needs: [{session: s1, least: 1 day, most: 7 days, weight: 4, reason: Rest}]"
    ).read().curriculum.sessions[1]
    #expect(session.needs.map(\.session) == ["s1"])
    #expect(session.needs.map(\.leastDays) == [1])
    #expect(session.needs.map(\.mostDays) == [7])
    #expect(session.needs.map(\.weight) == [4])
    #expect(session.needs.map(\.reason) == ["Rest"])
  }
}
