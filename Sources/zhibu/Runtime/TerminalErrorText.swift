import CursesTerminal

extension TerminalError {
    /// What is wrong with the terminal, and what to do next.
    var text: String {
        switch self {
        case .notATerminal: "看板要在终端里打开；要文字结果，请用 zhibu status 或 zhibu gaps"
        case .dumb: "这个终端（TERM=dumb）不能移动光标，看板打不开；请用 zhibu status 或 zhibu gaps"
        case .unknownTerminal(let type): "不认识终端类型“\(type.safe)”，请把 TERM 设为 xterm-256color 再试"
        case .refused(let reason): "终端不接受设置：\(reason.safe)"
        case .hangUp: "终端已断开"
        }
    }
}
