internal import CReadline
internal import Diagnostics
internal import Glibc

/// Readline's one line editor, which is global, and so belongs to the main actor.
///
/// It is used through its callback interface: it is given a key when there is one, so that signals
/// and deadlines are noticed at once, and no handler ever jumps out of it.
@MainActor enum Editor {
  private static var isPrepared = false
  /// What is being asked.
  private static var prompt = LineRequest("")
  /// The line that the last key completed.
  private static var accepted: TypedLine?
  /// Whether the last key began a paste that no line holds.
  private static var isPasteTooLong = false

  /// The most bytes that are edited at once; what exceeds it is too long in any script.
  private static var byteLimit: Int { 8 * prompt.characterLimit }

  /// Commands that could show or change something beyond the line, or wipe the item off the screen.
  private static let unwanted = [
    "complete", "possible-completions", "insert-completions", "menu-complete",
    "menu-complete-backward", "old-menu-complete", "delete-char-or-list", "export-completions",
    "tilde-expand", "vi-complete", "vi-tilde-expand", "re-read-init-file", "dump-functions",
    "dump-macros", "dump-variables", "print-last-kbd-macro", "insert-comment",
    "execute-named-command", "clear-screen", "clear-display", "reverse-search-history",
    "forward-search-history", "non-incremental-reverse-search-history",
    "non-incremental-forward-search-history", "non-incremental-reverse-search-history-again",
    "non-incremental-forward-search-history-again", "history-search-backward",
    "history-search-forward", "history-substring-search-backward",
    "history-substring-search-forward", "vi-search", "vi-search-again", "fetch-history",
    "vi-fetch-history", "operate-and-get-next", "edit-and-execute-command",
  ]

  /// Sets readline up, once in the life of the program.
  static func prepare(name: String, isAccessible: Bool) {
    guard !isPrepared else { return }
    isPrepared = true
    useUTF8()
    let terminal = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    // A terminal that can do nothing but print marks no paste as such.
    let isPlain = isAccessible || terminal.isEmpty || terminal == "dumb"
    if isPlain {
      unsafe creadline_configure(name, "dumb")
    } else {
      unsafe creadline_configure(name, nil)
    }
    withSystemSettingsOnly { _ = rl_initialize() }
    let settings = [
      ("disable-completion", "on"), ("enable-bracketed-paste", isPlain ? "off" : "on"),
      ("enable-active-region", "off"), ("blink-matching-paren", "off"), ("bell-style", "none"),
      ("mark-modified-lines", "off"), ("show-mode-in-prompt", "off"), ("history-size", "0"),
      ("echo-control-characters", "off"), ("input-meta", "on"), ("output-meta", "on"),
      ("convert-meta", "off"), ("byte-oriented", "off"),
    ]
    for (variable, value) in settings { unsafe rl_variable_bind(variable, value) }
    for command in unwanted { unsafe creadline_unbind(command) }
    unsafe creadline_bind("\\t") { _, _ in
      MainActor.assumeIsolated { Editor.complete() }
      return 0
    }
    unsafe creadline_bind("\\e[200~") { _, _ in
      MainActor.assumeIsolated { Editor.takePaste() }
      return 0
    }
  }

  /// Shows a prompt and waits for keys.
  static func begin(_ prompt: LineRequest) {
    self.prompt = prompt
    accepted = nil
    isPasteTooLong = false
    fflush(nil)
    unsafe rl_callback_handler_install(prompt.text.withHiddenEscapes) { line in
      MainActor.assumeIsolated { unsafe Editor.accept(line) }
    }
    keepInputAtSignals()
    if !prompt.prefilled.isEmpty {
      unsafe rl_insert_text(prompt.prefilled.cleaned(keepingParagraphs: prompt.keepsParagraphs))
      rl_redisplay()
    }
  }

  /// Takes what the terminal has; answers the line when it is complete.
  static func readKey() -> TypedLine? {
    rl_callback_read_char()
    if let accepted { return accepted }
    if isPasteTooLong {
      abandon()
      return .tooLong
    }
    let length = Int(creadline_length())
    if length > byteLimit { rl_delete_text(Int32(byteLimit), Int32(length)) }
    return nil
  }

  /// Ends the prompt without a line, on a fresh line, and answers what was typed.
  @discardableResult
  static func abandon() -> String {
    let typed = giveUp()
    unsafe creadline_show("\n")
    return typed
  }

  /// Ends the prompt without a line, where the cursor is, and answers what was typed.
  static func giveUp() -> String {
    let typed = text.cleaned(keepingParagraphs: prompt.keepsParagraphs)
    rl_callback_sigcleanup()
    rl_callback_handler_remove()
    tcflush(0, TCIFLUSH)
    return String(typed.prefix(prompt.characterLimit))
  }

