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
/// - Throws: A `Failure` where there is no screen to draw on; `Signals.Interrupted` when a signal or a dropped line ends it.
func runDashboard(ledger: Ledger, today: Day, officer: Officer) throws {
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
    let model = Model(context, size: terminal.size, isEmpty: isEmpty, remark: remark)
    var runtime = try DashboardRuntime(terminal: terminal, ledger: ledger, officer: officer, today: today, model: model)
    try runtime.run()
}

private func open(_ configuration: CursesTerminal.Configuration) throws -> CursesTerminal {
    do {
        return try CursesTerminal(configuration)
    } catch {
        throw Failure(.wrongUsage, error.text)
    }
}
