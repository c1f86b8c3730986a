internal import Diagnostics
package import Quizzes

extension Item {
  /// The item without the places where it is written, which differ in each form.
  package var withoutPlaces: Item {
    var item = self
    item.location = .init(file: "")
    item.themes = themes.map { Quiz.Reference($0.name) }
    item.module = module.map { Quiz.Reference($0.name) }
    return item
  }

  /// The item as our own file has it, for messages.
  package var inYAML: String {
    Quiz(title: "One", status: "One", items: [self]).yaml
  }
}
