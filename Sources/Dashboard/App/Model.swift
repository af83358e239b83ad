import PartyWork
import TerminalUI

/// Everything the dashboard knows: where the officer is, what each screen was told, what lies over it.
///
/// A value; `update` changes it, `view` draws it.
package struct Model: Sendable {
    /// What does not change while the dashboard runs, except the as-of date and the scope.
    var context: Context
    /// What the header calls the whole of the ledger.
    var fullScopeName: String
    /// A standing remark for the header, such as that the file is shared, where the sample needs none.
    let ownRemark: String
    /// The screens there are.
    let catalogue: Catalogue
    private(set) var size: Size
    /// The screens of each tab, the one in sight last.
    var stacks: [Tab: [Visit]] = [:]
    var tab = Tab.overview
    /// Forms, menus, questions and help over the screen, the one in sight last.
    var overlays: [Overlay] = []
    var notice: Notice? {
        didSet { fit() }
    }
    /// Counts the changes of the ledger that this dashboard has seen; screens asked before are asked again.
    var revision = 0
    /// The row of the last click, if nothing was done since: another click there opens it.
    var clicked: Click?
    /// What the next answer is for, where it is not for a screen.
    var awaiting: Inquiry?
    /// What was typed into forms and not saved, by their identity: a form opened again shows it.
    var drafts: [String: Draft] = [:]
    /// The forms from which tasks with files came that are under way.
    var handed: [FileTask: String] = [:]
    /// What was typed while files were being read, for when they are.
    var keysHeld: [Key] = []
    /// The register into which something was entered last; empty for none.
    var lastRegister = ""
    /// What the activities recorded last were about, by their kinds.
    var lastTitles: [ActivityKind: String] = [:]
    /// The views of this ledger, those kept last at the end.
    var views: [KeptView] = []
    /// The figures as they were told last, and what an act made of them.
    var figures = KnownFigures()

    /// A dashboard about to show the overview, or the welcome screen over an empty ledger.
    ///
    /// - Parameter remark: a standing remark for the header; empty for none.
    package init(_ context: Context, size: Size, isEmpty: Bool, remark: String = "", catalogue: Catalogue = .builtIn) {
        self.context = context
        fullScopeName = context.scopeName
        ownRemark = remark
        self.catalogue = catalogue
        self.size = size
        self.context.body = Model.body(of: size)
        self.context.screen = size.columns
        // Whoever reads nothing keeps the officers, and begins there.
        let begun = [isEmpty ? Route.welcome : catalogue.home] + (context.permission.allows(.read) ? [] : [.officers])
        stacks[.overview] = Language.$current.withValue(language) { begun.map { Visit($0) } }
    }

    /// Begins in a part of what may be looked at, as a branch's secretary does.
    package mutating func begin(in scope: Scope, called name: String) {
        context.scope = scope
        context.scopeName = name
    }

    /// The smallest terminal on which anything can be done (PERFORMANCE, one set of numbers).
    static let smallest = Size(columns: 60, rows: 15)

    /// The lines above and below the screen's own part: header, tabs, title; notice, footer.
    static let chrome = (above: 3, below: 2)

    static func body(of size: Size) -> Size {
        Size(columns: size.columns, rows: size.rows - chrome.above - chrome.below)
    }

    /// Takes what the terminal does beyond showing text.
    package mutating func learn(_ abilities: Abilities) { context.abilities = abilities }

    mutating func resize(to size: Size) {
        self.size = size
        fit()
    }

    private mutating func fit() { (context.body, context.screen) = (bodySize, size.columns) }

    /// What is left for the screen: a notice of more than a line takes of it.
    private var bodySize: Size {
        let body = Model.body(of: size)
        return Size(columns: body.columns, rows: body.rows - max(0, min(noticeLines.count, mostNoticeLines) - 1))
    }

    /// More lines than these are a page to be read.
    private var mostNoticeLines: Int { max(2, Model.body(of: size).rows / 3) }

    /// The notice as it stands above the footer.
    var noticeLines: [String] {
        guard let notice else { return [] }
        return context.textWidth.wrap(
            (notice.isWarning ? "! " : "") + notice.text + notice.ending, to: size.columns - 2)
    }

    /// Opens a notice that has no room above the footer as a page, so that nothing of it is cut.
    mutating func openLongNotice() {
        guard let notice, noticeLines.count > mostNoticeLines, !context.isPlain else { return }
        overlays.append(.page(Page(title: notice.title, text: notice.text + notice.ending)))
        self.notice = nil
    }

    /// The day on the clock, as far as it was told.
    package var today: Day { context.today }

    /// Whether the screen in sight still lacks answers.
    package var isWaiting: Bool { overlays.isEmpty && !(top?.isComplete ?? true) }

    /// Whether something is asked that a key answers, and that is then done.
    package var isAsking: Bool {
        switch overlays.last {
        case .confirm, .preview: true
        case .form, .menu, .page, .palette, nil: false
        }
    }

    /// Whether the preview is to be turned to what the cursor is on as soon as no key comes for a moment.
    ///
    /// A form owes what saving it would make of the figures.
    package var owesPreview: Bool {
        if overlays.isEmpty { return top?.screen.owesPreview(context) ?? false }
        return owesConsequence
    }

    /// The screen in sight.
    var top: Visit? { stacks[tab]?.last }

    /// A visit of a screen: its screen and what that was told.
    struct Visit: Sendable {
        var screen: any Screen
        let route: Route
        /// What it was asked for last, and at which revision of the ledger.
        var asked: [AnyQuery] = []
        var revision = -1
        /// Which of these were answered, and without which it is shown all the same.
        var answered: Set<AnyQuery> = []
        var later: Set<AnyQuery> = []
        /// What it wanted done with files last.
        var fileTask: FileTask?

        init(_ route: Route) {
            self.route = route
            screen = route.screen()
        }

        /// A screen as it was kept.
        init(_ route: Route, _ kept: KeptWords) {
            self.init(route)
            screen.restore(kept)
        }

        /// Whether everything it needs is there.
        var isComplete: Bool { asked.allSatisfy { answered.contains($0) || later.contains($0) } }
    }

    /// A sentence above the footer, in as many lines as it takes, until the next key.
    struct Notice: Sendable, Hashable {
        var text: String
        let isWarning: Bool
        /// What follows the text, such as the key that takes it back.
        var ending = ""
        /// Whether it tells what others have done, so that newer news of them takes its place.
        var isOfOthers = false

        /// The path of a file that it tells of, which some terminals open.
        var path: String?

        /// Whether it tells that something was saved.
        var isOfSaving = false

        /// What a page that says the same is called.
        var title: String { isWarning ? localized("注意", "Note") : localized("提示", "Told") }

        /// Shown while the ledger keeps the officer waiting.
        static var busy: Notice {
            Notice(
                text: localized(
                    "台账正忙，还在等…（别的程序可能正在写入）", "The ledger is busy, still waiting… (another program may be writing)"),
                isWarning: false)
        }
    }

    /// What was asked for no screen, and what follows from the answer.
    struct Inquiry: Sendable {
        let query: AnyQuery
        let follow: @Sendable (inout Model, Answered) -> [Effect]
    }
}
