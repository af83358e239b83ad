import TerminalUI

/// The help of a screen: every action it offers now, with all its keys, from the binding table.
struct Help {
    let offers: [Offer]
    let screen: String

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let columns = context.body.columns >= 120 ? 2 : 1
        let width = context.body.columns / columns
        let rows = lines
        let height = max(1, (rows.count + columns - 1) / columns)
        for (index, line) in rows.enumerated() {
            let row = index % height
            let left = index / height * width + 2
            frame.put(line.keys, row: row, column: left, maxWidth: 14, style: context.style(.keyName))
            frame.put(line.text, row: row, column: left + 15, maxWidth: width - 18)
        }
        return frame
    }

    private var lines: [(keys: String, text: String)] {
        let movement = (keys: "方向键 翻页键", text: "移动；Home、End 到头尾；数字 1–8 换页")
        return [movement]
            + offers.map { offer in
                let reason = offer.unavailable.map { "（现在不能用：\($0)）" } ?? ""
                return (
                    keys: offer.action.keys.map(\.name).joined(separator: " "),
                    text: "\(offer.label)：\(offer.action.explanation)\(reason)"
                )
            }
    }
}
