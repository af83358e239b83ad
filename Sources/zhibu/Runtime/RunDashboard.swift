import CursesTerminal
import Dashboard
import Ledger
import PartyWork
import TerminalUI

/// Runs the screens on a ledger until the officer leaves.
///
/// - Parameters:
///   - sample: whether the ledger is that of the sample.
///   - files: What is known of earlier runs, and keeps this one; nil for one that is not remembered.
///   - county: The address of the database all of whose towns are shown; nil for one ledger.
/// - Throws: A `Failure` where there is no screen to draw on; `Signals.Interrupted` when a signal or a dropped line ends it.
func runDashboard(
    at opening: DeskOpening, _ choices: TerminalChoices, _ sample: SampleStanding, files: StateFiles?, county: String?
) throws {
    shareHeap()
    let preferences = try choices.preferences(keptSettings())
    var configuration = CursesTerminal.Configuration()
    configuration.ambiguous = preferences.ambiguous
    configuration.mouse = preferences.mouse
    configuration.isEnglish = preferences.language == .english
    if choices.isColourless || Surroundings.variable("NO_COLOR") != nil { configuration.colour = false }
    let terminal = try open(configuration)
    defer { terminal.close() }
    let desk = try opening.desk()
    var model = try firstModel(
        desk, terminal.size, terminal.textWidth, preferences,
        colours: terminal.colours, sample, isCounty: county != nil)
    if let files { try model.takeUp(files, desk.ledger) }
    if let remark = desk.ledger.sharingRemark { model.warn(remark) }
    var runtime = try DashboardRuntime(
        terminal: terminal, desk: desk, model: model, files: files, county: county)
    defer {
        terminal.close()
        if let farewell = runtime.farewell { StandardStream.error.tell(farewell) }
    }
    try runtime.run()
}

/// The dashboard in lines, on any input and output.
///
/// - Parameters:
///   - sample: whether the ledger is that of the sample.
///   - files: Where views are kept; nil for a run of which nothing is.
///   - county: The address of the database all of whose towns are shown; nil for one ledger.
func runPlainDashboard(at desk: Desk, _ sample: SampleStanding, files: StateFiles?, county: String?) throws {
    let folder = keptSettings().preferences.printFolder
    let preferences = Preferences(isPlain: true, language: .current, printFolder: folder)
    var model = try firstModel(
        desk, Model.plainSize, TextWidth(), preferences, colours: .mono, sample, isCounty: county != nil)
    model.takeViews(files)
    var runtime = PlainRuntime(desk: desk, model: model, files: files, county: county)
    try runtime.run()
}

/// The dashboard before it is asked anything.
///
/// - Parameters:
///   - sample: whether the ledger is that of the sample.
///   - isCounty: whether it shows all towns of the ledger's server.
func firstModel(
    _ desk: Desk, _ size: Size, _ textWidth: TextWidth, _ preferences: Preferences, colours: Theme,
    _ sample: SampleStanding, isCounty: Bool = false
) throws -> Model {
    let (ledger, officer, today) = (desk.ledger, desk.officer, desk.clock.today())
    typealias Place = (scope: Scope, name: String)
    let (isEmpty, whole, home, permission): (Bool, Place, Place?, Permission) = try ledger.snapshot {
        if isCounty { return (false, (Scope(Code("")), localized("全县", "All towns")), nil, .everything) }
        let permission = try ledger.permission(of: officer, on: today)
        if try ledger.isEmpty() { return (true, (Scope(Code("")), ""), nil, permission) }
        func place(_ scope: Scope) throws -> Place { (scope, try ledger.name(of: scope)) }
        return (false, try place(ledger.scope(nil)), try permission.home.map(place), permission)
    }
    var context = Context(
        today: today, clockOffset: Clock.offset(), asOf: today, scope: whole.scope, scopeName: whole.name, body: size,
        textWidth: textWidth, colours: colours)
    context.preferences = preferences
    context.officer = officer
    context.permission = permission
    context.sample = sample
    context.hasPrinter = Printer() != nil
    let isGuidance = ledger.isShared || permission.isLimited && !ledger.keepsRights
    let catalogue = isCounty ? Catalogue.county : .builtIn.showing(try ledger.tables)
    let remark = isGuidance ? localized("共享文件：角色仅作提示", "shared file: roles are guidance only") : officer.name
    var model = Model(context, size: size, isEmpty: isEmpty, remark: remark, catalogue: catalogue)
    if let home { model.begin(in: home.scope, called: home.name) }
    return model
}

/// The settings; none where they cannot be read, which is said before the screen opens.
private func keptSettings() -> Settings {
    do {
        return try Settings.kept()
    } catch {
        StandardStream.error.tell(
            localized(
                "zhibu：\((error as? Failure)?.message ?? "\(error)")\n",
                "zhibu: \((error as? Failure)?.message ?? "\(error)")\n"))
        return Settings("")
    }
}

extension Model {
    /// Takes the views that were kept.
    mutating func takeViews(_ files: StateFiles?) {
        guard let files else { return }
        do {
            know(try files.views())
        } catch {
            warn(localized("存下的视图已损坏，读不出来", "The views that were kept cannot be read"))
        }
    }

    /// Goes on where the last run ended, and says what was left unsaved and what could not be read.
    mutating func takeUp(_ files: StateFiles, _ ledger: Ledger) throws {
        let (drafts, unreadable) = files.drafts()
        // Only what was being sent when the program ended has a mark.
        let saved = try drafts.filter { draft in try draft.mark.flatMap { try ledger.entry(of: $0) } != nil }
        for draft in saved { files.forget(draft.identity) }
        resume(drafts.filter { !saved.contains($0) })
        if let draft = saved.first {
            warn(
                localized(
                    "上次退出时正在保存的“\(draft.title)”已经保存，不用再填",
                    "What was being saved when the program ended is saved: \(draft.title)"))
        }
        if unreadable > 0 {
            warn(
                localized(
                    "上次没填完的表有 \(unreadable) 张已损坏，读不出来",
                    "\(plural(unreadable, "unfinished form")) of last time cannot be read"))
        }
        takeViews(files)
        do {
            guard var memory = try files.memory() else { return }
            if let scope = memory.scopePrefix, try !ledger.covers(scope) { memory.forgetScope() }
            restore(memory)
        } catch is StateFiles.Unreadable {
            warn(
                localized(
                    "上次的屏幕记录已损坏，没有采用，从总览开始", "What was kept of the last screen cannot be read; this is the overview"))
        }
    }
}

extension Ledger {
    /// What the header calls a scope before any screen has told: a run may go on where no screen does.
    fileprivate func name(of scope: Scope) throws -> String {
        let name = try place(scope).name
        return name.isEmpty ? scope.prefix : name
    }

    /// Whether a scope still has anything in it.
    fileprivate func covers(_ scope: String) throws -> Bool {
        do {
            _ = try self.scope(scope)
            return true
        } catch is Refusal {
            return false
        }
    }
}

private func open(_ configuration: CursesTerminal.Configuration) throws -> CursesTerminal {
    do {
        return try CursesTerminal(configuration)
    } catch {
        throw Failure(.wrongUsage, error.text)
    }
}
