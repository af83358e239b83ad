/// Judges what checklists say of registers (REGISTERS section 5).
package enum ChecklistJudge {
    /// What definitions leave of a checklist that cannot be, told on the row that brought it about.
    package static func left(
        of checklist: Checklist, _ judge: DefinitionJudge
    ) -> [(fault: FieldFault, causes: [(id: DefinitionJudge.RowID, column: Column)])] {
        faults(checklist, judge).map { fault, causes in
            let named = fault.fault.told(of: checklist.said([checklist.id.text, checklist.name]))
            return (FieldFault(fault.column, named), causes)
        }
    }

    /// What is wrong with a checklist, each with the rows that may have brought it about.
    package static func faults(
        _ checklist: Checklist, _ judge: DefinitionJudge
    ) -> [(fault: FieldFault, causes: [(id: DefinitionJudge.RowID, column: Column)])] {
        var found: [(fault: FieldFault, causes: [(id: DefinitionJudge.RowID, column: Column)])] = []
        func note(_ column: Column, _ fault: Fault?, _ causes: [(id: DefinitionJudge.RowID, column: Column)]) {
            if let fault { found.append((FieldFault(column, fault), causes)) }
        }
        func register(_ name: String, _ column: Column) -> RegisterDefinition? {
            let id = DefinitionJudge.RowID(.registers, RecordKey(name))
            if judge.isBad(id) { return nil }
            if judge.book[name] == nil { note(column, .nowhere(name), [(id, .register)]) }
            return judge.book[name]
        }
        if let name = checklist.askedRegister, register(name, .subject) != nil {
            let causes = judge.causes(checklist.askedIf, of: name)
            note(.askedCondition, judge.conditionFault(checklist.askedIf, of: name), causes)
        }
        let name = checklist.countedRegister
        if !name.isEmpty, let counted = register(name, .countedRegister) {
            let id = DefinitionJudge.RowID(.registers, RecordKey(name))
            if !checklist.subject.counts(counted.subject, for: checklist.askedRegister) {
                note(.countedRegister, .register(.unfitRegister(name)), [(id, .subject)])
            }
            let causes = judge.causes(checklist.countedIf, of: name)
            note(.countedCondition, judge.conditionFault(checklist.countedIf, of: name), causes)
        }
        return found
    }
}
