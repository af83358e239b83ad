import PartyWork

/// What a screen or a pane must know: a question, and what it makes of the answer.
struct Need<Owner> {
    let question: Question
    let take: (inout Owner, Answer) -> Void

    init(_ question: Question, take: @escaping (inout Owner, Answer) -> Void) {
        self.question = question
        self.take = take
    }
}

extension Array {
    /// Hands an answer to all that need it.
    func take<Owner>(_ answer: Answer, to question: Question, for owner: inout Owner) where Element == Need<Owner> {
        for need in self where need.question == question { need.take(&owner, answer) }
    }

    /// The questions, each once.
    func questions<Owner>() -> [Question] where Element == Need<Owner> {
        reduce(into: []) { if !$0.contains($1.question) { $0.append($1.question) } }
    }
}
