import ArgumentParser
import Banks
import Coordination
import Diagnostics
import Foundation

/// `seminar convert`: bring banks of items from one form to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert items between GIFT, Moodle XML, Aiken, QTI and the format of this program.",
    discussion: """
      The formats are seminar (YAML), gift, moodle-xml, aiken and qti. You can omit them if the
      file names show the format. QTI is read from a file or from the folder of an unpacked
      package (versions 1.2 and 2.1 to 3.0), and written as such a folder (version 3.0). A hyphen
      means standard input or output.

      Everything that an item loses is listed on standard error. If an item cannot be read,
      nothing is written unless you add '--keep-going'. Nothing is written either if the new
      format supports none of the items.

      Examples:
        seminar convert quizzes/welcome.yaml bank.xml
        seminar convert bank.xml quizzes/copy.yaml
        seminar convert quizzes/welcome.yaml package --to qti
        seminar convert package - --to gift
      """
  )

  /// The forms as options.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case seminar, gift
    case moodleXML = "moodle-xml"
    case aiken, qti

    /// The same form as the library names it.
    var bankForm: BankForm {
      switch self {
      case .seminar: .seminar
      case .gift: .gift
      case .moodleXML: .moodleXML
      case .aiken: .aiken
      case .qti: .qti
      }
    }
  }

  @Argument(help: ArgumentHelp("The bank to read.", valueName: "in"), completion: .file())
  var input: String

  @Argument(
    help: ArgumentHelp("The file or folder to write.", valueName: "out"),
    completion: .file()
  )
  var output: String

  @Option(help: ArgumentHelp("The format of the bank to read.", valueName: "format"))
  var from: Form?

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: Form?

  @Flag(help: "Replace the file or folder if it exists.")
  var force = false

  @Flag(help: "Leave out items that cannot be read; the exit status is then 1.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "How the conversion is reported: text on standard error, or json on standard output.",
      valueName: "format"
    )
  )
  var format: ReportForm = .text

  @OptionGroup var colors: ColorOptions

  func validate() throws {
    guard format == .text || output != "-" else {
      throw ValidationError(
        "'--format json' needs standard output for the report; name a file to write"
      )
    }
  }

  func run() throws {
    let target = try targetForm()
    let (sources, form) = try sources()
    let name = URL(fileURLWithPath: input).deletingPathExtension().lastPathComponent
    let conversion = try Conversion(
      of: sources,
      from: form,
      to: target,
      title: input == "-" ? "" : name,
      keepsGoing: keepGoing
    )
    try write(conversion.files, target)
    let remarks = conversion.read.sorted + conversion.losses.sorted
    if format == .json {
      try Output.standard.write(
        Report(read: conversion.count, written: conversion.writtenCount, remarks: remarks).document
      )
      if conversion.read.hasErrors { throw ExitCode(ExitStatus.problems.rawValue) }
      return
    }
    for diagnostic in remarks { Output.error.tell(diagnostic.description) }
    Output.error.tell(
      "\(conversion.count.counted("item")) read"
        + (conversion.writtenCount == conversion.count
          ? "" : ", \(conversion.writtenCount) written")
        + (remarks.isEmpty
          ? ", nothing lost" : "; see the \(remarks.count.counted("remark")) above")
    )
    if conversion.read.hasErrors { throw ExitCode(ExitStatus.problems.rawValue) }
  }

  /// What was converted, for programs.
  private struct Report: Encodable {
    struct Remark: Encodable {
      let severity: String
      let place: String
      let message: String
      let remedy: String?
    }

    let format = "seminar-conversion"
    let version = 1
    let read: Int
    let written: Int
    let remarks: [Remark]

    init(read: Int, written: Int, remarks: [Diagnostic]) {
      self.read = read
      self.written = written
      self.remarks = remarks.map {
        Remark(
          severity: $0.severity.rawValue,
          place: $0.location.description,
          message: $0.message,
          remedy: $0.remedy
        )
      }
    }
  }

  /// The form to write, by its option or the name of the output.
  private func targetForm() throws -> BankForm {
    if let to { return to.bankForm }
    if output.hasSuffix("/") { return .qti }
    if let form = BankForm.evident(path: output) { return form }
    throw unclear(output, option: "--to")
  }

  private func unclear(_ path: String, option: String) -> Failure {
    let names = Form.allCases.map { "'\(option) \($0.rawValue)'" }
    return Failure(
      .usage,
      "the format of '\(path.visible)' is not clear from its name",
      remedy: "add one of \(names.joined(separator: ", "))"
    )
  }

  private func sources() throws -> ([SourceText], BankForm) {
    if BankFolder.exists(input) {
      guard from ?? .qti == .qti else {
        throw Failure(.usage, "'\(input.visible)' is a folder", remedy: "name a file")
      }
      return (try BankFolder.read(input), .qti)
    }
    if PackedBank.isPacked(input) {
      guard from ?? .qti == .qti else {
        throw Failure(
          .usage,
          "'\(input.visible)' is packed, which only banks of QTI can be",
          remedy: "unpack it with 'unzip', and name the file"
        )
      }
      return (try PackedBank.read(input), .qti)
    }
    let isOurs = (from?.bankForm ?? BankForm.evident(path: input)) == .seminar
    let source =
      isOurs
      ? try TextFile.read(input)
      : try TextFile.read(
        input,
        sizeLimit: SourceText.exchangeLimit,
        lineLimit: SourceText.exchangeLimit
      )
    let beginning = String(source.text.prefix(2000))
    guard let form = from?.bankForm ?? BankForm.evident(path: input, beginning: beginning) else {
      throw unclear(input, option: "--from")
    }
    return ([source], form)
  }

  private func write(_ files: [BankFile], _ form: BankForm) throws {
    if form == .qti {
      guard output != "-" else {
        throw Failure(
          .usage,
          "QTI has several files and cannot go to standard output",
          remedy: "name a folder"
        )
      }
      try BankFolder.write(files, to: output, replacing: force)
    } else if output == "-" {
      try Output.standard.write(files.map(\.text).joined())
    } else {
      try TextFile.write(files.map(\.text).joined(), to: output, replacing: force, option: nil)
    }
  }
}
