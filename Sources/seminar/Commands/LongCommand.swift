import ArgumentParser

/// A command that works with several threads.
protocol LongCommand: AsyncParsableCommand, Sendable {}
