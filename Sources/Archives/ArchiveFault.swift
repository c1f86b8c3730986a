#if Archives
  /// Why an archive cannot be read.
  public enum ArchiveFault: Error, Hashable, Sendable {
    /// It has no directory at its end.
    case notAnArchive
    /// What a path names is not as the directory says.
    case damaged(String)
    /// It is one of several files, or larger than the plain form holds.
    case unsupportedForm
    case encrypted(String)
    /// A file is packed in another way than stored or deflated.
    case unknownMethod(String, number: Int)
    /// A path leads out of the archive.
    case unsafePath(String)
    case repeatedPath(String)
    case tooManyFiles(limit: Int)
    /// Together the files are larger than allowed.
    case tooLarge(limit: Int)
    /// A file unfolds to many times its packed size.
    case tooDense(String, ratio: Int)

    /// What is wrong, as a clause with a small first letter.
    public var message: String {
      switch self {
      case .notAnArchive: "it is not a ZIP file"
      case .damaged(let path): "its file '\(path)' is damaged"
      case .unsupportedForm: "it is split, or larger than four gigabytes"
      case .encrypted(let path): "its file '\(path)' is encrypted"
      case .unknownMethod(let path, let number):
        "its file '\(path)' is packed with method \(number), expected stored or deflated"
      case .unsafePath(let path): "its path '\(path)' leads out of the archive"
      case .repeatedPath(let path): "it has two files '\(path)'"
      case .tooManyFiles(let limit): "it has more than \(limit) files"
      case .tooLarge(let limit): "its files have more than \(limit) bytes when they are unpacked"
      case .tooDense(let path, let ratio):
        "its file '\(path)' is more than \(ratio) times larger when it is unpacked"
      }
    }
  }
#endif
