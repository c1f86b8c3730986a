internal import Curricula
internal import Foundation

extension Publication {
  /// The published folder as a page in it sees it: what else can be opened there.
  struct Folder {
    /// Those who have a page and a calendar of their own, everybody first.
    let audiences: [Audience]
  }

  /// The ways in which a page shows a timetable.
  enum View {
    /// Days with their sessions one below the other.
    case list
    /// Weeks side by side, sessions to scale.
    case weeks

    /// What the page's title calls it.
    var title: String {
      switch self {
      case .list: "timetable"
      case .weeks: "week view"
      }
    }
  }

  /// The way from a page to the other view, to the calendar, and to the pages of others.
  func links(in folder: Folder, from view: View) -> Markup {
    element(.nav, .style("links"), .label("Views, calendars and other pages")) {
      element(.ul, .style("files")) {
        if audience != .everybody {
          entry("Whole programme", to: Audience.everybody.listPath)
        }
        switch view {
        case .list:
          if let weeks = audience.weeksPath { entry("Week view", to: weeks) }
        case .weeks: entry("List view", to: audience.listPath)
        }
        entry("Calendar (.ics)", to: audience.path + ".ics")
        if audience == .everybody {
          entry("Table (.csv)", to: audience.path + ".csv")
          entry("Data (.json)", to: audience.path + ".json")
          entry("Picture (.svg)", to: audience.path + ".svg")
        }
      }
      if audience == .everybody, view == .list {
        element(.details) {
          element(.summary) { "Pages and calendars of each group, room and trainer" }
          element(.ul, .style("people")) {
            for other in folder.audiences {
              element(.li) {
                element(.a, .link(to: way(to: other.listPath)), .foreign) { other.name ?? "" }
                " · "
                element(
                  .a,
                  .link(to: way(to: other.path + ".ics")),
                  .label("Calendar of \(other.name ?? "")")
                ) { "calendar" }
              }
            }
          }
          element(.p) {
            "Calendar programs check for changes a few times a day, and some only once a day."
          }
        }
      }
    }
  }

  private func entry(_ text: String, to path: String) -> Markup {
    element(.li) { element(.a, .link(to: way(to: path))) { text } }
  }

  /// The address of a file of the folder as seen from this page.
  func way(to path: String) -> String {
    let up = String(repeating: "../", count: audience.path.count { $0 == "/" })
    return up + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
  }
}

extension Audience {
  /// The path of the list of its sessions below the published folder.
  var listPath: String { self == .everybody ? "index.html" : path + ".html" }

  /// The path of its week view; trainers, who come for a few sessions, have none.
  var weeksPath: String? {
    switch self {
    case .everybody: "weeks.html"
    case .group, .room: path + ".weeks.html"
    case .trainer: nil
    }
  }
}
