// Activities that count, and those still to be held.

extension Figure.Kind {
    /// The visits of one committee member.
    package static let visits = Figure.Kind(
        "visits", Requirement.visits.title, rule: .method(.visits), asks: .person,
        measure: .asked { $0.asked(.visits) }, columns: activityColumns
    ) { asked in FigureRow.held(try asked.visits(), .researchVisit, of: asked.asked(.visits), asOf: asked.asOf) }

    /// The visits that branches received; no number is asked for.
    package static let visitsReceived = Figure.Kind(
        "visitsReceived", localized("受访", "Visits received"), rule: .sentence { Definition.visitsReceived },
        measure: .count, columns: activityColumns
    ) { asked in FigureRow.held(try asked.counted(.researchVisit), .researchVisit, of: nil, asOf: asked.asOf) }

    /// The theme activities of branches; a number is asked of a village.
    package static let themeActivities = Figure.Kind(
        "themeActivities", Requirement.themeActivity.title, rule: .method(.themeActivity),
        measure: .asked { askedThemes($0) }, columns: activityColumns
    ) { asked in
        FigureRow.held(try asked.counted(.themeActivity), .themeActivity, of: askedThemes(asked), asOf: asked.asOf)
    }

    private static func askedThemes(_ asked: Figure.Inquiry) -> Int? {
        asked.isOfVillage ? asked.asked(.themeActivity) : nil
    }

    /// What counted in a month of a branch, and what it lacks; what was entered late is there, and lacks nothing.
    package static let month = Figure.Kind(
        "month", localized("月报", "Month"),
        rule: .sentence {
            localized(
                "当月计入的活动；缺＝没有的主题党日、待补的材料、月末无帮扶人的户和未结对的党员",
                "Activities counted in the month; lacking: the party day, papers, helpers of households, pairings")
        }, asks: .month, measure: .count, gap: localized("缺", "lacking"),
        columns: [
            FigureColumn("heldOn", localized("日期", "Date"), 10),
            FigureColumn("kind", localized("类型", "Kind"), 8, localized(12, 16)),
            FigureColumn("what", localized("内容", "What"), 16, 28, isWide: true),
            FigureColumn("evidence", localized("材料", "Papers"), localized(4, 8)),
        ]
    ) { asked in
        guard let month = try asked.month() else { return [] }
        let lacks = MonthLack.all(of: month).compactMap { FigureRow($0) }
        return lacks
            + month.activities.map { row in
                FigureRow(
                    .activity(row), .counted,
                    [
                        .day(row.activity.heldOn), .word(row.activity.kind.rawValue), .text(row.activity.title),
                        .word(row.activity.evidence.rawValue),
                    ])
            }
    }

    private static var activityColumns: [FigureColumn] {
        [
            FigureColumn("heldOn", localized("日期", "Date"), 10),
            FigureColumn("branch", localized("支部", "Branch"), 10, 14),
            FigureColumn("title", localized("主题", "Topic"), 16, 28, isWide: true),
            FigureColumn("evidence", localized("材料", "Papers"), 4),
        ]
    }
}

extension FigureRow {
    /// The activities that count, and a row for each of so many that is still to be held.
    fileprivate static func held(
        _ activities: [ActivityRow], _ kind: ActivityKind, of target: Int?, asOf day: Day
    ) -> [FigureRow] {
        let held = activities.map { row in
            FigureRow(
                .activity(row), .counted,
                [
                    .day(row.activity.heldOn), .text(row.organizationName), .text(row.activity.title),
                    .word(row.activity.evidence.rawValue),
                ])
        }
        guard let target, held.count < target else { return held }
        let state = Progress(done: held.count, ofYearly: target, asOf: day).state
        return held
            + (held.count + 1...target).map { number in
                FigureRow(
                    .wanted(kind, number), .missing, state: .init(state),
                    [.text(""), .text(""), .next(number), .text("")])
            }
    }

    fileprivate init?(_ lack: MonthLack) {
        guard let state = lack.state else { return nil }
        self.init(.lack(lack), .missing, state: state, [.text(lack.days), .kind(lack), .what(lack), .text("")])
    }
}
