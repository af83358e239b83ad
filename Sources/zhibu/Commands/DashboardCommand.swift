import Dashboard
import Ledger
import PartyWork

/// `zhibu` without a command: the dashboard on the officer's own ledger.
enum DashboardCommand {
    /// Opens the dashboard on the ledger of the options.
    static func open(_ place: LedgerOptions, _ choices: TerminalChoices) throws {
        try refuseWithoutTerminal(choices)
        try run(place.path, clock: .computer, choices, .absent)
    }

    /// Runs the dashboard on a ledger by a clock; a copy of the sample is not remembered.
    static func run(_ path: String, clock: Clock, _ choices: TerminalChoices, _ sample: SampleStanding) throws {
        let county = try County(path, for: Surroundings.officer, on: clock.today(), scope: nil)
        let opening = try DeskOpening(of: path) {
            // The county is asked from the desk of a town in it.
            try Desk.opened(at: county.map { Ledger.address(of: try $0.firstTown(), in: path) } ?? path, clock)
        }
        let files = sample == .copy ? nil : StateFiles(ledger: path)
        let place = county == nil ? nil : path
        guard choices.isPlain || isDumb else {
            return try runDashboard(at: opening, choices, sample, files: files, county: place)
        }
        if !choices.isPlain {
            try StandardStream.output.write(
                localized(
                    "这个终端（TERM=dumb）不能画屏幕，改为逐行问答；以后可用 zhibu --plain 打开。\n\n",
                    "This terminal (TERM=dumb) cannot draw screens, so it goes line by line; zhibu --plain does so at once.\n\n"
                ))
        }
        try runPlainDashboard(at: opening.desk(), sample, files: files, county: place)
    }

    /// - Throws: a `Failure` where there is no screen to draw on and lines were not asked for.
    static func refuseWithoutTerminal(_ choices: TerminalChoices) throws {
        guard choices.isPlain || StandardStream.input.isTerminal && StandardStream.output.isTerminal else {
            throw Failure(
                .wrongUsage,
                localized(
                    "看板要在终端里打开；输入输出是文件或管道时，请用 zhibu --plain 逐行问答，或 zhibu status、zhibu gaps 取文字结果",
                    "The dashboard needs a terminal; for files and pipes use zhibu --plain, or zhibu status and zhibu gaps for text"
                ))
        }
    }

    private static var isDumb: Bool { Surroundings.variable("TERM").map { $0 == "dumb" } ?? true }
}
