extension Quiz {
  /// The quiz in the form that people write; read again, it is the same quiz but for its places.
  ///
  /// Instants are written in universal time.
  public var yaml: String {
    var yaml = YAMLText()
    yaml.write("quiz", title)
    yaml.write("status", status)
    yaml.write("curriculum", curriculum?.name)
    yaml.write("module", module?.name)
    yaml.write("mode", mode.rawValue)
    yaml.write("pass", passPercent?.written)
    if shuffle != .itemsAndOptions { yaml.write("shuffle", shuffle.rawValue) }
    yaml.write("notice", notice)
    if asksCertainty { yaml.write("certainty", "true") }
    if penalty != Self.usualPenalty { yaml.write("penalty", penalty.written) }
    yaml.write("opens", conditions.opensBy?.description ?? conditions.opens?.universal)
    yaml.write("closes", conditions.closesBy?.description ?? conditions.closes?.universal)
    yaml.write("time-limit", conditions.timeLimit?.words)
    yaml.write("attempts", conditions.attempts.map { "\($0)" })
    yaml.write("wait", conditions.wait?.words)
    if grading != .best { yaml.write("grade", grading.rawValue) }
    writeFeedback(&yaml)
    yaml.write("sections", each: sections) { yaml, section in
      yaml.write("id", section.id)
      yaml.write("title", section.title)
      yaml.write("text", section.text)
      if section.keepsOrder { yaml.write("keep-order", "true") }
    }
    yaml.write("draw", each: draws) { yaml, draw in
      yaml.write("items", "\(draw.count)")
      yaml.write("theme", draw.theme?.name)
      yaml.write("module", draw.module?.name)
      yaml.write("section", draw.section)
      yaml.write("level", draw.level?.rawValue)
      yaml.write("tag", draw.tag)
    }
    var text = yaml.text + "\n"
    var list = YAMLText()
    list.write("items", each: items, apart: true) { yaml, item in item.write(&yaml) }
    text += list.text
    return text
  }

  private func writeFeedback(_ yaml: inout YAMLText) {
    guard feedback != Feedback() else { return }
    yaml.write("feedback") { yaml in
      if mode == .practice { Self.write("during", feedback.during, &yaml) }
      Self.write("right-after", feedback.rightAfter, &yaml)
      Self.write("later", feedback.later, &yaml)
      Self.write("after-close", feedback.afterClose, &yaml)
    }
  }

  private static func write(
    _ key: String,
    _ details: Set<Feedback.Detail>,
    _ yaml: inout YAMLText
  ) {
    switch details {
    case Feedback.everything: yaml.write(key, "everything")
    case []: yaml.write(key, "nothing")
    default:
      let names = Feedback.Detail.allCases.filter(details.contains).map(\.rawValue)
      yaml.write(key, row: names)
    }
  }
}
