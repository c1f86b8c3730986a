#if Archives
  /// What the directory of an archive says of one path.
  struct ArchiveEntry {
    /// How a file is packed.
    enum Method {
      case stored
      case deflated
    }

    let path: String
    /// Whether it is a file; folders and links are not.
    let isFile: Bool
    let method: Method
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    /// Where its local header begins.
    let offset: Int

    /// The packed bytes, behind the local header.
    func data(in bytes: [UInt8]) throws(ArchiveFault) -> ArraySlice<UInt8> {
      let header = bytes[min(offset, bytes.count)...]
      guard header.count >= 30, header.integer(at: 0, size: 4) == 0x0403_4B50 else {
        throw .damaged(path)
      }
      let start =
        offset + 30 + header.integer(at: 26, size: 2) + header.integer(at: 28, size: 2)
      guard start <= bytes.count, packedSize <= bytes.count - start else { throw .damaged(path) }
      return bytes[start..<(start + packedSize)]
    }
  }

  extension ArraySlice<UInt8> {
    /// An unsigned number, its low byte first, at a distance from the start.
    ///
    /// The bytes are there: the caller has looked.
    func integer(at distance: Int, size: Int) -> Int {
      var number = 0
      for index in (0..<size).reversed() {
        number = number << 8 | Int(self[startIndex + distance + index])
      }
      return number
    }
  }
#endif
