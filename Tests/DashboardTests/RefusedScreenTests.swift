import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// 被拒绝的操作, from the officers' screen.
@Suite("The screen of refused attempts") struct RefusedScreenTests {
    private static let sizes = [(60, 15), (80, 24), (120, 36), (160, 50)]
    private static let attempts = [
        RefusedAttempt(
            at: "2016-06-30T07:20:00Z", account: "qinjinping", officer: "覃金萍", action: "void", right: .record,
            place: "422801100202"),
        RefusedAttempt(
            at: "2016-06-29T01:05:00Z", account: "gongshiquan", officer: "龚仕权", action: "", right: .restricted,
            place: nil),
        RefusedAttempt(
            at: "2016-06-28T12:00:00Z", account: "linshi", officer: "", action: "", right: nil, place: nil),
    ]

    private func stage(_ size: (Int, Int), _ language: Language) throws -> Stage {
        let size = Size(columns: size.0, rows: size.1)
        let ledger = try language == .english ? LatinTown.shared.get() : Longfeng.shared.get()
        var stage = try Stage(ledger, size: size, language: language)
        try stage.press(.control("p"))
        try stage.type(language == .english ? "officers and" : "经办人与")
        try stage.press(.enter, .enter)
        return stage
    }

    @Test("in a file it says that none are kept") func empty() throws {
        #expect(try stage((80, 24), .chinese).text.contains("没有被拒绝的操作（台账是一个文件时不记）"))
        #expect(try stage((80, 24), .english).text.contains("Nothing was refused (in a file it is not kept)"))
    }

    @Test("lists who tried what, when and where, and what was missing", arguments: sizes)
    func frames(size: (Int, Int)) throws {
        var stage = try stage(size, .chinese)
        try stage.tell(RefusedQuery(), Self.attempts)
        Golden.expect(stage.frame, "refused-\(size.0)x\(size.1)")
    }

    @Test("lists them in English", arguments: sizes) func english(size: (Int, Int)) throws {
        var stage = try stage(size, .english)
        try stage.tell(
            RefusedQuery(),
            Self.attempts.map {
                RefusedAttempt(
                    at: $0.at, account: $0.account, officer: $0.officer.isEmpty ? "" : "Qin Jinping", action: $0.action,
                    right: $0.right, place: $0.place)
            })
        Golden.expect(stage.frame, "english/refused-\(size.0)x\(size.1)")
    }

    @Test("is asked by whoever oversees, and by nobody else") func rights() {
        #expect(RefusedQuery().right == .oversee)
        #expect(Meaning.attempts.rights == [.oversee])
    }
}
