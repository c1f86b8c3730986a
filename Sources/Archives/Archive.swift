#if Archives
  /// A ZIP file, read without unpacking it to the disk.
  ///
  /// It holds files that are stored or deflated, as packages of QTI and common cartridges do. What is
  /// encrypted, spread over several files or larger than four gigabytes is refused, and so are paths
  /// that lead out of the archive. Nothing is unpacked but what is asked for, and never more than its
  /// limits allow, however small the archive is.
  ///
  /// Source: PKWARE, *.ZIP File Format Specification* (APPNOTE), version 6.3.10.
  public struct Archive: Sendable {
    /// How much is unpacked at most.
    public struct Limits: Sendable {
      /// The most files in the archive.
      public var files: Int
      /// The most bytes unpacked, together.
      public var bytes: Int
      /// How many times larger than packed a file may be, where it is larger than a megabyte.
      public var ratio: Int

      /// Creates limits.
      public init(files: Int = 20_000, bytes: Int, ratio: Int = 200) {
        self.files = files
        self.bytes = bytes
        self.ratio = ratio
      }
    }

    /// A file in the archive.
    public struct File: Hashable, Sendable {
      /// Its path in the archive.
      public var path: String
      /// What is in it.
      public var bytes: [UInt8]
    }

    private let bytes: [UInt8]
    private let limits: Limits
    private let entries: [ArchiveEntry]

    /// Reads the directory of an archive.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - limits: How much is unpacked at most.
    /// - Throws: Why it cannot be read.
    public init(_ bytes: [UInt8], limits: Limits) throws(ArchiveFault) {
      self.bytes = bytes
      self.limits = limits
      var reader = ArchiveDirectory(bytes)
      entries = try reader.entries(limit: limits.files)
    }

    /// The files whose paths are wanted, by their paths.
    ///
    /// - Parameter isWanted: Whether a path is wanted; folders and links never are.
    /// - Returns: The files, unpacked.
    /// - Throws: Why one of them cannot be read.
    /// - Complexity: O(*n*) in the bytes that are packed and unpacked.
    public func files(where isWanted: (String) -> Bool) throws(ArchiveFault) -> [File] {
      var left = limits.bytes
      var files: [File] = []
      var paths: Set<String> = []
      for entry in entries where entry.isFile && isWanted(entry.path) {
        guard paths.insert(entry.path).inserted else { throw .repeatedPath(entry.path) }
        guard entry.size <= left else { throw .tooLarge(limit: limits.bytes) }
        let isBomb = entry.size > 1 << 20 && entry.size / limits.ratio > entry.packedSize
        guard !isBomb else { throw .tooDense(entry.path, ratio: limits.ratio) }
        left -= entry.size
        files.append(File(path: entry.path, bytes: try unpacked(entry)))
      }
      return files.sorted { $0.path < $1.path }
    }

    private func unpacked(_ entry: ArchiveEntry) throws(ArchiveFault) -> [UInt8] {
      let packed = try entry.data(in: bytes)
      let unpacked: [UInt8]
      switch entry.method {
      case .stored:
        guard entry.size == packed.count else { throw .damaged(entry.path) }
        unpacked = Array(packed)
      case .deflated:
        guard let inflated = Inflater.inflate(packed, size: entry.size) else {
          throw .damaged(entry.path)
        }
        unpacked = inflated
      }
      guard Inflater.checksum(of: unpacked) == entry.checksum else { throw .damaged(entry.path) }
      return unpacked
    }
  }
#endif
