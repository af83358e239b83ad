import PartyWork
import TerminalUI

// What saving a form would make of the figures, below its fields, on screens broad enough for previews.

extension Model {
    private var formInSight: Form<Filing>? { if case .form(let form)? = overlays.last { form } else { nil } }

    /// The acts of the form in sight that may move figures.
    private var weighable: [Act] {
        guard context.breadth != nil, !context.isPlain, !isBeginning, let form = formInSight, !form.isSaving else {
            return []
        }
        return form.acts(formContext).filter(\.movesFigures)
    }

    /// Whether the form in sight is to be weighed as soon as no key comes for a moment.
    var owesConsequence: Bool {
        guard let form = formInSight, !form.isSaving else { return false }
        let (acts, known) = (weighable, form.purpose.weighed)
        return acts != known?.acts ?? [] || known.map { $0.revision != revision } ?? false
    }

    /// Asks what the form in sight would make of the figures; where it would do nothing what was known is forgotten.
    mutating func weigh() -> [Effect] {
        guard owesConsequence, var form = formInSight else { return [] }
        let acts = weighable
        form.purpose.weighed = acts.isEmpty ? nil : (acts, revision, nil)
        overlays[overlays.count - 1] = .form(form)
        return acts.isEmpty ? [] : [.weigh(acts, context.scope, asOf: context.asOf)]
    }

    /// Learns what acts would make of the figures, where the form in sight still means them.
    mutating func learn(_ acts: [Act], _ consequence: Consequence) {
        guard var form = formInSight, let weighed = form.purpose.weighed, weighed.acts == acts else { return }
        form.purpose.weighed = (acts, weighed.revision, consequence)
        overlays[overlays.count - 1] = .form(form)
    }

    /// Draws below the fields of a form what saving it would make of the figures, as far as there is room.
    func drawConsequence(of form: Form<Filing>, on frame: inout Frame) {
        guard let weighed = form.purpose.weighed, let consequence = weighed.consequence,
            let row = form.freeRow(formContext), frame.size.rows - row > 3
        else { return }
        var part = Frame(Size(columns: frame.size.columns - 4, rows: frame.size.rows - row), textWidth: frame.textWidth)
        consequence.page(weighed.acts.compactMap { $0.standing(context) }.first).draw(on: &part, context)
        frame.blit(part, row: row, column: 2)
    }
}

extension Consequence {
    /// The figures that would be others, what would be refused, and how all of it is taken back.
    ///
    /// - Parameter standing: why what is saved counts nowhere yet; nil where it does.
    fileprivate func page(_ standing: String?) -> GlancePage {
        let figures: [GlancePage.Line] = after.changed(since: before).map { change in
            .cells([
                .init(text: change.name, width: 20), .init(text: change.title, width: localized(14, 22)),
                .init(text: change.was, width: 8, alignment: .right, element: .muted),
                .init(text: localized("变", "to"), width: 2, element: .muted), .init(text: change.value, width: 8),
            ])
        }
        let unmoved = GlancePage.Line.text(standing ?? localized("数字不变", "no figure moves"), .muted)
        let refused = refusals.map { GlancePage.Line.fact(localized("不能保存", "Refused"), $0.text, .refused) }
        let undo = GlancePage.Line.text(localized("保存以后 ^Z 一次撤销", "^Z takes it back at once"), .muted)
        return GlancePage(sections: [
            .init(
                title: localized("保存后", "Once saved"),
                lines: refused + (figures.isEmpty && refused.isEmpty ? [unmoved] : figures)
                    + (refused.isEmpty ? [undo] : []))
        ])
    }
}
