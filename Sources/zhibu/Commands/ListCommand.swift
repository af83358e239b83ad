import ArgumentParser
import Ledger
import PartyWork

/// `zhibu list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: localized("名册：把一张表按条件列出来，供别的程序用", "Rosters: the rows of a table that fit, for other programs"),
        discussion: localized(
            """
            默认只列截至日期现有的：在任的组织、在岗的人、未销户的户、有效的结对、未注销的合作社、未作废的活动；--all 连同其余的。
            条件写成 栏=值，还可用 !=、>=、<=、>、<、~（含有）；栏名同导入表，另有“状态”“现有”“帮扶人”等。几个 --where 都要符合。
            json 和 csv 的栏名、用词同导入表。电话遮住中间几位。
            """,
            """
            Only what holds on the as-of date is listed: organizations that exist, people who serve, households not closed, active \
            pairings and cooperatives, activities not voided; --all lists the rest too. A condition is column=value, or with !=, >=, <=, \
            >, < and ~ (contains); columns are called as in the files, or by their English titles. Several must all hold. json and csv \
            have the names and words of the files. Telephone numbers are masked.
            """))

    @Argument(help: .taking(localized("表", "table"), localized("哪张表", "which table")))
    var table: RosterTable

    @Option(
        name: .customLong("where"), parsing: .singleValue,
        help: .taking(
            localized("栏=值", "column=value"),
            localized("只列符合条件的，可给多次", "only rows that fit; may be given several times")))
    var conditions: [String] = []

    @Flag(help: localized("连同截至日期已不在的", "those that no longer hold too"))
    var all = false

    @OptionGroup var masking: MaskingOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var scope: ScopeOption

    @Option(help: .taking(.format, localized("输出格式", "format")))
    var format = DataFormat.table

    @OptionGroup var failing: FailOption
    @OptionGroup var place: LedgerOptions

    func run() throws {
        let conditions = try conditions.map(condition)
        let roster = try place.use { ledger in
            let table = try table.table(of: ledger)
            if masking.unmasked, table != .people {
                throw Failure(
                    .wrongUsage,
                    localized(
                        "只有 people 表有电话，请去掉 --unmasked",
                        "Only the table people has telephone numbers; leave --unmasked out"))
            }
            var roster = try ledger.snapshot {
                try ledger.roster(table, in: ledger.scope(scope.scope), asOf: asOf.day, showsPhones: masking.unmasked)
            }
            try narrow(&roster, by: conditions)
            if masking.unmasked, !roster.rows.isEmpty {
                let what = "名册《\(table.sheetName)》\(roster.rows.count) 行：\(roster.scopeName)"
                _ = try ledger.deskForSaving().perform(
                    .printUnmasked(what, in: Code(try ledger.scope(scope.scope).prefix)))
            }
            return roster
        }
        try StandardStream.output.write(
            format.text(table: { roster.tableText }, json: { roster.json }, csv: { roster.csv }))
        try failing.fail(if: !roster.rows.isEmpty)
    }

    private func narrow(_ roster: inout Roster, by conditions: [RosterCondition]) throws {
        let tests = try conditions.map { condition in
            guard let index = roster.index(of: condition.column) else {
                let names = roster.columns.map { localized($0.name, $0.title) }
                throw Failure(
                    .wrongUsage,
                    localized(
                        "这张表没有“\(condition.column.safe)”这一栏，可用：\(names.joined(separator: "、"))",
                        "The table has no column \(condition.column.safe); there are: \(names.joined(separator: ", "))")
                )
            }
            return (index: index, heading: roster.columns[index], condition: condition)
        }
        let table = roster.table
        roster.rows.removeAll { row in
            !all && !row.isCurrent
                || !tests.allSatisfy { $0.condition.holds(row.cells[$0.index], in: $0.heading, of: table) }
        }
    }

    private func condition(_ text: String) throws -> RosterCondition {
        guard let condition = RosterCondition(text) else {
            throw Failure(
                .wrongUsage,
                localized(
                    "--where“\(text.safe)”不是条件，请写成 栏=值，如 --where 姓名=李四",
                    "--where \(text.safe) is no condition; write column=value, such as --where Name=Li"))
        }
        return condition
    }
}

/// A table on the command line, by the name of its file.
struct RosterTable: ExpressibleByArgument {
    private let name: String

    init?(argument: String) { name = argument }

    /// The table of that name.
    ///
    /// - Throws: a `Failure` where there is none whose rows are listed.
    func table(of ledger: Ledger) throws -> TableSchema {
        let tables = try ledger.tables.filter(\.isListed)
        guard let table = tables.named(name) else {
            let names = tables.map(\.name).listed
            throw Failure(
                .wrongUsage,
                localized("没有“\(name.safe)”这张表，可用：\(names)", "There is no table \(name.safe); there are: \(names)"))
        }
        return table
    }

    static var allValueStrings: [String] { TableSchema.six.map(\.name) }
}
