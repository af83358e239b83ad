import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form that asks for the path of a file or folder to import.
    static func importPath(_ folder: String) -> Form {
        let path = FieldKey("路径")
        func title() -> String { localized("导入：输入路径", "Import: type a path") }
        let field = Field(
            path, .text, label: localized("文件或文件夹", "File or folder"),
            hint: localized("如 ~/贫困户.xlsx，或相对于 \(folder)", "such as ~/list.xlsx, or from \(folder)"))
        return Form(
            title: title(),
            rule: localized(
                "表格文件直接核对，文件夹打开来选；这一步什么都不会保存",
                "A table is examined at once, a folder is opened; nothing is saved by this"),
            identity: identity(title), fields: [field],
            purpose: Filing(.effect { answers throws(FieldErrors) in .files(.list(try answers.filled(path))) }))
    }
}
