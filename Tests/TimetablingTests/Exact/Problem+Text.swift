import Curricula
import Diagnostics
import Timetabling

extension Problem {
  /// The problem of a curriculum as somebody might write it.
  init(curriculum text: String) throws {
    let source = SourceText(file: "curriculum.yaml", text: text)
    try self.init(Curriculum.parse(source).curriculum)
  }
}
