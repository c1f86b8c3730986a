import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("sesions", "sessions"), ("tilte", "title"), ("UNODC", "unodc"), ("minuts", "minutes"),
  ])
  func `a name with one slip finds the one that was meant`(slip: String, meant: String) {
    #expect(nearestName(to: slip, in: ["title", "sessions", "unodc", "minutes"]) == meant)
  }

  @Test func `a name that resembles nothing finds nothing`() {
    #expect(nearestName(to: "weather", in: ["title", "sessions"]) == nil)
  }
}
