// Does one thing with a markbook, for tests that let one of its calls to the system fail.
//
//     MarkbookProbe create|sit|fill|close|migrate FILE
//
// It prints what was acknowledged. After an error it tries once more, without faults.

internal import Foundation
import Quizzes
import Records

let arguments = Array(CommandLine.arguments.dropFirst())
guard let probe = Probe(arguments) else { exit(64) }
exit(probe.run())
