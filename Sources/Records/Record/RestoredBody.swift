/// What the first record of a restored markbook's site says: where it goes on.
struct RestoredBody: Codable {
  var hash: String
  var position: Int
  var site: String
}
