import Curricula
import Foundation
import Publishing
import Testing
import Timetabling

/// What pages say to the people who attend and lead a module.
@Suite struct GuidanceTests {
  private static let curriculum = Sample.curriculum.replacing(
    "title: Foundations\n",
    with: """
      title: Foundations
          outcomes:
            - outcome: tell a treaty from a <resolution>
              themes: [T1]
          readings:
            - {title: Charter, source: chapters III to V, minutes: 30, optional: true}
          before: [Bring a resolution.]
          notes: [Nobody speaks for a government.]

      """
  )

  /// The pages of the programme, by their paths.
  private static func pages() throws -> [String: String] {
    let publication = try Sample.publication(of: Sample.problem(curriculum))
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    let files = publication.files([revision]).filter { $0.path.hasSuffix(".html") }
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
  }

  private static let outcome = "<li dir=\"auto\">tell a treaty from a &lt;resolution&gt;</li>"

  @Test(arguments: ["index.html", "groups/advisors.html", "trainers/vienna.html"])
  func `people who attend or lead a module read its outcomes, once`(path: String) throws {
    let page = try #require(Self.pages()[path])
    #expect(page.ranges(of: Self.outcome).count == 1)
    #expect(page.contains("Afterwards, a participant can"))
    #expect(page.contains("Charter, chapters III to V (30 minutes, optional)"))
    #expect(page.contains("Bring a resolution."))
  }

  @Test func `notes are for trainers of the module alone`() throws {
    let noted = try Self.pages().filter { $0.value.contains("Nobody speaks for a government.") }
    #expect(
      noted.keys.sorted() == [
        "trainers/formula.html", "trainers/tokyo.html", "trainers/vienna.html",
      ]
    )
  }

  @Test func `pages of rooms and of people without the module say nothing of it`() throws {
    let pages = try Self.pages()
    for path in ["rooms/hall.html", "trainers/liaison.html"] {
      #expect(try !#require(pages[path]).contains(Self.outcome))
    }
  }
}
