/// Why a markbook could not be opened, read or written: facts, worded in one place.
public struct MarkbookError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Fault: Hashable, Sendable {
    /// There is no file.
    case missing
    /// The file is empty, although a markbook never is.
    case empty
    /// There is no file, but a log with what was recorded last in it has stayed, under these names.
    case orphaned([String])
    /// The file, or its log, was moved or deleted while this program had it open.
    case moved
    /// The path names a folder, a device or something else that is no file.
    case notAFile
    /// The file is text, or something else that SQLite does not read.
    case notADatabase
    /// The file is the SQLite file of another program, which has this application identifier.
    case foreign(application: Int)
    /// A newer release wrote the file in a version that this one does not know.
    case newer(version: Int, known: Int)
    /// Something in the file is not as it was written.
    case damaged(String)
    /// A record has been changed: its hash does not follow from what it says.
    case altered(site: String, position: Int)
    /// Something stands in the way of merging another markbook.
    case unmergeable(Merging.Obstacle)
    /// The file cannot be created.
    case notCreated(String)
    /// The disk is full, or a limit on the size of files is reached.
    case full
    /// The path to which a backup should be written has other files, under these names next to it,
    /// or, when there are none, one of its own.
    case inTheWay([String])
    /// The path to which a backup should be written names a folder or a device.
    case noPlace
    /// The backup and the markbook are the same file.
    case itself
    /// The file that should be restored is no backup, or not a whole one, because of this.
    indirect case unusableBackup(Fault)
    /// The file that should be merged is no markbook, or cannot be read, because of this.
    indirect case unusableSource(Fault)
    /// Another program has the markbook open, which must not change under it.
    case inUse
    /// Reading or writing failed.
    case inputOutput(String)
    /// Other programs used the markbook all the time that this one waited.
    case busy(after: Duration)
    /// The attempt has more events than its caller has seen: another sitting went on with it.
    case continuedElsewhere(attempt: String, recorded: Int, expected: Int)
    /// Another sitting of the same participant has started the attempt with this number.
    case startedElsewhere(quiz: String, number: Int)
    /// Somebody else has published a revision of the curriculum in the meantime.
    case publishedElsewhere(curriculum: String, number: Int)
    /// This user may not read the file, or its folder must be writable to read it.
    case unreadable
    /// This user may not write to the file.
    case unwritable
    /// Nobody on the roster has this identifier.
    case unknownParticipant(String)
    /// No attempt has this identifier.
    case unknownAttempt(String)
    /// An identifier differs from one on the roster only in case or in Unicode form.
    case lookalike(String, existing: String)
    /// The storage refused what it was given, and why in its words.
    case refused(String)
  }

  /// The markbook's path.
  public let file: String
  /// What went wrong.
  public let fault: Fault

  /// Creates an error about a markbook.
  public init(_ fault: Fault, file: String) {
    self.file = file
    self.fault = fault
  }
}
