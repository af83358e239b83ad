import ArgumentParser
import Exchange
import PartyWork

/// `--force`, which commands that write files take.
struct ForceOption: ParsableArguments {
    @Flag(
        help: localized(
            "同名文件不是以前写出的同一种文件也替换；台账和备份总不替换",
            "replace a file that was not written as this kind before; ledgers and backups never are"))
    var force = false

    /// What may be replaced.
    var permission: FileReplacement.Permission { force ? .anything : .ownKind }
}
