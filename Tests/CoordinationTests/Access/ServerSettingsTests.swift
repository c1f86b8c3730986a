import Testing

@testable import Coordination

@Suite struct ServerSettingsTests {
  private let settings = ServerSettings(
    account: "seminar",
    keyFile: "/etc/ssh/seminar/authorized_keys"
  )

  /// What `sshd -T` prints when the settings are installed, as far as it matters.
  private static let good = """
    authenticationmethods publickey
    passwordauthentication no
    kbdinteractiveauthentication no
    authorizedkeysfile /etc/ssh/seminar/authorized_keys
    authorizedkeyscommand none
    trustedusercakeys none
    disableforwarding yes
    permituserrc no
    permituserenvironment no
    exposeauthinfo yes
    forcecommand none
    acceptenv LANG
    acceptenv LC_*
    maxstartups 100:30:500
    """

  @Test func `settings as they were written are as they should be`() {
    #expect(settings.observations(of: Self.good).map(\.level) == [.ok])
  }

  static let changes: [(old: String, new: String)] = [
    ("authenticationmethods publickey", "authenticationmethods any"),
    ("passwordauthentication no", "passwordauthentication yes"),
    ("kbdinteractiveauthentication no", "kbdinteractiveauthentication yes"),
    ("/etc/ssh/seminar/authorized_keys", ".ssh/authorized_keys"),
    ("authorizedkeyscommand none", "authorizedkeyscommand /bin/keys"),
    ("trustedusercakeys none", "trustedusercakeys /etc/ssh/ca.pub"),
    ("disableforwarding yes", "disableforwarding no"),
    ("permituserrc no", "permituserrc yes"),
    ("permituserenvironment no", "permituserenvironment yes"),
    ("forcecommand none", "forcecommand /bin/sh"),
    ("acceptenv LANG", "acceptenv LANG LD_*"),
    ("acceptenv LC_*", "acceptenv *"),
  ]

  @Test(arguments: changes)
  func `each setting that opens a way in is a problem`(old: String, new: String) {
    let found = settings.observations(of: Self.good.replacing(old, with: new))
    #expect(found.map(\.level) == [.problem])
    #expect(found[0].remedy != nil)
  }

  @Test func `a server that does not tell which key it checked is worth a note`() {
    let found = settings.observations(
      of: Self.good.replacing("exposeauthinfo yes", with: "exposeauthinfo no")
    )
    #expect(found.map(\.level) == [.note])
  }
}
