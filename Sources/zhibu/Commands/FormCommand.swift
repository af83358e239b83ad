import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu form`.
struct FormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "打印表：A4，填好的或空白的，写成 XLSX、HTML 或文字",
        discussion: """
            表名：\(FormKind.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "；"))。
            month、year 每个支部一张，pairing 每个帮扶人一张，household 每户一张；多张放在一个文件里。
            电话默认遮住。已有的同名文件整个换成新的。
            """)

    @Argument(
        help: ArgumentHelp("哪一张表", valueName: "表名"),
        completion: .list(FormKind.allCases.map(\.rawValue)))
    var name: FormKind

    @Option(name: .long, help: ArgumentHelp("支部或范围的编码；默认全镇", valueName: "编码"))
    var org: String?

    @Option(name: .long, help: ArgumentHelp("pairing：一个帮扶人的人员编号；不给时是范围内所有帮扶人", valueName: "人员编号"))
    var helper: String?

    @Option(name: .long, help: ArgumentHelp("household：一户的户编号；不给时是范围内所有未脱贫、已脱贫户", valueName: "户编号"))
    var household: String?

    @Option(name: .long, help: ArgumentHelp("month：月份，如 2016-05；默认截至日期所在的月", valueName: "月份"))
    var month: MonthArgument?

    @Option(name: .customLong("as-of"), help: ArgumentHelp("截至日期；默认今天", valueName: "日期"))
    var asOf: DayArgument?

    @Flag(name: .long, help: "空白表，留给手填；给了 --org 等时保留单位和名称")
    var blank = false

    @Option(name: .long, help: ArgumentHelp("输出格式；默认看文件名的结尾，再默认 text", valueName: "格式"))
    var format: FormFormat?

    @Option(name: .long, help: ArgumentHelp("写到的文件；不给时写到标准输出，xlsx 必须给", valueName: "文件"), completion: .file())
    var output: String?

    @Flag(name: .long, help: "电话不遮住；这件事记入流水")
    var unmasked = false

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try refuseMismatch()
        let officer = Surroundings.officer
        let forms = try blank && isAboutNothing ? [empty] : filled(officer)
        guard !forms.isEmpty else { throw Failure(.refused, "没有可打印的《\(name.title)》：范围内没有对象，请核对 --org 和 --as-of") }
        let printed = blank ? forms.map(\.blank) : forms
        try FormOutput(format: format, path: output).write(printed, by: officer)
    }

    /// The form about nothing; a month or a date that is given is kept.
    private var empty: PrintedForm {
        var form = name.blank(on: Clock.today())
        if let month { form.heading.period = month.month.title }
        if let asOf { form.heading.period = "截至 \(asOf.day)" }
        return form
    }

    private var isAboutNothing: Bool { org == nil && helper == nil && household == nil }

    /// Options that the form would silently ignore, and files that nothing could read.
    private func refuseMismatch() throws {
        let given = [("--helper", helper != nil, FormKind.pairing), ("--household", household != nil, .household)]
        for (option, isGiven, form) in given where isGiven && name != form {
            throw Failure(.wrongUsage, "\(option) 只用于 \(form.rawValue)，请去掉或换成 zhibu form \(form.rawValue)")
        }
        if month != nil, name != .month { throw Failure(.wrongUsage, "--month 只用于 month，其他表请用 --as-of") }
        if unmasked, blank || !name.hasPersonalFields {
            throw Failure(.wrongUsage, "这张表没有要遮住的内容，请去掉 --unmasked")
        }
        try FormOutput(format: format, path: output).refuseUnreadable()
    }

    /// The forms of those asked for. What shows personal fields in full is written into the journal before anything is shown.
    private func filled(_ officer: Officer) throws -> [PrintedForm] {
        let today = Clock.today()
        let day = asOf?.day ?? month.map { min($0.month.last, today) } ?? today
        return try place.use { ledger in
            let scope = try ledger.scope(org)
            let request = FormRequest(
                name, in: scope, asOf: day, month: month?.month,
                helper: helper.map { Person.ID(CellRules.trimmed($0)) },
                household: household.map { Household.ID(CellRules.trimmed($0)) })
            let context = FormContext(
                place: try ledger.place(scope), asOf: day, made: FormContext.made(by: officer),
                showsPersonalFields: unmasked)
            let forms = try request.forms(from: ledger, context)
            if unmasked, !forms.isEmpty {
                let what = "《\(name.title)》\(forms.count) 张：\(helper ?? household ?? context.place.text)"
                _ = try ledger.perform(.printUnmasked(what), by: officer, today: today, at: Clock.instant())
            }
            return forms
        }
    }
}

extension FormKind: ExpressibleByArgument {}
