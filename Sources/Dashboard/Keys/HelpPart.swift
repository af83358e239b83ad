import PartyWork

/// A part of the help: what is done here, how one finds one's way, what is the same everywhere.
enum HelpPart: CaseIterable, Sendable {
    case here
    case way
    case everywhere

    /// Its heading.
    var title: String {
        switch self {
        case .here: localized("在这一页做", "Done here")
        case .way: localized("走动、查找、排列", "Moving, finding, sorting")
        case .everywhere: localized("哪一页都一样", "The same everywhere")
        }
    }
}

extension Action {
    /// The part of the help in which it stands.
    var helpPart: HelpPart {
        switch self {
        case .open, .record, .edit, .add, .end, .datedChange, .handOver, .choose, .chooseRange, .chooseAll, .figures,
            .reveal, .submit, .accept, .acceptAll, .giveBack, .remind, .save, .moveLeft, .moveRight:
            .here
        case .back, .nextPane, .previousPane, .find, .sort, .reverse, .worst, .filter, .previousMonth, .nextMonth,
            .present, .scope, .nextCard, .previousCard, .preview, .grow, .columns, .unfilter, .stage, .nextTab,
            .previousTab:
            .way
        case .print, .undo, .redo, .repaint, .settings, .mouse, .suspend, .help, .palette, .quit: .everywhere
        }
    }
}
