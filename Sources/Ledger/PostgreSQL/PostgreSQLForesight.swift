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
    /// The answers that hold, by their questions.
    private(set) var known: [Question: PostgreSQLAnswer] = [:]
    /// What was asked without an answer, in order.
    private(set) var wanted: [Question] = []
    private var isWanted: Set<Question> = []
    /// How often the body that is gone through met what is not known.
    private(set) var misses = 0
    /// The tables that the body would have written by now.
    private var written: [String] = []
    /// Answers of before, which say what will be asked next, and nothing else.
    private(set) var guesses: [Question: PostgreSQLAnswer]

    /// How many rows an answer has at most that says what will be asked next, and how many such answers are kept.
    private static let (mostRows, mostGuesses): (Int32, Int) = (400, 500)

    init(_ guesses: [Question: PostgreSQLAnswer]) { self.guesses = guesses }

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
        // What is written before it decides what will be answered.
        if !written.contains(where: question.cursor.names), isWanted.insert(question).inserted {
            wanted.append(question)
        }
        return guesses[question]
    }

    /// Holds that not all is known.
    mutating func stop() { misses += 1 }

    /// Takes an answer.
    mutating func know(_ question: Question, _ answer: PostgreSQLAnswer?) {
        guard let answer else { return }
        known[question] = answer
        if answer.rows <= PostgreSQLForesight.mostRows { guesses[question] = answer }
    }

    /// Knows no more what a written table may say otherwise by now.
    mutating func write(_ table: String) {
        if isGathering {
            written.append(table)
        } else {
            known = known.filter { !$0.key.cursor.names(table) }
        }
    }

    /// Knows nothing any more.
    mutating func forget() { known = [:] }

    /// What is kept for the next time.
    var keptGuesses: [Question: PostgreSQLAnswer] { guesses.count > PostgreSQLForesight.mostGuesses ? [:] : guesses }
}
