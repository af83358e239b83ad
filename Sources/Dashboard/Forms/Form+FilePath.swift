import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form that asks for the path of a file of a kind, or of a folder.
    static func filePath(_ kind: FolderListing.Entry.Kind, _ folder: String) -> Form {
        let path = FieldKey("路径")
        let isTable = kind == .table
        func title() -> String {
            isTable
                ? localized("导入：输入路径", "Import: type a path") : localized("并入副本：输入路径", "Bring a copy back: type a path")
        }
        let example = isTable ? localized("~/贫困户.xlsx", "~/list.xlsx") : localized("~/副本.db", "~/copy.db")
        let field = Field(
            path, .text, label: localized("文件或文件夹", "File or folder"),
            hint: localized("如 \(example)，或相对于 \(folder)", "such as \(example), or from \(folder)"),
            isRequired: true)
        return Form(
            title: title(),
            rule: isTable
                ? localized(
                    "表格文件直接核对，文件夹打开来选；这一步什么都不会保存",
                    "A table is examined at once, a folder is opened; nothing is saved by this")
                : localized(
                    "副本直接对照，文件夹打开来选；这一步什么都不会保存",
                    "A copy is compared at once, a folder is opened; nothing is saved by this"),
            identity: identity(title), fields: [field],
            purpose: Filing(.effect { answers throws(FieldErrors) in .files(.list(try answers.filled(path))) }))
    }
}
