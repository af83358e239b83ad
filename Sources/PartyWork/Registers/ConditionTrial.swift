/// What a condition comes to on the entries there are.
package enum ConditionTrial: Sendable, Hashable {
    /// So many fulfil it of all.
    case counted(fitting: Int, of: Int)
    /// Those of a restricted register are not shown to who asks.
    case hidden
}

/// An entry by what it is called.
package struct EntryName: Sendable, Hashable {
    package let register: String
    package let number: String
    package let name: String
    /// What it is about, by name.
    package let about: String
    package let place: Code

    package init(register: String, number: String, name: String, about: String, place: Code) {
        self.register = register
        self.number = number
        self.name = name
        self.about = about
        self.place = place
    }
}

extension Condition {
    /// Why a text cannot be read against a register; nil where it can.
    package static func fault(_ text: String, of register: RegisterDefinition) -> ConditionFault? {
        do throws(ConditionFault) {
            _ = try Condition(text, of: register)
            return nil
        } catch {
            return error
        }
    }

    /// A text read against a register; nil where it cannot be read.
    package static func readable(_ text: String, of register: RegisterDefinition) -> Condition? {
        try? Condition(text, of: register)
    }
}
