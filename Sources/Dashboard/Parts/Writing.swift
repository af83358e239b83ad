import PartyWork
import TerminalUI

/// How a text typed into a field is read.
package enum Writing: FieldEntry {
    case text
    /// A name that was guessed, which another one typed replaces.
    case guess
    /// A day as officers write it; one that may be still to come, as a due day, is not the last one where the year is left out.
    case day(isPlanned: Bool = false)
    case number
    /// The code of an organization, filled in as far as its township goes.
    case code
    /// One of some words, in the language spoken; any other text stays as it is.
    case word([String])
    /// A condition over the entries of a register.
    case condition(ConditionCheck)
    /// Several names, which files part by `;` and officers also by 、 or commas; known ones that hold such a sign stay whole.
    case items(known: [String])

    package func kept(_ typed: String, _ context: Context) -> String {
        let typed = CellRules.trimmed(typed)
        return switch self {
        case .text, .guess, .code, .condition: typed
        case .day(let isPlanned): Day(entered: typed, today: context.today, isPlanned: isPlanned)?.description ?? typed
        case .number: typed.map { $0.wholeNumberValue.map(String.init) ?? String($0) }.joined()
        case .word(let words): words.first { ClosedWord.title(of: $0) == typed.lowercased() } ?? typed
        case .items(let known): Writing.items(typed, known)
        }
    }

    package func shown(_ kept: String) -> String {
        if case .word(let words) = self, words.contains(kept) { ClosedWord.title(of: kept) } else { kept }
    }

    package func reading(of typed: String, _ context: Context) -> String? {
        switch self {
        case .day(let isPlanned): Day.reading(of: typed, today: context.today, isPlanned: isPlanned)
        case .condition(let check): check.sentence(of: typed)
        case .items(let known):
            typed.contains(where: Writing.pauses.contains) && Writing.items(typed, known) != typed
                ? "= \(Writing.items(typed, known))" : nil
        case .text, .guess, .number, .code, .word: nil
        }
    }

    package func fault(in typed: String, _ context: Context) -> String? {
        if case .condition(let check) = self { check.fault(in: typed)?.text } else { nil }
    }

    package var beginning: FieldBeginning {
        switch self {
        case .day, .number, .guess: .isReplaced
        case .code: .isCompleted
        case .text, .word, .condition, .items: .stays
        }
    }

    private static let pauses: [Character] = ["、", "，", ","]

    /// Names as files part them; what is parted as files do stays as it is.
    private static func items(_ typed: String, _ known: [String]) -> String {
        if typed.contains(where: { ";；".contains($0) }) || known.contains(where: typed.contains) { return typed }
        return typed.split(whereSeparator: pauses.contains).map { CellRules.trimmed(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: ";")
    }

    /// The names among some that hold a sign at which typed ones are parted.
    package static func unparted(_ names: [String]) -> [String] {
        names.filter { $0.contains(where: pauses.contains) }
    }
}
