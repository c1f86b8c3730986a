/// A timetable as `--format json` gives it, read without the program's own types.
struct TimetableDocument: Decodable {
  let format: String
  let version: Int
  let curriculum: String
  let zone: String
  let status: String
  let cost: Cost?
  let bound: Int?
  var placements: [Placement]
  let penalties: [Penalty]
  let programme: Programme

  struct Cost: Decodable, Equatable {
    let hard: Int
    let soft: Int
  }

  struct Placement: Decodable {
    let session: String
    let module: String
    let minutes: Int
    var week: Int
    var block: String
    var start: WallTime
    var end: WallTime
    var room: String?
    var rooms: [String]
    var trainers: [String]
    let groups: [String]
  }

  struct Penalty: Decodable {
    let constraint: String
    let weight: Int?
    let excess: Int
    let penalty: Int?
    let declared: String
  }

  struct Programme: Decodable {
    let starts: String
    let weeks: Int
    let grid: Int
    let blocks: [Block]
    let groups: [Group]
    let rooms: [Room]
    let trainers: [Trainer]
    let calendar: [Entry]
    let sessions: [Session]
    let constraints: [Declared]
  }

  struct Block: Decodable {
    let id: String
    let week: Int
    let start: WallTime
    let end: WallTime
    let groups: [String]
    let place: String?
  }

  struct Group: Decodable {
    let id: String
    let size: Int
    let zone: String
    let hours: Hours?
    let away: [Absence]
    let only: [Absence]
  }

  struct Room: Decodable {
    let id: String
    let of: [String]
    let place: String?
    let shared: Bool
    let seats: Int?
    let features: [String]
    let hours: Hours?
    let closed: [Absence]
    let only: [Absence]
  }

  struct Trainer: Decodable {
    let id: String
    let zone: String
    let hours: Hours?
    let remote: Bool
    let away: [Absence]
    let tentative: [Absence]
    let only: [Absence]
    let alternates: [String]
  }

  struct Hours: Decodable {
    let from: String
    let to: String
    let weight: Int?
  }

  struct Absence: Decodable {
    let from: String
    let to: String
    let part: Part?
    let weight: Int?

    struct Part: Decodable {
      let from: String
      let to: String
    }
  }

  struct Prerequisite: Decodable {
    let session: String
    let least: Int
    let most: Int?
    let weight: Int?
  }

  struct Entry: Decodable {
    let effect: String
    let from: String
    let to: String
    let weight: Int?
    let themes: [String]
    let modules: [String]
  }

  struct Session: Decodable {
    let id: String
    let kind: String
    let module: String
    let minutes: Int
    let themes: [String]
    let tags: [String]
    let needs: [String]
    let prerequisites: [Prerequisite]
    let trainers: [String]
    let oneOf: [String]
    let groups: [String]
    let features: [String]
    let rooms: [String]
  }

  struct Declared: Decodable {
    let constraint: String
    let argument: Argument
    let weight: Int?
    let declared: String
  }

  /// What stands behind the name of a constraint.
  enum Argument: Decodable {
    case text(String)
    case list([Argument])
    case object([String: Argument])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Argument].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Argument].self))
      }
    }
  }
}

/// A day, the time that the clock on the wall shows, and how far that clock is ahead of UTC.
struct WallTime: Decodable, Hashable {
  /// The day as written, such as `2026-04-07`; days compare as text.
  var day: String
  /// Minutes since midnight.
  var minute: Int
  /// Minutes ahead of UTC.
  let offset: Int

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let form = /(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):00([+-])(\d\d):(\d\d)/
    guard let parts = text.wholeMatch(of: form)?.output, let hour = Int(parts.2),
      let minute = Int(parts.3), let hours = Int(parts.5), let minutes = Int(parts.6)
    else {
      throw Unreadable(text: text)
    }
    day = String(parts.1)
    self.minute = 60 * hour + minute
    offset = (parts.4 == "-" ? -1 : 1) * (60 * hours + minutes)
  }

  struct Unreadable: Error {
    let text: String
  }
}
