internal import Diagnostics
internal import Quizzes

/// One response that an item of QTI 1.2 asks for.
struct QTI12Response {
  /// What is done to respond.
  enum Form {
    /// Options are chosen, or put in order.
    case choice
    case text
    case number
    /// Something that a terminal cannot show, such as a place on a picture.
    case other
  }

  /// One option.
  struct Label {
    var identifier: String
    var text: String
    var keepsPlace: Bool
    /// How New Quizzes of Canvas ask for the word of a gap.
    var entry: String?
  }

  let identifier: String
  let form: Form
  let takesSeveral: Bool
  let isOrdered: Bool
  /// What stands in the response before its options: the left side of a matching.
  let title: String
  let labels: [Label]
  /// Whether options are shuffled; `nil` where nothing is said.
  let isShuffled: Bool?
  /// Whether the field to type in has several lines.
  let isLong: Bool
  let location: Diagnostic.Location
  /// What of its texts could not be kept.
  private(set) var losses: [String] = []

  /// The elements that ask for a response.
  static let names: Set<String> = [
    "response_lid", "response_str", "response_num", "response_grp", "response_xy",
    "response_extension",
  ]

  init(_ element: XMLElement) {
    var losses: [String] = []
    func plain(_ materials: [XMLElement]) -> String {
      let text = QTI12Layout(materials).text
      losses += text.losses.filter { !losses.contains($0) }
      return text.text
    }
    identifier = element["ident"] ?? ""
    location = element.location
    let cardinality = (element["rcardinality"] ?? "single").lowercased()
    isOrdered = cardinality == "ordered"
    let choice = element.descendants("render_choice").first
    let field = element.descendants("render_fib").first
    let object = element.descendants("ims_render_object").first
    takesSeveral =
      cardinality == "multiple" || (isOrdered && field == nil)
    switch element.name {
    case "response_lid" where choice != nil || object != nil: form = .choice
    case "response_num": form = field == nil ? .other : .number
    case "response_str" where field != nil:
      let type = (field?["fibtype"] ?? "String").lowercased()
      form = ["integer", "decimal", "scientific"].contains(type) ? .number : .text
    default: form = choice == nil ? .other : .choice
    }
    title = plain(element.elements.filter { QTI12Layout.materials.contains($0.name) }).onOneLine
    labels =
      form == .choice
      ? element.descendants("response_label").map { label in
        Label(
          identifier: label["ident"] ?? "",
          text: plain(label.elements).onOneLine,
          keepsPlace: label["rshuffle"]?.lowercased() == "no"
            || label["lock"]?.lowercased() == "yes",
          entry: label["answer_type"]
        )
      } : []
    isShuffled = (choice ?? object)?["shuffle"].map { $0.lowercased() == "yes" }
    isLong = (field?["rows"].flatMap { Int($0) } ?? 1) > 1
    self.losses = losses
  }

  /// The text of an option.
  func text(of identifier: String) -> String? {
    labels.first { $0.identifier == identifier }?.text
  }
}
