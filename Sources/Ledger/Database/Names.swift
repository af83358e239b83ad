import PartyWork

// GRDB has types of these names too; in this module they mean the domain's.

typealias Column = PartyWork.Column
