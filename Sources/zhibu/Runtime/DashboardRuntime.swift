import CursesTerminal
import Dashboard
import Glibc
import Ledger
import PartyWork
import TerminalUI

/// The loop of the dashboard: wait, update, draw, and have the rest done by the worker.
struct DashboardRuntime {
    private let terminal: CursesTerminal
    private let desk: Desk
    private let worker: Worker
    private let files: StateFiles?
    /// The address of the database all of whose towns are shown; nil for one ledger.
    private let county: String?
    /// The forms as the files hold them.
    private var kept: [String: Draft]
    private var model: Model
    /// What is to be said once the terminal is a shell's again; nil for nothing.
    private(set) var farewell: String?

    /// Gives up the task with files that was begun last.
    private var cancellation = Cancellation()

    /// Whether a frame is held back until everything it shows has been answered, so that a new screen is painted once.
    private var isHolding = false

    /// Whether the question in sight, if there is one, has been painted: what was typed before is no answer to it.
    private var hasPaintedQuestion = false

    private var isQuestionUnseen: Bool { model.isAsking && !hasPaintedQuestion }

    /// The files being written; the end of the run waits for the one under way, so that no half of it stays in the folder.
    private var filesUnderWay = 0

    /// How long the screen stays silent while the ledger works (milliseconds); then a word says so.
    private static let patience: Int32 = 2_000
    /// How long the screen before stays in sight while the next one's answers come (milliseconds).
    private static let holding: Int32 = 100
    /// How long no key comes before the preview is turned to what the cursor is on (milliseconds; LOOK, bytes 5).
    private static let rest: Int32 = 40

    /// A loop about to begin.
    ///
    /// - Parameters:
    ///   - files: where the run is to be remembered; nil for one that is not.
    ///   - county: the address of the database all of whose towns are shown; nil for one ledger.
    /// - Throws: A `Failure` where the system has no more pipes or threads; a `LedgerError`.
    init(
        terminal: CursesTerminal, desk: Desk, model: Model, files: StateFiles?, county: String? = nil
    ) throws {
        self.terminal = terminal
        self.desk = desk
        self.model = model
        self.model.learn(terminal.abilities)
        self.files = files
        self.county = county
        kept = model.unfinished
        let worker = try Worker(county == nil ? LedgerWatch(desk.ledger) : nil)
        self.worker = worker
        takeTerminal()
    }

    /// A stopped program must not hold the ledger's lock.
    private func takeTerminal() {
        let worker = worker
        terminal.stopping = { worker.betweenJobs($0) }
    }

    /// Runs until the officer leaves.
    ///
    /// - Throws: `Signals.Interrupted` when a signal or a dropped line ends it.
    mutating func run() throws {
        defer {
            keepEverything()
            endFileTask()
            worker.end()
        }
        try paintFirstScreen()
        lookForDamage()
        keepCopy()
        playLikelyKey()
        while try turn() {}
    }

    /// An import under way is given up, so that the program does not end in the middle of it.
    private func endFileTask() {
        cancellation.cancel()
        if model.isAtFiles { worker.betweenJobs {} }
    }

    /// Waits for what happens next, does what follows from it and draws; false once the officer leaves.
    private mutating func turn() throws -> Bool {
        let messages = try nextMessages()
        let dayBefore = model.today
        var effects = model.look(at: desk.clock, before: messages)
        if model.today != dayBefore { keepCopy() }
        for message in messages {
            if case .printed = message { filesUnderWay -= 1 }
            effects += model.update(hasPaintedQuestion ? message : message.typedAhead)
            if !model.isAsking { hasPaintedQuestion = false }
        }
        if effects.contains(.quit) { return false }
        for effect in effects { try perform(effect) }
        keepDrafts()
        isHolding = model.isWaiting && worker.isBusy && !messages.isEmpty
        // Before a question is painted everything is taken that was typed without knowing it.
        if !isHolding, messages.isEmpty || !isQuestionUnseen { try draw() }
        return true
    }

    /// The first screen is asked for here and now, so that the first thing painted is the figures; what it is shown without comes after.
    private mutating func paintFirstScreen() throws {
        var later: [AnyQuery] = []
        for effect in model.start() {
            guard case .ask(let queries) = effect else {
                try perform(effect)
                continue
            }
            later += model.later(queries)
            for message in desk.messages(answering: queries.filter { !later.contains($0) }) {
                for effect in model.update(message) { try perform(effect) }
            }
        }
        try draw()
        if !later.isEmpty { try perform(.ask(later)) }
    }

