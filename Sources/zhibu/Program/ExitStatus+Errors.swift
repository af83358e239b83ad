import Exchange
import Glibc
import Ledger

extension LedgerError {
    /// The exit status it ends a command with (CONTRACT section 3): 69 where the ledger cannot be opened or is locked too
    /// long, 1 where the request is at fault, 70 for what should not have happened.
    var status: ExitStatus {
        switch self {
        case .cannotCreate, .cannotOpen, .notALedger, .newerSchema, .locked, .held, .readOnly, .corrupt,
            .networkFileSystem, .unsafeWrites, .locksRefused, .stickyFolder, .strangeJournal, .outOfMemory,
            .serverLibraryMissing, .cannotConnect, .shutOut, .connectionLost, .noTown, .notAdmitted, .unfitDatabase,
            .olderSchema:
            .unavailable
        case .badAddress, .insecure: .wrongUsage
        case .fileExists, .sideFile, .denied, .notKeeper, .notEmpty, .otherTown: .refused
        case .backupFailed(_, let number): ExitStatus(writingFailedWith: number)
        case .diskFull, .inputOutput, .failed, .backupUnsettled, .copyDiffers: .fault
        case .unsaved(let error), .unsure(let error): error.status
        }
    }
}

extension FileFault {
    /// The exit status it ends a command with: 70 where the machine failed, 1 where another file or folder would do.
    var status: ExitStatus {
        switch self {
        case .unreadable(let number), .unwritable(let number): ExitStatus(writingFailedWith: number)
        case .unsettled, .damagedWorkbook: .fault
        default: .refused
        }
    }
}

extension ExitStatus {
    /// 70 where the machine failed, 1 where another place would do.
    fileprivate init(writingFailedWith number: Int32) {
        self = [ENOSPC, EDQUOT, EFBIG, EIO].contains(number) ? .fault : .refused
    }
}
