import PartyWork
import TerminalUI

extension Form<Filing> {
    /// The form to say that a person has left.
    ///
    /// - Parameter handingOver: whether the person helps households; saving then leads to handing them over.
    static func leave(_ person: Person, handingOver: Bool, _ context: Context) -> Form {
        let fields = [
            Field(.personName, in: person, .fixed),
            Field(
                .leftOn, in: person, hint: localized("第一天不再在岗", "first day no longer serving"),
                proposing: context.proposedDay
            ).required(),
            Field(.leftReason, in: person, hint: localized("如 调离、退休、去世", "such as transferred, retired, died")),
        ]
        let rule =
            handingOver
            ? localized("有在帮扶的户；保存后接着移交给接替人", "Helps households: after saving they are handed over")
            : localized("离开日起不再计为在岗", "Not serving from that day")
        let next = handingOver ? Route.handOver(person.id) : nil
        var title: String {
            localized("标记离开：\(person.name)（\(person.id)）", "Left: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: rule, fields: fields, next: next) { answers throws(FieldErrors) in
            let act = try Act.correct(person, answers)
            _ = try answers.filled(FieldKey(.leftOn))
            return act
        }.starting(at: .leftOn)
    }

    /// The form to say since when a person serves; one who had left comes back by emptying 离开日期.
    static func join(_ person: Person, _ context: Context) -> Form {
        let fields = [
            Field(.personName, in: person, .fixed),
            Field(
                .arrivedOn, in: person, hint: localized("第一天在岗", "first day of serving"),
                proposing: context.proposedDay),
            Field(.leftOn, in: person, hint: localized("仍在岗留空", "empty while serving")),
        ]
        var title: String {
            localized("标记到岗：\(person.name)（\(person.id)）", "Arrived: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: localized("到岗日起计为在岗", "Serving from that day"), fields: fields) {
            answers throws(FieldErrors) in try .correct(person, answers)
        }.starting(at: .arrivedOn)
    }

    /// The form to exempt a member from being paired, or to take that back.
    static func exempt(_ person: Person) -> Form {
        let fields = [
            Field(.personName, in: person, .fixed),
            Field(.exemption, in: person, hint: localized("留空即不免", "empty for not exempt")),
        ]
        let rule = localized(
            "写明原因（如年老、患病、外出）的党员不计入党员覆盖率", "Members with a reason (old, ill, away) are out of the members' coverage")
        var title: String {
            localized("免结对：\(person.name)（\(person.id)）", "Exempt: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: rule, fields: fields) { answers throws(FieldErrors) in
            try .correct(person, answers)
        }
    }

    /// The form to correct what is known of a person.
    static func edit(_ row: PersonRow) -> Form {
        let person = row.person
        return correct(
            person, labels: [.organization: localized("组织", "Organization")],
            hints: [
                .assignedVillages: localized("可多村", "several may be chosen"),
                .leftOn: localized("在岗留空", "empty while serving"),
                .exemption: localized("不免留空", "empty for not exempt"),
            ],
            names: [.organization: [Candidate(key: person.organization.digits, name: row.registeredAt)]],
            kinds: [.category: .words(PersonCategory.choices)],
            title: localized("修改人员：\(person.name)（\(person.id)）", "Edit person: \(person.name) (\(person.id))"))
    }
}
