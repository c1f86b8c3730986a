internal import Diagnostics
package import Quizzes

extension Quiz {
  /// A quiz with comments everywhere and with reasons to let rules of item writing pass.
  package static let remarkedText = """
    # Written by the joiners.
    #
    # Second edition

    quiz: Tools
    status: For tests.
    mode: graded
    allow: {key-position: "a short quiz"}
    # of no item
    items:
      # Ask the smith -- he knows.
      - id: one  # behind
        kind: true-false
        stem: |
          # no comment
          So?
        key: true
        allow:
          negative-stem: "as in the treaty: so"
      # -----
      # Look at # 2

      # [id:x] is not for GIFT
      - id: two
        kind: true-false
        stem: So?
        # inside
        key: true

    """

  /// What is read of ``remarkedText``.
  package static func remarked() throws -> Quiz {
    try Quiz.parse(SourceText(file: "quiz.yaml", text: remarkedText))
  }
}
