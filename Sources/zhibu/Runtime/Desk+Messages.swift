import Dashboard
import Exchange
import Ledger
import PartyWork

extension Desk {
    /// Tells what comes of queries, all of one state of the ledger, as messages to the screens, each as soon as it is known.
    func answer(_ queries: [AnyQuery], tell: (Message) -> Void) {
        ledger.answer(queries) { query, outcome in
            switch outcome {
            case .success(let answered): tell(.answered(answered))
            case .failure(let error): tell(.unanswered(query, sentence(for: error)))
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

    /// What comes of importing the sample town from the welcome screen.
    func messageOfSample() -> Message {
        do {
            let importer = Importer(paths: [try SampleFiles().folder], update: false, today: clock.today())
            var doubts = ""
            let report = try importAll(importer, doubt: { doubts += localized("；", "; ") + $0 })
            guard report.isAccepted else { return .failed(problems(report)) }
            let text =
                localized("已导入：", "Imported: ")
                + TableSchema.six.map { "\($0.title) \(report.counts[$0]?.new ?? 0)" }.joined(
                    separator: localized("，", ", "))
            let past = localized(
                "；示例讲的是 \(DemoTown.asOf)，按 = 回到今天", "; the sample speaks of \(DemoTown.asOf), = goes to today")
            return .loaded(text + past + doubts, try ledger.scope(nil), asOf: DemoTown.asOf)
        } catch {
            return .failed(sentence(for: error))
        }
    }

    /// The first 200 faults, each on a line (PERFORMANCE, one set of numbers).
    private func problems(_ report: ImportReport) -> String {
        let faults = report.notices.filter { $0.kind == .fault }
        let shown = faults.prefix(200).map(\.description.safe)
        return
            ([
                localized(
                    "有 \(faults.count) 处错误，什么都没有保存；请改正后重新导入：",
                    "\(plural(faults.count, "error")), nothing was saved; correct them and import again:")
            ] + shown).joined(separator: "\n")
    }
}

/// What an officer is told of an error that ends in no exit status.
func sentence(for error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.message ?? localized("没有做成，请再试一次", "It was not done; try again")
    case let refusal as Refusal: refusal.text
    case let error as LedgerError: error.text
    case let failure as Exporter.Failure: failure.description
    default: localized("内部错误：\(error)", "internal error: \(error)")
    }
}
