import Curricula
import Diagnostics
import Testing

/// Changes that are written into a curriculum's file.
struct AmendingTests {
  /// The programme with changes at places of its file.
  private func amended(
    _ text: String,
    _ amendments: (EditedText.Spot) throws -> [Amendment]
  ) throws -> String {
    let source = SourceText(file: Programme.file, text: text)
    let whole = try #require(EditedText(source)).whole
    let amended = try AmendedCurriculum(amendments(whole), of: source)
    let bytes = try #require(amended.edit.applied(to: Array(text.utf8)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let two = "[{late: s1, weight: 1}, {late: s2, weight: 1}]"

  @Test(arguments: [
    ("", "constraints:\n  - {late: s1, weight: 1}\n  - {late: s2, weight: 1}\n"),
    ("constraints:\n", "constraints: \(two)\n"),
    ("constraints: # none yet\n", "constraints: \(two) # none yet\n"),
    ("constraints: ~\n", "constraints: \(two)\n"),
    ("constraints: []\n", "constraints: \(two)\n"),
    (
      "constraints:\n  - {late: s1}\n",
      "constraints:\n  - {late: s1}\n  - {late: s1, weight: 1}\n  - {late: s2, weight: 1}\n"
    ),
  ])
  func `two wishes are written below one key`(ending: String, new: String) throws {
    let text = try amended(Programme().text + ending) { _ in
      [.wish("late", of: "s1"), .wish("late", of: "s2")]
    }
    #expect(text == Programme().text + new)
  }

  @Test(arguments: [
    ("", ", members: {2: {on: 2026-03-05}, 3: {minutes: 45}}"),
    (
      ", members: {2: {on: 2026-03-06}}",
      ", members: {2: {on: 2026-03-05}, 3: {minutes: 45}}"
    ),
    (
      ", members: {3: {title: T}}",
      ", members: {3: {title: T, minutes: 45}, 2: {on: 2026-03-05}}"
    ),
  ])
  func `what differs for members of a series is written under its members`(
    old: String,
    new: String
  ) throws {
    func programme(_ members: String) -> Programme {
      Programme().replacing(
        "{id: s2, title: Two, minutes: 60, needs: [s1]}",
        with: "{id: s2, title: Two, minutes: 60, repeat: 3\(members)}"
      )
    }
    let text = try amended(programme(old).text) { whole in
      let sessions = whole.value(of: "modules")?.items.first?.value(of: "sessions")?.items ?? []
      guard case .mapping(let entries)? = sessions.last?.node.content else { return [] }
      func member(_ suffix: String) -> SeriesMember {
        SeriesMember(series: entries[0].location, suffix: suffix, mayMove: true)
      }
      return [
        .differ(member("2"), key: "on", value: "2026-03-05"),
        .differ(member("3"), key: "minutes", value: "45"),
      ]
    }
    #expect(text == programme(new).text)
  }

  @Test(arguments: [
    ("{id: ann, name: Ann}", "{id: ann, name: Ann, alternates: [bo, cy]}"),
    ("{id: ann, name: Ann, alternates: }", "{id: ann, name: Ann, alternates: [bo, cy] }"),
    ("{id: ann, name: Ann, alternates: []}", "{id: ann, name: Ann, alternates: [bo, cy]}"),
    ("{id: ann, name: Ann, alternates: di}", "{id: ann, name: Ann, alternates: [di, bo, cy]}"),
    ("{id: ann, name: Ann, alternates: [di]}", "{id: ann, name: Ann, alternates: [di, bo, cy]}"),
  ])
  func `what several changes add to one list is added together`(old: String, new: String) throws {
    let trainers = "- {id: ann, name: Ann}\n  - {id: bo, name: Bo}\n"
    func programme(_ ann: String) -> String {
      Programme().replacing(
        trainers,
        with: """
          - \(ann)
            - {id: bo, name: Bo}
            - {id: cy, name: Cy}
            - {id: di, name: Di}

          """
      ).text
    }
    let text = try amended(programme(old)) { whole in
      let ann = try #require(whole.value(of: "trainers")?.items.first)
      guard case .mapping(let entries) = ann.node.content else { return [] }
      let place = entries[0].location
      return [.addAlternate(place, "bo"), .addAlternate(place, "cy"), .addAlternate(place, "bo")]
    }
    #expect(text == programme(new))
  }
}
