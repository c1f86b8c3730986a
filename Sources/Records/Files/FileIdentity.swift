internal import Foundation

/// Which file it is, whatever it is called: its device, and its number there.
struct FileIdentity: Hashable, Sendable {
  private let device: Int
  private let number: Int

  /// The file that a path names, links followed; `nil` where there is none.
  init?(of path: String) {
    let real = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real),
      let device = attributes[.systemNumber] as? NSNumber,
      let number = attributes[.systemFileNumber] as? NSNumber
    else { return nil }
    self.device = device.intValue
    self.number = number.intValue
  }
}
