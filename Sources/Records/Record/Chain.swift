/// The chain of hashes through all records of one site, in the order of recording.
///
/// Each record carries a hash that follows from the one before and from everything that the record
/// says, so that a later change of any record, or of their order, is noticed. One hash, the last,
/// stands for all of them. `Record.md` gives the form so exactly that other programs can check it.
enum Chain {
  /// What stands for the hash before a site's first record: 32 zero bytes.
  static let origin = [UInt8](repeating: 0, count: 32)

  /// The hash of a record that follows the hash `previous`: 32 bytes.
  static func link(after previous: [UInt8], _ record: Record) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(record.body.utf8.count + 384)
    message += previous
    append(record.site.utf8, to: &message)
    append(String(record.position).utf8, to: &message)
    append(record.kind.utf8, to: &message)
    append(record.subject.utf8, to: &message)
    append(String(record.sequence).utf8, to: &message)
    append(record.programme.curriculum.utf8, to: &message)
    append(record.programme.edition.utf8, to: &message)
    append(String(record.milliseconds).utf8, to: &message)
    append(record.body.utf8, to: &message)
    append(record.commitment ?? [], to: &message)
    return SHA256(of: message).bytes
  }

  /// What a record says publicly of its private part: 32 bytes that nobody can guess a text from
  /// without the salt.
  static func commitment(to text: String, salt: [UInt8]) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(salt.count + text.utf8.count)
    message += salt
    message += text.utf8
    return SHA256(of: message).bytes
  }

  /// What binds the site that records in a file, so that a change of it is noticed.
  static func seal(ofSite site: String) -> [UInt8] {
    var message: [UInt8] = []
    append("seminar site".utf8, to: &message)
    append(site.utf8, to: &message)
    return SHA256(of: message).bytes
  }

  /// Appends a field: its length as eight bytes, the most significant first, then its bytes.
  static func append(_ field: some Collection<UInt8>, to message: inout [UInt8]) {
    append(length: field.count, to: &message)
    message.append(contentsOf: field)
  }

  /// Appends the length of a field.
  static func append(length: Int, to message: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: length >> shift))
    }
  }
}

extension [UInt8] {
  /// The bytes as lower-case hexadecimal digits, two each.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads hexadecimal digits, two for each byte; `nil` for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 16) }
    guard digits.count % 2 == 0, digits.allSatisfy({ $0 < 16 }) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
