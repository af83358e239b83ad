import ArgumentParser
import Ledger
import PartyWork

/// `--database` and `--language`, which every command takes.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: .taking(
            localized("路径", "path"),
            localized(
                "台账文件，或服务器上的乡镇（postgresql://服务器/库?town=编码）；默认取 $ZHIBU_DATABASE，再取 $XDG_DATA_HOME/zhibu/zhibu.db（未设时为 ~/.local/share）",
                "the ledger's file, or a town on a server (postgresql://server/database?town=code); by default $ZHIBU_DATABASE, else $XDG_DATA_HOME/zhibu/zhibu.db (~/.local/share where unset)"
            )), completion: .file())
    var database: String?

    @Flag(
        help: localized(
            "服务器在别的电脑上、线路没有加密核对（sslmode=verify-full）时也照样连接",
            "connect to a server on another computer also without sslmode=verify-full"))
    var insecure = false

    @Option(help: .language) var language: String?

    /// The file to open, or the address of a server.
    var path: String {
        get throws {
            let named = database ?? Surroundings.database
            let path = insecure ? Ledger.permittingAnyLine(to: named) : named
            guard !path.isEmpty, !path.unicodeScalars.contains(where: \.isUnsafeInOutput) else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "--database 的路径是空的或含有控制字符，请改正", "The path of --database is empty or has control characters"))
            }
            guard path != ":memory:", !path.hasPrefix("file:") else {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "“\(path)”不是文件名，录入的内容会丢失；请给出台账文件，文件真叫这个名字时写成 ./\(path)",
                        "\(path) names no file, and what is entered would be lost; give the ledger's file; one of that very name is "
                            + "./\(path)"))
            }
            return path
        }
    }

    /// Whether the address is that of a database with all its towns.
    var isCounty: Bool { get throws { try Ledger.isCounty(path) } }

    /// Opens the ledger, which is created where it does not exist yet, and does with it what a command is for; nothing that
    /// waits for a person.
    ///
    /// - Parameter rights: Of these whoever is at the keyboard needs one; none where the work asks for itself.
    func use<Value>(needing rights: [Right] = [.read], _ work: (Ledger) throws -> Value) throws -> Value {
        let path = try path
        return try Signals.unstopped {
            let ledger = try Ledger.opened(at: path)
            let permission = try ledger.permission(of: Surroundings.officer, on: Clock.computer.today())
            if let first = rights.first, !rights.contains(where: permission.allows),
                let refusal = permission.refusal(first)
            {
                try ledger.attempting { throw refusal }
            }
            return try work(ledger)
        }
    }
}
