import PartyWork

/// What is saved already and may be the same as what an act enters.
struct TwinsQuery: Query {
    let act: Act

    func answer(from ledger: any LedgerReading) throws -> [String] { try ledger.twins(of: act) }
}

extension Confirmation {
    /// The question before something is saved that may be there already: what it is like.
    static func twins(_ twins: [String], of act: Act, _ title: String) -> Confirmation {
        let told = localized(
            "台账里已有相像的 \(twins.count) 条，请核对是不是同一件：",
            "There \(twins.count == 1 ? "is one" : "are \(twins.count)") much like it already; check whether it is the same:"
        )
        let choice = localized(
            "是同一件就不必再存：Esc 返回，可改可放弃；确实是另一件，按 y 照样保存。",
            "If it is the same, do not save: Esc goes back to the form. If it is another, y saves it all the same.")
        return Confirmation(
            title: localized("可能重复  \(title)", "Perhaps entered twice  \(title)"), lines: [told] + twins + [choice],
            verb: localized("保存", "save"), choice: .commit(act))
    }
}
