import PartyWork
import TerminalUI

extension Facts {
    /// What is known of a person, the telephone number masked but where it is asked for.
    init(_ card: PersonCard, isPhoneOpen: Bool = false) {
        let (row, person) = (card.row, card.row.person)
        self.init([
            .init(localized("姓名", "Name"), person.name), .init(localized("人员编号", "Person no."), person.id.text),
            .init(localized("组织", "Organization"), row.organizationName),
            .init(localized("类别", "Category"), person.category.title),
            .init(localized("职务", "Post"), person.post),
            .init(localized("镇班子", "Committee"), ClosedWord.title(of: person.text(.committee))),
            .init(
                localized("状态", "State"), card.service, element: row.serves || !card.isHelping ? .text : .uncovered,
                isWide: true),
            .init(localized("结对", "Pairing"), card.coverage, element: row.isGap ? .uncovered : .text, isWide: true),
            .init(localized("电话", "Phone"), isPhoneOpen ? person.phone : person.maskedPhone, isWide: true),
        ])
    }
}

extension PersonCard {
    /// Whether there is a household to hand over.
    var isHelping: Bool { pairings.contains(where: \.isActive) }

    fileprivate var service: String {
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

    fileprivate var coverage: String {
        let helped =
            row.households == 0
            ? localized("没有结对的户", "no household")
            : localized("帮扶 \(row.households) 户", "helps \(plural(row.households, "household"))")
        if row.isGap { return localized("缺口：\(helped)", "gap: \(helped)") }
        return row.person.exemption.isEmpty
            ? helped : localized("\(helped)  免结对：\(row.person.exemption)", "\(helped); exempt: \(row.person.exemption)")
    }
}
