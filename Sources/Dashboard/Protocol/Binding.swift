/// What a key does on a screen or in a pane, said once: which key, in which words, when it can be done and why not, and
/// what it leads to.
///
/// Footer, help, palette and KEYS.md are made of the screens' bindings.
struct Binding<Owner> {
    /// What is told of it.
    let offer: Offer
    /// What it does; asked only where it can be done.
    let perform: (inout Owner) -> [Command]

    /// A binding as it is told, with what it does.
    init(_ offer: Offer, perform: @escaping (inout Owner) -> [Command]) {
        self.offer = offer
        self.perform = perform
    }

    /// A binding of the keys of an action.
    ///
    /// - Parameters:
    ///   - meaning: what they mean here; nil for what the action means everywhere.
    ///   - target: what they lead to, by which the footer calls them.
    ///   - unavailable: why it cannot be done now; nil if it can.
    init(
        _ action: Action, _ meaning: Meaning? = nil, leadingTo target: String? = nil, unavailable: String? = nil,
        perform: @escaping (inout Owner) -> [Command]
    ) {
        self.init(Offer(action, meaning, leadingTo: target, unavailable: unavailable), perform: perform)
    }

    /// A binding that acts on something, such as the selected row, and cannot be done without.
    ///
    /// - Parameter nothing: why it cannot be done where there is nothing to act on.
    init<Value>(
        _ action: Action, _ meaning: Meaning? = nil, on value: Value?, orElse nothing: String,
        unavailable: String? = nil, perform: @escaping (Value) -> [Command]
    ) {
        self.init(action, meaning, unavailable: value == nil ? nothing : unavailable) { _ in value.map(perform) ?? [] }
    }

    /// What the binding does, with another meaning.
    func meaning(_ meaning: Meaning) -> Binding {
        Binding(offer.action, meaning, unavailable: offer.unavailable, perform: perform)
    }

    /// The binding of a part, as one of the whole.
    ///
    /// - Parameter part: lets what is given be done to the part. A closure: a generic key path is made anew for each binding at each key.
    func lifted<Whole>(_ part: @escaping (inout Whole, (inout Owner) -> [Command]) -> [Command]) -> Binding<Whole> {
        Binding<Whole>(offer) { whole in part(&whole, perform) }
    }
}

extension Array {
    /// The bindings of some actions, in the order in which these are named.
    subscript<Owner>(_ actions: Action...) -> [Binding<Owner>] where Element == Binding<Owner> {
        actions.flatMap { action in filter { $0.offer.action == action } }
    }

    /// The bindings whose actions are not among others.
    func without<Owner>(_ others: [Binding<Owner>]) -> [Binding<Owner>] where Element == Binding<Owner> {
        filter { binding in !others.contains { $0.offer.action == binding.offer.action } }
    }
}
