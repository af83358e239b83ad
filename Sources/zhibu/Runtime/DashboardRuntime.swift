import CursesTerminal
import Dashboard
import Glibc
import Ledger
import PartyWork
import TerminalUI

/// The loop of the dashboard: wait, update, draw, and have the rest done by the worker.
struct DashboardRuntime {
    private let terminal: CursesTerminal
    private let ledger: Ledger
    private let officer: Officer
    private let today: Day
    private let worker: Worker
    private var model: Model

    /// How long the screen stays silent while the ledger works (milliseconds); then a word says so.
    private static let patience: Int32 = 2_000

    init(terminal: CursesTerminal, ledger: Ledger, officer: Officer, today: Day, model: Model) throws {
        self.terminal = terminal
        self.ledger = ledger
        self.officer = officer
        self.today = today
        self.model = model
        worker = try Worker()
    }

    /// Runs until the officer leaves.
    ///
    /// - Throws: `Signals.Interrupted` when a signal or a dropped line ends it.
    mutating func run() throws {
        var effects = try paintFirstScreen()
        lookForDamage()
        while !effects.contains(.quit) {
            for effect in effects { perform(effect) }
            let messages = try nextMessages()
            effects = []
            for message in messages { effects += model.update(message) }
            if effects.contains(.repaint) { terminal.redrawAll() }
            try draw()
        }
    }

    /// The first screen is asked for here and now, so that the first thing painted is the figures.
    private mutating func paintFirstScreen() throws -> [Effect] {
        var waiting = model.start()
        var others: [Effect] = []
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if case .ask(let question) = effect {
                waiting += model.update(ledger.message(answering: question))
            } else {
                others.append(effect)
            }
        }
        try draw()
        return others
    }

    /// The file's structure is looked at while the officer looks at the first screen.
    private func lookForDamage() {
        let ledger = ledger
        worker.submit { tell in
            if let message = ledger.messageOfDamage { tell(message) }
        }
    }

    private func draw() throws {
        do {
            try terminal.draw(model.view)
        } catch {
            if error == .hangUp { throw Signals.Interrupted(signal: SIGHUP) }
            throw Failure(.fault, error.text)
        }
    }

    private func nextMessages() throws -> [Message] {
        let limit = worker.isBusy ? DashboardRuntime.patience : nil
        let events = terminal.wait(alsoOn: worker.messagesReady, atMost: limit)
        if events.isEmpty { return [.slow] }
        return try events.flatMap { try messages(for: $0) }
    }

    private func messages(for event: TerminalEvent) throws -> [Message] {
        switch event {
        case .key(let key): return [.key(key)]
        case .resized(let size): return [.resized(size)]
        case .remeasured: return [.measured(terminal.textWidth)]
        case .woken: return worker.take()
        case .resumed: return []
        case .hangUp: throw Signals.Interrupted(signal: SIGHUP)
        case .signal(let number): throw Signals.Interrupted(signal: number)
        }
    }

    private func perform(_ effect: Effect) {
        let (ledger, officer, today) = (ledger, officer, today)
        switch effect {
        case .ask(let question):
            worker.submit { tell in tell(ledger.message(answering: question)) }
        case .perform(let act):
            worker.submit { tell in tell(ledger.message(performing: act, by: officer, today: today)) }
        case .importFiles(let paths):
            worker.submit { tell in tell(ledger.message(importing: paths, by: officer, today: today)) }
        case .loadSample:
            worker.submit { tell in tell(ledger.message(importing: nil, by: officer, today: today)) }
        case .repaint, .quit:
            break
        }
    }
}
