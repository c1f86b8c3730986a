/// Where letters of other scripts stand on keyboards, and what they look like.
///
/// Options have Latin letters. A participant whose keyboard is set to another script types the letter
/// on the same key, or one that looks the same.
enum Keyboard {
  /// The Latin letter on the key of a letter; itself for a Latin one, `nil` where the key has none.
  static func letter(onKeyOf letter: Character) -> Character? {
    latin(letter) ?? keys[Character(letter.lowercased())]
  }

  /// The Latin letter that a letter looks like; itself for a Latin one, `nil` where it looks like none.
  static func letter(looking letter: Character) -> Character? {
    latin(letter) ?? looks[letter]
  }

  /// Two letters that one key of an Arabic keyboard types, and the Latin letter on that key.
  static let ligature = (typed: "لا", letter: "b")

  private static func latin(_ letter: Character) -> Character? {
    letter.isASCII && letter.isLetter ? Character(letter.lowercased()) : nil
  }

  /// The letters of a keyboard in the order in which the Latin one has `qwertyuiop`, `asdfghjkl`,
  /// `zxcvbnm`; a point where a key has no letter.
  private static let layouts = [
    // Russian; the letters that the Ukrainian one has instead; Greek, Arabic, Persian and Hebrew.
    "йцукенгшщзфывапролдячсмить",
    "...........і..............",
    ".ςερτυθιοπασδφγηξκλζχψωβνμ",
    "ضصثقفغعهخحشسيبلاتنمئءؤر.ىة",
    "ضصثقفغعهخحشسیبلاتنمظطزرذدپ",
    "..קראטוןםפשדגכעיחלךזסבהנמצ",
  ]

  private static let keys: [Character: Character] = layouts.reduce(into: [:]) { keys, layout in
    for (letter, key) in zip(layout, "qwertyuiopasdfghjklzxcvbnm") where letter != "." {
      keys[letter] = key
    }
  }

  /// Letters of other scripts, each with the Latin one that it looks like.
  private static let looks: [Character: Character] = {
    let pairs =
      "аaАaвbВbьbЬbсcСcԁdеeЕeёeЁeһhнhНhіiІiїiЇiјjЈjкkКkӏlӀlмmМmоoОoрpРpԛqѕsЅsтtТtуyУyѵvѴvԝwхxХx"
      + "αaΑaβbΒbεeΕeΖzΗhιiΙiκkΚkΜmμuΝnνvοoΟoρpΡpτtΤtΥyυuγyχxΧxωwıiİi"
    let letters = Array(pairs)
    return stride(from: 0, to: letters.count - 1, by: 2).reduce(into: [:]) { looks, place in
      looks[letters[place]] = letters[place + 1]
    }
  }()
}
