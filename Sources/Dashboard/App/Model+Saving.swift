import PartyWork

extension Model {
    /// Shows what the act of the form in sight would change, or why it would be refused.
    mutating func preview(_ act: Act, _ outcome: Result<Rehearsal, Refusal>) -> [Effect] {
        guard case .form(var form)? = overlays.last, form.isSaving, form.purpose.attempt == act else { return [] }
        switch outcome {
        case .failure(let refusal): return refuse(act, refusal)
        case .success(let rehearsal):
            form.isSaving = false
            overlays[overlays.count - 1] = .form(form)
            overlays.append(.confirm(.preview(of: act, rehearsal, form.title)))
            return []
        }
    }

    /// Does what was previewed; the form below stays until it is saved.
    mutating func commit(_ act: Act) -> [Effect] {
        if case .form(var form)? = overlays.last {
            form.isSaving = true
            overlays[overlays.count - 1] = .form(form)
        }
        return [.perform(act)]
    }

    /// Saves what the form in sight says, or asks first where the same may be there already.
    mutating func save(_ act: Act, beside twins: [String]) -> [Effect] {
        guard case .form(var form)? = overlays.last, form.isSaving, form.purpose.attempt == act else { return [] }
        if twins.isEmpty { return [.perform(act)] }
        form.isSaving = false
        overlays[overlays.count - 1] = .form(form)
        overlays.append(.confirm(.twins(twins, of: act, form.title)))
        return []
    }
}
