import Curricula
import Foundation
import GoldenFiles
import Publishing
import Testing

@Suite struct FormsTests {
  @Test func `a timetable reads week by week, with what it costs`() throws {
    expectGolden(try Sample.publication().text(), "timetable.txt")
  }

  @Test func `on a narrow page everything is still there`() throws {
    expectGolden(try Sample.publication(isOptimal: true).text(width: 40), "timetable-narrow.txt")
  }

  @Test func `a programme without a timetable says why and what would help`() throws {
    expectGolden(try Sample.conflict().text(), "conflict.txt")
  }

  @Test func `a timetable as JSON`() throws {
    expectGolden(anyRules(try Sample.publication().json()), "timetable.json")
  }

  @Test func `a conflict as JSON`() throws {
    expectGolden(anyRules(try Sample.conflict().json()), "conflict.json")
  }

  @Test func `a timetable as CSV`() throws {
    expectGolden(try #require(Sample.publication().csv()), "timetable.csv")
  }

  @Test func `a timetable as iCalendar`() throws {
    expectGolden(anyRules(try #require(Sample.publication().iCalendar())), "timetable.ics")
  }

  @Test func `a timetable as a page`() throws {
    expectGolden(anyRules(try Sample.publication().html()), "timetable.html")
  }

  @Test func `a conflict as a page`() throws {
    expectGolden(anyRules(try Sample.conflict().html()), "conflict.html")
  }

  @Test func `where there is no timetable there is no calendar and no table`() throws {
    let publication = try Sample.conflict()
    #expect(publication.iCalendar() == nil)
    #expect(publication.csv() == nil)
  }
}
