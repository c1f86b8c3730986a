internal import Foundation

extension Encodable {
  /// The value as a JSON document for people and programs: indented, with sorted keys.
  public var document: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(self)
    return (data.map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
