import Publishing
import Testing

@Suite struct PageTests {
  @Test(arguments: [false, true])
  func `every element that begins also ends, in its place`(isConflict: Bool) throws {
    let page = try isConflict ? Sample.conflict().html() : Sample.publication().html()
    var open: [String] = []
    for tag in tags(page) where tag != "meta" {
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `nobody's text becomes markup`() throws {
    let page = try Sample.publication().html()
    #expect(!page.lowercased().contains("<script"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co"))
  }

  @Test func `a page needs nothing from elsewhere`() throws {
    let page = try Sample.publication().html()
    for foreign in ["src=", "url(", "@import", "<link", "<script", "<iframe"] {
      #expect(!page.contains(foreign))
    }
  }

  @Test func `identifiers are unique and links within the page lead somewhere`() throws {
    let page = try Sample.publication().html()
    let identifiers = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(identifiers).count == identifiers.count)
    let targets = page.matches(of: /(?:href="#|aria-labelledby=")([^"]*)"/).map { String($0.1) }
    #expect(!targets.isEmpty)
    #expect(targets.allSatisfy(identifiers.contains))
  }

  @Test func `every header cell says what it heads`() throws {
    let page = try Sample.publication().html()
    let headers = page.matches(of: /<th[ >][^>]*>/)
    #expect(!headers.isEmpty)
    #expect(headers.allSatisfy { $0.output.contains("scope=") })
  }
}

/// The tags of a page or picture in order, without what stands between them.
func tags(_ page: String) -> [String] {
  page.matches(of: /<(\/?[a-z0-9]+)[^>]*>/).map { String($0.1) }
}
