import Foundation

/// The time that the processors have worked for this process, which other programs do not lengthen.
enum ProcessorTime {
  /// In seconds.
  static var seconds: Double { Double(clock()) / 1_000_000 }
}
