import PartyWork

// GRDB has types of these names too; in this module they mean the domain's.
typealias Table = PartyWork.Table
typealias Column = PartyWork.Column
