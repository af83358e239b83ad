import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form to make a copy of the ledger that is worked in elsewhere and brought back.
    static func copyOut(to path: String) -> Form {
        let (place, file) = (FieldKey("哪里用"), FieldKey("副本文件"))
        func title() -> String { localized("做一份带出去用的副本", "Make a copy to be worked in elsewhere") }
        let fields = [
            Field(
                place, .pick(.anyOrganization, several: false), label: localized("哪里用", "For"),
                hint: localized("哪个支部或乡镇带去", "the branch or township that takes it")
            ).required(),
            Field(
                file, .text, label: localized("写到文件", "File"), value: path,
                hint: localized("新文件，不覆盖已有的", "a new file; none is replaced"), limit: 2_000, isRequired: true),
        ]
        return Form(
            title: title(),
            rule: localized(
                "在副本里照常登记：zhibu --database 文件；带回来在这里并入，两边都改过的由你选",
                "Work in it as usual: zhibu --database FILE; bring it back here, and choose where both changed"),
            identity: identity(title), fields: fields,
            purpose: Filing(
                .effect { answers throws(FieldErrors) in
                    .files(.copy(for: Code(try answers.filled(place)), to: try answers.filled(file)))
                }))
    }

    /// The form to back the ledger up.
    static func backup(_ context: Context) -> Form {
        let file = FieldKey("备份文件")
        func title() -> String { localized("备份台账", "Back the ledger up") }
        let name = localized("台账备份", "ledger")
        return Form(
            title: title(),
            rule: localized(
                "写成一个完整的台账，用 --database 打开；每天第一次保存以前另有一份自动备份",
                "A whole ledger, opened by --database; one is kept by itself before the first save of a day too"),
            identity: identity(title),
            fields: [
                Field(
                    file, .text, label: localized("写到文件", "File"), value: "\(name)-\(context.today).db",
                    hint: localized("新文件，不覆盖已有的", "a new file; none is replaced"), limit: 2_000, isRequired: true)
            ],
            purpose: Filing(
                .effect { answers throws(FieldErrors) in .files(.copy(for: nil, to: try answers.filled(file))) }))
    }
}
