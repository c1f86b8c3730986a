import Diagnostics
import Quizzes

@testable import Banks

/// Pieces of QTI 1.2 in the shapes of the tools that write them.
enum QTI12Sample {
  static func read(_ items: String, around: (String, String) = ("", "")) -> ReadBank {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
      \(around.0)\(items)\(around.1)
      </questestinterop>
      """
    return ReadBank(text, as: .qti, file: "quiz.xml")
  }

  static func field(_ label: String, _ entry: String) -> String {
    """
    <qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry>
    </qtimetadatafield>
    """
  }

  /// An item as Canvas and text2qti write it.
  static func canvas(
    _ type: String,
    _ responses: String,
    _ rules: String,
    stem: String = "&lt;p&gt;Which &lt;b&gt;tool&lt;/b&gt;?&lt;/p&gt;",
    points: String = "2.0",
    feedback: String = ""
  ) -> String {
    """
    <item ident="g1" title="Nails"><itemmetadata><qtimetadata>
    \(field("question_type", type))\(field("points_possible", points))
    </qtimetadata></itemmetadata>
    <presentation><material><mattext texttype="text/html">\(stem)</mattext></material>
    \(responses)</presentation>
    <resprocessing><outcomes>
    <decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
    \(rules)</resprocessing>\(feedback)</item>
    """
  }

  static func labels(_ texts: String...) -> String {
    texts.enumerated().map { index, text in
      """
      <response_label ident="\(index + 1)"><material>
      <mattext texttype="text/plain">\(text)</mattext></material></response_label>
      """
    }.joined()
  }

  static func choices(_ cardinality: String, _ labels: String) -> String {
    """
    <response_lid ident="response1" rcardinality="\(cardinality)"><render_choice>
    \(labels)</render_choice></response_lid>
    """
  }

  static let textField = """
    <response_str ident="response1" rcardinality="Single"><render_fib>
    <response_label ident="answer1" rshuffle="No"/></render_fib></response_str>
    """

  static func rule(_ test: String, _ score: String, more: String = "") -> String {
    """
    <respcondition continue="No"><conditionvar>\(test)</conditionvar>
    <setvar action="Set" varname="SCORE">\(score)</setvar>\(more)</respcondition>
    """
  }

  static func equals(_ value: String, _ response: String = "response1") -> String {
    "<varequal respident=\"\(response)\">\(value)</varequal>"
  }

  static func shows(_ feedback: String, _ test: String) -> String {
    """
    <respcondition continue="Yes"><conditionvar>\(test)</conditionvar>
    <displayfeedback feedbacktype="Response" linkrefid="\(feedback)"/></respcondition>
    """
  }

  static func said(_ name: String, _ text: String) -> String {
    """
    <itemfeedback ident="\(name)"><flow_mat><material>
    <mattext texttype="text/html">&lt;p&gt;\(text)&lt;/p&gt;</mattext></material></flow_mat>
    </itemfeedback>
    """
  }
}
