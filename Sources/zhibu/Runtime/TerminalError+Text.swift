import CursesTerminal
import PartyWork

extension TerminalError {
    /// What is wrong with the terminal, and what to do next.
    var text: String {
        switch self {
        case .notATerminal:
            localized(
                "看板要在终端里打开；要文字结果，请用 zhibu status 或 zhibu gaps",
                "The dashboard needs a terminal; zhibu status and zhibu gaps print text")
        case .dumb:
            localized(
                "这个终端（TERM=dumb）不能移动光标，看板打不开；请用 zhibu status 或 zhibu gaps",
                "This terminal (TERM=dumb) cannot move its cursor; use zhibu status or zhibu gaps")
        case .unknownTerminal(let type):
            localized(
                "不认识终端类型“\(type.safe)”，请把 TERM 设为 xterm-256color 再试",
                "The terminal type \(type.safe) is unknown; set TERM to xterm-256color and try again")
        case .refused(let reason): localized("终端不接受设置：\(reason.safe)", "The terminal takes no settings: \(reason.safe)")
        case .hangUp: localized("终端已断开", "The terminal is gone")
        }
    }
}
