import PartyWork
import TerminalUI

/// Forms for what repeats: a member who moves, posts from and until.
extension Form<Filing> {
    /// The form to move a member to another branch or group.
    static func move(_ person: Person, _ posts: [PostRow], _ context: Context) -> Form {
        let since = PostRules.memberSince(person, posts.map(\.post).filter { $0.kind == .membership })
        let fields = [
            Field(.personName, in: person, .fixed),
            Field(
                .endedOn, of: .posts, label: localized("转入日期", "Moved on"),
                hint: localized("新支部的第一天", "first day in the new branch"),
                proposing: context.proposedDay
            ).required(),
            Field(
                .organization, of: .posts, label: localized("转到", "Moves to"),
                hint: localized("支部或党小组", "branch or group")),
            Field(
                .startedOn, of: .posts, label: localized("在原支部自", "There since"), value: since?.description ?? "",
                hint: localized("不清楚可填登记的日期", "if unknown, the day of entry")),
        ]
        return Form(
            title: localized(
                "转到别的支部：\(person.name)（\(person.id)）", "Move to another branch: \(person.name) (\(person.id))"),
            rule: localized(
                "原支部的党员关系连同起止日期记入任职；转移以前各日的数字仍算原支部的",
                "The former membership is kept with its days among the posts; figures of days before stay with the former branch"
            ),
            fields: fields
        ) { answers throws(FieldErrors) in
            .move(
                person, to: Code(try answers.filled(FieldKey(.organization))), on: try answers.day(.endedOn),
                since: try answers.day(.startedOn))
        }.dated(by: .endedOn).starting(at: .endedOn)
    }

    /// The form for a post that a person takes up.
    static func appoint(_ row: PersonRow, _ context: Context) -> Form {
        let person = row.person
        let organization = Candidate(key: person.organization.digits, name: row.registeredAt)
        let fields = [
            Field(fixed: person.name, label: localized("姓名", "Name"), key: FieldKey(.personID)),
            Field(
                .startedOn, of: .posts, hint: localized("任职的第一天", "first day in the post"),
                proposing: context.proposedDay),
            Field(
                .post, of: .posts, .words(PostKind.choices.filter { $0 != PostKind.membership.rawValue })),
            Field(.organization, of: .posts, label: localized("在", "At"), chosen: [organization]),
            Field(.endedOn, of: .posts, hint: localized("在任留空", "empty while held")),
            source(of: .blank, hint: localized("如 致富能人、退伍军人，可不填", "such as veteran, optional")),
            Field(.note, of: .posts, hint: localized("“其他”请写明职务", "for other: say which post")),
        ]
        var title: String { localized("任职：\(person.name)（\(person.id)）", "Post: \(person.name) (\(person.id))") }
        return Form(
            title: title, rule: localized("任职有起止日期，卸任后记录保留", "Posts have a first and a last day and stay on record"),
            fields: fields
        ) { answers throws(FieldErrors) in
            .add(try AnyRecord.read(.posts, from: answers, [.personID: person.id.text]))
        }.dated(by: .startedOn).starting(at: .startedOn)
    }

    /// The form to say that a post is held no longer, or to correct its days, source and note.
    static func dismiss(_ row: PostRow, _ context: Context) -> Form {
        let post = row.post
        let fields = [
            Field(
                fixed: localized(
                    "\(row.organizationName) \(row.title)，自 \(post.startedOn) 起",
                    "\(row.organizationName) \(row.title), since \(post.startedOn)"),
                label: PartyWork.Column.post.title),
            Field(
                .endedOn, in: post,
                hint: localized("第一天不再任职；在任留空", "first day out of the post; empty while held"),
                proposing: context.proposedDay),
            source(of: post, hint: localized("如 致富能人，可不填", "such as veteran, optional")),
            Field(.note, in: post, hint: localized("可不填", "optional")),
        ]
        var word: String {
            post.endedOn == nil ? localized("卸任", "Give up the post") : localized("修改任职", "Edit the post")
        }
        return Form(
            title: localized("\(word)：\(row.title)", "\(word): \(row.title)"),
            rule: localized("卸任后记录保留", "The record stays"), fields: fields
        ) { answers throws(FieldErrors) in
            try .correct(post, answers)
        }.starting(at: .endedOn)
    }

    /// The field of where the holder of a post comes from: the word is typed, because there are more than have room.
    private static func source(of post: Post, hint: String) -> Field {
        Field(.source, in: post, .typed(.word(PostSource.choices)), hint: hint)
    }
}
