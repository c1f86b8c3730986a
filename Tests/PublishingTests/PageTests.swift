import Foundation
import Publishing
import Testing
import Timetabling

@Suite struct PageTests {
  @Test(arguments: [false, true])
  func `every element that begins also ends, in its place`(isConflict: Bool) throws {
    let page = try isConflict ? Sample.conflict().html() : Sample.publication().html()
    var open: [String] = []
    for tag in tags(page) where tag != "meta" {
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `nobody's text becomes markup`() throws {
    let page = try Sample.publication().html()
    #expect(!page.lowercased().contains("<script"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co"))
  }

  @Test func `a page needs nothing from elsewhere`() throws {
    let page = try Sample.publication().html()
    for foreign in ["src=", "url(", "@import", "<link", "<script", "<iframe"] {
      #expect(!page.contains(foreign))
    }
  }

  @Test func `identifiers are unique and links within the page lead somewhere`() throws {
    let page = try Sample.publication().html()
    let identifiers = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(identifiers).count == identifiers.count)
    let targets = page.matches(of: /(?:href="#|aria-labelledby=")([^"]*)"/).map { String($0.1) }
    #expect(!targets.isEmpty)
    #expect(targets.allSatisfy(identifiers.contains))
  }

  @Test func `a group in another zone finds its own time wherever its sessions are shown`() throws {
    let text = Sample.curriculum.replacing(
      "id: diplomats, name: Diplomats",
      with: "id: diplomats, name: Diplomats, zone: Asia/Tokyo"
    )
    let publication = try Sample.publication(of: Sample.problem(text))
    let diplomats = try #require(
      Audience.all(of: publication.problem.curriculum).first { $0.name == "Diplomats" }
    )
    let own = publication.publication(for: diplomats)
    let zones = "Trainers and groups in other zones find their own time next to their name."
    for shown in [publication, own] {
      let page = shown.html()
      #expect(shown.text(width: 200).contains(zones))
      #expect(page.contains("Police advisors, Diplomats (23:00–00:00 in Tokyo)"))
      #expect(page.contains(zones))
    }
    let published = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    let weeks = publication.files([published]).first { $0.path == "groups/diplomats.weeks.html" }
    #expect(weeks?.text.contains("Diplomats (23:00–00:00 in Tokyo)") == true)
    let calendar = try #require(own.iCalendar()).replacing("\r\n ", with: "")
    #expect(calendar.contains("For: Police advisors\\, Diplomats (23:00–00:00 in Tokyo)"))
  }

  @Test func `every header cell says what it heads`() throws {
    let page = try Sample.publication().html()
    let headers = page.matches(of: /<th[ >][^>]*>/)
    #expect(!headers.isEmpty)
    #expect(headers.allSatisfy { $0.output.contains("scope=") })
  }
}

/// The tags of a page or picture in order, without what stands between them.
func tags(_ page: String) -> [String] {
  page.matches(of: /<(\/?[a-z0-9]+)[^>]*>/).map { String($0.1) }
}
