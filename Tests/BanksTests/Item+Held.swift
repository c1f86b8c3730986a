import Diagnostics
import Foundation
import Quizzes
import SampleItems

@testable import Banks

// What each form can hold of an item: the specification against which readers and writers are tested.
extension Item {
  /// The item as a form says it, with nothing lost: other words for the same.
  func canonical(in form: BankForm) -> Item {
    var item = withoutPlaces
    item.kind = kind.canonical(in: form)
    switch form {
    case .moodleXML where penalty == Quiz.usualPenalty: item.penalty = nil
    case .seminar, .gift, .moodleXML, .aiken, .qti: break
    }
    return item
  }

  /// The item as it comes back from a form; `nil` where the form cannot hold it at all.
  func held(by form: BankForm) -> Item? {
    var item = canonical(in: form)
    guard form != .seminar else { return item }
    guard let kind = item.kind.held(by: form, of: self) else { return nil }
    item.kind = kind
    item.keepsPlace = false
    item.section = nil
    switch form {
    case .seminar: break
    case .gift: item.dropWhatGIFTDrops()
    case .moodleXML: item.dropWhatMoodleDrops()
    case .aiken:
      guard item.stem.onOneLine.utf8.count > 1,
        item.stem.onOneLine.firstMatch(of: /^([A-Z][).]|ANSWER:)/) == nil
      else { return nil }
      item = Item(id: "", stem: item.stem.onOneLine, kind: kind)
    case .qti:
      (item.hints, item.penalty, item.feedback) = ([], nil, Feedback())
    }
    return item
  }

  private mutating func dropWhatGIFTDrops() {
    (hints, penalty, feedback) = ([], nil, Feedback())
    (maximum, keepsOrder) = (1, false)
    if kind == .description { (rationale, source) = (nil, nil) }
  }

  private mutating func dropWhatMoodleDrops() {
    switch kind {
    case .trueFalse, .essay, .description: (penalty, feedback) = (nil, Feedback())
    case .numerical, .shortText: feedback = Feedback()
    case .cloze(let cloze): maximum = cloze.gaps.reduce(0) { $0 + $1.weight }
    case .singleChoice, .multipleResponse, .matching, .ordering: break
    }
  }
}

extension Item.Kind {
  fileprivate func canonical(in form: BankForm, isGap: Bool = false) -> Item.Kind {
    switch self {
    case .numerical(var numerical):
      for index in numerical.accepted.indices {
        let value = numerical.accepted[index].value
        numerical.accepted[index].value = value.canonical(in: form, isGap: isGap)
      }
      return .numerical(numerical)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        let kind = cloze.gaps[index].kind.itemKind.canonical(in: form, isGap: true)
        cloze.gaps[index].kind = Cloze.Gap.Kind(kind) ?? cloze.gaps[index].kind
      }
      let least = cloze.gaps.map(\.weight).min() ?? 1
      let isWhole = cloze.gaps.allSatisfy { ($0.weight / least).denominator == 1 }
      if form == .qti, isWhole {
        for index in cloze.gaps.indices {
          cloze.gaps[index].weight = cloze.gaps[index].weight / least
        }
      }
      return .cloze(cloze)
    case .singleChoice, .multipleResponse, .trueFalse, .shortText, .matching, .ordering, .essay,
      .description:
      return self
    }
  }

  fileprivate func held(by form: BankForm, of item: Item) -> Item.Kind? {
    switch (self, form) {
    case (_, .seminar), (.description, .gift), (.description, .moodleXML), (.description, .qti):
      return self
    case (.singleChoice(var choice), .aiken):
      guard choice.options.count(where: \.isKey) == 1 else { return nil }
      choice.options = choice.options.map { Item.Option($0.text, isKey: $0.isKey) }
      return .singleChoice(choice)
    case (_, .aiken): return nil
    case (.singleChoice(var choice), _):
      for index in choice.options.indices where form != .qti {
        choice.options[index].keepsPlace = false
      }
      return .singleChoice(choice)
    case (.multipleResponse(var choice), _):
      for index in choice.options.indices where form != .qti {
        choice.options[index].keepsPlace = false
      }
      if form != .qti, choice.rule == .allOrNothing { choice.rule = .partial }
      return .multipleResponse(choice)
    case (.trueFalse, _): return self
    case (.numerical(var numerical), _):
      if form != .moodleXML { (numerical.unit, numerical.units) = (nil, []) }
      if form == .qti {
        numerical.otherwise = nil
        for index in numerical.accepted.indices { numerical.accepted[index].because = nil }
      }
      return .numerical(numerical)
    case (.shortText(let shortText), _): return shortText.held(by: form, of: item)
    case (.matching(var matching), _):
      if form == .gift, matching.pairs.contains(where: { $0.left.contains("->") }) { return nil }
      if form != .qti { matching.rule = .partial }
      return .matching(matching)
    case (.ordering(var ordering), _):
      if form == .gift { return nil }
      if form == .qti { ordering.rule = .allOrNothing }
      return .ordering(ordering)
    case (.cloze(let cloze), _): return form == .gift ? nil : cloze.held(by: form, of: item)
    case (.essay(var essay), _):
      if form == .gift { essay = Essay() }
      if form == .qti { (essay.leastWords, essay.mostWords) = (nil, nil) }
      return .essay(essay)
    }
  }
}

