import PartyWork
import TerminalUI

/// What a screen wants done with files, which it does not know itself; one is under way at a time.
package enum FileTask: Hashable, Sendable {
    /// What is in a folder; of a file, in the folder it is in. Empty for where the program was started.
    case list(String)
    /// How files are understood and what an import would do; nothing is saved.
    case examine(ImportOrder)
    /// Imports files. Nothing is saved where it would come to anything else than what was reviewed.
    case carryOut(ImportOrder, reviewed: ImportReview)
    /// The table of a file, of which a register is to be made; nothing is saved.
    case tabulate(SheetOrder)
    /// What bringing the copy in a file back would change, nothing chosen yet.
    case read(copy: String)
    /// What bringing it back would change as the officer chose.
    case weigh(MergeOrder)
    /// Writes a copy into a new file, to be worked in elsewhere for a code; nil for one that is only kept.
    case copy(for: Code?, to: String)

    /// Whether it only reads, so that what is typed meanwhile can wait for what comes of it.
    var onlyReads: Bool {
        switch self {
        case .list, .examine, .tabulate, .read, .weigh: true
        case .carryOut, .copy: false
        }
    }
}

/// What comes of a ``FileTask``.
package enum FileOutcome: Sendable {
    /// A form or a menu over the screen asked for it; the screen has it done.
    case wanted
    case listed(FolderListing)
    /// It takes a while; so far it has come.
    case progress(WorkProgress)
    case examined(ImportReview)
    /// All is saved; the whole of the ledger now, nil where that is not one area; what did not work besides.
    case imported(ImportReview, Scope?, remark: String?)
    /// What a copy would change, as far as is chosen; nothing is saved.
    case compared(MergeOrder, MergeReview)
    /// The copy is written into a file.
    case copied(String)
    /// The table of a file.
    case tabulated(SheetTable)
    /// It was given up as the officer wished; nothing was saved.
    case cancelled
    /// It could not be done; the sentence says why and what to do next.
    case failed(String)
}
