import Glibc

/// What a body is going to ask, found by going through it before anything is answered: where the way to the server is long, what does not
/// depend on an answer is asked in one stretch, and what was asked is not asked again.
///
/// A body that is gone through so meets no rows where the answer is not known, or those that the same question had the last time; what comes
/// of it then is thrown away, and nothing that it writes is sent.
struct PostgreSQLForesight {
    /// A statement with its values.
    struct Question: Hashable {
        let cursor: PostgreSQLCursor
        let values: [PostgreSQLValue]

        static func == (one: Question, other: Question) -> Bool {
            one.cursor === other.cursor && one.values == other.values
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(ObjectIdentifier(cursor))
            hasher.combine(values)
        }
    }

    /// What a body meets that goes on where nothing can be foreseen.
    struct Unforeseen: Error {}

    /// Whether the body is gone through for what it asks.
    private(set) var isGathering = false
    /// Whether a body that writes goes on by the answers of before where it asks once more what it may have changed: they are asked all the
    /// same, and compared before anything is kept.
    ///
    /// Not where there are too many: what is done on this side alone must not outlast the
    /// server's patience with who holds the town's lock.
    private(set) var supposes: Bool
    /// The answers by their questions, each with how many writes were before it.
    private var answers: [Question: (answer: PostgreSQLAnswer, after: Int)] = [:]
    /// The tables that were written, each with the number of its last write: what names one may be answered otherwise since.
    private var lastWrites: [String: Int] = [:]
    private var writes = 0
    /// What questions after a write were answered the last time that all was done, each in order: who is asked of the tenth new row is told
    /// of the nine before it.
    typealias Replies = [Question: [PostgreSQLAnswer]]
    private let replies: Replies
    /// How often each was asked after a write, and on what errands.
    private var asks: [Question: Int] = [:]
    private var asked: [(question: Question, errand: PostgreSQLErrand)] = []
    /// What was supposed of statements that are on their way; nothing stands for no failure.
    private var supposed: [(errand: PostgreSQLErrand, answer: PostgreSQLAnswer?)] = []
    /// What was asked without an answer, in order.
    private(set) var wanted: [Question] = []
    private var isWanted: Set<Question> = []
    /// How often the body that is gone through met what is not known.
    private(set) var misses = 0
    /// The tables that the body would have written by now.
    private var written: Set<String> = []
    /// Answers of before, which say what will be asked next, and nothing else.
    private(set) var guesses: [Question: PostgreSQLAnswer]

    /// How many rows an answer has at most that says what will be asked next, and how many such answers are kept.
    private static let (mostRows, mostGuesses): (Int32, Int) = (400, 500)
    /// How many questions are asked in one stretch by an act that supposes.
    private static let mostWanted = 2_000

    init(_ guesses: [Question: PostgreSQLAnswer], supposing replies: Replies?) {
        self.guesses = guesses
        supposes = replies != nil
        self.replies = replies ?? [:]
    }

    /// Forgets what was wanted: it is asked.
    mutating func beginGathering() { (wanted, isWanted) = ([], []) }

    /// Begins to go through a body for what it asks, or ends that.
    mutating func gather(_ isGathering: Bool) {
        self.isGathering = isGathering
        (written, misses) = ([], 0)
    }

    /// What is met where the answer to a question is not known.
    mutating func want(_ question: Question) -> PostgreSQLAnswer? {
        misses += 1
        if wanted.count == PostgreSQLForesight.mostWanted { stopSupposing() }
        // What is written before it decides what will be answered.
        if supposes || !written.contains(where: question.cursor.names), isWanted.insert(question).inserted {
            wanted.append(question)
        }
        return guesses[question]
    }

    /// Waits for each answer after a write from now on.
    mutating func stopSupposing() { supposes = false }

    /// Holds that not all is known.
    mutating func stop() { misses += 1 }

    /// The answer that holds.
    func answer(to question: Question) -> PostgreSQLAnswer? {
        guard let found = answers[question] else { return nil }
        return lastWrites.contains { $1 > found.after && question.cursor.names($0) } ? nil : found.answer
    }

    /// Goes on by the answer of the last time, else of before a write, to a question that is on its way; nil where there is none.
    mutating func suppose(_ question: Question, _ errand: PostgreSQLErrand) -> PostgreSQLAnswer? {
        guard supposes else { return nil }
        let number = asks[question, default: 0]
        asks[question] = number + 1
        asked.append((question, errand))
        let told = replies[question].flatMap { number < $0.count ? $0[number] : nil }
        guard let answer = told ?? answers[question]?.answer else { return nil }
        supposed.append((errand, answer))
        answers[question] = (answer, writes)
        return answer
    }

    /// Goes on as if a statement that is on its way did not fail.
    mutating func suppose(_ errand: PostgreSQLErrand) { supposed.append((errand, nil)) }

    /// Whether something was supposed.
    var hasSupposed: Bool { !supposed.isEmpty }
    /// Whether all that was supposed is answered so.
    var isRight: Bool {
        supposed.allSatisfy { errand, answer in
            guard case .success(let found) = errand.outcome else { return false }
            guard let answer else { return true }
            return found.map(answer.hasSameRows) ?? false
        }
    }

    /// What was answered after writes; nil where something failed, so that nothing can be supposed of it.
    var answered: Replies? {
        var answered: Replies = [:]
        for (question, errand) in asked {
            guard case .success(let answer?) = errand.outcome else { return nil }
            answered[question, default: []].append(answer)
        }
        return supposed.contains { $0.errand.hasFailed } ? nil : answered
    }

    /// Takes an answer.
    mutating func know(_ question: Question, _ answer: PostgreSQLAnswer?) {
        guard let answer else { return }
        answers[question] = (answer, writes)
        if answer.rows <= PostgreSQLForesight.mostRows { guesses[question] = answer }
    }

    /// Knows no more what a written table may say otherwise by now.
    mutating func write(_ table: String) {
        if isGathering {
            written.insert(table)
        } else {
            writes += 1
            lastWrites[table] = writes
        }
    }

    /// Knows nothing any more.
    mutating func forget() { answers = [:] }

    /// What is kept for the next time.
    var keptGuesses: [Question: PostgreSQLAnswer] { guesses.count > PostgreSQLForesight.mostGuesses ? [:] : guesses }
}
