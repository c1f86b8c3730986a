internal import CReadline

/// The library that edits lines at a terminal.
public enum LineEditing {
  /// The library's version, such as `8.2`.
  public static var version: String {
    unsafe String(cString: creadline_version())
  }
}
