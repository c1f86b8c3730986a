internal import Curricula
internal import Diagnostics

// What pages say to the people who attend and lead the modules of a week.
extension Publication {
  /// What the modules that begin in a week say to the readers of this page.
  ///
  /// Outcomes, readings and work beforehand are for everybody but a room; notes are for trainers alone.
  @MarkupBuilder func guidance(of week: Week) -> [Markup] {
    for module in week.modules where week.number == firstWeek(of: module.number) {
      let parts = guidanceLists(of: module.module, number: module.number)
      if !parts.isEmpty {
        element(.section, .style("guidance"), .label("About module M\(module.number)")) {
          for part in parts {
            element(.p) { part.heading }
            element(.ul) {
              for text in part.texts { element(.li, .foreign) { text } }
            }
          }
        }
      }
    }
  }

  /// The first week of this page in which a module is held.
  private func firstWeek(of module: Int) -> Int? {
    weeks.first { $0.modules.contains { $0.number == module } }?.number
  }

  /// The lists that have something for the readers of this page, each with its heading.
  private func guidanceLists(
    of module: Module,
    number: Int
  ) -> [(heading: String, texts: [String])] {
    let sessions = appointments.filter { $0.moduleNumber == number }.map(\.session.guidance)
    let guidances = ([module.guidance] + sessions).uniqued()
    let attended: [(heading: String, texts: [String])] = [
      ("Afterwards, a participant can", guidances.flatMap(\.outcomes).map(\.text)),
      ("To read", guidances.flatMap(\.readings).map(\.words)),
      ("Before the sessions", guidances.flatMap(\.before)),
    ]
    let led = [(heading: "Notes for facilitators", texts: guidances.flatMap(\.notes))]
    switch audience {
    case .room: return []
    case .everybody, .group: return attended.filter { !$0.texts.isEmpty }
    case .trainer: return (attended + led).filter { !$0.texts.isEmpty }
    }
  }
}
