import PartyWork

extension Menu {
    /// The dated changes of a person; leaving leads to handing over the households helped.
    static func datedChanges(of row: PersonRow, posts: [PostRow] = [], _ context: Context) -> Menu {
        let person = row.person
        let left =
            person.leftOn == nil
            ? localized("调离、退休、去世等；之后移交帮扶的户", "gone or died; then the households are handed over")
            : localized("改正离开日期和原因", "correct the day and the reason")
        return Menu(
            title: localized("标记 \(person.name)：选一项（数字键）", "Mark \(person.name): choose one (a digit)"),
            items: [
                Item(
                    localized("离开", "Left"), detail: left,
                    .form(.leave(person, handingOver: row.households > 0, context))),
                Item(
                    localized("免结对", "Exempt"), detail: localized("写明原因，或取消", "with a reason, or not any more"),
                    .form(.exempt(person))),
                Item(
                    localized("到岗", "Arrived"), detail: localized("转入或到岗的第一天", "first day of serving"),
                    .form(.join(person, context))),
            ] + moves(of: row, posts, context) + [joined(person.wrapped, near: person.organization)])
    }

    /// That a record stands there twice.
    static func joined(_ record: AnyRecord, near code: Code) -> Item {
        Item(
            localized("重复登记，合为一条", "Entered twice: make one"),
            detail: localized("结对、活动等都改记到留下的一条，这一条删去", "all goes to the record that stays, this one goes"),
            .form(.joined(record, near: code)))
    }

    /// The changes of branches and posts; a post that is held can be ended.
    private static func moves(of row: PersonRow, _ posts: [PostRow], _ context: Context) -> [Item] {
        let move = Item(
            localized("转到别的支部", "Move to another branch"),
            detail: localized("原党员关系记入任职", "the former membership is kept among the posts"),
            .form(.move(row.person, posts, context)))
        let held = posts.filter { $0.post.kind != .membership && $0.post.isHeld(on: context.asOf) }
        return (row.person.category.isPartyMember ? [move] : [])
            + [
                Item(
                    localized("任职", "Take a post"),
                    detail: localized("书记、村两委、后备干部等，有起止日期", "secretary, committee, reserve …, from and until"),
                    .form(.appoint(row, context)))
            ]
            + held.map { post in
                Item(
                    localized("卸任 \(post.title)", "Give up: \(post.title)"), detail: post.organizationName,
                    .form(.dismiss(post, context)))
            }
    }

    /// The dated changes that many households can go through at once.
    static func datedChanges(of rows: [HouseholdRow], _ context: Context) -> Menu {
        let kinds: [HouseholdEvent.Kind] = [.lifted, .returned, .closed]
        return Menu(
            title: localized(
                "已选的 \(rows.count) 户一起：选一项（数字键）", "\(rows.count) chosen households together: choose one (a digit)"),
            items: kinds.map { Item($0.title, detail: $0.explanation, .form(.happened($0, to: rows, context))) })
    }

    /// The dated changes that many people can go through at once.
    static func datedChanges(of rows: [PersonRow], _ context: Context) -> Menu {
        Menu(
            title: localized(
                "标记已选的 \(rows.count) 人：选一项（数字键）", "Mark \(rows.count) chosen people: choose one (a digit)"),
            items: [
                Item(
                    localized("离开", "Left"),
                    detail: localized(
                        "调离、退休、去世等；之后移交帮扶的户", "gone or died; then the households are handed over"),
                    .form(.leave(rows, context))),
                Item(
                    localized("免结对", "Exempt"), detail: localized("写明原因，或取消", "with a reason, or not any more"),
                    .form(.exempt(rows))),
                Item(
                    localized("转到别的支部或党小组", "Move to a branch or group"),
                    detail: localized("原党员关系记入任职", "the former membership is kept"), .form(.move(rows, context))),
            ])
    }

    /// The dated changes of many organizations or cooperatives.
    static func datedChanges(of records: [AnyRecord], _ context: Context) -> Menu {
        let items = DatedChange.all(of: records.first?.table ?? .organizations).map { change in
            Item(change.title, detail: change.rule, .form(.datedChange(records, change, context)))
        }
        return Menu(
            title: localized(
                "标记已选的 \(records.count) 行：选一项（数字键）", "Mark \(records.count) chosen rows: choose one (a digit)"),
            items: items)
    }

    /// The dated changes of an organization or a cooperative.
    static func datedChanges(of record: AnyRecord, _ context: Context) -> Menu {
        var items = DatedChange.all(of: record.table).map { change in
            Item(change.title, detail: change.rule, .form(.datedChange(record, change, context)))
        }
        if let village = record.record as? Organization, village.kind == .village {
            items.append(
                Item(
                    localized("撤并到别的村", "Merged into another village"),
                    detail: localized(
                        "党小组、人员、贫困户、合作社都转过去，以前的数字不变；先列出要动什么",
                        "groups, people, households, cooperatives go along, earlier figures stay; told first"),
                    .form(.absorbed(village, on: context.asOf))))
        }
        return Menu(
            title: localized(
                "标记 \(DatedChange.name(of: record))：选一项（数字键）",
                "Mark \(DatedChange.name(of: record)): choose one (a digit)"),
            items: items)
    }
}
