internal import Quizzes

/// What tools write about items and assessments of QTI 1.2 in fields with names.
enum QTI12Metadata {
  /// The value of a field, by its name; the fields of inner items are not looked at.
  ///
  /// Fields are pairs of `fieldlabel` and `fieldentry`, or elements with the name of the field.
  static func field(_ name: String, of element: XMLElement) -> String? {
    fields(name, of: element).first
  }

  static func fields(_ name: String, of element: XMLElement) -> [String] {
    var values: [String] = []
    for inner in element.elements {
      switch inner.name {
      case "item", "section", "presentation", "resprocessing", "itemfeedback": continue
      case "qtimetadatafield":
        guard inner.first("fieldlabel")?.text.trimmed.lowercased() == name,
          let entry = inner.first("fieldentry")?.text.trimmed, !entry.isEmpty
        else { continue }
        values.append(entry)
      case name:
        let value = inner.text.trimmed
        if !value.isEmpty { values.append(value) }
      default: values += fields(name, of: inner)
      }
    }
    return values
  }

  /// What a tool calls the type of an item, in small letters; empty where it says nothing.
  static func type(of item: XMLElement) -> String {
    ["question_type", "qmd_itemtype", "bbmd_questiontype", "qmd_questiontype", "cc_profile"]
      .lazy.compactMap { field($0, of: item) }.first?.lowercased() ?? ""
  }

  /// The points that an item earns, where they are above 0.
  static func points(of item: XMLElement) -> Rational? {
    ["points_possible", "qmd_weighting", "qmd_absolutescore_max", "maximumscore", "cc_weighting"]
      .lazy.compactMap { field($0, of: item).flatMap { Rational(score: $0) } }
      .first { $0 > 0 }
  }

  /// The words under which an item is filed.
  static func topics(of item: XMLElement) -> [String] {
    (fields("qmd_topic", of: item) + fields("qmd_keywords", of: item)
      + fields("keyword", of: item))
      .map { PlainText($0).text.onOneLine }
  }
}
