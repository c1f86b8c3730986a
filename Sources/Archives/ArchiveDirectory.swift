#if Archives
  /// Reads the directory that ends an archive.
  struct ArchiveDirectory {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    /// What the directory lists.
    mutating func entries(limit: Int) throws(ArchiveFault) -> [ArchiveEntry] {
      guard let end = endRecord else { throw .notAnArchive }
      let record = bytes[end...]
      let count = record.integer(at: 10, size: 2)
      let start = record.integer(at: 16, size: 4)
      // The plain form has no more; these values say that the larger one follows.
      let isPlain =
        record.integer(at: 4, size: 2) == 0 && count != 0xFFFF && start != 0xFFFF_FFFF
      guard isPlain else { throw .unsupportedForm }
      guard count <= limit else { throw .tooManyFiles(limit: limit) }
      var entries: [ArchiveEntry] = []
      var position = start
      for _ in 0..<count {
        guard position <= end - 46 else { throw .damaged("directory") }
        let header = bytes[position..<end]
        guard header.integer(at: 0, size: 4) == 0x0201_4B50 else { throw .damaged("directory") }
        let nameLength = header.integer(at: 28, size: 2)
        let length =
          46 + nameLength + header.integer(at: 30, size: 2) + header.integer(at: 32, size: 2)
        guard length <= header.count else { throw .damaged("directory") }
        entries.append(try entry(header, nameLength: nameLength))
        position += length
      }
      return entries
    }

    /// Where the last record begins: at the end of the file, but for a comment.
    private var endRecord: Int? {
      guard bytes.count >= 22 else { return nil }
      let first = max(0, bytes.count - 22 - 0xFFFF)
      return (first...(bytes.count - 22)).reversed().first { place in
        bytes[place...].integer(at: 0, size: 4) == 0x0605_4B50
          && place + 22 + bytes[place...].integer(at: 20, size: 2) == bytes.count
      }
    }

    private func entry(
      _ header: ArraySlice<UInt8>,
      nameLength: Int
    ) throws(ArchiveFault) -> ArchiveEntry {
      let name = header.dropFirst(46).prefix(nameLength)
      // Names in old code pages stay readable in their ASCII part.
      let path = String(decoding: name, as: UTF8.self)
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let isSafe =
        !path.isEmpty && !path.hasPrefix("/") && !parts.contains("..")
        && !path.unicodeScalars.contains { $0 == "\\" || $0 == "\0" }
      let shown = String(path.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) })
      guard isSafe else { throw .unsafePath(shown) }
      guard header.integer(at: 8, size: 2) & 1 == 0 else { throw .encrypted(shown) }
      let size = header.integer(at: 24, size: 4)
      let packedSize = header.integer(at: 20, size: 4)
      let offset = header.integer(at: 42, size: 4)
      guard ![size, packedSize, offset].contains(0xFFFF_FFFF) else { throw .unsupportedForm }
      let isFolder = path.hasSuffix("/")
      let method: ArchiveEntry.Method
      switch header.integer(at: 10, size: 2) {
      case 0: method = .stored
      case 8: method = .deflated
      case let number: throw .unknownMethod(shown, number: number)
      }
      // Unix keeps the type of a file in the upper half; 0o12 is a link.
      let isLink =
        header.integer(at: 5, size: 1) == 3 && header.integer(at: 40, size: 2) >> 12 == 0o12
      return ArchiveEntry(
        path: path,
        isFile: !isFolder && !isLink,
        method: method,
        checksum: UInt32(header.integer(at: 16, size: 4)),
        packedSize: packedSize,
        size: size,
        offset: offset
      )
    }
  }
#endif
