import ChineseNames
import PartyWork

extension Palette {
    /// What officers want done, the actions offered now, from the binding table, then every screen.
    static func items(_ tasks: [PaletteTask], _ offers: [Offer], _ catalogue: Catalogue, _ context: Context) -> [Item] {
        tasks.map { Item($0, context) } + offers.filter { $0.action != .palette }.map { Item($0) }
            + catalogue.tabs.map { Item($0, key: catalogue.digit(of: $0)) } + lacking
            + [TableSchema.people, .households, .organizations].map { Item(registry: $0) } + [
                .comparing, .importing, .merging, .movingIn, .officers,
            ]
    }

    /// What the ledger knows by name.
    struct Names: Sendable {
        private let things: [NamedThing]
        private let entries: [EntryName]
        private let organizations: [Code: String]

        /// Things first, then entries.
        var count: Int { things.count + entries.count }

        init(_ things: [NamedThing] = [], _ entries: [EntryName] = []) {
            let ranked = Dictionary(grouping: things, by: \.rank)
            self.things = Rank.allCases.flatMap { ranked[$0] ?? [] }
            self.entries = entries
            organizations = things.reduce(into: [:]) { names, thing in
                if thing.kind == .organization { names[thing.organization] = thing.name }
            }
        }

        /// The thing of a number; nil for an entry.
        func thing(_ index: Int) -> NamedThing? { index < things.count ? things[index] : nil }

        /// How well a query fits a thing; by its key or where it belongs it is found too, but after all names.
        func rank(of index: Int, _ query: NameQuery) -> Int? {
            guard index < things.count else {
                let entry = entries[index - things.count]
                return query.match(entry.name)?.rank
                    ?? (query.finds([entry.number, entry.about]) ? NameMatch.elsewhere : nil)
            }
            let thing = things[index]
            if let match = query.match(thing.name) { return match.rank }
            return query.finds([thing.name, thing.key, thing.detail, place(of: thing)] + thing.formerly)
                ? NameMatch.elsewhere : nil
        }

        /// The line of a thing.
        func item(_ index: Int) -> Item {
            if index >= things.count { return Item(entries[index - things.count]) }
            let thing = things[index]
            let detail = (Former.words(thing) + [thing.detail, place(of: thing), thing.key]).filter { !$0.isEmpty }
                .joined(separator: "  ")
            return Item(name: thing.name, sign: sign(of: thing), detail: detail, command: command(of: thing))
        }

        /// Where it belongs: an organization to the one above.
        private func place(of thing: NamedThing) -> String {
            guard thing.kind == .organization else { return organizations[thing.organization] ?? "" }
            return thing.organization.parent.flatMap { organizations[$0] } ?? ""
        }

        private func sign(of thing: NamedThing) -> String {
            switch thing.kind {
            case .organization:
                [localized("乡镇", "township"), localized("支部", "branch"), localized("党小组", "party group")][
                    thing.organization.depth]
            case .person: localized("人员", "person")
            case .household: localized("户", "household")
            case .cooperative: localized("合作社", "cooperative")
            case .activity: localized("活动", "activity")
            }
        }

        private func command(of thing: NamedThing) -> Command {
            switch thing.kind {
            case .organization: thing.organization.branch.map { .open(.branch($0)) } ?? .tab(.overview)
            case .person: .open(.person(Person.ID(thing.key)))
            case .household: .open(.household(Household.ID(thing.key)))
            case .cooperative: .open(.cooperative(Cooperative.ID(thing.key)))
            case .activity:
                .search(
                    .activities(
                        ActivityFilter(
                            organization: thing.organization,
                            organizationName: organizations[thing.organization] ?? "")),
                    thing.key, within: thing.organization)
            }
        }
    }
}

extension Palette {
    /// The figures of which something can be missing, beginning with what is.
    fileprivate static var lacking: [Item] {
        let kinds: [Figure.Kind] = [
            .visitors, .themeActivities, .fiveOnes, .partyDay, .partyDays, .households, .members, .visited,
        ]
        return kinds.map { kind in
            Item(
                name: localized("\(kind.title)缺口", "Missing: \(kind.title)"), sign: "",
                detail: localized("还缺哪些：", "what is missing: ") + kind.gapWord,
                words: localized(["缺口", "逾期", "没做", "还差"], ["gap", "overdue"]),
                command: .open(.figure(Figure(kind).missing)))
        }
    }
}

extension NamedThing {
    /// Where it stands among what a text fits alike.
    fileprivate var rank: Palette.Rank {
        switch kind {
        case .organization: organization.depth == 2 ? .group : .branch
        case .person: .person
        case .household: .household
        case .cooperative: .cooperative
        case .activity: .activity
        }
    }
}

