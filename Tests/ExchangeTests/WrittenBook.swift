/// An .xlsx of one sheet by hand, its parts as they are.
enum WrittenBook {
    /// A row of texts; nothing for an empty one.
    static func row(_ line: Int, _ cells: [String]) -> String {
        let texts = cells.map { $0.isEmpty ? "<c/>" : "<c t=\"str\"><v>\($0)</v></c>" }
        return "<row r=\"\(line)\">\(texts.joined())</row>"
    }

    static func bytes(_ rows: String, behind: String, index: String) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ list: String) -> String { "<Relationships>\(list)</Relationships>" }
        func relation(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
        }
        let sheets = index.isEmpty ? "<sheets><sheet name=\"户\" r:id=\"rId1\"/></sheets>" : index
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;5123981&quot;000"/>\
            <numFmt numFmtId="165" formatCode="0&quot;人&quot;"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """
        return zip([
            ("_rels/.rels", relations(relation("a", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", "<workbook xmlns:r=\"\(office)\">\(sheets)</workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "sheet.xml") + relation("s", "styles", "styles.xml"))
            ),
            ("xl/styles.xml", styles),
            ("xl/sheet.xml", "<worksheet><sheetData>\(rows)</sheetData>\(behind)</worksheet>"),
        ])
    }

    /// A zip archive of parts that are not packed.
    static func zip(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var local: [UInt8] = []
        var central: [UInt8] = []
        for part in parts {
            let (name, data) = (Array(part.name.utf8), Array(part.text.utf8))
            // Version, flags, method, time, date, checksum, sizes, length of the name and of what is added.
            var common = little(10, 2) + little(0, 8)
            common += little(Int(checksum(data)), 4) + little(data.count, 4) + little(data.count, 4)
            common += little(name.count, 2) + little(0, 2)
            central += little(0x0201_4B50, 4) + little(10, 2) + common
            central += little(0, 10) + little(local.count, 4) + name
            local += little(0x0403_4B50, 4) + common + name + data
        }
        var end = little(0x0605_4B50, 4) + little(0, 4)
        end += little(parts.count, 2) + little(parts.count, 2)
        end += little(central.count, 4) + little(local.count, 4) + little(0, 2)
        return local + central + end
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (place * 8))) }
        return bytes
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
        }
        return ~sum
    }
}
