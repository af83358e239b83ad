import PartyWork

// The columns of the list in sight, and what is kept of them under a name.

extension Model {
    /// What opens the columns of the list in sight, and takes their filters off.
    var arranging: [Binding<Model>] {
        guard let columns = top?.screen.columns, !columns.columns.isEmpty else { return [] }
        let open = Binding<Model>(.columns) { model in
            guard var visit = model.top else { return [] }
            visit.screen = visit.screen.ofColumns(model.views)
            model.replaceTop(visit)
            return []
        }
        return [open] + (columns.isNarrowed ? [Binding(.unfilter) { _ in [.arrange(.unfilter)] }] : [])
    }

    mutating func arrange(_ change: ColumnChange) {
        guard var visit = top else { return }
        _ = visit.screen.arrange(change)
        replaceTop(visit)
    }

    /// Shows a view, in the place of its own screen where that is in sight.
    mutating func open(_ view: KeptView) {
        guard let route = catalogue.route(view.route) else {
            notice = Notice(
                text: localized("视图“\(view.name)”的那一页已经没有了", "The screen of the view \(view.name) is there no more"),
                isWarning: true)
            return
        }
        let visit = Visit(route, view.kept)
        if top?.route == route { replaceTop(visit) } else { stacks[tab, default: []].append(visit) }
    }

    /// Keeps the screen in sight as a view.
    mutating func keepView(_ name: String) -> [Effect] {
        guard let visit = top, let screen = visit.screen.beneath else { return [] }
        let view = KeptView(name, of: screen.name(context), [visit.route.kind] + visit.route.words, screen.kept)
        return change(
            .keep(view), localized("已存视图“\(name)”：按 ^P 输入它的名字就打开", "Kept: ^P and the name \(name) open this view"))
    }

    mutating func forget(_ view: KeptView) -> [Effect] {
        change(.forget(view), localized("已删除视图“\(view.name)”", "Removed: the view \(view.name)"))
    }

    private mutating func change(_ change: ViewChange, _ text: String) -> [Effect] {
        know(views.changed(by: change))
        notice = Notice(text: text, isWarning: false)
        return [.changeViews(change)]
    }

    /// Takes the views that were kept.
    package mutating func know(_ views: [KeptView]) {
        self.views = views
        guard var visit = top else { return }
        visit.screen.show(views)
        replaceTop(visit)
    }
}
