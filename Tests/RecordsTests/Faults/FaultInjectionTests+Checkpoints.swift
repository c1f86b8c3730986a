import Testing

@testable import Records

extension FaultInjectionTests {
  @Test func `a checkpoint in the middle of a sitting may be stopped anywhere`() throws {
    try forEachFault(
      ["MarkbookProbe", "fill", "FOLDER/markbook.sqlite"],
      atMost: 40,
      on: started
    ) { bench, ended, place in
      try expectWhole(bench, events: ended.kept ?? 1, place)
    }
  }

  @Test func `the checkpoint at the end may be stopped anywhere`() throws {
    try forEachFault(["MarkbookProbe", "close", "FOLDER/markbook.sqlite"], on: started) {
      bench,
      ended,
      place in
      #expect(ended.kept == 13, "\(place)")
      try expectWhole(bench, events: 13, place)
    }
  }
}
