import Quizzes
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2027-03-23T10:00-04:00", "2027-03-23T14:00:00Z"),
    ("2027-03-23T10:00:05-0400", "2027-03-23T14:00:05Z"),
    ("2027-03-23 10:00Z", "2027-03-23T10:00:00Z"),
    ("2027-03-23t10:00 z", "2027-03-23T10:00:00Z"),
    ("2027-03-23T00:15 +05:45", "2027-03-22T18:30:00Z"),
    ("2024-02-29T23:59:59+00:00", "2024-02-29T23:59:59Z"),
  ])
  func `an instant is read with its offset`(text: String, universal: String) throws {
    #expect(try #require(Timestamp(text)).universal == universal)
  }

  @Test(arguments: [
    "", "2027-03-23", "2027-03-23T10:00", "2027-03-23T10:00+04", "2027-3-23T10:00Z",
    "2027-03-23T10:00:5Z", "2027-03-23T24:00Z", "2027-03-23T10:60Z", "2027-03-23T10:00:60Z",
    "2027-03-23T10:00+19:00", "2027-03-23T10:00+01:60", "2027-03-23T10:00Z ", " 2027-03-23T10:00Z",
    "2027-03-23T10:00:00.5Z", "2027-02-29T10:00Z", "2027-03-23T10:00  Z", "٢٠٢٧-03-23T10:00Z",
    "2027-03-23T10:00Z\u{301}", "after week 3",
  ])
  func `anything else is no instant`(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
