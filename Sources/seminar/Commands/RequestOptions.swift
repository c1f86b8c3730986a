import ArgumentParser
import Coordination
import Curricula

/// The options that ask for a change of a timetable, in addition to what the curriculum says.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A trainer cannot come on these days, as in unodc=2026-04-28,2026-05-05. You can "
        + "repeat this option.",
      valueName: "trainer=dates"
    ),
    transform: TrainerAway.init(argument:)
  )
  var away: [TrainerAway] = []

  @Option(
    help: ArgumentHelp(
      "Keep the published time of a session, as in w5s1, or have it on a certain day, as in "
        + "w5s1=2026-04-28. You can repeat this option.",
      valueName: "session=date"
    ),
    transform: PinnedSession.init(argument:)
  )
  var pin: [PinnedSession] = []

  @Option(
    help: ArgumentHelp("The first day that may change (default: today).", valueName: "date"),
    transform: CivilDate.init(argument:)
  )
  var today: CivilDate?

  /// Whether nothing is asked.
  var isEmpty: Bool { away.isEmpty && pin.isEmpty }
}
