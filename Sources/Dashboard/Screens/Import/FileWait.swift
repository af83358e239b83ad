import PartyWork
import TerminalUI

/// A task with files that a screen waits for, with how far it has come.
struct FileWait: Sendable {
    let task: FileTask
    var progress: WorkProgress?
    var isGivenUp = false

    init(_ task: FileTask) {
        self.task = task
    }

    /// Draws what is under way, with a bar, and how it is given up.
    func draw(on frame: inout Frame, _ context: Context) {
        frame.put(task.words, row: 1, column: 2, style: context.style(.screenTitle))
        if let progress {
            let share = progress.share ?? 0
            Bar(done: Int(share * 1_000), of: 1_000).draw(on: &frame, row: 3, column: 2, width: 40, context.theme)
            frame.put(progress.text(task.unit), row: 4, column: 2)
        }
        let ending =
            isGivenUp
            ? localized("正在取消…", "Cancelling…")
            : localized("按 Esc 取消：什么都不会保存", "Esc cancels: nothing will have been saved")
        frame.put(ending, row: 6, column: 2, style: context.style(.muted))
        frame.cursor = Cursor(row: 1, column: 2)
    }
}

extension FileTask {
    /// What is being done.
    fileprivate var words: String {
        switch self {
        case .list: localized("正在读取文件夹…", "Reading the folder…")
        case .examine: localized("正在核对…", "Examining…")
        case .carryOut: localized("正在导入…", "Importing…")
        case .tabulate: localized("正在读取表格…", "Reading the table…")
        case .read, .weigh: localized("正在对照副本…", "Comparing the copy…")
        case .copy: localized("正在写副本…", "Writing the copy…")
        }
    }

    /// What its progress counts.
    fileprivate var unit: String {
        if case .copy = self { "KB" } else { localized("行", "rows") }
    }
}
