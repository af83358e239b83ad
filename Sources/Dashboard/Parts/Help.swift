import TerminalUI

/// The help of a screen: every action it offers now, with all its keys, from the binding table.
struct Help: Sendable {
    /// The screen it is about.
    let title: String
    let offers: [Offer]
    private var top = 0

    init(title: String, offers: [Offer]) {
        self.title = title
        self.offers = offers
    }

    /// Scrolls by a key; false for any other, which closes the help.
    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        var list = ListState(count: lines(context).count, page: 1)
        list.select(top)
        guard list.handle(key) else { return false }
        top = max(0, min(list.selected, lines(context).count - context.body.rows))
        return true
    }

    /// Draws the help over the body.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let lines = lines(context)
        for (row, line) in lines.dropFirst(top).prefix(frame.size.rows).enumerated() {
            frame.put(line.keys, row: row, column: 2, maxWidth: Help.keyWidth, style: context.style(.keyName))
            frame.put(line.text, row: row, column: 3 + Help.keyWidth)
        }
        let isMore = top + frame.size.rows < lines.count
        if isMore {
            frame.put("下键看更多", row: frame.size.rows - 1, column: frame.size.columns - 12, style: context.style(.notice))
        }
        return frame
    }

    private static let keyWidth = 14

    private func lines(_ context: Context) -> [(keys: String, text: String)] {
        let movement = (keys: "方向键 翻页键", text: "移动；Home、End 到头尾；数字 1–8 换页；直接输入汉字即查找")
        let all = [movement] + offers.map { (keys: Help.keys(of: $0), text: Help.text(of: $0)) }
        return all.flatMap { entry in
            let texts = context.textWidth.wrap(entry.text, to: context.body.columns - Help.keyWidth - 5)
            return texts.enumerated().map { (keys: $0 == 0 ? entry.keys : "", text: $1) }
        }
    }

    private static func keys(of offer: Offer) -> String { offer.action.keys.map(\.name).joined(separator: " ") }

    private static func text(of offer: Offer) -> String {
        let reason = offer.unavailable.map { "（现在不能用：\($0)）" } ?? ""
        return "\(offer.label)：\(offer.action.explanation)\(reason)"
    }
}
