import PartyWork

extension Model {
    /// What to remember; nil over an empty ledger, where there is nothing yet.
    package var memory: Memory? {
        if stacks[.overview]?.first?.route == .welcome { return nil }
        let screens = catalogue.tabs.flatMap { tab in
            (stacks[tab] ?? []).map { visit in
                Memory.Screen(tab: tab.word, route: [visit.route.kind] + visit.route.words, kept: visit.screen.kept)
            }
        }
        let isWhole = context.scope == context.fullScope
        let scope = Memory.ChosenScope(scope: context.scope, name: context.scopeName, fullName: fullScopeName)
        return Memory(
            tab: tab.word, scope: isWhole ? nil : scope, screens: screens, lastRegister: lastRegister,
            lastTitles: lastTitles)
    }

    /// Goes on where the last run ended; before `start`.
    ///
    /// Tabs and routes that there are no more are passed over.
    package mutating func restore(_ memory: Memory) {
        if top?.route == .welcome { return }
        Language.$current.withValue(language) { open(memory.screens) }
        lastRegister = memory.lastRegister
        lastTitles = memory.lastTitles
        if let last = catalogue.tab(memory.tab), stacks[last] != nil { tab = last }
        guard let scope = memory.scope else { return }
        context.scope = scope.scope
        context.scopeName = scope.name
        fullScopeName = scope.fullName
    }

    private mutating func open(_ screens: [Memory.Screen]) {
        var kept: [Tab: [Visit]] = [:]
        for screen in screens {
            guard let tab = catalogue.tab(screen.tab), let route = catalogue.route(screen.route) else { continue }
            kept[tab, default: []].append(Visit(route, screen.kept))
        }
        stacks.merge(kept) { $1 }
    }
}
