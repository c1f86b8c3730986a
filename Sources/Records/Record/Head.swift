/// The last hash of one site's chain, which stands for everything recorded at that site until then.
public struct Head: Hashable, Sendable, CustomStringConvertible {
  /// The site: 32 hexadecimal digits; empty for the one chain of a markbook of version 4 or before.
  public let site: String
  /// How many records the chain has.
  public let position: Int
  /// The hash of the last record: 64 hexadecimal digits, zeros when there is none.
  public let hash: String

  /// The head as exports name it: site, number of records and hash, with colons between them.
  public var description: String {
    site.isEmpty ? hash : "\(site):\(position):\(hash)"
  }
}
