import ArgumentParser

/// The forms of a report that is no table.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
