public import Foundation

extension Revision {
  /// The revision as it is stored: JSON with sorted keys, and instants in seconds since 1970.
  public var stored: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    let form = Stored(placements: entries, particulars: particulars)
    // Text, numbers and dates always encode.
    let data = (try? encoder.encode(form)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads a stored revision; `nil` when the text is none.
  ///
  /// The first form was the list of the placements alone.
  public init?(stored: String, number: Int, published: Date) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    let data = Data(stored.utf8)
    if let form = try? decoder.decode(Stored.self, from: data) {
      guard form.version <= Stored.currentVersion else { return nil }
      self.init(
        number: number,
        published: published,
        entries: form.placements,
        particulars: form.particulars
      )
    } else if let entries = try? decoder.decode([Entry].self, from: data) {
      self.init(number: number, published: published, entries: entries)
    } else {
      return nil
    }
  }

  /// The stored form since its second version.
  private struct Stored: Codable {
    static let currentVersion = 2
    var version = Stored.currentVersion
    let placements: [Entry]
    let particulars: Particulars
  }
}
