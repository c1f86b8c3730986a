// Asks for lines as the arguments say and shows what came, for tests that type real keys.
//
//     TerminalProbe [--plain] [--accessible] [--complete a,b] [--prefill text] [--patience ms]
//       [--paragraphs] [--ahead]

internal import Foundation
import Terminal

@MainActor func converse(_ source: inout some LineSource, _ prompt: LineRequest) {
  var half: String?
  for number in 1... {
    var prompt = prompt
    prompt.text = "\(number)> "
    prompt.prefilled = half ?? prompt.prefilled
    half = nil
    let line = source.next(prompt)
    switch line {
    case .text(let text):
      print("text \(text.debugDescription)")
      if text == "work" { Thread.sleep(forTimeInterval: 0.5) }
    case .tooLong: print("too long")
    case .interrupted(let typed): print("interrupted \(typed.debugDescription)")
    case .timedOut(let typed): print("timed out \(typed.debugDescription)")
    case .continued(let typed):
      print("continued \(typed.debugDescription)")
      half = typed
    case .endOfInput, .terminated, .hungUp, .quit:
      print("\(line)")
      return
    }
  }
}

var prompt = LineRequest("")
var arguments = CommandLine.arguments.dropFirst()
var isPlain = false
var isAccessible = false
while let option = arguments.popFirst() {
  switch option {
  case "--plain": isPlain = true
  case "--accessible": isAccessible = true
  case "--paragraphs": prompt.keepsParagraphs = true
  case "--ahead": prompt.keepsTypeAhead = true
  case "--complete":
    prompt.candidates = arguments.popFirst()?.split(separator: ",").map(String.init) ?? []
  case "--prefill": prompt.prefilled = arguments.popFirst() ?? ""
  case "--patience":
    prompt.patience = (arguments.popFirst().flatMap(Int.init)).map { .milliseconds($0) }
  default: exit(64)
  }
}
if isPlain {
  var source = PlainSource(collectsSignals: true) { print($0) }
  converse(&source, prompt)
} else {
  var source = ReadlineSource(name: "probe", isAccessible: isAccessible)
  converse(&source, prompt)
}
