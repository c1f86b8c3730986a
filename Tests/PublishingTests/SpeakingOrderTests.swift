import Curricula
import Testing
import Timetabling

@testable import Publishing

@Suite struct SpeakingOrderTests {
  private func speakers(_ order: String, by trainers: (String, String)) throws -> [String] {
    let text = Sample.curriculum.replacing(
      "trainers: [tokyo, vienna],",
      with: "trainers: [tokyo, vienna], speaking-order: \(order),"
    )
    let problem = try Sample.problem(text)
    let placement = try problem.place(
      "a2",
      "2026-03-24T10:00",
      "11:15",
      in: "hall",
      by: trainers.0,
      trainers.1
    )
    return Appointment(placement, in: problem).trainers.map(\.id)
  }

  @Test(arguments: [
    ("[tokyo]", ["tokyo", "vienna"]), ("[vienna, tokyo]", ["vienna", "tokyo"]),
    ("[]", ["vienna", "tokyo"]),
  ])
  func `trainers are shown in the order in which they speak`(order: String, shown: [String])
    throws
  {
    #expect(try speakers(order, by: ("vienna", "tokyo")) == shown)
  }

  @Test func `a stand-in has the place of the trainer who cannot come`() throws {
    #expect(
      try speakers("[tokyo, vienna]", by: ("liaison", "tokyo")) == ["tokyo", "liaison"]
    )
  }
}
