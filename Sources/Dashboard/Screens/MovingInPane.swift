import PartyWork
import TerminalUI

extension Route {
    static var movingIn: Route { Route("movingIn") { SoloScreen(MovingInPane()) } }
}

extension ScreenKind {
    static let movingIn = ScreenKind(localized("搬家", "Moving in"), .movingIn)
}

/// How far the township has moved into its ledger.
private struct MovingInQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> MovingIn { try ledger.movingIn(scope, asOf: asOf) }
}

/// 搬家: the steps in which a township brings its lists, of each what is there, what is still missing, and how it gets
/// there.
///
/// It shows what the ledger has and keeps nothing itself, so that whoever is interrupted goes on where they were.
struct MovingInPane: SoloPane {
    /// A step as far as it has come.
    struct Row: Sendable {
        let step: MovingIn.Step
        let there: String
        let missing: [String]
    }

    var list = MovingInPane.rows
    private var isBegun = false

    var hasDetails: Bool { true }
    func headingRows(_ context: Context) -> Int { 2 }
    func empty(_ context: Context) -> String { "" }

    func title(_ context: Context) -> String { localized("搬家  \(position)", "Moving in  \(position)") }

    func definition(_ context: Context) -> String? {
        localized(
            "数的都是台账里现有的：随时可以停下，下次打开从缺的地方接着来",
            "It counts what the ledger has: stop whenever you like, and go on where it lacks")
    }

    var details: String? {
        list.selected.map { row in
            row.missing.isEmpty
                ? localized("\(row.step.title)：齐了", "\(row.step.title): complete")
                : "\(row.step.title)：\(row.missing.joined(separator: localized("；", "; ")))"
        }
    }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(MovingInQuery(scope: context.fullScope, asOf: context.asOf)) { pane, moved in
                pane.isBegun = !moved.organizations.isEmpty
                pane.list.load(MovingIn.Step.allCases.map { Row($0, moved) })
            }
        ]
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        frame.put(
            localized(
                "从上到下，一步一步来：选中一步按 Enter，看怎么搬。", "Step by step from above: Enter on a step tells how it is brought in."),
            row: 0, column: 2, style: context.style(.screenTitle))
        return true
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(.open, .step, on: list.selected, orElse: localized("正在读取", "being read")) {
                [.menu($0.ways(isBegun: isBegun, context))]
            }
        ]
    }

    func printed(_ context: Context) -> [Printout.Item] {
        isBegun ? [list.printed(localized("搬家", "Moving in"), rule: definition(context))] : []
    }
}

extension MovingInPane.Row {
    fileprivate init(_ step: MovingIn.Step, _ moved: MovingIn) {
        self.init(step: step, there: moved.there(step), missing: moved.missing(step))
    }

    /// The word of how far it has come.
    fileprivate var state: String {
        there.isEmpty
            ? localized("还没有", "nothing") : missing.isEmpty ? localized("齐了", "complete") : localized("还缺", "lacks")
    }

    // MARK: - How it gets there

    /// What can be done for the step now: without a township there is nothing to add to by hand.
    fileprivate func ways(isBegun: Bool, _ context: Context) -> Menu {
        let file = Menu.Item(
            localized("从文件导入", "Import a file"),
            detail: localized("XLS、XLSX、ODS、CSV：先看怎样认列、会改哪些，再存", "XLS, XLSX, ODS, CSV: see what is understood first"),
            .open(.importing))
        let template = Menu.Item(
            localized("写一份空表", "Write an empty table"),
            detail: localized("六张表各一页，填好再导入", "to be filled in, then imported"),
            .form(.printing(Printout.template, context)))
        let canBeTyped = isBegun || step == .organizations
        return Menu(
            title: localized("\(step.title)：怎么搬", "\(step.title): how"),
            items: [file, template] + (canBeTyped ? [byHand] : []) + (isBegun && !missing.isEmpty ? [lacking] : []))
    }

    private var byHand: Menu.Item {
        let detail = localized("只有几条时", "where there are only a few")
        return switch step {
        case .organizations where there.isEmpty:
            .init(
                localized("登记乡镇党委", "Add the township"),
                detail: localized("名单里只有村、没有乡镇的，先登记它", "before a list that has villages alone"), .form(.firstTownship))
        case .organizations, .people, .households:
            .init(
                localized("到名册里登记", "Type them"), detail: localized("按 F5 新增", "F5 adds"), .open(.registry(step.table)))
        case .pairings:
            .init(localized("到结对页登记", "Pair them"), detail: localized("按 F5 结对", "F5 pairs"), .tab(.pairing))
        case .cooperatives: .init(localized("手工登记", "Type it"), detail: detail, .form(.add(.cooperatives)))
        case .activities: .init(localized("记一条活动", "Record one"), detail: detail, .record(ActivityDraft()))
        }
    }

    /// Where it is seen which ones are missing.
    private var lacking: Menu.Item {
        let place: Route =
            switch step {
            case .organizations, .people, .households: .registry(step.table)
            case .pairings: .figure(Figure(.households))
            case .cooperatives: .cooperatives
            case .activities: .activities(ActivityFilter())
            }
        return Menu.Item(localized("看现在有哪些", "See what is there"), detail: missing[0], .open(place))
    }
}

extension Form<Filing> {
    /// The form of the township, with which a ledger begins.
    static var firstTownship: Form { .add(.organizations, [.kind: OrganizationKind.township.rawValue]) }
}

// MARK: - Columns

extension MovingInPane {
    private static var rows: RowList<Row> {
        RowList(
            [
                .init(TableColumn(localized("步骤", "Step"), minimum: localized(10, 18)), text: \.step.title),
                .init(
                    TableColumn(localized("情况", "State"), minimum: localized(8, 9)),
                    element: { $0.missing.isEmpty ? .done : .uncovered }, text: \.state),
                .init(TableColumn(localized("已有", "There"), minimum: 24, ideal: 26), text: \.there),
                .init(TableColumn(localized("还缺", "Missing"), minimum: 16, share: 1)) {
                    $0.missing.joined(separator: localized("；", "; "))
                },
            ], identity: \.step.title, searched: \.step.title)
    }
}
