import PartyWork
import TerminalUI

extension Route {
    static func person(_ id: Person.ID) -> Route { Route("person", [id.text]) { PersonScreen(id) } }
}

extension ScreenKind {
    static let person = ScreenKind(localized("人员", "Person"), like: .person("P"), of: { .person(Person.ID($0)) })
        .telling(
            localized(
                "一个人的卡片：职务、帮着哪些户、参加过什么",
                "the card of a person: posts, households helped, activities"))
}

/// The card of a person: what is known, the households helped now and before, the activities taken part in.
struct PersonScreen: CardScreen {
    private let id: Person.ID
    private var card: PersonCard?
    /// Whether the telephone number is shown whole, until the key is pressed again or the screen is left.
    private var isPhoneOpen = false
    var panes: Panes

    init(_ id: Person.ID) {
        self.id = id
        let noRow = Offer(
            .open, .household,
            unavailable: localized("先按 Tab 到“帮扶的户”栏选一条", "choose one under Households (Tab) first"))
        panes = Panes([
            CardPairings(
                name: localized("帮扶的户", "Households"),
                nothing: localized("没有帮扶过户；按 F5 结对", "Never helped a household: F5 pairs"),
                rule: Definition.memberCoverage,
                list: RowList(
                    PairingRow.columns(of: .person), identity: \.identity, searched: { "\($0.head) \($0.situation)" }),
                noRow: noRow, other: { .household($0.pairing.household) }),
            CardActivities(
                name: localized("参加的活动", "Activities"),
                nothing: localized("今年没有参加活动的记录；按 F2 记活动", "No activity this year: F2 records one"), rule: nil,
                list: RowList(ActivityRow.columns, identity: \.activity.id.text, searched: \.searched), noRow: noRow),
            SubjectEntriesPane(), CardJournal(table: .people, key: RecordKey(id.text)),
            CardTimeline(rule: Definition.memberCoverage, noRow: noRow),
        ])
    }

    private var row: PersonRow? { card?.row }
    /// Whether there is a household to hand over.
    private var isHelping: Bool { card?.isHelping ?? false }

    func title(_ context: Context) -> String { "\(row?.person.name ?? id.text)  \(panes.current.position)" }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(PersonQuery(id: id, asOf: context.asOf)) { screen, card in
                screen.card = card
                screen.tell(EntrySubject(.person, card.row.person.id.text, name: card.row.person.name))
                screen.load(card.pairings.activeFirst, card.activities, card.timeline)
            }
        ]
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let row else { return ActivityDraft() }
        return ActivityDraft(
            organization: row.organization, organizationName: row.organizationName,
            participants: [Candidate(row)])
    }
}

// MARK: - The card

extension PersonScreen {
    var facts: Facts? { card.map { Facts($0, isPhoneOpen: isPhoneOpen) } }
}

// MARK: - What keys do

extension PersonScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if let entries = entryBindings(context) { return entries }
        let reading = localized("正在读取", "still being read")
        let gone = row?.service.absence
        let noPairing = localized("先按 Tab 到“帮扶的户”栏选一条", "choose one under Households (Tab) first")
        let ended = pairing?.isActive == false ? localized("这条结对已经结束", "this pairing has ended") : nil
        let (own, tab, id, posts) = (paneBindings(context), stepping(), id, card?.posts ?? [])
        let pair = Binding<Self>(.add, .pair, on: row, orElse: reading, unavailable: gone) {
            [.form(.pair($0, context))]
        }
        let handOver = Binding<Self>(
            .handOver, on: row, orElse: reading,
            unavailable: isHelping ? nil : localized("没有在帮扶的户", "helps no household")
        ) { _ in [.open(.handOver(id))] }
        return (gone == nil ? [pair, handOver] : [handOver, pair]) + [
            Binding(.end, .endPairing, on: pairing, orElse: noPairing, unavailable: ended) {
                [.form(.end($0.parties(nil, ""), context))]
            },
            Binding(.datedChange, on: row, orElse: reading) { [.menu(.datedChanges(of: $0, posts: posts, context))] },
        ] + own[.open] + [reveal(row == nil ? reading : nil, context), tab.next] + own.without(own[.open]) + [
            tab.previous, Binding(.edit, on: row, orElse: reading) { [.form(.edit($0))] },
            Binding(.record, unavailable: row == nil ? reading : nil) { [.record($0.draft(context))] },
        ] + visits
    }

    private func reveal(_ reading: String?, _ context: Context) -> Binding<Self> {
        let noPhone = row?.person.phone.isEmpty ?? true ? localized("没有登记电话", "no phone number entered") : nil
        let refusal = context.permission.refusal(.telephones, at: row?.person.organization)?.text
        return Binding(.reveal, isPhoneOpen ? .maskPhone : nil, unavailable: reading ?? noPhone ?? refusal) { screen in
            screen.isPhoneOpen.toggle()
            return []
        }
    }

    /// The figure of a committee member.
    private var visits: [Binding<Self>] {
        guard let person = row?.person, person.isCommitteeMember else { return [] }
        let figure = Figure(.visits, of: .person(id, name: person.name))
        return [Binding(.figures, .visits) { _ in [.open(.figure(figure))] }]
    }
}

// MARK: - Printing

extension PersonScreen {
    /// The list of those who are helped, where there are any, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let row else { return Printout() }
        let list = printed(of: row.person.name, scope: Scope(row.person.organization), context)
        return Printout((row.households > 0 ? [Printout.pairings(of: row, context)] : []) + [list].compactMap(\.self))
    }
}
