import Dashboard
import Exchange
import Ledger
import PartyWork

extension Desk {
    /// Tells what comes of queries, all of one state of the ledger, as messages to the screens, each as soon as it is known.
    func answer(_ queries: [AnyQuery], tell: (Message) -> Void) {
        ledger.answer(queries, to: (officer, clock.today())) { query, outcome in
            switch outcome {
            case .success(let answered): tell(.answered(answered))
            case .failure(let error): tell(.unanswered(query, because: error, sentence(for:)))
            }
        }
    }

    /// What comes of queries, all told together.
    func messages(answering queries: [AnyQuery]) -> [Message] {
        var messages: [Message] = []
        answer(queries) { messages.append($0) }
        return messages
    }

    /// What comes of a rehearsal.
    func rehearsing(_ message: (Desk) throws -> Message) -> Message {
        do { return try message(self) } catch { return .failed(sentence(for: error)) }
    }

    /// What is wrong with the file; nil if nothing is.
    var messageOfDamage: Message? {
        do {
            return try ledger.damage().map { .failed($0) }
        } catch {
            return .failed(sentence(for: error))
        }
    }

    /// That the sample is in an officer's own ledger; nil where it is not, or the file does not say.
    var messageOfSample: Message? {
        do {
            return try ledger.loadedSample().map { .foundSample($0) }
        } catch {
            return .failed(sentence(for: error))
        }
    }

    /// That yesterday's copy could not be kept where it should be; nil where it is kept or none is due.
    var messageOfCopy: Message? {
        KeptCopies(ledger: ledger.path).keep(ledger, today: clock.today()).map { .failed($0) }
    }

    /// What comes of an act that is sent under a mark.
    func message(performing act: Act, as mark: ActMark) -> Message {
        do {
            return .done(act, try perform(act, as: mark))
        } catch let refusal as Refusal {
            return .refused(act, refusal)
        } catch {
            return .failed(sentence(for: error))
        }
    }
}

extension Message {
    /// A page of the handbook, or why there is none.
    static func page(_ topic: Handbook.Topic) -> Message {
        do {
            return .handbook(topic, try HandbookFile.page(topic))
        } catch {
            return .failed(sentence(for: error))
        }
    }
}

extension Desk {
    /// The systems of registers that come with the program, each with how much of it the ledger has.
    func messageOfSystems() -> Message {
        do {
            let book = try ledger.registers()
            return .systems(
                try SystemFiles().systems.map { OfferedSystem($0.name, rows: try SystemRows([$0]).rows, known: book) })
        } catch {
            return .failed(sentence(for: error))
        }
    }
}
