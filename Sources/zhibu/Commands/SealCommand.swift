import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu seal`.
struct SealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: localized("封签：流水到此为止的凭据", "The seal: what proves the journal up to now"),
        discussion: localized(
            """
            把封签记在台账以外的地方（打印的表上已有）；以后用 zhibu check --seal 封签 核对，流水只要被改写、截短过就对不上。
            """,
            """
            Keep it outside of the ledger (printed forms carry it); zhibu check --seal SEAL then tells whether the journal was rewritten \
            or cut short since.
            """))

    @Option(help: .taking(.format, localized("输出格式", "format")))
    var format = DataFormat.table

    @OptionGroup var place: LedgerOptions

    func run() throws {
        guard let head = try place.use(needing: [.read, .administer], { try $0.head() }) else {
            throw Failure(
                .refused, localized("流水还是空的，没有封签；先登记或导入", "The journal is empty and has no seal; enter or import first")
            )
        }
        try StandardStream.output.write(
            format.text(table: { head.seal.description + "\n" }, json: { head.json }, csv: { head.csv }))
    }
}

/// `--seal` and `--seals`: pasts that today's journal must still contain.
struct SealOptions: ParsableArguments {
    @Option(
        name: .customLong("seal"),
        help: .taking(
            localized("封签", "seal"),
            localized(
                "核对流水是否还含有这枚封签的过去；可给多次", "check that the journal still contains this seal's past; may be repeated")))
    var texts: [String] = []

    @Option(
        name: .customLong("seals"),
        help: .taking(
            .file,
            localized(
                "写着封签的文件，每行一枚；空行和 # 开头的行略过", "a file of seals, one a line; empty lines and those with # are passed over"
            )),
        completion: .file())
    var file: String?

    /// The seals given, those of the file behind the others.
    ///
    /// - Throws: A `Failure` for what is no seal, and for a file that cannot be read.
    func seals() throws -> [Seal] { try texts.map { try seal($0) { "--seal" } } + lines() }

    private func lines() throws -> [Seal] {
        guard let file else { return [] }
        let text: String
        do throws(FileFault) {
            text = String(decoding: try RegularFile.bytes(file, limit: 1 << 20), as: UTF8.self)
        } catch {
            throw Failure(
                .refused,
                localized(
                    "\(file.safe) 读不出来（\(error.reason)），请核对",
                    "\(file.safe) cannot be read (\(error.reason)); please check"))
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        return try lines.compactMap { number, line in
            let line = CellRules.trimmed(String(line))
            return line.isEmpty || line.hasPrefix("#") ? nil : try seal(line) { "\(file.safe):\(number + 1)" }
        }
    }

    private func seal(_ text: String, _ place: () -> String) throws -> Seal {
        guard let seal = Seal(text) else {
            throw Failure(
                .wrongUsage,
                localized(
                    "\(place())：“\(text.safe)”不是封签，应为条号和 20 位字母数字，如 1284-7K3QF-0ZB6M-2T9XA-H4C8D",
                    "\(place()): \"\(text.safe)\" is no seal: a number and 20 digits, such as 1284-7K3QF-0ZB6M-2T9XA-H4C8D"
                ))
        }
        return seal
    }
}

extension JournalHead {
    fileprivate var json: JSONValue {
        [
            "entry": .number(seal.entry), "seal": .string(seal.description), "sha256": .string(digest),
            "at": .string(at),
        ]
    }

    fileprivate var csv: String {
        ReadableList.csv(header: json.flattened().map(\.key), rows: [json.flattened().map(\.cell)])
    }
}
