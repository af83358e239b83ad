import Dashboard
import Ledger
import PartyWork
import TerminalUI

/// The dashboard in lines: reads a screen out, takes a line, does what follows.
///
/// No sequence steers the terminal, and what is wanted outside is done at once, so input and output may be pipes.
struct PlainRuntime {
    private let desk: Desk
    private var model: Model
    /// The address of the database all of whose towns are shown; nil for one ledger.
    private let county: String?
    /// Where views are kept; nil for a run of which nothing is.
    private let files: StateFiles?
    /// What was saved since the last screen was read out.
    private var saved: String?

    init(desk: Desk, model: Model, files: StateFiles? = nil, county: String? = nil) {
        self.desk = desk
        self.files = files
        self.model = model
        self.county = county
    }

    /// Runs until the officer leaves or the input ends.
    ///
    /// - Throws: a `Failure` where nothing can be written any more; `Signals.Interrupted`.
    mutating func run() throws {
        try follow(model.start())
        let isOwn = !model.isSampleCopy && county == nil
        for message in Signals.unstopped({
            [
                county == nil ? desk.messageOfDamage : nil, isOwn ? desk.messageOfSample : nil,
                isOwn ? desk.messageOfCopy : nil,
            ]
        }) {
            if let message { try follow(model.update(message)) }
        }
        while true {
            try StandardStream.output.write(
                model.spoken.safeLines + localized("\n请输入：", "\nYour answer: "), done: saved)
            saved = nil
            guard let line = readLine() else { return try StandardStream.output.write("\n") }
            let effects = model.follow(desk.clock) + model.hear(line)
            if effects.contains(.quit) { return }
            try follow(effects)
            try StandardStream.output.write("\n")
        }
    }

    private mutating func follow(_ effects: [Effect]) throws {
        for effect in effects {
            // The sample's lines are read in between, and Ctrl-Z stops the program there as here.
            if effect == .openSample { try showSample() }
            if case .openTown(let town, let place) = effect { try show(town, at: place) }
            let messages: [Message] = try Language.$current.withValue(model.language) {
                try Signals.unstopped { try self.messages(of: effect) }
            }
            for message in messages {
                if case .done(_, let receipt) = message { saved = receipt.saved(as: receipt.summary.safe) }
                try follow(model.update(message))
            }
        }
    }

    private mutating func messages(of effect: Effect) throws -> [Message] {
        switch effect {
        case .ask(let queries): desk.messages(answering: queries)
        case .rehearse(let act): [desk.rehearsing { .rehearsed(act, try $0.rehearse(act)) }]
        case .rehearseEach(let acts): [desk.rehearsing { .rehearsedEach(acts, try $0.rehearse(each: acts)) }]
        case .weigh(let acts, let scope, let day):
            [desk.rehearsing { .weighed(acts, try $0.consequence(of: acts, in: scope, asOf: day)) }]
        case .perform(let act): [desk.message(performing: act, as: model.mark(act, orElse: .random()))]
        case .files(let task): [try FileWork(desk: desk).message(doing: task)]
        case .readHandbook(let topic): [.page(topic)]
        case .readSystems: [desk.messageOfSystems()]
        case .print(let job): [desk.message(printing: job)]
        case .keep(let preference): [Settings.message(keeping: preference)].compactMap(\.self)
        case .changeViews(let change): [StateFiles.message(of: change, in: files)].compactMap(\.self)
        // The shell's Ctrl-Z works here, and there is nothing to repaint.
        case .openSample, .openTown, .cancelFiles, .copy, .repaint, .prefer, .suspend, .quit: []
        }
    }

    /// Reads the sample out until the officer leaves it.
    private mutating func showSample() throws {
        let visit = Language.$current.withValue(model.language) { model.visitSample(Model.plainSize, TextWidth()) }
        guard let visit else { return }
        defer { visit.copy.remove() }
        var sample = PlainRuntime(desk: visit.desk, model: visit.model)
        try sample.run()
        model.comeBack(from: sample.model)
    }

    /// Reads a town of the county out until the officer leaves it.
    private mutating func show(_ town: Code, at place: Route?) throws {
        let visit = model.visit(town, at: place, in: county, desk.clock, Model.plainSize, TextWidth())
        guard let visit else { return }
        var runtime = PlainRuntime(desk: visit.desk, model: visit.model, files: visit.files)
        try runtime.run()
        try follow(model.comeBack(fromTown: runtime.model))
    }
}
