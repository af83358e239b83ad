import PartyWork

/// Forms for what repeats: a member who moves, posts from and until.
extension Form {
    /// The form to move a member to another branch or group.
    static func move(_ person: Person, _ posts: [PostRow], _ context: Context) -> Form {
        let since = PostRules.memberSince(person, posts.map(\.post).filter { $0.kind == .membership })
        let fields = [
            Field(.personName, .fixed, value: person.name),
            Field(
                .endedOn, .day, label: localized("转入日期", "Moved on"),
                hint: localized("新支部的第一天", "first day in the new branch"),
                proposing: context.proposedDay),
            Field(
                .organization, .pick(.anyOrganization, several: false), label: localized("转到", "Moves to"),
                hint: localized("支部或党小组，必填", "branch or group, required")),
            Field(
                .startedOn, .day, label: localized("在原支部自", "There since"), value: since?.description ?? "",
                hint: localized("必填，不清楚可填登记的日期", "required; if unknown, the day of entry")),
        ]
        return Form(
            title: localized(
                "转到别的支部：\(person.name)（\(person.id)）", "Move to another branch: \(person.name) (\(person.id))"),
            rule: localized(
                "原支部的党员关系连同起止日期记入任职；转移以前各日的数字仍算原支部的",
                "The former membership is kept with its days among the posts; figures of days before stay with the former branch"
            ),
            fields: fields
        ) { cells, _ throws(RecordFaults) in
            let branch = cells[.organization] ?? ""
            if branch.isEmpty { throw RecordFaults([FieldFault(.organization, .missing)]) }
            return .move(
                person, to: Code(branch), on: try CellRules.required(.endedOn, in: cells),
                since: try CellRules.required(.startedOn, in: cells))
        }.dated(by: .endedOn).starting(at: .endedOn)
    }

    /// The form for a post that a person takes up.
    static func appoint(_ row: PersonRow, _ context: Context) -> Form {
        let person = row.person
        let organization = Candidate(key: person.organization.digits, name: row.registeredAt)
        let fields = [
            Field(
                .personID, .fixed, label: localized("姓名", "Name"),
                chosen: [Candidate(key: person.id.text, name: person.name)]),
            Field(
                .startedOn, .day, hint: localized("任职的第一天", "first day in the post"),
                proposing: context.proposedDay),
            Field(
                .post, .words(PostKind.choices.filter { $0 != PostKind.membership.rawValue }),
                hint: localized("必填", "required")),
            Field(
                .organization, .pick(.anyOrganization, several: false), label: localized("在", "At"),
                chosen: [organization]),
            Field(.endedOn, .day, hint: localized("在任留空", "empty while held")),
            Field(.source, .text, hint: localized("如 致富能人、退伍军人，可不填", "such as veteran, optional")),
            Field(.note, .text, hint: localized("“其他”请写明职务", "for other: say which post")),
        ]
        var title: String {
            localized("任职：\(person.name)（\(person.id)）", "Post: \(person.name) (\(person.id))")
        }
        return Form(
            title: title, rule: localized("任职有起止日期，卸任后记录保留", "Posts have a first and a last day and stay on record"),
            fields: fields
        ) { cells, _ throws(RecordFaults) in
            .add(try AnyRecord.read(.posts, from: cells.merging([.personID: person.id.text]) { $1 }))
        }.dated(by: .startedOn).starting(at: .startedOn)
    }

    /// The form to say that a post is held no longer, or to correct its days, source and note.
    static func dismiss(_ row: PostRow, _ context: Context) -> Form {
        let post = row.post
        let fields = [
            Field(
                .post, .fixed,
                value: localized(
                    "\(row.organizationName) \(row.title)，自 \(post.startedOn) 起",
                    "\(row.organizationName) \(row.title), since \(post.startedOn)")),
            Field(
                .endedOn, .day, value: post.endedOn?.description ?? "",
                hint: localized("第一天不再任职；在任留空", "first day out of the post; empty while held"),
                proposing: context.proposedDay),
            Field(
                .source, .text, value: post.text(.source), hint: localized("如 致富能人，可不填", "such as veteran, optional")),
            Field(.note, .text, value: post.note, hint: localized("可不填", "optional")),
        ]
        var word: String {
            post.endedOn == nil ? localized("卸任", "Give up the post") : localized("修改任职", "Edit the post")
        }
        return Form(
            title: localized("\(word)：\(row.title)", "\(word): \(row.title)"),
            rule: localized("卸任后记录保留", "The record stays"), fields: fields
        ) { cells, _ throws(RecordFaults) in
            .correct(from: AnyRecord(post), to: AnyRecord(try post.setting(cells.filter { $0.key != .post })))
        }.starting(at: .endedOn)
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
