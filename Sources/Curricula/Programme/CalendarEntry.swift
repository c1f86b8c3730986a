public import Diagnostics

/// Days with a meaning for the programme: closed, better avoided, or preferred.
public struct CalendarEntry: Hashable, Sendable {
  /// What the days are.
  public enum Effect: Hashable, Sendable {
    /// No session can be held.
    case closed
    /// Each session held costs the weight.
    case avoid(weight: Int)
    /// Each session held elsewhere costs the weight.
    case prefer(weight: Int)
  }

  /// What the days are.
  public var effect: Effect
  /// The days.
  public var days: DateSpan
  /// The name: a holiday, a meeting, an observance.
  public var name: String
  /// Why it matters, and how sure the date is.
  public var reason: String?
  /// The themes of the sessions concerned; with the modules empty too, all sessions.
  public var themes: [String]
  /// The modules of the sessions concerned; with the themes empty too, all sessions.
  public var modules: [String]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Whether a session is concerned.
  public func concerns(_ session: Session) -> Bool {
    themes.isEmpty && modules.isEmpty
      || modules.contains(session.module)
      || session.themes.contains(where: themes.contains)
  }

  /// Creates an entry; without themes and modules it concerns all sessions.
  public init(
    effect: Effect,
    days: DateSpan,
    name: String,
    reason: String? = nil,
    themes: [String] = [],
    modules: [String] = [],
    location: Diagnostic.Location
  ) {
    self.effect = effect
    self.days = days
    self.name = name
    self.reason = reason
    self.themes = themes
    self.modules = modules
    self.location = location
  }
}
