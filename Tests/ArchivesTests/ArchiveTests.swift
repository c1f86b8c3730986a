#if Archives
  import HandmadeArchives
  import Testing

  @testable import Archives

  @Suite struct ArchiveTests {
    private let limits = Archive.Limits(bytes: 1 << 20)

    private func files(_ bytes: [UInt8], _ limits: Archive.Limits? = nil) throws(ArchiveFault)
      -> [Archive.File]
    {
      try Archive(bytes, limits: limits ?? self.limits).files { $0.hasSuffix(".xml") }
    }

    @Test func `stored and deflated files are read, and others are left alone`() throws {
      let archive = HandmadeArchive([
        .stored("a.xml", "stored"), .deflated("folder/b.xml"), .stored("picture.png", "x"),
        .stored("folder/", ""),
      ])
      let found = try files(archive.bytes)
      #expect(found.map(\.path) == ["a.xml", "folder/b.xml"])
      #expect(
        found.map { String(decoding: $0.bytes, as: UTF8.self) } == [
          "stored", HandmadeArchive.inflatedText,
        ]
      )
    }

    @Test func `a comment behind the directory does not hide it`() throws {
      let archive = HandmadeArchive([.stored("a.xml", "x")], comment: "packed by hand")
      #expect(try files(archive.bytes).count == 1)
    }

    @Test(arguments: ["../a.xml", "/a.xml", "b/../../a.xml", "c:\\a.xml", ""])
    func `a path that leads out of the archive is refused`(path: String) {
      #expect(throws: ArchiveFault.unsafePath(path)) {
        try files(HandmadeArchive([.stored(path, "x")]).bytes)
      }
    }

    @Test func `what is encrypted, packed in another way or damaged is refused by name`() {
      var encrypted = HandmadeArchive.Entry.stored("a.xml", "x")
      encrypted.flags = 1
      #expect(throws: ArchiveFault.encrypted("a.xml")) {
        try files(HandmadeArchive([encrypted]).bytes)
      }
      var other = HandmadeArchive.Entry.stored("a.xml", "x")
      other.method = 12
      #expect(throws: ArchiveFault.unknownMethod("a.xml", number: 12)) {
        try files(HandmadeArchive([other]).bytes)
      }
      var changed = HandmadeArchive.Entry.stored("a.xml", "x")
      changed.checksum ^= 1
      #expect(throws: ArchiveFault.damaged("a.xml")) {
        try files(HandmadeArchive([changed]).bytes)
      }
      var cut = HandmadeArchive.Entry.deflated("a.xml")
      cut.size += 1
      #expect(throws: ArchiveFault.damaged("a.xml")) {
        try files(HandmadeArchive([cut]).bytes)
      }
    }

    @Test func `links are never read`() throws {
      var link = HandmadeArchive.Entry.stored("a.xml", "/etc/passwd")
      link.mode = 0o120_777
      #expect(try files(HandmadeArchive([link]).bytes) == [])
    }

    @Test func `what would unfold beyond the limits is refused before it is unpacked`() {
      var large = HandmadeArchive.Entry.deflated("a.xml")
      large.size = 3 << 20
      #expect(throws: ArchiveFault.tooLarge(limit: 1 << 20)) {
        try files(HandmadeArchive([large]).bytes)
      }
      #expect(throws: ArchiveFault.tooDense("a.xml", ratio: 200)) {
        try files(HandmadeArchive([large]).bytes, Archive.Limits(bytes: 1 << 30))
      }
      #expect(throws: ArchiveFault.tooManyFiles(limit: 1)) {
        try files(
          HandmadeArchive([.stored("a.xml", "x"), .stored("b.xml", "x")]).bytes,
          Archive.Limits(files: 1, bytes: 100)
        )
      }
      // A stream that is longer than the directory says stops there.
      var hidden = HandmadeArchive.Entry.deflated("a.xml")
      hidden.size = 3
      #expect(throws: ArchiveFault.damaged("a.xml")) {
        try files(HandmadeArchive([hidden]).bytes)
      }
    }

    @Test func `the large form and several parts are refused`() {
      var large = HandmadeArchive.Entry.stored("a.xml", "x")
      large.size = 0xFFFF_FFFF
      #expect(throws: ArchiveFault.unsupportedForm) {
        try files(HandmadeArchive([large]).bytes)
      }
    }

    @Test func `every beginning of an archive, and every changed byte, is read without harm`() {
      let whole = HandmadeArchive([.stored("a.xml", "stored"), .deflated("b.xml")]).bytes
      for length in 0..<whole.count {
        #expect(throws: ArchiveFault.self) { try files(Array(whole.prefix(length))) }
      }
      for index in whole.indices {
        for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
          var changed = whole
          changed[index] = value
          _ = try? files(changed)
        }
      }
    }
  }
#endif
