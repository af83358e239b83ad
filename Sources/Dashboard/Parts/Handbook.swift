import PartyWork

/// The officers' handbook, in Chinese: a page for each topic, as Documentation/HANDBOOK.md has it.
package struct Handbook: Sendable {
    /// What a page is about: the word after `zhibu help`, and the page's heading.
    package enum Topic: String, Sendable, Hashable, CaseIterable {
        case movingIn = "搬家"
        case month = "一个月"
        case departure = "帮扶人离开"
        case yearEnd = "年底"
        case refusal = "被拒绝了"
        case registers = "登记簿"
        case selection = "评选"
        case copies = "备份"
        case seal = "封签"
        case twoOffices = "两处办公"
        case rights = "权限"
    }

    private let pages: [Topic: [Substring]]

    /// Reads the file's text: pages begin with a heading of the first level; what is before the first, and pages of no topic, are
    /// for whoever reads the file.
    package init(_ text: String) {
        var pages: [Topic: [Substring]] = [:]
        var topic: Topic?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") {
                topic = Topic(rawValue: String(line.dropFirst(2)))
            } else if let topic {
                pages[topic, default: []].append(line)
            }
        }
        self.pages = pages
    }

    /// A page as it is read on a terminal: headings and steps without the marks of the file.
    ///
    /// Nil where the file has none.
    package func page(_ topic: Topic) -> String? {
        guard var lines = pages[topic] else { return nil }
        while lines.first?.isEmpty ?? false { lines.removeFirst() }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        var isStep = false
        let read: [String] = lines.compactMap { line in
            if line.hasPrefix("```") {
                isStep.toggle()
                return nil
            }
            if isStep { return "    " + line }
            return (line.hasPrefix("## ") ? "【\(line.dropFirst(3))】" : String(line)).filter { $0 != "`" }
        }
        return read.joined(separator: "\n")
    }
}

extension Handbook.Topic {
    /// What the page is called.
    var title: String {
        switch self {
        case .movingIn: localized("搬家", "moving in")
        case .month: localized("一个月", "a month")
        case .departure: localized("帮扶人离开", "a helper leaves")
        case .yearEnd: localized("年底", "year's end")
        case .refusal: localized("被拒绝了", "refused")
        case .registers: localized("登记簿", "registers")
        case .selection: localized("评选", "a selection")
        case .copies: localized("备份", "backups")
        case .twoOffices: localized("两处办公", "two offices")
        case .rights: localized("权限", "rights")
        case .seal: localized("封签", "seals")
        }
    }

    /// What the page is for, in a line.
    package var summary: String {
        switch self {
        case .movingIn: localized("把现有的表搬进来，从空台账到能用", "from an empty ledger to one that works")
        case .month: localized("一个月里要做的：记活动、看缺口、上报、接收、打印", "activities, gaps, the month's report")
        case .departure: localized("帮扶人调走、退休：移交各户，再标记离开", "a helper leaves: hand over, then mark")
        case .yearEnd: localized("年底对账、补缺、打印年表、留底", "the end of a year")
        case .refusal: localized("不让保存时怎么办，做错了怎么撤销", "what to do when something is refused, and undoing")
        case .registers: localized("自己建一本登记簿，登记、办步骤、打印", "registers of one's own: define, enter, step, print")
        case .selection: localized("评选先进：推荐、征求意见、公示、异议、递补", "a selection from nomination to public notice")
        case .copies: localized("备份、换电脑、导出", "backups, another computer, exports")
        case .twoOffices: localized("副本带到村里用，带回来并入；重复登记合为一条", "a copy for a village, brought back; two records of one")
        case .rights: localized("谁能做什么：登记经办人，角色和范围", "who may do what: officers, roles, ranges")
        case .seal: localized("流水没有被改过的凭据：抄在哪里，怎样核对", "what proves that the journal was not rewritten")
        }
    }

    /// What the help says of it.
    var offered: String { localized("看手册“\(title)”：\(summary)", "opens the handbook (in Chinese): \(summary)") }

    /// The topics that a word asks for: the one of that name, else those in whose name it is, or that are in it.
    package static func found(by word: String) -> [Handbook.Topic] {
        if let topic = Handbook.Topic(rawValue: word) { return [topic] }
        return allCases.filter { $0.rawValue.contains(word) || word.contains($0.rawValue) }
    }
}
