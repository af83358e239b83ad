import PartyWork

extension Form {
    /// The form to say that a person has left.
    ///
    /// - Parameter handingOver: whether the person helps households; saving then leads to handing them over.
    static func leave(_ person: Person, handingOver: Bool, _ context: Context) -> Form {
        let fields = [
            Field(.personName, .fixed, value: person.name),
            Field(
                .leftOn, .day, value: person.leftOn?.description ?? "",
                hint: localized("第一天不再在岗", "first day no longer serving"),
                proposing: context.proposedDay),
            Field(
                .leftReason, .text, value: person.leftReason,
                hint: localized("如 调离、退休、去世", "such as transferred, retired, died")),
        ]
        let rule =
            handingOver
            ? localized("有在帮扶的户；保存后接着移交给接替人", "Helps households: after saving they are handed over")
            : localized("离开日起不再计为在岗", "Not serving from that day")
        let next = handingOver ? Place.handOver(person.id) : nil
        var title: String {
            localized("标记离开：\(person.name)（\(person.id)）", "Left: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: rule, fields: fields, next: next) { cells, _ throws(RecordFaults) in
            let after = try person.setting(cells)
            if after.leftOn == nil { throw RecordFaults([FieldFault(.leftOn, .missing)]) }
            return .correct(from: AnyRecord(person), to: AnyRecord(after))
        }.starting(at: .leftOn)
    }

    /// The form to say since when a person serves; one who had left comes back by emptying 离开日期.
    static func join(_ person: Person, _ context: Context) -> Form {
        let fields = [
            Field(.personName, .fixed, value: person.name),
            Field(
                .arrivedOn, .day, value: person.arrivedOn?.description ?? "",
                hint: localized("第一天在岗", "first day of serving"),
                proposing: context.proposedDay),
            Field(
                .leftOn, .day, value: person.leftOn?.description ?? "", hint: localized("仍在岗留空", "empty while serving")),
        ]
        var title: String {
            localized("标记到岗：\(person.name)（\(person.id)）", "Arrived: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: localized("到岗日起计为在岗", "Serving from that day"), fields: fields) {
            cells, _ throws(RecordFaults) in
            .correct(from: AnyRecord(person), to: AnyRecord(try person.setting(cells)))
        }.starting(at: .arrivedOn)
    }

    /// The form to exempt a member from being paired, or to take that back.
    static func exempt(_ person: Person) -> Form {
        let fields = [
            Field(.personName, .fixed, value: person.name),
            Field(.exemption, .text, value: person.exemption, hint: localized("留空即不免", "empty for not exempt")),
        ]
        let rule = localized(
            "写明原因（如年老、患病、外出）的党员不计入党员覆盖率", "Members with a reason (old, ill, away) are out of the members' coverage")
        var title: String {
            localized("免结对：\(person.name)（\(person.id)）", "Exempt: \(person.name) (\(person.id))")
        }
        return Form(title: title, rule: rule, fields: fields) { cells, _ throws(RecordFaults) in
            .correct(from: AnyRecord(person), to: AnyRecord(try person.setting(cells)))
        }
    }

    /// The form to correct what is known of a person.
    static func edit(_ row: PersonRow) -> Form {
        let person = row.person
        func field(_ column: PartyWork.Column, _ kind: Field.Kind, hint: String = "") -> Field {
            Field(column, kind, value: person.text(column), hint: hint)
        }
        let organization = Candidate(key: person.organization.digits, name: row.registeredAt)
        let villages = person.assignedVillages.map { Candidate(key: $0.digits, name: "") }
        let fields = [
            field(.personID, .fixed), field(.personName, .text),
            Field(
                .organization, .pick(.anyOrganization, several: false), label: localized("组织", "Organization"),
                chosen: [organization]),
            field(.category, .words(PersonCategory.choices)), field(.post, .text),
            field(.committee, .words(YesNo.choices)),
            Field(
                .assignedVillages, .pick(.villages, several: true), chosen: villages,
                hint: localized("可多村", "several may be chosen")),
            field(.arrivedOn, .day), field(.leftOn, .day, hint: localized("在岗留空", "empty while serving")),
            field(.leftReason, .text),
            field(.exemption, .text, hint: localized("不免留空", "empty for not exempt")), field(.phone, .text),
        ]
        return Form(
            title: localized("修改人员：\(person.name)（\(person.id)）", "Edit person: \(person.name) (\(person.id))"),
            fields: fields
        ) { cells, _ throws(RecordFaults) in
            .correct(from: AnyRecord(person), to: AnyRecord(try person.setting(cells)))
        }
    }
}
