import Diagnostics
import Foundation

/// Signs credentials as JSON Web Tokens with the coordinator's own key, by the program `openssl`.
///
/// The key stays in its file; this program never reads it. Sources: RFC 7515 (signatures), RFC 8037
/// (Ed25519 in them), RFC 8410 (the form of the public key).
struct BadgeSigner {
  private let key: String
  private let program: String
  private let publicKey: Data

  /// What comes before the 32 bytes of an Ed25519 key.
  private static let prefix = Data([
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ])

  /// Looks for the program and at the key.
  ///
  /// - Parameters:
  ///   - key: The file with the private key, in PEM.
  ///   - path: The folders in which programs are, with colons between them.
  /// - Throws: ``Failure`` where there is no such program, or no such key.
  init(
    key: String,
    path: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  ) throws {
    guard FileManager.default.isReadableFile(atPath: key) else {
      throw Failure(
        .inputMissing,
        "the key '\(key.visible)' cannot be read",
        remedy: "check the name and the permissions"
      )
    }
    let program = path.split(separator: ":").map { "\($0)/openssl" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else {
      throw Failure(
        .inputMissing,
        "the program 'openssl', which signs credentials, is not installed",
        remedy: "install it, or leave '--key' out for unsigned credentials"
      )
    }
    self.key = key
    self.program = program
    let words = ["pkey", "-in", key, "-pubout", "-outform", "DER"]
    let found = try Self.run(program, words)
    guard let found, found.count == 44, found.starts(with: Self.prefix) else {
      throw Failure(
        .badInput,
        "'\(key.visible)' is not a private Ed25519 key without a password",
        remedy: "make one with 'openssl genpkey -algorithm ed25519 -out key.pem'"
      )
    }
    publicKey = found.dropFirst(Self.prefix.count)
  }

  /// The signed token of some claims.
  ///
  /// - Parameter claims: A JSON object on one line.
  /// - Returns: The token: header, claims and signature with points between them.
  /// - Throws: ``Failure`` when it was not signed.
  func token(of claims: String) throws -> String {
    let header =
      "{\"alg\":\"EdDSA\",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\""
      + Self.encoded(publicKey) + "\"},\"typ\":\"JWT\"}"
    let text = Self.encoded(Data(header.utf8)) + "." + Self.encoded(Data(claims.utf8))
    let draft = FileManager.default.temporaryDirectory.path + "/" + NewFile.draftName()
    try NewFile.create(Data(text.utf8), at: draft, permissions: 0o600)
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let words = ["pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", draft]
    guard let signature = try Self.run(program, words), signature.count == 64 else {
      throw Failure(
        .badInput,
        "'openssl' did not sign with '\(key.visible)'",
        remedy: "use OpenSSL 3 and an Ed25519 key"
      )
    }
    return text + "." + Self.encoded(signature)
  }

  /// Runs the program; `nil` when it did not end well.
  private static func run(_ program: String, _ arguments: [String]) throws -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Failure(.inputOutput, "'openssl' cannot be started: \(error.reason)")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0 ? data : nil
  }

  /// Bytes in the alphabet of RFC 4648, section 5, without padding.
  private static func encoded(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