    /// The file's structure is looked at while the officer looks at the first screen, and whether the sample is in it.
    private func lookForDamage() {
        // What is wrong with a town is told in the town.
        guard county == nil else { return }
        let desk = desk
        submit { desk.messageOfDamage }
        if !model.isSampleCopy { submit { desk.messageOfSample } }
    }

    /// While the ledger is yesterday's still, the copy of it that is due is kept: after the first paint, and with the first key of
    /// another day.
    ///
    /// On a thread and a connection of its own: a stick is slow, and nothing waits for it.
    private func keepCopy() {
        guard files != nil, county == nil else { return }
        let (desk, worker, language) = (desk, worker, model.language)
        let isUnderWay = SideThread.run {
            Language.$current.withValue(language) {
                do {
                    let ledger = try Ledger.opened(at: desk.ledger.path)
                    if let message = ledger.acting(as: desk.officer, on: desk.clock).messageOfCopy {
                        worker.tell(message)
                    }
                } catch {
                    worker.tell(.failed(sentence(for: error)))
                }
            }
        }
        if !isUnderWay { submit { desk.messageOfCopy } }
    }

    /// What Enter would open is read and laid out once, on a copy of the dashboard and unseen: its statements are prepared
    /// and its code is in memory by the time the officer has read the first screen, and the first branch opens as fast as
    /// the next.
    private func playLikelyKey() {
        let desk = desk
        let model = model
        submit {
            var copy = model
            for case .ask(let queries) in copy.update(.key(.enter)) {
                for message in desk.messages(answering: queries) { _ = copy.update(message) }
            }
            _ = copy.view
            return nil
        }
    }

    private mutating func draw() throws {
        hasPaintedQuestion = model.isAsking
        do {
            try terminal.draw(model.view)
        } catch {
            if error == .hangUp { throw Signals.Interrupted(signal: SIGHUP) }
            throw Failure(.fault, error.text)
        }
    }

