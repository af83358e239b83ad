import PartyWork
import TerminalUI

/// The card of a person: what is known, the households helped now and before, the activities taken part in.
struct PersonScreen: CardScreen {
    private let id: Person.ID
    private var card: PersonCard?
    /// Whether the telephone number is shown whole, until the key is pressed again or the screen is left.
    private var isPhoneOpen = false
    var lists = CardLists(
        RowList(PairingRow.columns(of: .person), identity: \.identity, searched: { "\($0.head) \($0.situation)" }),
        RowList(ActivityRow.columns, identity: \.activity.id.text, searched: \.searched),
        titles: (localized("帮扶的户", "Households"), localized("参加的活动", "Activities")))

    init(_ id: Person.ID) {
        self.id = id
    }

    private var row: PersonRow? { card?.row }
    /// Whether there is a household to hand over.
    private var isHelping: Bool { card?.pairings.contains(where: \.isActive) ?? false }

    func title(_ context: Context) -> String { "\(row?.person.name ?? id.text)  \(lists.position)" }

    func questions(_ context: Context) -> [Question] { [.person(id, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .person(let card) = answer else { return }
        self.card = card
        lists.timeline.load(card.timeline)
        lists.first.load(card.pairings.activeFirst)
        lists.second.load(card.activities)
    }

    func definition(_ context: Context) -> String? { lists.isSecond ? nil : Definition.memberCoverage }

    func draft(_ context: Context) -> ActivityDraft {
        guard let row else { return ActivityDraft() }
        return ActivityDraft(
            organization: row.organization, organizationName: row.organizationName,
            participants: [Candidate(row)])
    }

    func draw(_ context: Context) -> Frame {
        guard row != nil else { return context.emptyBody }
        let empty = (
            localized("没有帮扶过户；按 F5 结对", "Never helped a household: F5 pairs"),
            localized("今年没有参加活动的记录；按 F2 记活动", "No activity this year: F2 records one")
        )
        return lists.card(facts, context, empty: empty)
    }
}

// MARK: - The card

extension PersonScreen {
    var facts: Facts {
        guard let row else { return Facts([]) }
        let person = row.person
        return Facts([
            .init(localized("姓名", "Name"), person.name), .init(localized("人员编号", "Person no."), person.id.text),
            .init(localized("组织", "Organization"), row.organizationName),
            .init(localized("类别", "Category"), person.category.title),
            .init(localized("职务", "Post"), person.post),
            .init(localized("镇班子", "Committee"), ClosedWord.title(of: person.text(.committee))),
            .init(
                localized("状态", "State"), service(row), element: row.serves || !isHelping ? .text : .uncovered,
                isWide: true),
            .init(localized("结对", "Pairing"), coverage(row), element: row.isGap ? .uncovered : .text, isWide: true),
            .init(localized("电话", "Phone"), phone(person), isWide: true),
        ])
    }

    private func service(_ row: PersonRow) -> String {
        let person = row.person
        // What comes after the date of the card is not shown.
        let arrived =
            row.service == .notArrived ? nil : person.arrivedOn.map { localized("\($0) 到岗", "arrived on \($0)") }
        let reason = person.leftReason.isEmpty ? "" : localized("（\(person.leftReason)）", " (\(person.leftReason))")
        let left =
            row.service != .left ? nil : person.leftOn.map { localized("\($0) 离开\(reason)", "left on \($0)\(reason)") }
        let handOver = !row.serves && isHelping ? localized("  还有户未移交，按 ^O 移交", "; households not handed over: ^O") : ""
        let days = [arrived, left].compactMap { $0 }.joined(separator: localized("，", ", "))
        return row.service.title + (days.isEmpty ? "" : "  " + days) + handOver
    }

    private func coverage(_ row: PersonRow) -> String {
        let helped =
            row.households == 0
            ? localized("没有结对的户", "no household")
            : localized("帮扶 \(row.households) 户", "helps \(plural(row.households, "household"))")
        if row.isGap { return localized("缺口：\(helped)", "gap: \(helped)") }
        return row.person.exemption.isEmpty
            ? helped : localized("\(helped)  免结对：\(row.person.exemption)", "\(helped); exempt: \(row.person.exemption)")
    }

    private func phone(_ person: Person) -> String { isPhoneOpen ? person.phone : person.maskedPhone }
}

// MARK: - Actions

extension PersonScreen {
    func offers(_ context: Context) -> [Offer] {
        let nothing = row == nil ? localized("正在读取", "still being read") : nil
        let gone = row?.service.absence
        let noPairing =
            pairing == nil ? localized("先按 Tab 到“帮扶的户”栏选一条", "choose one under Households (Tab) first") : nil
        let notActive =
            noPairing ?? (pairing?.isActive == false ? localized("这条结对已经结束", "this pairing has ended") : nil)
        let pair = Offer(.add, localized("结对", "pair"), unavailable: nothing ?? gone)
        let handOver = Offer(
            .handOver, unavailable: nothing ?? (isHelping ? nil : localized("没有在帮扶的户", "helps no household")))
        return (gone == nil ? [pair, handOver] : [handOver, pair]) + [
            Offer(.end, localized("结束", "end"), unavailable: notActive), Offer(.mark, unavailable: nothing),
            lists.opening(localized("户", "household"), unavailable: noPairing),
            Offer(
                .reveal, isPhoneOpen ? localized("遮电话", "mask phone") : localized("看电话", "phone"),
                unavailable: nothing ?? noPhone),
        ] + lists.offers + [Offer(.edit, unavailable: nothing), Offer(.record, unavailable: nothing)]
            + (row?.person.isCommitteeMember ?? false ? [Offer(.figures, localized("看走访", "visits"))] : [])
    }

    private var noPhone: String? {
        row?.person.phone.isEmpty ?? true ? localized("没有登记电话", "no phone number entered") : nil
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if let commands = lists.perform(action) { return commands }
        guard let row else { return [] }
        switch action {
        case .open: return lists.open(pairing.map { .household($0.pairing.household) }, context)
        case .add: return [.form(.pair(row, context))]
        case .end: return pairing.map { [.form(.end($0.parties(nil, ""), context))] } ?? []
        case .handOver: return [.open(.handOver(id))]
        case .record: return [.record(draft(context))]
        case .mark: return [.menu(.marks(of: row, posts: card?.posts ?? [], context))]
        case .edit: return [.form(.edit(row))]
        case .reveal: isPhoneOpen.toggle()
        case .figures where row.person.isCommitteeMember:
            return [.open(.figure(Figure(.visits, of: .person(id, name: row.person.name))))]
        default: break
        }
        return []
    }
}

// MARK: - Printing

extension PersonScreen {
    /// The list of those who are helped, where there are any, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let row else { return Printout() }
        let scope = Scope(row.person.organization)
        return Printout(
            (row.households > 0 ? [Printout.pairings(of: row, context)] : [])
                + [lists.printed(of: row.person.name, scope: scope, rule: definition(context))])
    }
}
