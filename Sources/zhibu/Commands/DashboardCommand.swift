import Ledger
import PartyWork

/// `zhibu` without a command: the dashboard on the officer's own ledger.
enum DashboardCommand {
    /// Opens the dashboard on the ledger of the options.
    static func open(_ place: LedgerPlace) throws {
        try refuseWithoutTerminal()
        try run(place.path, today: Clock.today(), isRemembered: true)
    }

    /// Runs the dashboard on a ledger by a clock that stands at a day; `isRemembered` where the next start is to go on there.
    static func run(_ path: String, today: Day, isRemembered: Bool) throws {
        let ledger = try Signals.unstopped { try Ledger.open(path: path) }
        let files = isRemembered ? StateFiles(ledger: path) : nil
        try runDashboard(ledger: ledger, today: today, officer: Surroundings.officer, files: files)
    }

    /// - Throws: a `Failure` where there is no screen to draw on.
    static func refuseWithoutTerminal() throws {
        let isDumb = Surroundings.variable("TERM").map { $0 == "dumb" } ?? true
        guard StandardStream.input.isTerminal, StandardStream.output.isTerminal, !isDumb else {
            throw Failure(.wrongUsage, "看板要在终端里打开（TERM 不能为 dumb）；要文字结果，请用 zhibu status 或 zhibu gaps")
        }
    }
}
