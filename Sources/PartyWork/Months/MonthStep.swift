/// A step on the way of a branch's month: reported, accepted, returned, reopened.
///
/// Steps follow each other and never change.
package struct MonthStep: Sendable, Hashable {
    package var organization: Code
    package var month: Month
    /// Counts the steps of the month from 1.
    package var position: Int
    package var step: Kind
    /// The day on the clock.
    package var takenOn: Day
    /// The officer's name.
    package var officer: String
    /// Why it was returned or reopened; empty for the others.
    package var reason: String
    /// What an acceptance signed; nil for the others.
    package var figures: MonthFigures?

    package init(
        organization: Code, month: Month, position: Int, step: Kind, takenOn: Day, officer: String, reason: String = "",
        figures: MonthFigures? = nil
    ) {
        self.organization = organization
        self.month = month
        self.position = position
        self.step = step
        self.takenOn = takenOn
        self.officer = officer
        self.reason = reason
        self.figures = figures
    }

    /// What is done with a month.
    package enum Kind: String, Word {
        /// The branch reports it.
        case submit = "上报"
        /// The township signs it: its figures are kept, and what counts in it is locked.
        case accept = "接收"
        /// The township gives it back.
        case giveBack = "退回"
        /// The township unlocks a signed month.
        case reopen = "重开"

        /// Whether a reason must be given.
        package var needsReason: Bool { self == .giveBack || self == .reopen }
    }
}

/// Where a branch's month stands.
package enum MonthState: String, Sendable, Hashable, CaseIterable {
    case open
    case submitted
    /// Signed: what counts in it is locked.
    case accepted
    case returned
    case reopened

    /// After the last step; nil for a month without one.
    package init(after step: MonthStep.Kind?) {
        switch step {
        case nil: self = .open
        case .submit: self = .submitted
        case .accept: self = .accepted
        case .giveBack: self = .returned
        case .reopen: self = .reopened
        }
    }

    /// The state as officers call it.
    package var title: String {
        switch self {
        case .open: localized("未上报", "not submitted")
        case .submitted: localized("已上报", "submitted")
        case .accepted: localized("已接收", "accepted")
        case .returned: localized("已退回", "returned")
        case .reopened: localized("已重开", "reopened")
        }
    }

    /// One character, to be read without colour; none before the first step.
    package var sign: String {
        switch self {
        case .open: ""
        case .submitted: localized("报", "S")
        case .accepted: localized("签", "A")
        case .returned: localized("退", "R")
        case .reopened: localized("重", "O")
        }
    }

    /// The steps that may follow.
    package var next: [MonthStep.Kind] {
        switch self {
        case .open, .returned, .reopened: [.submit]
        case .submitted: [.accept, .giveBack]
        case .accepted: [.reopen]
        }
    }
}

extension MonthStep: BuiltInRecord {
    package static let table = TableSchema(
        "monthSteps", "月报", english: "month step", "months", sql: "month_step", files: .none,
        [
            ColumnSchema(.organization, .key, .reference(.organization(.branch)), .value("organization")),
            ColumnSchema(.month, .key, .month, .value("month")),
            ColumnSchema(.position, .key, .number(1...99_999), .value("position")),
            ColumnSchema(.step, .required, .word(WordList(MonthStep.Kind.self)), .value("step")),
            ColumnSchema(.takenOn, .required, .day(isExact: true), .value("taken_on")),
            ColumnSchema(.officer, .optional, .text(), .value("officer")),
            ColumnSchema(.reason, .optional, .text(), .value("reason")),
        ] + MonthFigure.allCases.map { ColumnSchema($0.column, .optional, .number(0...99_999), .optional($0.sql)) }
    ) { _ in MonthStep.blank }
    package static var blank: MonthStep {
        MonthStep(organization: "", month: Month(.unset), position: 1, step: .submit, takenOn: .unset, officer: "")
    }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(organization.digits, month.description, String(position)) }

    package func text(_ column: Column) -> String {
        switch column {
        case .organization: organization.digits
        case .month: month.description
        case .position: String(position)
        case .step: step.rawValue
        case .takenOn: takenOn.description
        case .officer: officer
        case .reason: reason
        default: figure(column).flatMap { figure in figures.map { String($0[figure]) } } ?? ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .organization: organization = Code(cell)
        case .month:
            guard let month = Month(cell) else { throw .notAMonth(cell) }
            self.month = month
        case .position: position = try CellRules.number(cell, in: 1...99_999)
        case .step: step = try CellRules.word(cell) ?? step
        case .takenOn: takenOn = try CellRules.day(cell) ?? takenOn
        case .officer: officer = cell
        case .reason: reason = cell
        // All other columns are those of the figures.
        default:
            guard let figure = figure(column), !cell.isEmpty else { return }
            var figures = figures ?? MonthFigures()
            figures[figure] = try CellRules.number(cell, in: 0...99_999)
            self.figures = figures
        }
    }

    private func figure(_ column: Column) -> MonthFigure? { MonthFigure.allCases.first { $0.column == column } }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        step.needsReason && reason.isEmpty ? [FieldFault(.reason, .missing)] : []
    }

    package var references: [Reference] { [Reference(.organization, .organization(organization, .branch))] }
}

extension TableSchema {
    package static var monthSteps: TableSchema { MonthStep.table }
}
