import PartyWork
import TerminalUI

extension Model {
    /// What stands at the right of the header: the badge of the sample, else the ledger's own remark.
    var remark: String {
        switch context.sample {
        case .absent: ownRemark
        case .copy: localized("[示例] 退出即丢弃", "[SAMPLE] dropped on quitting")
        case .loaded where context.clearableSample == nil: localized("[示例] \(ownRemark)", "[SAMPLE] \(ownRemark)")
        case .loaded: localized("[示例] ^P 可清掉", "[SAMPLE] ^P clears it")
        }
    }

    /// Leaving the sample is called so: nothing of it stays.
    var quitting: Binding<Model> {
        switch context.sample {
        case .absent, .loaded: Binding(.quit) { _ in [.effect(.quit)] }
        case .copy: Binding(.quit, .leaveSample) { _ in [.effect(.quit)] }
        }
    }

    /// What the officer set for this terminal.
    package var preferences: Preferences { context.preferences }

    /// Whether the ledger is a copy of the sample.
    package var isSampleCopy: Bool { context.sample == .copy }

    /// The terminal's colours.
    package var colours: Theme { context.colours }

    /// Goes on after the sample was looked at.
    ///
    /// - Parameter sample: the dashboard on the sample as it was left.
    package mutating func comeBack(from sample: Model) {
        takeTerminal(of: sample)
        notice = Language.$current.withValue(language) {
            Notice(
                text: localized("示例已丢弃；这里是自己的台账，还是空的", "The sample is gone; this is your own ledger, still empty"),
                isWarning: false)
        }
    }
}

extension Model {
    /// Goes on where another dashboard was, on a terminal that may have become another one meanwhile.
    mutating func takeTerminal(of other: Model) {
        resize(to: other.size)
        context.textWidth = other.context.textWidth
        context.preferences = other.context.preferences
    }
}

// MARK: - In the officer's own ledger

extension Model {
    /// Says so once; afterwards the header does.
    mutating func learn(of sample: LoadedSample) {
        context.sample = .loaded(sample)
        let way =
            context.clearableSample == nil
            ? "" : localized("。要清掉：按 ^P，输入“清掉示例”", ". To clear it press ^P and type: clear")
        notice =
            notice
            ?? Notice(
                text: localized("这本台账里装着龙凤镇示例，人物全是虚构", "This ledger holds the sample town, whose people are invented")
                    + way, isWarning: false)
    }

    /// The ledger is empty again: the ways to begin, with a word on how all comes back.
    mutating func beginAnew(after receipt: Receipt) {
        context.sample = .absent
        reload(
            localized(
                "\(receipt.summary)；台账空了。要找回：zhibu undo \(receipt.entry)",
                "\(receipt.summary); the ledger is empty. zhibu undo \(receipt.entry) brings it back"),
            Scope(Code("")), isEmpty: true)
    }
}

extension Context {
    /// The sample in the officer's own ledger, where they may clear it.
    var clearableSample: LoadedSample? {
        guard case .loaded(let loaded) = sample, permission.allows(.undoOthers) else { return nil }
        return loaded
    }
}

extension Palette.Item {
    /// Clearing the sample, where that can be done.
    static func clearing(_ sample: LoadedSample?) -> [Palette.Item] {
        guard let sample else { return [] }
        return [
            Palette.Item(
                name: localized("清掉示例", "Clear the sample"), sign: "",
                detail: localized("把龙凤镇示例从这本台账里拿走，先问", "takes the sample town out of this ledger, after asking"),
                command: .confirm(.clearing(sample)))
        ]
    }
}

extension Confirmation {
    fileprivate static func clearing(_ sample: LoadedSample) -> Confirmation {
        let later = [
            localized(
                "装入以后又办了 \(sample.later) 件事，也一并撤销，你自己录入的也在内。",
                "\(plural(sample.later, "act")) came after it and are taken back as well, your own among them."),
            localized(
                "自己录入的想留一份：先按 Esc，在各页按 ^] 导出，或在命令行用 zhibu backup。",
                "To keep your own first press Esc and export it by ^] on its screen, or run zhibu backup."),
        ]
        return Confirmation(
            title: localized("清掉示例？", "Clear the sample?"),
            lines: [
                localized(
                    "撤销流水第 \(sample.entry) 条：装入龙凤镇示例。",
                    "Entry \(sample.entry) of the journal is undone: the sample's import.")
            ] + (sample.later > 0 ? later : [])
                + [
                    localized(
                        "一次办完，流水里记一条；要找回来也是一条 zhibu undo。",
                        "It is one act and one entry; one zhibu undo brings all of it back.")
                ], verb: localized("清掉", "clear"), choice: .effect(.perform(.clearSample(entry: sample.entry))))
    }
}
