import Testing

@testable import Timetabling

struct MembersTests {
  @Test(arguments: [1, 63, 64, 65, 200])
  func `every session below the count can be one`(count: Int) {
    let all = Members(0..<count, below: count)
    #expect(all.indices == Array(0..<count))
    #expect(all.subtracting(all).isEmpty)
  }

  @Test func `what is removed is not contained any more`() {
    var members = Members([3, 64, 70], below: 100)
    members.remove(64)
    #expect(members.indices == [3, 70])
    #expect(!members.contains(64))
    members.formUnion(Members([99], below: 100))
    #expect(members.indices == [3, 70, 99])
  }
}
