import ArgumentParser
import Diagnostics

extension Failure {
  /// What the argument parser says about wrong arguments, in our form: message and remedy.
  ///
  /// - Parameter page: All that the argument parser shows: an error, maybe help on the option, and how
  ///   the command is used. `nil` for any other page.
  init?(usage page: String) {
    guard page.hasPrefix(Seminar._errorPrefix), let end = page.ranges(of: "\nUsage: ").last else {
      return nil
    }
    let told = page[..<end.lowerBound].dropFirst(Seminar._errorPrefix.count)
    let error = told.ranges(of: "\nHelp:  ").last.map { told[..<$0.lowerBound] } ?? told
    // Long lists of values come one a line behind a hyphen.
    let lines = error.split(whereSeparator: \.isNewline)
    let values = lines.filter { $0.hasPrefix("  - ") }.map { "'\($0.dropFirst(4))'" }
    let words =
      (lines.filter { !$0.hasPrefix("  - ") }.map { $0.drop { $0 == " " } }
      + [values.joined(separator: ", ")[...]]).filter { !$0.isEmpty }.joined(separator: " ")
    let remedies = [
      ". Did you mean ": "did you mean ", ". Please provide one of ": "write one of ",
      ". Please provide one of the following: ": "write one of ",
    ]
    let tail = remedies.keys.sorted().reversed().lazy.compactMap { words.ranges(of: $0).last }.first
    let message = tail.map { words[..<$0.lowerBound] } ?? words[...]
    let remedy = tail.map { tail in
      remedies[String(words[tail]), default: ""] + words[tail.upperBound...]
    }
    self.init(
      .usage,
      Self.asMessage(message).visible,
      remedy: remedy.map { Self.asMessage($0[...]).visible } ?? Self.hint(in: page)
    )
  }

  private static func asMessage(_ sentence: Substring) -> String {
    var text = sentence.prefix(1).lowercased() + sentence.dropFirst()
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Where the help is that fits the command.
  private static func hint(in page: String) -> String {
    let words = page.firstMatch(of: /See '(seminar[a-z ]*) --?h/)
    return "see '\(words.map { String($0.1) } ?? "seminar") --help'"
  }
}

extension Launch {
  /// The command that the first words name, where it can be read from the words after them.
  ///
  /// Read from the root, the same comes out, but the argument parser then reads the options of each
  /// level first, and goes through all commands. Whatever is not right is left to that.
  func namedCommand() -> (any ParsableCommand)? {
    var words = arguments[...]
    var type: any ParsableCommand.Type = Seminar.self
    while !type.configuration.subcommands.isEmpty {
      let word = words.popFirst()
      let named = type.configuration.subcommands.first { $0.configuration.commandName == word }
      guard word != nil, let named else { return nil }
      type = named
    }
    guard !words.contains("--help"), !words.contains("-h") else { return nil }
    let command = try? type.parseAsRoot(Array(words))
    return command.flatMap { Swift.type(of: $0) == type ? $0 : nil }
  }

  /// The argument parser knows no near names for commands, and takes `help` for any word.
  func refuseUnknownCommand() throws {
    var words = commandWords
    var command: any ParsableCommand.Type = Seminar.self
    var path: [String] = []
    if words.first == "help" { words.removeFirst() }
    while let word = words.popFirst(), !word.hasPrefix("-") {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty else { return }
      path.append(word)
      if let next = commands.first(where: { $0.configuration.commandName == word }) {
        command = next
        continue
      }
      let names =
        commands.compactMap { $0.configuration.commandName } + (path.count == 1 ? ["help"] : [])
      let near = nearestName(to: word, in: names)
      // Where one command is meant when none is named, the word may be an argument of that.
      if near == nil, command.configuration.defaultSubcommand != nil { return }
      throw Failure(
        .usage,
        "there is no command '\(path.joined(separator: " ").prefix(60).visible)'",
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "see '\((["seminar"] + path.dropLast()).joined(separator: " ")) --help'"
      )
    }
  }

  /// The arguments from the first word that can name a command.
  private var commandWords: ArraySlice<String> {
    var words = arguments[...]
    while let option = words.first, option.hasPrefix("--"), option.count > 2 {
      let known = ["--workspace", "--markbook", "--curriculum", "--color", "--no-color"]
      guard known.contains(where: option.hasPrefix) else { return [] }
      words = words.dropFirst(option.contains("=") || option == "--no-color" ? 1 : 2)
    }
    return words
  }
}
