/// What a condition comes to on the entries there are.
package struct ConditionTrial: Sendable, Hashable {
    /// How many fulfil it.
    package let fitting: Int
    package let all: Int

    package init(fitting: Int, all: Int) {
        self.fitting = fitting
        self.all = all
    }
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
