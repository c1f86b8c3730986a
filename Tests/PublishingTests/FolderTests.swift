import Foundation
import GoldenFiles
import Publishing
import Testing
import Timetabling

@Suite struct FolderTests {
  /// The files of the sample as first published.
  private func files(_ publication: Publication) -> [String: String] {
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    return Dictionary(
      uniqueKeysWithValues: publication.files([revision]).map { ($0.path, $0.text) }
    )
  }

  @Test func `every link of a published page leads to a file of the folder and a place in it`()
    throws
  {
    let files = try files(Sample.publication())
    let base = try #require(URL(string: "file:///site/"))
    var followed = 0
    for (path, page) in files where path.hasSuffix(".html") {
      for link in page.matches(of: /href="([^"]*)"/).map({ String($0.1) }) {
        guard !link.hasPrefix("https:") else { continue }
        let target = try #require(URL(string: link, relativeTo: base.appending(path: path)))
        let name = target.standardizedFileURL.path.dropFirst("/site/".count)
        let text = try #require(files[String(name)], "\(path) links to \(link)")
        if let place = target.fragment { #expect(text.contains(" id=\"\(place)\"")) }
        followed += 1
      }
    }
    #expect(followed > 50)
  }

  @Test func `the whole programme, groups and rooms have a week view`() throws {
    let pages = try files(Sample.publication()).keys.filter { $0.hasSuffix("weeks.html") }
    #expect(
      pages.sorted() == [
        "groups/advisors.weeks.html", "groups/diplomats.weeks.html", "rooms/hall.weeks.html",
        "rooms/studio.weeks.html", "weeks.html",
      ]
    )
  }

  @Test func `the week view of a programme`() throws {
    expectGolden(
      anyRules(try #require(files(Sample.publication())["weeks.html"])),
      "weeks.html"
    )
  }

  @Test func `the list in a published folder`() throws {
    expectGolden(
      anyRules(try #require(files(Sample.publication())["groups/advisors.html"])),
      "group.html"
    )
  }

  @Test func `sessions at the same time stand beside each other in the week view`() throws {
    let text = Sample.curriculum.replacing(
      "trainers: [tokyo, vienna], needs: [a1]}",
      with: "trainers: [tokyo, vienna], needs: [a1], groups: [diplomats]}"
    )
    let publication = try Sample.publication(
      of: Sample.problem(text),
      advisorsAloneAt: "11:30"
    )
    let files = files(publication)
    let page = try #require(files["weeks.html"])
    let slots = page.matches(
      of: /slot [^"]*" style="[^"]*--row: (\d); --rows: (\d); --lane: (\d); --width: (\d)/
    ).map { "rows \($0.1) and \($0.2), lanes \($0.3) and \($0.4)" }
    #expect(
      slots == [
        "rows 1 and 1, lanes 1 and 2", "rows 3 and 2, lanes 1 and 1", "rows 4 and 2, lanes 2 and 1",
        "rows 1 and 1, lanes 1 and 1", "rows 2 and 1, lanes 1 and 1", "rows 4 and 1, lanes 1 and 1",
      ]
    )
    let picture = try #require(files["programme.svg"])
    let heights = picture.matches(of: /<rect x="\d+" y="(\d+)"[^>]*fill="#f4f6f9"/)
      .compactMap { Int($0.1) }
    #expect(heights.map { $0 - heights[0] } == [0, 0, 58, 116, 116, 116])
  }
}