extension ShortText {
  fileprivate func held(by form: BankForm, of item: Item) -> Item.Kind? {
    var shortText = self
    switch form {
    case .gift:
      let texts =
        accepted.flatMap { [$0.pattern, $0.because ?? ""] } + [item.generalFeedback ?? ""]
      if texts.contains(where: { $0.contains("->") }) { return nil }
      shortText.matchesCase = false
    case .qti:
      if accepted.contains(where: \.hasWildcard) { return nil }
      shortText.accepted = accepted.filter { $0.fraction != 0 }.sorted { $0.fraction > $1.fraction }
      for index in shortText.accepted.indices { shortText.accepted[index].because = nil }
    case .seminar, .moodleXML, .aiken: break
    }
    return .shortText(shortText)
  }
}

extension Cloze {
  fileprivate func held(by form: BankForm, of item: Item) -> Item.Kind? {
    var cloze = self
    for index in gaps.indices {
      var kind: Item.Kind? = gaps[index].kind.itemKind.held(by: form, of: item)
      if form == .moodleXML { kind = kind?.asMoodleGap }
      guard let simple = kind.flatMap(Cloze.Gap.Kind.init) else { return nil }
      cloze.gaps[index].kind = simple
    }
    return .cloze(cloze)
  }
}

extension Item.Kind {
  /// What Moodle's code for gaps can say.
  fileprivate var asMoodleGap: Item.Kind {
    func oneLine(_ options: [Item.Option]) -> [Item.Option] {
      options.map { option in
        var option = option
        option.because = option.because?.onOneLine
        return option
      }
    }
    switch self {
    case .singleChoice(let choice): return .singleChoice(SingleChoice(oneLine(choice.options)))
    case .multipleResponse(let choice):
      return .multipleResponse(MultipleResponse(oneLine(choice.options), rule: choice.rule))
    case .trueFalse(let statement):
      let options = [
        Item.Option("True", isKey: statement.key, because: statement.becauseTrue),
        Item.Option("False", isKey: !statement.key, because: statement.becauseFalse),
      ]
      return .singleChoice(SingleChoice(oneLine(options)))
    case .numerical(var numerical):
      numerical.otherwise = numerical.otherwise?.onOneLine
      (numerical.unit, numerical.units) = (nil, [])
      for index in numerical.accepted.indices {
        let because = numerical.accepted[index].because?.onOneLine
        numerical.accepted[index].because = because
      }
      return .numerical(numerical)
    case .shortText(var shortText):
      for index in shortText.accepted.indices {
        shortText.accepted[index].because = shortText.accepted[index].because?.onOneLine
      }
      return .shortText(shortText)
    case .matching, .ordering, .cloze, .essay, .description: return self
    }
  }
}

extension Numerical.Value {
  /// A range as GIFT and QTI say it; a number with a tolerance everywhere else.
  fileprivate func canonical(in form: BankForm, isGap: Bool) -> Numerical.Value {
    switch (self, form) {
    case (_, .seminar), (_, .aiken), (_, .qti), (.range, .gift): return self
    case (.number, .gift), (_, .moodleXML):
      let (middle, reach) = interval
      return .number(middle, tolerance: .absolute(reach))
    }
  }
}
