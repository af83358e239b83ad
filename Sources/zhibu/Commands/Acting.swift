import Ledger
import PartyWork

extension LedgerPlace {
    /// Does what an officer asked for on the command line, and passes the warnings on.
    func perform(_ act: Act) throws -> Receipt {
        let receipt = try use {
            try $0.perform(act, by: Surroundings.officer, today: Clock.today(), at: Clock.instant())
        }
        for warning in receipt.warnings {
            StandardStream.error.tell(localized("zhibu：注意：\(warning.safe)\n", "zhibu: note: \(warning.safe)\n"))
        }
        return receipt
    }
}