    /// What has happened; nothing when a frame was held back for long enough.
    private func nextMessages() throws -> [Message] {
        let (owes, runtime) = (model.owesPreview, DashboardRuntime.self)
        let limit =
            isQuestionUnseen
            ? 0 : isHolding ? runtime.holding : owes ? runtime.rest : worker.isBusy ? runtime.patience : nil
        let events = terminal.wait(alsoOn: worker.messagesReady, atMost: limit)
        // A job may have ended just after its last message was taken; then nothing is slow.
        if events.isEmpty {
            if isQuestionUnseen || isHolding { return [] }
            return owes ? [.rested] : worker.isBusy ? [.slow] : []
        }
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

    private mutating func perform(_ effect: Effect) throws {
        let desk = desk
        switch effect {
        case .ask(let queries):
            submit { [worker] in
                // The last is what the job comes to, so that the screen is woken once for it.
                var last: Message?
                desk.answer(queries) { message in
                    if let last { worker.tell(last) }
                    last = message
                }
                return last
            }
        case .rehearse(let act):
            submit { desk.rehearsing { .rehearsed(act, try $0.rehearse(act)) } }
        case .rehearseEach(let acts):
            submit { desk.rehearsing { .rehearsedEach(acts, try $0.rehearse(each: acts)) } }
        case .weigh(let acts, let scope, let day):
            submit { desk.rehearsing { .weighed(acts, try $0.consequence(of: acts, in: scope, asOf: day)) } }
        case .perform(let act):
            let mark = model.mark(act, orElse: .random())
            // A program that ends in the midst of the save knows at its next start what became of it.
            keepDrafts()
            submit { desk.message(performing: act, as: mark) }
        case .files(let task):
            begin(task)
        case .cancelFiles:
            cancellation.cancel()
        case .openSample:
            try showSample()
        case .openTown(let town, let place):
            try show(town, at: place)
        case .readHandbook(let topic):
            submit { Message.page(topic) }
        case .readSystems:
            submit { desk.messageOfSystems() }
        case .print(let job):
            filesUnderWay += 1
            submit { desk.message(printing: job) }
        case .copy(let text):
            terminal.copy(text)
        case .repaint:
            terminal.redrawAll()
        case .prefer(let preference):
            apply(preference)
        case .keep(let preference):
            apply(preference)
            submit { Settings.message(keeping: preference) }
        case .changeViews(let change):
            submit { [files] in StateFiles.message(of: change, in: files) }
        case .suspend:
            terminal.suspend()
        case .quit:
            break
        }
    }

    /// Shows the sample on the same terminal until the officer leaves it.
    private mutating func showSample() throws {
        // Making the copy takes a moment the first time; the notice that says so is drawn before.
        try draw()
        let visit = Language.$current.withValue(model.language) { model.visitSample(terminal.size, terminal.textWidth) }
        guard let visit else { return }
        defer { visit.copy.remove() }
        var sample = try DashboardRuntime(terminal: terminal, desk: visit.desk, model: visit.model, files: nil)
        try sample.run()
        model.comeBack(from: sample.model)
        takeTerminal()
    }

    /// Shows a town of the county on the same terminal until the officer leaves it.
    private mutating func show(_ town: Code, at place: Route?) throws {
        // Connecting takes a moment; the notice that says so is drawn before.
        try draw()
        let visit = model.visit(town, at: place, in: county, desk.clock, terminal.size, terminal.textWidth)
        guard let visit else { return }
        var runtime = try DashboardRuntime(
            terminal: terminal, desk: visit.desk, model: visit.model, files: visit.files)
        defer { farewell = runtime.farewell ?? farewell }
        try runtime.run()
        takeTerminal()
        for effect in model.comeBack(fromTown: runtime.model) { try perform(effect) }
    }

    /// Has the worker read or import files; Esc reaches it through the cancellation.
    private mutating func begin(_ task: FileTask) {
        cancellation = Cancellation()
        let worker = worker
        let work = FileWork(desk: desk, cancellation: cancellation, hear: { worker.tell(.files(task, .progress($0))) })
        submit {
            do {
                return try work.message(doing: task)
            } catch {
                return .files(task, .failed(sentence(for: error)))
            }
        }
    }

    /// Has the worker do something, in the language of the screens.
    private func submit(_ job: @escaping Worker.Job) {
        let language = model.language
        worker.submit { Language.$current.withValue(language) { job() } }
    }

    private mutating func apply(_ preference: Preference) {
        switch preference {
        case .ambiguous(let width):
            terminal.ambiguous = width
            // Nothing is asked of the ledger because of it.
            _ = model.update(.measured(terminal.textWidth))
        case .mouse(let isOn): terminal.reportsMouse = isOn
        case .language, .printFolder, .theme, .drawing, .preview, .panes, .greeting:
            // The model goes by it from now on, and so does what the worker is asked.
            break
        }
    }
}

extension Message {
    /// The message of a key that came before what it would answer was painted.
    fileprivate var typedAhead: Message { if case .key(let key) = self { .typedAhead(key) } else { self } }
}

extension Model {
    /// The day is asked of the clock with each key, so that a dashboard left open overnight is in the new day with the first.
    fileprivate mutating func look(at clock: Clock, before messages: [Message]) -> [Effect] {
        guard messages.contains(where: { if case .key = $0 { true } else { false } }) else { return [] }
        return follow(clock)
    }

    /// Tells the day on the clock, where it is another one.
    mutating func follow(_ clock: Clock) -> [Effect] {
        let day = clock.today()
        return day == today ? [] : update(.dayBegan(day))
    }
}

// MARK: - For the next start

extension DashboardRuntime {
    /// Writes what changed of the forms that are not saved.
    private mutating func keepDrafts() {
        let unfinished = model.unfinished
        guard let files, unfinished != kept else { return }
        for identity in kept.keys where unfinished[identity] == nil { files.forget(identity) }
        do {
            for (identity, draft) in unfinished where draft != kept[identity] { try files.keep(draft) }
        } catch {
            model.warn(
                localized(
                    "填了一半的内容写不进 \(error.message ?? "")：这次还在，退出后就没有了",
                    "What is half filled in cannot be kept in \(error.message ?? ""): it is here now, but gone after quitting"
                ))
        }
        kept = unfinished
    }

    /// However the run ends, by key, by signal or with the line, what was typed and where it was is kept.
    private mutating func keepEverything() {
        if filesUnderWay > 0 { worker.betweenJobs {} }
        model.putAside()
        keepDrafts()
        guard let files, let memory = model.memory else { return }
        do {
            try files.keep(memory)
        } catch {
            farewell = localized(
                "zhibu：下次打开不会回到这一屏，写不进 \(error.message ?? "")\n",
                "zhibu: the next start will not go on here, cannot write \(error.message ?? "")\n")
        }
    }
}
