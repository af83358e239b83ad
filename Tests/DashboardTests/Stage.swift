import Exchange
import Foundation
import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// A dashboard on a ledger in memory: keys in, frames out.
///
/// What the screens ask and do is done at once.
struct Stage {
    private(set) var model: Model
    let ledger: Ledger
    private let today: Day
    private(set) var hasQuit = false
    /// Whether the sample was to be shown.
    private(set) var opensSample = false
    /// What was to be written into files, the newest last.
    private(set) var printed: [PrintJob] = []
    /// What was to be kept for later runs.
    private(set) var kept: [Preference] = []
    /// The views as a file would hold them.
    private(set) var views: [KeptView] = []
    /// Does what is wanted with files.
    var desk = FileDesk()
    /// Whether a task with files stays under way, so that a test says what comes of it.
    var holdsFiles = false
    private var task: FileTask?
    /// Whether what the ledger does comes back as a failure that says nothing of it.
    var losesReceipts = false
    /// Whether what is asked is answered only by `answer`.
    var holdsAnswers = false
    private var unanswered: [AnyQuery] = []
    /// What the terminal was to put into the clipboard.
    private(set) var copied: [String] = []
    /// Whether no key comes for a moment after each, so that a preview follows the cursor.
    var rests: Bool
    /// Whether the ledger itself is asked each time, for a test that counts what that costs.
    private let isCounted: Bool
    /// The systems of registers that come along here.
    var systems: [OfferedSystem] = []
    /// How often a task with files was given up.
    private(set) var cancelled = 0
    /// How often the ledger was asked or written.
    private(set) var asked = 0

    /// Who sits before it.
    static let officer = Officer(uid: 1000, name: "李娟", origin: .dashboard)

    /// Opens the dashboard on a ledger.
    init(
        _ ledger: Ledger, today: String = "2016-06-30", size: Size = Size(columns: 80, rows: 24), colour: Bool = true,
        restoring memory: Memory? = nil, drafts: [Draft] = [], isPlain: Bool = false,
        language: Language = .chinese, catalogue: Catalogue = .builtIn, sample: SampleStanding = .absent,
        permission: Permission = .everything,
        palette: Theme.Palette = .eight, abilities: Abilities = .none, rests: Bool = true, isCounted: Bool = false
    ) throws {
        (self.rests, self.isCounted) = (rests, isCounted)
        self.ledger = ledger
        self.today = try #require(Day(today))
        let isEmpty = try ledger.isEmpty()
        let scope = isEmpty ? Scope(Code("0")) : try ledger.scope(nil)
        let name = isEmpty ? "" : try ledger.place(scope).name
        var context = Context(
            today: self.today, clockOffset: 480, asOf: self.today, scope: scope, scopeName: name, body: size,
            colours: colour ? Theme(palette) : .mono)
        context.officer = Stage.officer
        context.abilities = abilities
        context.sample = sample
        context.permission = permission
        context.preferences = Preferences(isPlain: isPlain, language: language, printFolder: "/home/lijuan")
        model = Model(
            context, size: size, isEmpty: isEmpty, remark: language == .chinese ? "李娟" : LatinTown.officer.name,
            catalogue: catalogue)
        model.resume(drafts)
        if let memory { model.restore(memory) }
        try perform(model.start())
    }

    /// The dashboard on the Longfeng sample, which no test changes.
    static func longfeng(_ size: Size = Size(columns: 80, rows: 24), colour: Bool = true) throws -> Stage {
        try Stage(Longfeng.shared.get(), size: size, colour: colour)
    }

    /// The dashboard in lines.
    static func plain(_ ledger: Ledger) throws -> Stage {
        try Stage(ledger, size: Model.plainSize, colour: false, isPlain: true)
    }

    /// Answers what was read out.
    mutating func hear(_ lines: String...) throws {
        for line in lines { try perform(model.hear(line)) }
    }

    /// The whole terminal.
    var frame: Frame { model.view }
    /// The whole terminal as text.
    var text: String { frame.text }
    /// One row of it, counted from 0.
    func row(_ row: Int) -> String { frame.text(row: row) }

    /// Presses keys one after the other.
    mutating func press(_ keys: Key...) throws {
        for key in keys { try perform(model.update(.key(key))) }
    }

    /// Has keys come at one go, before any of what they lead to was painted.
    mutating func paste(unbracketed text: String) throws {
        for scalar in text.unicodeScalars { try perform(model.update(.typedAhead(.text(String(scalar))))) }
    }

    /// Types a text, a code point at a time, as a terminal sends it.
    mutating func type(_ text: String) throws {
        for scalar in text.unicodeScalars { try press(.text(String(scalar))) }
    }

    /// Changes the size of the terminal.
    mutating func resize(_ columns: Int, _ rows: Int) throws {
        try perform(model.update(.resized(Size(columns: columns, rows: rows))))
    }

    /// Lets the terminal say how wide characters of ambiguous width are.
    mutating func measure(_ width: AmbiguousWidth) throws {
        try perform(model.update(.measured(TextWidth(width))))
    }

    /// Looks at a day.
    mutating func look(at day: String) throws {
        let day = try #require(Day(day))
        try perform(model.run(.asOf(day)) + model.settle())
    }

    /// Begins in a part of the ledger.
    mutating func begin(in scope: Scope, called name: String) throws {
        model.begin(in: scope, called: name)
        try perform(model.settle())
    }

    /// Lets the sample be found in the ledger.
    mutating func find(_ sample: LoadedSample) throws { try perform(model.update(.foundSample(sample))) }