extension Palette.Item {
    /// A task, or why it cannot be done.
    fileprivate init(_ task: PaletteTask, _ context: Context) {
        let right = task.rights.contains(where: context.permission.allows) ? nil : task.rights.first
        let refusal = right.flatMap { context.permission.refusal($0)?.text }
        self.init(
            name: task.name, sign: localized("办", "task"),
            detail: refusal.map { localized("现在不能用：\($0)", "not now: \($0)") } ?? task.detail, words: task.words,
            rank: .task, way: refusal.map { .now(.notice($0)) } ?? task.way)
    }

    fileprivate init(_ offer: Offer) {
        let keys = offer.action.keys.prefix(2).map(\.name).joined(separator: " ")
        let detail = offer.unavailable.map { localized("现在不能用：\($0)", "not now: \($0)") } ?? offer.explanation
        self.init(
            name: offer.label, sign: keys, detail: detail, words: [offer.action.label], rank: .task,
            command: .perform(offer.action))
    }

    fileprivate init(_ tab: Tab, key: String) {
        self.init(
            name: tab.title, sign: key, detail: localized("到这一页", "go to this tab"), words: tab.words,
            command: .tab(tab))
    }

    fileprivate init(registry table: TableSchema) {
        self.init(
            name: localized("名册：\(table.title)", "Registry: \(table.title)"), sign: "",
            detail: localized("打开名册", "open the registry"), command: .open(.registry(table)))
    }

    /// The form for a new entry of a register.
    init(entering register: RegisterDefinition) {
        self.init(
            name: localized("登记 \(register.name)", "Enter \(register.name)"), sign: "",
            detail: register.remark.isEmpty ? register.system : register.remark, words: [register.name], rank: .task,
            command: .enter(register.name, about: nil))
    }

    /// The entries of a register.
    init(register: RegisterDefinition) {
        self.init(
            name: register.name, sign: localized("登记簿", "register"), detail: register.system, rank: .register,
            command: .open(.entries(of: register.name)))
    }

    fileprivate init(_ entry: EntryName) {
        let detail = [entry.about == entry.name ? "" : entry.about, entry.number].filter { !$0.isEmpty }
        self.init(
            name: entry.name, sign: entry.register, detail: detail.joined(separator: "  "),
            command: .open(.entry(entry.number, of: entry.register)))
    }

    /// A view that was kept.
    init(view: KeptView) {
        self.init(
            name: localized("视图：\(view.name)", "View: \(view.name)"), sign: localized("视图", "view"), detail: view.place,
            words: [view.name], command: .view(view))
    }

    fileprivate static var comparing: Palette.Item {
        Palette.Item(
            name: localized("两天对比", "Two days compared"), sign: "",
            detail: localized(
                "上月底、去年同日的数字和现在的差", "the figures of the month before or a year before, and the difference"),
            words: localized(["同比", "环比", "增减", "去年"], ["difference"]), command: .open(.comparison))
    }

    fileprivate static var importing: Palette.Item {
        Palette.Item(
            name: localized("导入文件", "Import files"), sign: "",
            detail: localized(
                "XLS、XLSX、ODS、CSV：先看怎样认列、会改哪些，再导入", "XLS, XLSX, ODS, CSV: see what is understood, then import"),
            command: .open(.importing))
    }

    fileprivate static var merging: Palette.Item {
        Palette.Item(
            name: localized("并入副本", "Bring a copy back"), sign: "",
            detail: localized("做一份副本带出去用，带回来对照着并入", "a copy to be worked in elsewhere, compared when it comes back"),
            command: .open(.merging))
    }

    fileprivate static var officers: Palette.Item {
        Palette.Item(
            name: localized("经办人与权限", "Officers and rights"), sign: "",
            detail: localized("谁能做什么：登记、结束", "who may do what"), command: .open(.officers))
    }

    fileprivate static var movingIn: Palette.Item {
        Palette.Item(
            name: localized("搬家", "Moving in"), sign: "",
            detail: localized("乡镇和村、人员、贫困户、结对：还缺什么，怎么搬", "what the ledger still lacks, and how it gets there"),
            command: .open(.movingIn))
    }

    /// What always can be done with a text: looking for it among the activities of the year.
    static func activities(named text: String) -> Palette.Item {
        Palette.Item(
            name: localized("在活动里查找“\(text)”", "Look for \(text) in the activities"), sign: "",
            detail: localized("全年的活动，按编号、主题、参加人员和户", "of the year, by number, topic, people and household"),
            command: .search(.activities(ActivityFilter()), text, within: nil))
    }
}

extension Code {
    fileprivate var depth: Int { digits.utf8.count >= 14 ? 2 : digits.utf8.count >= 12 ? 1 : 0 }
}
