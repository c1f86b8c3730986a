import Diagnostics
import Glibc
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("", 0), ("漢字", 4), ("e\u{301}", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👩‍👩‍👧", 2), ("🇺🇳", 2), ("👍🏽", 2), ("❤️", 2), ("ﷺ", 1), ("مرحبا", 5), ("مَرْحَبًا", 5),
    ("ａ", 2), ("ｶﾅ", 2), ("–×", 2), ("\u{200B}", 0), ("…", 1), ("€", 1), ("1", 1),
    ("\u{1B}[32mok\u{1B}[0m", 2),
  ])
  func `text is as wide as it is shown`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  /// The C library's `wcwidth`, which is not in Swift's module of the library.
  private static var wcwidth: (@convention(c) (wchar_t) -> Int32)? {
    unsafe dlsym(nil, "wcwidth").map { address in
      unsafe unsafeBitCast(address, to: (@convention(c) (wchar_t) -> Int32).self)
    }
  }

  /// The C library's `wcwidth` as an independent judge, over all characters that it knows.
  @Test func `single characters are as wide as the C library says`() async {
    await #expect(processExitsWith: .success) {
      unsafe setlocale(LC_ALL, "C.UTF-8")
      let wcwidth = try #require(Self.wcwidth)
      var differing: [UInt32] = []
      for value in 0x20...0x10FFFF as ClosedRange<UInt32> {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let width = wcwidth(wchar_t(bitPattern: value))
        guard width >= 0, Int(width) != Character(scalar).displayWidth else { continue }
        differing.append(value)
      }
      // Both follow the Unicode Standard, but not always the same version of it.
      #expect(differing.count < 300)
      #expect(differing.allSatisfy { $0 > 0x3000 })
    }
  }
}
