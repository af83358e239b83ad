import Ledger
import PartyWork

extension LedgerOptions {
    /// Does what an officer asked for on the command line, passes the warnings on and prints what came of it.
    ///
    /// - Parameter text: what to print; the journal's sentence by default.
    /// - Throws: A `Failure` that says what is saved all the same where it cannot be printed.
    func carryOut(_ act: Act, printing text: (Receipt) -> String = \.summary) throws {
        let receipt = try use(needing: []) { try $0.deskForSaving().perform(act) }
        for warning in receipt.warnings {
            StandardStream.error.tell(localized("zhibu：注意：\(warning.safe)\n", "zhibu: note: \(warning.safe)\n"))
        }
        let text = text(receipt).safe
        try StandardStream.output.write(text + "\n", done: receipt.saved(as: text))
    }
}

extension Ledger {
    /// Where the person at the keyboard acts.
    var desk: Desk { acting(as: Surroundings.officer, on: .computer) }

    /// The desk to save at: while the file is yesterday's ledger still, the copy of it that is due is kept.
    func deskForSaving() -> Desk {
        let desk = desk
        if let remark = KeptCopies(ledger: path).keep(self, today: desk.clock.today()) {
            StandardStream.error.tell(localized("zhibu：注意：\(remark.safe)\n", "zhibu: note: \(remark.safe)\n"))
        }
        return desk
    }
}

extension Receipt {
    /// Where what is saved is to be found, and what it is.
    func saved(as text: String) -> String {
        localized("已保存为流水第 \(entry) 条（\(text)）", "Saved as entry \(entry) (\(text))")
    }
}
