/// How the search counts different buckets or rooms: by those in use.
struct DistinctFormula: PresenceFormula {
  let dimension: Dimension
  let least: Int32
  let most: Int32

  /// The buckets in use, and the placements in them and without one.
  struct Standing: BitwiseCopyable {
    var used: Int32
    var members: Int32
  }

  func standing(ofEmpty count: Int) -> Standing { Standing(used: 0, members: 0) }

  @inline(__always)
  func standing(
    after shift: Shift,
    _ before: Standing,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Standing {
    var after = before
    after.members &+= shift.joining
    if shift.old >= 0, amounts[shift.base &+ shift.old] == 1 { after.used &-= 1 }
    if shift.new >= 0, amounts[shift.base &+ shift.new] == 0 { after.used &+= 1 }
    return after
  }

  @inline(__always)
  func excess(_ standing: Standing) -> Int {
    standing.members == 0 ? 0 : Int(max(0, least &- standing.used, standing.used &- most))
  }
}
