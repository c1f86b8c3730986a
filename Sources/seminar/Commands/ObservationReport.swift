import ArgumentParser
import Coordination
import Diagnostics
import Foundation

/// What was looked at, for people and for programs.
struct ObservationReport: Encodable {
  let format: String
  let version = 1
  let settings: [Setting]?
  let problems: Int
  let warnings: Int
  let observations: [Observation]

  /// The forms in which it is written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  private enum CodingKeys: CodingKey {
    case format, version, settings, problems, warnings, observations
  }

  init(_ observations: [Observation], as format: String, settings: [Setting]? = nil) {
    self.format = format
    self.settings = settings
    self.observations = observations
    problems = observations.count { $0.level == .problem }
    warnings = observations.count { $0.level == .warning }
  }

  /// Writes the report; ends with status 1 when there is a problem.
  func write(as form: Form) throws {
    try Output.standard.write(form == .json ? json : text)
    if problems > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
  }

  /// The settings, then a line for each observation, with what to do below it.
  private var text: String {
    var lines: [String] = []
    if let settings {
      let width = settings.map(\.name.count).max() ?? 0
      lines += settings.map { setting in
        let name = setting.name.padding(toLength: width, withPad: " ", startingAt: 0)
        return "\(name)  \(setting.value.visible)  (\(setting.origin.visible))"
      }
      lines.append("")
    }
    for observation in observations {
      lines.append("\(observation.level.rawValue): \(observation.topic): \(observation.message)")
      if let remedy = observation.remedy { lines.append("  help: \(remedy)") }
    }
    lines += [
      "",
      problems + warnings == 0
        ? "No problems."
        : "\(problems.counted("problem")), \(warnings.counted("warning")).",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(self)
    return (data.map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
