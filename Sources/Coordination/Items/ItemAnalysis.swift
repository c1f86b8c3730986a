public import Quizzes
public import Records
public import Statistics

/// What the attempts at a quiz say of its items, and what to do about each bad one.
public struct ItemAnalysis: Sendable {
  /// Which attempts of a participant count.
  public enum Counting: String, CaseIterable, Sendable {
    /// The first of each participant: what the items were like before anybody knew them.
    case first
    /// The last of each participant.
    case last
    /// All, although several of one participant are not independent.
    case all
  }

  /// What the attempts say of one item.
  public struct Entry: Sendable {
    /// The item as its file has it now.
    public let item: Item
    /// Its number among the items that are marked, from 1.
    public let number: Int
    /// Its figures.
    public let figures: ItemStatistics
    /// The mean fraction earned by guessing, 0…1; `nil` where guessing is hopeless.
    public let guess: Double?
    /// Its options in the order of the file; none where it has no options.
    public let options: [OptionStatistics]
    /// How long responses took; `nil` without a response.
    public let times: TimeStatistics?
    /// How the fraction earned grows with the rest of the score.
    public let curve: ItemCurve
    /// What to look at, the gravest first.
    public let advice: [Advice]
  }

  /// The quiz as its file has it now.
  public let quiz: Quiz
  /// Its name.
  public let name: String
  /// Which attempts of a participant count.
  public let counting: Counting
  /// The number of attempts that count.
  public let attempts: Int
  /// What so many attempts allow to say.
  public let size: SampleSize
  /// How many of them wait for marks of a person, which leaves those items out.
  public let waiting: Int
  /// The figures of the quiz.
  public let figures: QuizStatistics
  /// The items that are marked, in the order of the file.
  public let entries: [Entry]
  /// The Rasch model with the spread of the participants; `nil` where the attempts do not allow it.
  public let model: MarginalModel?
  /// The Rasch model given the scores; `nil` where the attempts do not allow it.
  public let conditional: ConditionalModel?
  /// The model with a slope for each item; `nil` below 200 attempts.
  public let slopes: MarginalModel?
  /// The measures of the raw scores; `nil` where items were drawn, or without a model.
  public let measures: [PersonMeasure]?

  /// Whether the model is that of all items on a scale with the participants.
  public var map: WrightMap? {
    guard let model, let measures else { return nil }
    return WrightMap(model, measures)
  }

  /// Analyses the graded attempts at a quiz, or those of practice where the quiz is for practice.
  ///
  /// Attempts of guests are left out: nobody knows how many people they are.
  ///
  /// - Parameters:
  ///   - quiz: The quiz as its file has it now; items that it has no more are left out.
  ///   - name: Its name.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - now: The present.
  ///   - counting: Which attempts of a participant count.
  /// - Throws: What the markbook refuses, or why an attempt cannot be replayed or marked.
  public init(
    of quiz: Quiz,
    named name: String,
    in markbook: Markbook?,
    at now: Moment,
    counting: Counting = .first
  ) throws {
    let items = quiz.items.filter { $0.kind != .description }
    var responses = GatheredResponses(items, of: quiz)
    if let markbook {
      try responses.read(markbook, name, counting, in: quiz.mode, at: now)
    }
    self.init(responses, of: quiz, named: name, counting: counting)
  }

  /// Computes all of it from the responses.
  init(
    _ responses: GatheredResponses,
    of quiz: Quiz,
    named name: String,
    counting: Counting
  ) {
    (self.quiz, self.name, self.counting) = (quiz, name, counting)
    let table = responses.table
    let figures = QuizStatistics(of: table)
    self.figures = figures
    attempts = table.attempts
    size = SampleSize(attempts: table.attempts)
    waiting = responses.waiting
    entries = responses.items.indices.map { index in
      let item = responses.items[index]
      let options = responses.choices(of: index).map { table.options(of: index, $0) } ?? []
      let guess = item.kind.guess
      return Entry(
        item: item,
        number: index + 1,
        figures: figures.items[index],
        guess: guess,
        options: options,
        times: TimeStatistics(milliseconds: responses.times[index]),
        curve: table.curve(of: index),
        advice: Advice.on(figures.items[index], options: options, guess: guess)
      )
    }
    let rights = RightTable(table)
    let model = size.allowsCoefficients ? MarginalModel(fittedTo: rights, as: .onePL) : nil
    self.model = model
    measures = model?.measures(of: rights)
    conditional = size.allowsCoefficients ? ConditionalModel(fittedTo: rights) : nil
    slopes = size.allowsSlopes ? MarginalModel(fittedTo: rights, as: .twoPL) : nil
  }
}

extension GatheredResponses {
  /// Takes in the attempts that count.
  fileprivate mutating func read(
    _ markbook: Markbook,
    _ name: String,
    _ counting: ItemAnalysis.Counting,
    in mode: Quiz.Mode,
    at now: Moment
  ) throws {
    let kind = Attempt.Kind(mode)
    let attempts = try markbook.roll(of: name).attempts
      .filter { $0.kind == kind && $0.participant != nil }
    let reading = ManyAttempts(in: markbook, at: now)
    var seen: Set<String> = []
    switch counting {
    case .all, .first:
      try reading.read(attempts) { reading, _ in
        let participant = reading.recorded.participant ?? ""
        guard reading.recorded.isSubmitted, let marked = reading.marked,
          counting == .all || seen.insert(participant).inserted
        else { return }
        add(marked)
      }
    case .last:
      var last: [MarkedAttempt] = []
      try reading.read(attempts.reversed()) { reading, _ in
        let participant = reading.recorded.participant ?? ""
        guard reading.recorded.isSubmitted, let marked = reading.marked,
          seen.insert(participant).inserted
        else { return }
        last.append(marked)
      }
      for marked in last.reversed() { add(marked) }
    }
  }
}

extension Item.Kind {
  /// The mean fraction earned by guessing; `nil` where guessing is hopeless.
  ///
  /// Source: Moodle's quiz statistics (random guess score).
  fileprivate var guess: Double? {
    switch self {
    case .singleChoice(let choice):
      choice.options.isEmpty
        ? nil
        : choice.weights.reduce(0) { $0 + $1.number } / Double(choice.options.count)
    case .trueFalse: 0.5
    case .matching(let matching): matching.rights.isEmpty ? nil : 1 / Double(matching.rights.count)
    case .multipleResponse, .numerical, .shortText, .ordering, .cloze, .essay, .description: nil
    }
  }
}

extension Rational {
  /// The nearest number with a point.
  var number: Double { Double(numerator) / Double(denominator) }
}
