internal import Diagnostics

extension PublicKeyRefusal {
  /// The refusal as people read it, at its place.
  func diagnostic(at place: Diagnostic.Location) -> Diagnostic {
    Diagnostic(.error, at: place, message, remedy: remedy)
  }

  private var message: String {
    switch self {
    case .options:
      "there is text before the key; in a key file the server would read it as an option"
    case .privateKey: "this is a private key, which only its owner should have"
    case .certificate(let kind): "this is a certificate (\(kind.visible)), not a public key"
    case .weak(let kind): "keys of the kind '\(kind.visible)' are too weak"
    case .short(let bits):
      "the RSA key has \(bits) bits; at least \(PublicKey.fewestBits) are needed"
    case .long(let bits): "the RSA key has \(bits) bits; at most \(PublicKey.mostBits) work"
    case .otherForm: "the key is not in the form of OpenSSH"
    case .unknown(let kind):
      "'\(kind.prefix(60).visible)' is not a kind of key that the program knows"
    case .notBase64: "what follows the kind of the key is not base 64"
    case .mismatched(let kind, let other):
      "the line says '\(kind)', the key itself '\(other.prefix(60).visible)'"
    case .malformed: "the key is incomplete or damaged"
    }
  }

  private var remedy: String {
    switch self {
    case .options: "keep only the kind of key, the key and a comment on the line"
    case .privateKey:
      "delete the file, and ask the participant for a new pair of keys; "
        + "this one is no longer secret"
    case .certificate: "ask for the file that was signed, without '-cert' in its name"
    case .weak, .short, .long, .unknown: "ask for a key made with 'ssh-keygen -t ed25519'"
    case .otherForm: "convert it with 'ssh-keygen -i -f FILE'"
    case .notBase64, .mismatched, .malformed: "ask for the file again, as 'ssh-keygen' wrote it"
    }
  }
}
