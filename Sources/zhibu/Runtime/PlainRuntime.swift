import Dashboard
import Ledger
import PartyWork

/// The dashboard in lines: reads a screen out, takes a line, does what follows. No sequence steers the terminal, and what
/// is wanted outside is done at once, so input and output may be pipes.
struct PlainRuntime {
    private let ledger: Ledger
    private let officer: Officer
    private let clock: DayClock
    private var model: Model
    /// What was saved since the last screen was read out.
    private var saved: String?

    init(ledger: Ledger, officer: Officer, clock: DayClock, model: Model) {
        self.ledger = ledger
        self.officer = officer
        self.clock = clock
        self.model = model
    }

    /// Runs until the officer leaves or the input ends.
    ///
    /// - Throws: a `Failure` where nothing can be written any more; `Signals.Interrupted`.
    mutating func run() throws {
        try follow(model.start())
        if let message = Signals.unstopped({ ledger.messageOfDamage }) { try follow(model.update(message)) }
        while true {
            try StandardStream.output.write(
                model.spoken.safeLines + localized("\n请输入：", "\nYour answer: "), done: saved)
            saved = nil
            guard let line = readLine() else { return try StandardStream.output.write("\n") }
            let effects = model.follow(clock) + model.hear(line)
            if effects.contains(.quit) { return }
            try follow(effects)
            try StandardStream.output.write("\n")
        }
    }

    private mutating func follow(_ effects: [Effect]) throws {
        for effect in effects {
            let answer: Message? = try Language.$current.withValue(model.language) {
                try Signals.unstopped { try message(of: effect) }
            }
            if case .done(_, let receipt)? = answer { saved = receipt.saved(as: receipt.summary.safe) }
            if let answer { try follow(model.update(answer)) }
        }
    }

    private mutating func message(of effect: Effect) throws -> Message? {
        let today = model.today
        return switch effect {
        case .ask(let question): ledger.message(answering: question)
        case .perform(let act):
            ledger.message(performing: act, as: model.mark(act, orElse: .random()), by: officer, today: today)
        case .files(let task): try FileWork(ledger: ledger, officer: officer, today: today).message(doing: task)
        case .loadSample: ledger.messageOfSample(by: officer, today: today)
        case .print(let job): ledger.message(printing: job, by: officer, today: today)
        case .keep(let preference): Settings.message(keeping: preference)
        // The shell's Ctrl-Z works here, and there is nothing to repaint.
        case .cancelFiles, .repaint, .prefer, .suspend, .quit: nil
        }
    }
}
