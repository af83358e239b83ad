import TerminalUI

/// What the preview beside a list shows: a glance that is complete, while the next one waits for what it asks.
///
/// The row is drawn at once and the preview once the keys rest, so that a held key costs rows only (LOOK, bytes 5).
struct GlancePane: Sendable {
    /// The glance as it was made from the row, by which it is known whether another is owed.
    private var made: (any Glance)?
    private var shown: (any Glance)?
    private var coming: (any Glance)?
    private var page: GlancePage?

    /// Whether it shows another row than the one under the cursor, or none where there is one.
    func owes(_ glance: (any Glance)?) -> Bool {
        switch (made, glance) {
        case (nil, nil): false
        case (nil, _?), (_?, nil): true
        case (let made?, let glance?): !made.isSame(as: glance)
        }
    }

    /// Goes on to the row under the cursor; what it shows stays until the next is complete.
    mutating func show(_ glance: (any Glance)?, _ context: Context) {
        let known = glance.map { $0.completed(by: coming ?? shown, context) }
        (made, coming) = (glance, known)
        if let known { turn(known, context) } else { (shown, page) = (nil, nil) }
    }

    /// What must be asked for it, none of which keeps the screen waiting.
    func needs(_ context: Context) -> [Need<GlancePane>] {
        (coming ?? shown).map { $0.lifted(context) } ?? []
    }

    fileprivate mutating func take<Kind: Glance>(_ change: (inout Kind) -> Void, _ context: Context) {
        guard var glance = (coming ?? shown) as? Kind else { return }
        change(&glance)
        if coming != nil { coming = glance } else { shown = glance }
        turn(glance, context)
    }

    /// Shows a glance as soon as it has all it asks.
    private mutating func turn(_ glance: any Glance, _ context: Context) {
        guard let page = glance.page(context) else { return }
        (shown, coming, self.page) = (glance, nil, page)
    }

    func draw(on frame: inout Frame, hasKeys: Bool = true, _ context: Context) {
        (hasKeys ? page : page?.withoutKeys)?.draw(on: &frame, context)
    }
}

extension Glance {
    /// The glance with the answers of another one, where that asks the same.
    fileprivate func completed(by other: (any Glance)?, _ context: Context) -> Self {
        guard let other = other as? Self, needs(context).queries() == other.needs(context).queries() else {
            return self
        }
        var glance = self
        glance.takeAnswers(of: other)
        return glance
    }

    fileprivate func lifted(_ context: Context) -> [Need<GlancePane>] {
        needs(context).map { need in
            need.lifted { pane, take in pane.take({ (glance: inout Self) in take(&glance) }, context) }.later
        }
    }
}
