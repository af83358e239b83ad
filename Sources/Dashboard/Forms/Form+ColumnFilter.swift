import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form for the filter of a column.
    ///
    /// - Parameter cells: what the column shows, among which a word is looked for.
    static func filter(_ column: ColumnSheet.Column, among cells: [String]) -> Form {
        let key = FieldKey("筛选")
        func title() -> String { localized("筛选：\(column.title)", "Filter: \(column.title)") }
        let field = Field(
            key, .text, label: localized("条件", "Filter"), value: column.filter?.text ?? "",
            hint: localized("空着就不筛选", "empty: no filter"), limit: 200)
        let work = Filing.Work.command { answers throws(FieldErrors) in
            let typed = answers[key]
            if typed.isEmpty { return .arrange(.filter(column.place, nil)) }
            do throws(ColumnFilter.Fault) {
                return .arrange(.filter(column.place, try ColumnFilter(typed: typed, among: cells)))
            } catch {
                throw FieldErrors([FieldError(key, error.text)])
            }
        }
        return Form(
            title: title(),
            rule: localized(
                "≥60、<5、3-5、2016-01..2016-06、2016-05、一个值、*几个字*（拼音也行）、空、!值；几样之间用 ; 隔开，合一样就列出",
                "≥60, <5, 3-5, 2016-01..2016-06, 2016-05, a value, *a part* (pinyin too), blank, !value; several with ; of which one is enough"
            ), identity: identity(title), fields: [field], purpose: Filing(work))
    }

    /// The form for the name of a view.
    static func view() -> Form {
        let key = FieldKey("名称")
        func title() -> String { localized("存视图", "Keep a view") }
        let field = Field(
            key, .text, label: localized("名称", "Name"), hint: localized("同名的换成这一个", "replaces one of this name"),
            limit: 40, isRequired: true)
        let work = Filing.Work.command { answers throws(FieldErrors) in
            let name = answers[key]
            if name.isEmpty { throw FieldErrors([FieldError(key, Fault.missing.text)]) }
            return .keepView(name)
        }
        return Form(
            title: title(),
            rule: localized(
                "存的是这一页现在的样子：列、排序、筛选、查找；行由台账来。只在这台电脑、这个台账里",
                "Kept is how the list looks now: columns, sort, filters, search; the rows are the ledger's. On this computer, for this ledger"
            ), identity: identity(title), fields: [field], purpose: Filing(work))
    }
}
