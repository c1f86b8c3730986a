public import Curricula
public import Foundation

/// A message of a programme to one participant, as a draft that a coordinator sends.
public struct Letter: Sendable {
  /// To whom it goes.
  public let name: String
  /// The address; `nil` where none is known, to be completed.
  public let email: String?
  /// What it is about.
  public let subject: String
  /// The paragraphs between the salutation and the end; lines that begin with two spaces stay lines.
  public let paragraphs: [String]
  /// What tells its participant apart, which is also the name of its files.
  public let identifier: String
  private let programme: String
  private let organizer: Organizer?
  private let purpose: String

  /// Writes a message.
  ///
  /// - Parameters:
  ///   - identifier: What tells the participant apart.
  ///   - name: To whom it goes.
  ///   - email: The address; an empty one, or one that is none, is left out.
  ///   - subject: What it is about.
  ///   - paragraphs: What it says.
  ///   - programme: The title of the programme.
  ///   - organizer: Who sends it; `nil` where the programme names nobody.
  ///   - purpose: What the message is for, in one word, such as `reminder`.
  public init(
    to identifier: String,
    _ name: String,
    at email: String,
    subject: String,
    paragraphs: [String],
    of programme: String,
    by organizer: Organizer?,
    purpose: String
  ) {
    self.identifier = identifier
    self.name = name
    let isAddress = email.wholeMatch(of: /[^\s<>"(),:;@]+@[^\s<>"(),:;@]+/) != nil
    self.email = isAddress && email.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? email : nil
    self.subject = subject
    self.paragraphs = paragraphs
    self.programme = programme
    self.organizer = organizer
    self.purpose = purpose
  }

  /// The name of its files, without an ending: the identifier, with signs that a file's name should not
  /// have as `%` and two digits.
  public var fileName: String { Self.fileName(of: identifier) }

  /// The name of the files of somebody who has an identifier.
  public static func fileName(of identifier: String) -> String {
    identifier.utf8.enumerated().map { place, byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 95 || (byte == 46 && place > 0)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }

  /// The message as text: to whom, about what, and what it says.
  public func text() -> String {
    let address = email.map { " <\($0)>" } ?? ""
    return "To: \(name.legible)\(address)\nSubject: \(subject.legible)\n\n\(body())"
  }

  /// The message as a file that mail programs open as a draft, by RFC 5322.
  ///
  /// - Parameter sent: When the message is written.
  /// - Returns: Lines ended by CR LF, all of it ASCII.
  public func mail(sent: Date) -> String {
    var mail = MailText()
    mail.write("Date", value: MailText.date(sent))
    mail.write(
      "From",
      to: organizer?.name ?? programme,
      at: organizer?.email
    )
    mail.write("To", to: name, at: email)
    mail.write("Subject", text: subject)
    let second = Int(sent.timeIntervalSince1970.rounded(.down))
    let atom = fileName.replacing(".", with: "%2E")
    mail.write("Message-ID", value: "<\(purpose).\(second).\(atom.prefix(100))@seminar.invalid>")
    mail.write("MIME-Version", value: "1.0")
    mail.write("Content-Type", value: "text/plain; charset=utf-8")
    mail.write("Content-Transfer-Encoding", value: "quoted-printable")
    // Outlook opens it for editing instead of showing it as received.
    mail.write("X-Unsent", value: "1")
    mail.write(body: body())
    return mail.text
  }

  private func body() -> String {
    var page = TextPage(width: 72)
    page.write("Dear \(name),")
    for paragraph in paragraphs {
      page.skip()
      for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
        let isListed = line.hasPrefix("  ")
        page.write(String(isListed ? line.dropFirst(2) : line), indent: isListed ? 2 : 0)
      }
    }
    if let organizer {
      page.skip()
      page.write(organizer.name)
    }
    return page.text
  }
}
