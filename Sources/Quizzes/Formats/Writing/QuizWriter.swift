extension Quiz {
  /// The quiz in the form that people write; read again, it is the same quiz but for its places.
  ///
  /// Instants are written in universal time.
  public var yaml: String { QuizWriter(self).text }
}

/// Writes a quiz in the form that people write, so that it reads back equal.
struct QuizWriter {
  private let quiz: Quiz

  init(_ quiz: Quiz) {
    self.quiz = quiz
  }

  /// The file.
  var text: String {
    var yaml = YAMLWriter()
    yaml.add(remarks: quiz.remarks)
    if !quiz.remarks.isEmpty { yaml.space() }
    writeHead(into: &yaml)
    writeConditions(into: &yaml)
    writeFeedback(into: &yaml)
    writeBlueprint(into: &yaml)
    yaml.add("allow", allowances: quiz.allowances)
    if !quiz.items.isEmpty { yaml.space() }
    yaml.add("items", entries: quiz.items, isSpaced: true) { yaml, item in
      yaml.add(remarks: item.remarks)
      ItemWriter(item).write(into: &yaml)
    }
    return yaml.text
  }

  private func writeHead(into yaml: inout YAMLWriter) {
    let plain = Quiz(title: "", status: "", items: [])
    yaml.add("quiz", quiz.title)
    yaml.add("status", quiz.status)
    yaml.add("curriculum", names: quiz.curricula.map(\.name))
    yaml.add("module", plain: quiz.module?.name)
    yaml.add("mode", plain: quiz.mode.rawValue)
    yaml.add("pass", plain: quiz.passPercent?.writtenPercent)
    if quiz.shuffle != plain.shuffle {
      yaml.add("shuffle", plain: quiz.shuffle.rawValue.replacing("-", with: " "))
    }
    yaml.add("notice", quiz.notice)
    if quiz.asksCertainty { yaml.add("certainty", plain: "true") }
    if quiz.penalty != plain.penalty { yaml.add("penalty", plain: quiz.penalty.written) }
  }

  private func writeConditions(into yaml: inout YAMLWriter) {
    let conditions = quiz.conditions
    yaml.add("opens", plain: conditions.opensBy?.description ?? conditions.opens?.universal)
    let closes = conditions.closesBy?.description ?? conditions.closes?.universal
    yaml.add("closes", plain: closes ?? (conditions.closesNever ? "never" : nil))
    yaml.add("time-limit", plain: conditions.timeLimit?.words)
    if conditions.attempts != Quiz.Conditions.usual(in: quiz.mode).attempts {
      yaml.add("attempts", plain: conditions.attempts.map { "\($0)" } ?? "unlimited")
    }
    yaml.add("wait", plain: conditions.wait?.words)
    if quiz.grading != .best { yaml.add("grade", plain: quiz.grading.rawValue) }
  }

  private func writeFeedback(into yaml: inout YAMLWriter) {
    let feedback = quiz.feedback
    guard feedback != .usual(in: quiz.mode) else { return }
    func details(_ shown: Set<Quiz.Feedback.Detail>) -> String {
      if shown == Quiz.Feedback.everything { return "everything" }
      if shown.isEmpty { return "nothing" }
      let names = Quiz.Feedback.Detail.allCases.filter(shown.contains).map(\.rawValue)
      return "[\(names.joined(separator: ", "))]"
    }
    yaml.add("feedback") { yaml in
      if quiz.mode == .practice { yaml.add("during", plain: details(feedback.during)) }
      yaml.add("right-after", plain: details(feedback.rightAfter))
      yaml.add("later", plain: details(feedback.later))
      yaml.add("after-close", plain: details(feedback.afterClose))
    }
  }

  private func writeBlueprint(into yaml: inout YAMLWriter) {
    yaml.add("sections", entries: quiz.sections) { yaml, section in
      yaml.add("id", plain: section.id)
      yaml.add("title", section.title)
      yaml.add("text", section.text)
      if section.keepsOrder { yaml.add("keep-order", plain: "true") }
    }
    yaml.add("draw", entries: quiz.draws) { yaml, draw in
      yaml.add("items", plain: "\(draw.count)")
      yaml.add("theme", plain: draw.theme?.name)
      yaml.add("module", plain: draw.module?.name)
      yaml.add("section", plain: draw.section)
      yaml.add("level", plain: draw.level?.rawValue)
      yaml.add("tag", draw.tag)
    }
    yaml.add("banks", names: quiz.banks.map(\.name))
    yaml.add("apart", lists: quiz.apart.map { $0.map(\.name) })
  }
}
