import PartyWork

extension Action {
    /// The rights of which one is needed for what the keys lead to; none where everybody may.
    ///
    /// What exactly is written, and where, the ledger asks when it is saved.
    var rights: [Right] {
        switch self {
        case .record, .handOver: [.record]
        case .edit, .add, .end, .datedChange: [.record, .keep, .administer]
        case .submit: [.submit]
        case .accept, .acceptAll, .giveBack: [.accept]
        case .reveal: [.telephones]
        case .open, .back, .nextPane, .previousPane, .nextCard, .previousCard, .remind, .preview, .grow, .columns,
            .unfilter,
            .stage,
            .moveLeft,
            .moveRight, .find, .sort,
            .reverse, .worst, .choose, .chooseRange, .chooseAll,
            .filter,
            .figures, .previousMonth, .nextMonth, .present, .scope, .print, .nextTab, .previousTab, .undo, .redo, .save,
            .repaint, .settings, .mouse, .suspend, .help, .palette, .quit:
            []
        }
    }
}
