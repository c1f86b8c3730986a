import Foundation
import Testing

extension Workbench {
  /// A course with a roster of two.
  static func enrolled() throws -> Workbench {
    try Workbench.joinery().with(enrolment)
  }

  private static let enrolment = MadeMarkbook { bench in
    try bench.enroll("id,name\np01,Ana Núñez\np02,Noor\n")
  }

  /// Changes a byte of what is recorded, as a failing disk or a hand would.
  func alterRecord() throws {
    var bytes = try Data(contentsOf: URL(filePath: path("markbook.sqlite")))
    let range = try #require(bytes.range(of: Data("\"kind\":\"graded\"".utf8)))
    bytes[range.upperBound - 2] = UInt8(ascii: "b")
    try write(bytes, to: "markbook.sqlite")
  }

  /// Overwrites bytes of the markbook.
  func overwriteMarkbook(at offset: Int, with bytes: [UInt8]) throws {
    var data = try Data(contentsOf: URL(filePath: path("markbook.sqlite")))
    data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    try write(data, to: "markbook.sqlite")
  }
}

/// What is wrong with a markbook's file.
enum BadMarkbook: String, CaseIterable {
  case zeroBytes = "zero-bytes"
  case text, foreign, newer, folder, damaged

  /// A course whose markbook is like that.
  func bench() throws -> Workbench {
    let bench = try Workbench.enrolled()
    switch self {
    case .zeroBytes: try bench.write("", to: "markbook.sqlite")
    case .text: try bench.write("id,name\np01,Ana\n", to: "markbook.sqlite")
    // The header's fields of SQLite's file format: 68 holds the application, 60 the version.
    case .foreign: try bench.overwriteMarkbook(at: 68, with: [0, 0, 0, 42])
    case .newer: try bench.overwriteMarkbook(at: 60, with: [0, 0, 3, 231])
    case .folder:
      try FileManager.default.removeItem(atPath: bench.path("markbook.sqlite"))
      try bench.write("", to: "markbook.sqlite/file")
    case .damaged:
      let size = try Data(contentsOf: URL(filePath: bench.path("markbook.sqlite"))).count
      let noise = [UInt8](repeating: 0xA5, count: size - 4_096)
      try bench.overwriteMarkbook(at: 4_096, with: noise)
    }
    return bench
  }
}
