import Papers
import PartyWork

/// What a screen has to print: its list as it is in sight, then the papers that belong to it.
package struct Printout: Sendable {
    var items: [Item]

    init(_ items: [Item] = []) { self.items = items }

    /// A list, papers, or the empty workbook for imports.
    struct Item: Sendable {
        /// What it is: `结对名单`.
        ///
        /// The file is called by it.
        let title: String
        /// What the file is about, where that is not the scope: `店子槽村`.
        let place: String
        /// How many rows, or whom it is about.
        let detail: String
        let work: Work

        enum Work: Sendable {
            /// Made when the officer has said where to, because laying out thousands of rows takes a moment.
            case list(@Sendable (Context) -> PrintedList)
            case papers(PaperRequest)
            /// Of a register where one is named, else of the ledger's own tables.
            case template(register: String?)
            case reminders(ReminderFile)
        }
    }

    /// The empty workbook that can be imported once filled in.
    static var template: Item {
        Item(
            title: localized("支部台账模板", "Import template"), place: "",
            detail: localized("空的，填好再导入", "empty, to be filled in and imported"),
            work: .template(register: nil))
    }

    /// The empty workbook for the entries of a register.
    static func template(ofRegister name: String) -> Item {
        Item(
            title: localized("\(name)空表", "\(name) empty sheet"), place: "",
            detail: localized("填好再导入，一次登记许多条", "to be filled in and imported: many entries at once"),
            work: .template(register: name))
    }

    /// The papers of a kind.
    ///
    /// - Parameter place: what they are about; empty for the scope.
    static func papers(_ request: PaperRequest, of place: String = "", _ detail: String = "") -> Item {
        Item(title: request.kind.title, place: place, detail: detail, work: .papers(request))
    }
}

// MARK: - The papers that belong to a row

extension Printout {
    /// The card of a household.
    static func card(of row: HouseholdRow, _ context: Context) -> Item {
        let household = row.household
        return papers(
            PaperRequest(.household, in: Scope(household.village), asOf: context.asOf, household: household.id),
            of: household.head, "\(household.head) \(household.id)")
    }

    /// The continuous lists of the scope: of pairings, and of households.
    static func rolls(_ context: Context) -> [Item] {
        [PaperKind.pairings, .households].map { kind in
            papers(
                PaperRequest(kind, in: context.scope, asOf: context.asOf),
                localized("连续的一份，可签字", "one continuous list, to be signed"))
        }
    }

    /// The list of a helper's households.
    static func pairings(of row: PersonRow, _ context: Context) -> Item {
        let person = row.person
        return papers(
            PaperRequest(.pairing, in: Scope(person.organization), asOf: context.asOf, helper: person.id),
            of: person.name, "\(person.name) \(person.id)")
    }

    /// The card of an entry.
    ///
    /// - Parameter isSeen: Whether the officer looks at a restricted register.
    static func card(of shown: ShownEntry, isSeen: Bool, _ context: Context) -> Item {
        let choice = EntryChoice(
            of: shown.entry.register.name, number: shown.entry.number, isRestrictedSeen: isSeen)
        return papers(
            PaperRequest(.entry, in: Scope(shown.row.place), asOf: context.asOf, entries: choice), of: shown.called,
            shown.entry.number)
    }

    /// The cards of the entries of a register and its public notice, of those that fulfil a condition.
    static func papers(ofRegister name: String, where condition: String, isSeen: Bool, _ context: Context) -> [Item] {
        let choice = EntryChoice(of: name, where: condition, isRestrictedSeen: isSeen)
        return [PaperKind.entry, .notice].map { kind in
            papers(PaperRequest(kind, in: context.scope, asOf: context.asOf, entries: choice), of: name, condition)
        }
    }

    /// The monthly and the yearly paper of a branch.
    static func papers(ofBranch code: Code, _ name: String, month: Month, _ context: Context) -> [Item] {
        let day = max(month.first, min(month.last, context.asOf))
        return [
            papers(PaperRequest(.month, in: Scope(code), asOf: day, month: month), of: name, "\(name) \(month.title)"),
            papers(
                PaperRequest(.year, in: Scope(code), asOf: context.asOf), of: name,
                "\(name) \(localized("\(context.asOf.year) 年", "\(context.asOf.year)"))"),
        ]
    }
}

extension Printout.Item {
    /// The formats that can hold it.
    var formats: [PaperFormat] {
        switch work {
        case .list: PaperFormat.allCases
        case .papers: PaperFormat.allCases.filter { $0 != .csv }
        case .template: [.xlsx]
        case .reminders: [.text]
        }
    }

    /// What tells its paper from those of other items; for a list its name, in the language spoken.
    var identity: String {
        switch work {
        case .list: return "list \u{1F}\(title)\u{1F}\(place)"
        case .papers(let request):
            let entries = request.entries.map { "\($0.register) \($0.number ?? "") \($0.condition)" }
            let subject = [request.helper?.text, request.household?.text, entries, "\(request.month)"]
                .compactMap(\.self)
            return "form \u{1F}\(request.kind.rawValue)\u{1F}\(request.scope.prefix)\u{1F}"
                + subject.joined(separator: " ")
        case .template(let register): return "template" + (register.map { " \u{1F}\($0)" } ?? "")
        case .reminders(let file): return "reminders \u{1F}\(file.ending)\u{1F}\(place)"
        }
    }

    /// Whether it can be had empty, to be filled in by hand.
    var canBeBlank: Bool { if case .papers = work { true } else { false } }

    var hasPersonalFields: Bool {
        if case .papers(let request) = work { request.kind.hasPersonalFields } else { false }
    }

    /// The name proposed for its file, without an ending: of a monthly paper with the month, else with the as-of date.
    func fileName(_ context: Context) -> String {
        let place = place.isEmpty ? context.scopeName : place
        return switch work {
        case .template: PrintJob.fileName([title])
        case .papers(let request) where request.kind == .month: PrintJob.fileName([place, title, "\(request.month)"])
        case .papers(let request): PrintJob.fileName([place, title, "\(request.asOf)"])
        case .list, .reminders: PrintJob.fileName([place, title, "\(context.asOf)"])
        }
    }
}

extension PrintJob {
    /// What is to be written, once the officer has said how and where; a list is laid out here.
    init(
        _ item: Printout.Item, _ format: PaperFormat, folder: String, name: String, isUnmasked: Bool, isBlank: Bool,
        _ context: Context
    ) {
        switch item.work {
        case .list(let make):
            content = .list(make(context))
            asOf = context.asOf
        case .papers(let request):
            content = .papers(request)
            asOf = request.asOf
        case .template(let register):
            content = .template(register: register)
            asOf = context.asOf
        case .reminders(let file):
            content = .reminders(file)
            asOf = context.asOf
        }
        // The proposed name is that of the filled paper, which shall stay beside the blank one.
        let name = isBlank && name == item.fileName(context) ? name + localized("-空白", "-blank") : name
        let ending = if case .reminders(let file) = item.work { ".\(file.ending)" } else { ".\(format.ending)" }
        self.format = format
        self.folder = folder
        self.name = name.lowercased().hasSuffix(ending) ? name : name + ending
        self.isUnmasked = isUnmasked && !isBlank
        self.isBlank = isBlank
    }
}
