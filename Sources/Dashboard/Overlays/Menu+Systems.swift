import PartyWork

extension Menu {
    /// The systems that come with the program; choosing one adopts it, all of them the first line.
    static func systems(_ systems: [OfferedSystem]) -> Menu {
        let missing = systems.filter { $0.standing != .whole }
        let all = Item(
            localized("全部采用", "All of them"),
            detail: missing.isEmpty
                ? localized("都已采用", "all are adopted")
                : localized("还没有的 \(missing.count) 个体系", "\(plural(missing.count, "system")) not there yet"),
            missing.isEmpty
                ? .notice(localized("都已采用", "All are adopted")) : .effect(.perform(.adopt(missing.flatMap(\.rows)))))
        return Menu(
            title: localized("采用现成的体系：只添没有的定义（数字键）", "Adopt a system: only what is missing is added (a digit)"),
            items: [all]
                + systems.map { system in
                    let names = system.registers.listed
                    return Item(
                        system.name,
                        detail: [system.word, names].filter { !$0.isEmpty }.joined(separator: localized("：", ": ")),
                        system.standing == .whole
                            ? .notice(localized("“\(system.name)”已采用", "\(system.name) is adopted"))
                            : .effect(.perform(.adopt(system.rows))))
                })
    }
}

extension OfferedSystem {
    /// How much of it the ledger has, in words.
    fileprivate var word: String {
        switch standing {
        case .absent: ""
        case .partly: localized("部分采用", "in part")
        case .whole: localized("已采用", "adopted")
        }
    }
}
