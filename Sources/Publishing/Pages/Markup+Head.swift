/// The head of a page: its letters, how wide it is, light and dark, its title and its looks.
///
/// - Parameters:
///   - title: The title of the page.
///   - rules: The rules for the looks, as Cascading Style Sheets.
/// - Returns: The element.
func head(of title: String, _ rules: StaticString) -> Markup {
  element(.head) {
    element(.meta, .init(name: "charset", value: "utf-8"))
    element(
      .meta,
      .init(name: "name", value: "viewport"),
      .init(name: "content", value: "width=device-width, initial-scale=1")
    )
    element(
      .meta,
      .init(name: "name", value: "color-scheme"),
      .init(name: "content", value: "light dark")
    )
    element(.title) { title }
    Markup.style(rules)
  }
}
