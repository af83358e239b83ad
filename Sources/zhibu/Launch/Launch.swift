import ArgumentParser
import CursesTerminal
import Exchange
import Glibc
import Ledger
import PartyWork

/// From the arguments to the exit status.
enum Launch {
    /// Runs the program.
    static func main() -> Never {
        if !StandardStream.output.isOpen { StandardStream.isOutputClosed.set() }
        hardenProcess()
        Signals.endProgram()
        exit(status(of: Array(CommandLine.arguments.dropFirst())))
    }

    private static func status(of arguments: [String]) -> Int32 {
        do {
            let language = try Surroundings.language(Arguments.language(arguments))
            return Language.$current.withValue(language) { status(running: arguments) }
        } catch {
            return end(with: error)
        }
    }

    private static func status(running arguments: [String]) -> Int32 {
        do {
            try run(arguments)
            return ExitStatus.done.rawValue
        } catch {
            return end(with: error)
        }
    }

    /// The dashboard opens without the parser, which would take a sixth of the way to the first paint.
    private static func run(_ arguments: [String]) throws {
        if let place = Arguments.onlyPlace(arguments) { return try DashboardCommand.open(place, TerminalChoices()) }
        let arguments = try Arguments.prepared(arguments)
        if let help = HandbookHelp(arguments) { return try help.run() }
        var command = try Zhibu.parseAsRoot(arguments)
        try command.run()
    }

    private static func end(with error: any Error) -> Int32 {
        switch error {
        case let failure as Failure: tell(failure.message, failure.status)
        case let refusal as Refusal: tell(refusal.text(.inFiles), .refused)
        case let error as LedgerError: tell(error.text, error.status)
        case let failure as Exporter.Failure: tell(failure.description, failure.fault.status)
        case let interrupted as Signals.Interrupted: 128 + interrupted.signal
        default: endOfParsing(error)
        }
    }

    /// Help, versions and completion scripts arrive as errors too.
    private static func endOfParsing(_ error: any Error) -> Int32 {
        guard Zhibu.exitCode(for: error) == .success else {
            let isUsage = Zhibu.exitCode(for: error) == .validationFailure
            return tell(
                isUsage ? UsageErrors.text(for: error) : localized("内部错误：\(error)", "internal error: \(error)"),
                isUsage ? .wrongUsage : .fault)
        }
        do {
            try StandardStream.output.write(HelpText.page(of: error))
            return ExitStatus.done.rawValue
        } catch {
            return end(with: error)
        }
    }

    private static func tell(_ message: String?, _ status: ExitStatus) -> Int32 {
        if let message {
            StandardStream.error.tell(localized("zhibu：\(message.safeLines)\n", "zhibu: \(message.safeLines)\n"))
        }
        return status.rawValue
    }
}
