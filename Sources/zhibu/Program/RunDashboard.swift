import CursesTerminal
import Dashboard
import Ledger
import PartyWork
import TerminalUI

/// Runs the screens on a ledger until the officer leaves.
///
/// - Parameters:
///   - today: The day on the clock.
///   - officer: Who acts.
///   - files: What is known of earlier runs, and keeps this one; nil for one that is not remembered.
/// - Throws: A `Failure` where there is no screen to draw on; `Signals.Interrupted` when a signal or a dropped line ends it.
func runDashboard(ledger: Ledger, today: Day, officer: Officer, files: StateFiles?) throws {
    var configuration = CursesTerminal.Configuration()
    if Surroundings.variable("NO_COLOR") != nil { configuration.colour = false }
    let terminal = try open(configuration)
    defer { terminal.close() }
    let isEmpty = try ledger.isEmpty()
    let scope = isEmpty ? Scope(Code("")) : try ledger.scope(nil)
    let context = Context(
        today: today, clockOffset: Clock.offset(), asOf: today, scope: scope, scopeName: "", body: terminal.size,
        textWidth: terminal.textWidth, colour: configuration.colour ?? true)
    let remark = ledger.isShared ? "共享文件：角色仅作提示" : officer.name
    var model = Model(context, size: terminal.size, isEmpty: isEmpty, remark: remark)
    if let files { try model.takeUp(files, ledger) }
    var runtime = try DashboardRuntime(
        terminal: terminal, ledger: ledger, officer: officer.acting(from: .dashboard), today: today, model: model,
        files: files)
    defer {
        terminal.close()
        if let farewell = runtime.farewell { StandardStream.error.tell(farewell) }
    }
    try runtime.run()
}

extension Model {
    /// Goes on where the last run ended, and says what was left unsaved and what could not be read.
    fileprivate mutating func takeUp(_ files: StateFiles, _ ledger: Ledger) throws {
        let (drafts, unreadable) = files.drafts()
        resume(drafts)
        if unreadable > 0 { warn("上次没填完的表有 \(unreadable) 张已损坏，读不出来") }
        do {
            guard var memory = try files.memory() else { return }
            if let scope = memory.scopePrefix, try !ledger.covers(scope) { memory.forgetScope() }
            restore(memory)
        } catch is StateFiles.Unreadable {
            warn("上次的屏幕记录已损坏，没有采用，从总览开始")
        }
    }
}

extension Ledger {
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