  /// Keeps the terminal from throwing input away when a key such as Ctrl-C sends a signal.
  ///
  /// Otherwise a key that was announced may be gone when readline reads it, which then waits for the
  /// next one and hears no signal. Readline puts the setting back with all others.
  private static func keepInputAtSignals() {
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0 else { return }
    settings.c_lflag |= tcflag_t(NOFLSH)
    unsafe tcsetattr(0, TCSANOW, &settings)
  }
}

extension Editor {
  private static var text: String {
    unsafe creadline_line().map { unsafe String(decoding: bytes(at: $0), as: UTF8.self) } ?? ""
  }

  /// The bytes of a C string, whether they are UTF-8 or not.
  private static func bytes(at start: UnsafePointer<CChar>) -> [UInt8] {
    unsafe UnsafeBufferPointer(start: start, count: strlen(start)).map(UInt8.init(bitPattern:))
  }

  /// Called by readline with a complete line, which is ours to free, or at the end of input.
  private static func accept(_ line: UnsafeMutablePointer<CChar>?) {
    rl_callback_handler_remove()
    guard let line = unsafe line else {
      unsafe creadline_show("\n")
      accepted = .endOfInput
      return
    }
    accepted = TypedLine(unsafe bytes(at: line), to: prompt)
    unsafe free(line)
  }

  /// Completes the word before the cursor, or shows what it may become.
  private static func complete() {
    let before = text.utf8.prefix(Int(creadline_point()))
    let typed = String(decoding: before, as: UTF8.self)
    let completion = Completion(of: typed, among: prompt.candidates)
    let word = String(typed.suffix(completion.replaced))
    if completion.insertion != word {
      let point = creadline_point()
      rl_begin_undo_group()
      rl_delete_text(point - Int32(word.utf8.count), point)
      creadline_move(point - Int32(word.utf8.count))
      unsafe rl_insert_text(completion.insertion)
      rl_end_undo_group()
    } else if completion.choices.count > 1 {
      let rows = completion.choices.joined(separator: "  ")
        .wrapped(to: Window.output.columns ?? 80)
      unsafe creadline_show("\n" + rows.joined(separator: "\n") + "\n")
      rl_on_new_line()
      rl_forced_update_display()
    }
  }

  /// Takes a paste up to its end mark as one line, or as paragraphs where they are asked for.
  private static func takePaste() {
    let end = Array("\u{1B}[201~".utf8)
    var (pasted, tail): ([UInt8], [UInt8]) = ([], [])
    // A terminal that never sends the mark is given up on after a second of silence.
    while Occurrence.wait(for: 0, nil, until: .now + .seconds(1)) == .input {
      let key = rl_read_key()
      guard (0...255).contains(key) else { break }
      if pasted.count < byteLimit { pasted.append(UInt8(key)) }
      tail = tail.suffix(end.count - 1) + [UInt8(key)]
      if tail == end { break }
    }
    if pasted.suffix(end.count) == end[...] { pasted.removeLast(end.count) }
    let text = String(decoding: pasted, as: UTF8.self)
      .cleaned(keepingParagraphs: prompt.keepsParagraphs)
    isPasteTooLong = text.count > prompt.characterLimit
    if !isPasteTooLong { unsafe rl_insert_text(text) }
  }

  /// Sees to it that text is UTF-8, whatever the locale.
  ///
  /// Readline looks the locale up at every prompt, so that the environment has to stay changed.
  private static func useUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    let encoding = unsafe String(cString: nl_langinfo(nl_item(CODESET)))
    guard encoding != "UTF-8" else { return }
    unsafe setenv("LC_ALL", "C.UTF-8", 1)
    unsafe setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Runs `body` with the system's key settings as the only ones there are: a personal file could
  /// show other files by naming them.
  private static func withSystemSettingsOnly(_ body: () -> Void) {
    let personal = unsafe getenv("INPUTRC").map { unsafe String(cString: $0) }
    unsafe setenv("INPUTRC", "/etc/inputrc", 1)
    body()
    if let personal {
      unsafe setenv("INPUTRC", personal, 1)
    } else {
      unsafe unsetenv("INPUTRC")
    }
  }
}

extension String {
  /// The text with its escape codes marked, so that readline does not count them as columns.
  var withHiddenEscapes: String {
    replacing(/\u{1B}\[[0-9;]*m/) { "\u{1}\($0.output)\u{2}" }
  }
}
