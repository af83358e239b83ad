import Ledger

extension LedgerError {
    /// The exit status it ends a command with (CONTRACT section 3): 69 where the ledger cannot be opened or is locked too
    /// long, 1 where the request is at fault, 70 for what should not have happened.
    var status: ExitStatus {
        switch self {
        case .cannotCreate, .cannotOpen, .notALedger, .newerSchema, .locked, .readOnly, .corrupt, .networkFileSystem,
            .unsafeWrites:
            .unavailable
        case .fileExists: .refused
        case .diskFull, .inputOutput, .failed: .fault
        }
    }
}
