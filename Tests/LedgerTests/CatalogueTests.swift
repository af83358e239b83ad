import PartyWork
import Testing

@testable import Ledger

@Suite("The tables of a ledger") struct CatalogueTests {
    private static let keys = TableSchema(
        "keys", "钥匙", english: "key", sql: "door_key",
        [
            ColumnSchema(Column("门号"), .key, .text(), .value("door")),
            ColumnSchema(Column("保管人"), .required, .reference(.person), .value("person")),
            ColumnSchema(Column("备用"), .optional, .word(WordList(YesNo.self)), .flag("is_spare")),
            ColumnSchema(
                Column("借过的人"), .optional, .list(of: .person), .list("door_key_user", owner: "door", item: "person")),
        ])

    @Test("are those of the program until one is made, which goes with the transaction that made it") func made() throws
    {
        let town = try Town()
        #expect(try town.ledger.tables == TableSchema.builtIn)
        #expect(throws: Refusal.nothingChanged) {
            try town.ledger.store.writing { db in
                try db.make(Self.keys)
                #expect(db.tables.last == Self.keys)
                throw Refusal.nothingChanged
            }
        }
        #expect(try town.ledger.tables == TableSchema.builtIn)
        try town.ledger.make(Self.keys)
        #expect(try town.ledger.tables == TableSchema.builtIn + [Self.keys])
        #expect(try town.ledger.check().problems == [])
    }

    @Test("are known by check as they are made; what other means change in them is told") func checked() throws {
        let town = try Town(.person("P"), .person("Q"))
        try town.ledger.make(Self.keys)
        let key = try AnyRecord.read(Self.keys, from: [Column("门号"): "1", Column("保管人"): "P", Column("借过的人"): "Q;P"])
        try town.perform(.add(key))
        #expect(try town.ledger.saved(Self.keys, key.key).record == key)
        #expect(try town.ledger.check().problems == [])
        try town.ledger.store.writing { try $0.execute("UPDATE door_key SET person = 'Q'; DROP INDEX door_key_person") }
        #expect(
            try town.ledger.check().problems == [
                "缺少索引“door_key_person”，被本程序以外的办法删去；请停止录入，用最近的备份恢复",
                "钥匙“1”与流水不符，被本程序以外的办法改过；请与备份核对",
            ])
    }
}
