internal import Quizzes

extension String {
  /// The words of a list that is written with spaces.
  fileprivate var list: Set<String> {
    Set(split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

extension Lexicon {
  static let english = Lexicon(
    stopWords: """
      a about above after again against all also although always among an and any are as at be because been
      before being below between both but by can cannot could did do does during each either every few
      for from further had has have having he her here hers him his how i if in into is it its itself
      just may might more most must neither no nor not of off on once one only or other others our out
      over own same shall she should since so some state states such than that the their them then there these they
      this those through to too two three under until up upon very was we were what when where whether
      which while who whom whose why will with within without would you your following according
      """.list,
    interrogatives: "which what who whom whose where".list,
    negatives: "not never cannot incorrect incorrectly false untrue wrong".list,
    exceptives: [
      "except", "excepting", "least likely", "least appropriate", "least important", "least useful",
      "least accurate", "least true", "least effective",
    ],
    harmless: [
      "at least", "whether or not", "not only", "if not", "not least", "or not", "wrong with",
    ],
    subordinators: """
      that who which whose if when because where as while although unless until since though whether
      with without for but and so
      """.list,
    absolutes: "always never only all none every nobody nothing everyone everything entirely".list,
    vague: """
      usually often rarely sometimes generally frequently occasionally mostly normally typically
      commonly seldom
      """.list,
    allOfTheAbove: [
      "all of the above", "all the above", "all of these", "all of them", "all are correct",
      "all of the above are correct", "all options are correct", "all answers are correct",
      "both of the above", "all are right",
    ],
    noneOfTheAbove: [
      "none of the above", "none of these", "none of them", "none", "none of the others",
      "none is correct", "none are correct", "neither", "neither of the above",
      "none of the options",
    ],
    above: "above preceding foregoing".list
  )

  static let french = Lexicon(
    stopWords: """
      à après au aux avec ce ces cette comme dans de des du elle elles en entre est et été être il ils
      je la le les leur leurs lors mais même ne nous on ont ou par pas plus pour qu quand que quel
      quelle quelles quels qui sa sans se selon ses son sont sous sur un une vers vous
      """.list,
    interrogatives: "quel quelle quels quelles lequel laquelle lesquels lesquelles qui que où".list,
    negatives: "pas jamais faux fausse fausses incorrect incorrecte incorrectes aucun".list,
    exceptives: ["sauf", "excepté", "hormis", "à l'exception", "le moins"],
    harmless: ["au moins", "du moins", "non seulement", "pas seulement"],
    subordinators: "que qui dont si lorsque quand parce où tandis bien pour avec sans mais et".list,
    absolutes: "toujours jamais uniquement seulement seul seule tous toutes aucun aucune".list,
    vague: "généralement souvent rarement parfois habituellement fréquemment normalement".list,
    allOfTheAbove: [
      "toutes les réponses ci-dessus", "toutes ces réponses", "tout ce qui précède",
      "toutes les réponses", "toutes les réponses sont correctes",
      "toutes les réponses précédentes",
      "l'ensemble des réponses ci-dessus",
    ],
    noneOfTheAbove: [
      "aucune des réponses ci-dessus", "aucune de ces réponses", "aucune réponse", "aucune",
      "rien de ce qui précède", "aucun", "aucune des réponses précédentes",
    ],
    above: "ci-dessus précède précédentes précédents".list
  )

  static let spanish = Lexicon(
    stopWords: """
      a al ante como con contra cual cuales cuando de del desde donde dos e el ella ellas ellos en entre
      era es esa ese esta este estos fue ha han hasta la las le les lo los más me muy no o para pero por
      que qué quien se según ser si sin sobre son su sus también un una uno unos y ya
      """.list,
    interrogatives: "cuál cuáles qué quién quiénes dónde cuándo".list,
    negatives: "no nunca falso falsa falsas falsos incorrecto incorrecta incorrectas".list,
    exceptives: ["excepto", "salvo", "menos probable", "a excepción"],
    harmless: ["al menos", "por lo menos", "no solo", "no sólo", "cuando menos"],
    subordinators: "que quien cuyo si cuando porque donde mientras aunque para con sin pero y".list,
    absolutes: "siempre nunca solo sólo solamente únicamente todos todas ninguno ninguna".list,
    vague: "generalmente frecuentemente normalmente habitualmente raramente".list,
    allOfTheAbove: [
      "todas las anteriores", "todo lo anterior", "todas las respuestas anteriores",
      "todas las opciones anteriores", "todas son correctas", "todas ellas",
    ],
    noneOfTheAbove: [
      "ninguna de las anteriores", "ninguno de los anteriores", "ninguna", "ninguno",
      "ninguna de las opciones anteriores", "ninguna de ellas", "nada de lo anterior",
    ],
    above: "anteriores anterior arriba".list
  )

  static let arabic = Lexicon(
    stopWords: "في من على إلى عن مع أن إن ما هو هي هذا هذه التي الذي أو و لا بين كل أي كان كانت"
      .list,
    interrogatives: "أي ما ماذا من أين متى".list,
    negatives: "ليس ليست لا لم لن خاطئة خاطئ".list,
    exceptives: ["ما عدا", "عدا", "باستثناء", "سوى"],
    harmless: ["على الأقل", "ليس فقط"],
    subordinators: "الذي التي الذين إذا عندما لأن حيث بينما مع بدون لكن".list,
    absolutes: "دائما دائماً أبدا أبداً فقط جميع كل".list,
    vague: "عادة غالبا غالباً أحيانا أحياناً نادرا نادراً".list,
    allOfTheAbove: ["جميع ما سبق", "كل ما سبق", "جميع ما ذكر", "كل ما ذكر", "جميع ما ورد أعلاه"],
    noneOfTheAbove: ["لا شيء مما سبق", "لا شيء مما ذكر", "ليس أي مما سبق", "لا شيء مما ورد أعلاه"],
    above: "سبق أعلاه".list
  )
}
