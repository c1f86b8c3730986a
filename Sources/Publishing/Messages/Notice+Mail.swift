internal import Curricula
public import Foundation

extension Notice {
  /// The message as a file that mail programs open as a draft.
  ///
  /// It comes from the organizer of the curriculum and goes to the recipient's address; where the
  /// curriculum has none, the name stands there alone, to be completed.
  ///
  /// - Parameter sent: When the message is written.
  /// - Returns: A message by RFC 5322, its lines ended by CR LF, all of it ASCII.
  public func mail(sent: Date) -> String {
    var mail = MailText()
    mail.write("Date", value: MailText.date(sent))
    mail.write(
      "From",
      to: curriculum.organizer?.name ?? curriculum.title,
      at: curriculum.organizer?.email
    )
    mail.write("To", to: recipient.name, at: recipient.email)
    mail.write("Subject", text: subject)
    let second = Int(sent.timeIntervalSince1970.rounded(.down))
    mail.write(
      "Message-ID",
      value: "<revision-\(revision).\(recipient.kind.rawValue).\(recipient.id.idAtom).\(second)"
        + "@\(curriculum.id.idAtom).seminar>"
    )
    mail.write("MIME-Version", value: "1.0")
    mail.write("Content-Type", value: "text/plain; charset=utf-8")
    mail.write("Content-Transfer-Encoding", value: "quoted-printable")
    // Outlook opens it for editing instead of showing it as received.
    mail.write("X-Unsent", value: "1")
    mail.write(body: body())
    return mail.text
  }
}

extension String {
  /// The identifier in the form that stands in the identity of a message: without doubled points or
  /// a point at an end.
  fileprivate var idAtom: String {
    split(separator: ".").joined(separator: ".")
  }
}
