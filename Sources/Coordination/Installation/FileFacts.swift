/// What the system says about a file or a folder, links followed.
public struct FileFacts: Hashable, Sendable {
  /// The path, absolute.
  public let path: String
  /// The owner's number.
  public let owner: UInt32
  /// The owner's name.
  public let ownerName: String
  /// The group's number.
  public let group: UInt32
  /// The group's name.
  public let groupName: String
  /// The bits that say who may do what, such as `0o640`.
  public let permissions: UInt32
  /// Whether it is a folder.
  public let isFolder: Bool

  /// Creates facts about a file.
  public init(
    path: String,
    owner: UInt32,
    ownerName: String,
    group: UInt32,
    groupName: String,
    permissions: UInt32,
    isFolder: Bool
  ) {
    self.path = path
    self.owner = owner
    self.ownerName = ownerName
    self.group = group
    self.groupName = groupName
    self.permissions = permissions
    self.isFolder = isFolder
  }

  /// The permissions in the digits of `chmod`.
  public var mode: String {
    let digits = String(permissions, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether an account may do something with the file itself, with the bits of one digit: 4 reads,
  /// 2 writes, 1 runs or goes through.
  func allows(_ bits: UInt32, to account: AccountFacts) -> Bool {
    if account.user == 0 { return true }
    if owner == account.user { return permissions >> 6 & bits == bits }
    if account.groups.contains(group) { return permissions >> 3 & bits == bits }
    return permissions & bits == bits
  }
}

/// An account of the system, as far as permissions go.
public struct AccountFacts: Hashable, Sendable {
  /// The account's number.
  public let user: UInt32
  /// The account's name.
  public let name: String
  /// The numbers of all groups that the account is in.
  public let groups: Set<UInt32>
  /// The program that runs the account's commands.
  public let shell: String

  /// Creates facts about an account.
  public init(user: UInt32, name: String, groups: Set<UInt32>, shell: String) {
    self.user = user
    self.name = name
    self.groups = groups
    self.shell = shell
  }
}

/// A file with all folders above it, which decide as well who gets at it.
public struct Reach: Hashable, Sendable {
  /// The folders from the root down, then the file.
  public let steps: [FileFacts]

  /// Creates the reach of a file from the facts about every step to it.
  public init(_ steps: [FileFacts]) {
    self.steps = steps
  }

  /// The file itself; `nil` where it is missing.
  public var file: FileFacts? { steps.last }

  /// Whether an account can read the file.
  public func isReadable(by account: AccountFacts) -> Bool {
    guard let file else { return false }
    return steps.dropLast().allSatisfy { $0.allows(1, to: account) }
      && file.allows(file.isFolder ? 5 : 4, to: account)
  }

  /// Whether an account can run the file.
  public func isRunnable(by account: AccountFacts) -> Bool {
    steps.allSatisfy { $0.allows(1, to: account) }
  }

  /// Whether every account can read the file.
  public var isReadableByAll: Bool {
    guard let file else { return false }
    return steps.dropLast().allSatisfy { $0.permissions & 1 == 1 } && file.permissions & 4 == 4
  }

  /// The steps that an account other than the given ones may change.
  ///
  /// A folder with the sticky bit lets nobody rename what belongs to others.
  public func stepsOpenToOthers(than owners: Set<UInt32>) -> [FileFacts] {
    steps.filter { step in
      let isSticky = step.isFolder && step.permissions & 0o1000 != 0
      return !owners.contains(step.owner) || (step.permissions & 0o022 != 0 && !isSticky)
    }
  }
}