    /// Lets the clock go on to another day.
    mutating func begin(_ day: String) throws {
        try perform(model.update(.dayBegan(try #require(Day(day)))))
    }

    /// Lets another process write to the ledger.
    mutating func changeElsewhere() throws { try perform(model.update(.changedElsewhere(nil))) }

    /// Lets the ledger answer a query, as one on a server would.
    mutating func tell<Q: Query>(_ query: Q, _ answer: Q.Answer) throws {
        try perform(model.update(.answered(Answered(query, answer))))
    }

    /// Lets what was asked for fail.
    mutating func fail(_ text: String) throws { try perform(model.update(.failed(text))) }

    /// Lets the last file come to something.
    mutating func finishPrinting(_ outcome: PrintOutcome) throws {
        try perform(model.update(.printed(#require(printed.last), outcome)))
    }

    /// Lets something come of the task with files that was begun last.
    mutating func learn(_ outcome: FileOutcome) throws {
        let task = try #require(task)
        try perform(model.update(.files(task, outcome)))
    }

    /// Does the task with files that was held back.
    mutating func finishFiles() throws {
        let task = try #require(task)
        try learn(desk.outcome(of: task, in: ledger, today: today))
    }

    private mutating func perform(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .ask(let queries):
                asked += queries.count
                if holdsAnswers { unanswered += queries } else { try answer(queries) }
            case .rehearse(let act):
                try perform(model.update(.rehearsed(act, ledger.desk(on: today).rehearse(act))))
            case .rehearseEach(let acts):
                try perform(model.update(.rehearsedEach(acts, ledger.desk(on: today).rehearse(each: acts))))
            case .weigh(let acts, let scope, let day):
                let consequence = try ledger.desk(on: today).consequence(of: acts, in: scope, asOf: day)
                try perform(model.update(.weighed(acts, consequence)))
            case .perform(let act):
                asked += 1
                let mark = model.mark(act, orElse: .random())
                let message = try message(of: act, as: mark)
                try perform(model.update(losesReceipts ? .failed("线断了") : message))
            case .quit: hasQuit = true
            case .print(let job): printed.append(job)
            case .keep(let preference): kept.append(preference)
            case .files(let task):
                self.task = task
                if !holdsFiles { try learn(desk.outcome(of: task, in: ledger, today: today)) }
            case .cancelFiles: cancelled += 1
            case .openSample: opensSample = true
            case .readSystems: try perform(model.update(.systems(systems)))
            case .readHandbook(let topic): try perform(model.update(.handbook(topic, Stage.page(topic))))
            case .copy(let text): copied.append(text)
            case .changeViews(let change): views = views.changed(by: change)
            case .openTown, .repaint, .prefer, .suspend: break
            }
        }
        if rests, model.owesPreview { try rest() }
    }

    /// Goes down to the row that begins with some words.
    mutating func select(_ words: String) throws {
        func isThere() -> Bool {
            text.split(separator: "\n").contains { line in
                line.hasPrefix(">") && line.dropFirst().split(separator: " ").joined(separator: " ").hasPrefix(words)
            }
        }
        for _ in 0..<300 where !isThere() { try press(.down) }
        #expect(isThere(), "\(words)")
    }

    /// Lets no key come for a moment.
    mutating func rest() throws { try perform(model.update(.rested)) }

    /// A page of the handbook as it is kept.
    static func page(_ topic: Handbook.Topic) throws -> String {
        let file = URL(filePath: #filePath).appending(path: "../../../Documentation/HANDBOOK.md").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        return try #require(Handbook(text).page(topic), "\(topic)")
    }

    private mutating func answer(_ queries: [AnyQuery]) throws {
        for (query, outcome) in try KeptAnswers.answers(of: ledger, to: queries, isAskedAnew: isCounted) {
            switch outcome {
            case .success(let answered): try perform(model.update(.answered(answered)))
            case .failure(let error): try perform(model.update(.unanswered(query, because: error) { "\($0)" }))
            }
        }
    }

    /// Asks something.
    mutating func ask(_ question: Dashboard.Confirmation) { model.overlays.append(.confirm(question)) }

    /// Answers what was held back.
    mutating func answerHeld() throws {
        holdsAnswers = false
        let queries = unanswered
        unanswered = []
        try answer(queries)
    }

    /// Lets nothing come of what was held back.
    mutating func failHeld(_ text: String) throws {
        let queries = unanswered
        unanswered = []
        for query in queries { try perform(model.update(.unanswered(query, text))) }
    }

    private func message(of act: Act, as mark: ActMark) throws -> Message {
        do {
            return .done(
                act,
                try ledger.desk(on: today).perform(act, as: mark))
        } catch let refusal as Refusal {
            return .refused(act, refusal)
        }
    }
}

extension Ledger {
    /// Where the officer of the stories acts on a day.
    func desk(on day: Day) -> Desk { acting(as: Stage.officer, on: .standing(at: day, "2016-06-30T08:15:00Z")) }
}

/// The sample town of `assets/longfeng`, imported once for all tests.
enum Longfeng {
    static let shared = Result { try imported([folder]) }

    /// Its six tables alone, for stories that begin without a checklist.
    static let six = Result { try imported(TableSchema.six.map { "\(folder)/\($0.fileName)" }) }

    /// The sample in a ledger of its own, for tests that write.
    static func load() throws -> Ledger { try shared.get().copy() }

    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/assets/longfeng"

    private static func imported(_ paths: [String]) throws -> Ledger {
        let ledger = try Ledger.inMemory()
        let today = try #require(Day("2016-06-30"))
        let officer = Officer(uid: 1000, name: "李娟")
        try ledger.acting(as: officer, on: .standing(at: today, "2016-06-30T08:00:00Z")).importing(dryRun: false) {
            session in
            let report = try Importer(paths: paths, update: false, today: today).run(into: session)
            #expect(report.notices.isEmpty)
            return (result: (), commit: true, deed: .words("导入龙凤镇示例"))
        }
        return ledger
    }
}
