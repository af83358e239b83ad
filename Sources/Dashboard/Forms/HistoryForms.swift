import PartyWork

/// Forms for what repeats: a member who moves, posts from and until.
extension Form {
    /// The form to move a member to another branch or group.
    static func move(_ person: Person, _ posts: [PostRow], _ context: Context) -> Form {
        let since = PostRules.memberSince(person, posts.map(\.post).filter { $0.kind == .membership })
        let fields = [
            Field(.personName, .fixed, value: person.name),
            Field(.organization, .pick(.anyOrganization, several: false), label: "转到", hint: "支部或党小组，必填"),
            Field(.endedOn, .day, label: "转入日期", value: context.proposedDay.description, hint: "新支部的第一天"),
            Field(.startedOn, .day, label: "在原支部自", value: since?.description ?? "", hint: "必填，不清楚可填登记的日期"),
        ]
        return Form(
            title: "转到别的支部：\(person.name)（\(person.id)）", rule: "原支部的党员关系连同起止日期记入任职；各支部的数字按现在的组织编码计",
            fields: fields
        ) { cells, _ throws(RecordFaults) in
            let branch = cells[.organization] ?? ""
            if branch.isEmpty { throw RecordFaults([FieldFault(.organization, .missing)]) }
            return .move(
                person, to: Code(branch), on: try CellRules.required(.endedOn, in: cells),
                since: try CellRules.required(.startedOn, in: cells))
        }
    }

    /// The form for a post that a person takes up.
    static func appoint(_ row: PersonRow, _ context: Context) -> Form {
        let person = row.person
        let organization = Candidate(key: person.organization.digits, name: row.organizationName)
        let fields = [
            Field(.personID, .fixed, label: "姓名", chosen: [Candidate(key: person.id.text, name: person.name)]),
            Field(.post, .choice(PostKind.choices.filter { $0 != PostKind.membership.rawValue }), hint: "必填"),
            Field(.organization, .pick(.anyOrganization, several: false), label: "在", chosen: [organization]),
            Field(.startedOn, .day, value: context.proposedDay.description, hint: "任职的第一天"),
            Field(.endedOn, .day, hint: "在任留空"),
            Field(.source, .text, hint: "如 致富能人、退伍军人，可不填"),
            Field(.note, .text, hint: "“其他”请写明职务"),
        ]
        let title = "任职：\(person.name)（\(person.id)）"
        return Form(title: title, rule: "任职有起止日期，卸任后记录保留", fields: fields) { cells, _ throws(RecordFaults) in
            .add(try AnyRecord.read(.posts, from: cells.merging([.personID: person.id.text]) { $1 }))
        }
    }

    /// The form to say that a post is held no longer, or to correct its days, source and note.
    static func dismiss(_ row: PostRow, _ context: Context) -> Form {
        let post = row.post
        let fields = [
            Field(.post, .fixed, value: "\(row.organizationName) \(row.title)，自 \(post.startedOn) 起"),
            Field(.endedOn, .day, value: (post.endedOn ?? context.proposedDay).description, hint: "第一天不再任职；在任留空"),
            Field(.source, .text, value: post.text(.source), hint: "如 致富能人，可不填"),
            Field(.note, .text, value: post.note, hint: "可不填"),
        ]
        let word = post.endedOn == nil ? "卸任" : "修改任职"
        return Form(title: "\(word)：\(row.title)", rule: "卸任后记录保留", fields: fields) { cells, _ throws(RecordFaults) in
            .correct(from: .post(post), to: .post(try post.setting(cells.filter { $0.key != .post })))
        }
    }
}

extension CellRules {
    /// The day in a cell that must be filled.
    static func required(
        _ column: PartyWork.Column, in cells: [PartyWork.Column: String]
    ) throws(RecordFaults) -> Day {
        do throws(Fault) {
            guard let day = try day(cells[column] ?? "") else { throw .missing }
            return day
        } catch {
            throw RecordFaults([FieldFault(column, error)])
        }
    }
}
