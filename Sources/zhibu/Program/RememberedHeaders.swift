import Ledger
import PartyWork

extension Ledger {
    /// The tables that a file can be taken for, those of the registers' entries among them.
    var importedTables: [TableSchema] {
        get throws { try tables + registers().registers.map(\.table) }
    }
}

/// How officers corrected the reading of headers before: `$XDG_CONFIG_HOME/zhibu/columns`, a text that can be read and mended.
enum RememberedHeaders {
    private static let file = ConfigurationFile("columns")

    /// What is kept; none where there is no file yet.
    ///
    /// - Throws: a `Failure` where the file cannot be read.
    static func kept(of tables: [TableSchema]) throws(Failure) -> HeaderMappings {
        do throws(ConfigurationFile.Unusable) {
            return HeaderMappings(text: try file.text(), of: tables)
        } catch {
            throw Failure(.fault, sentence(error, localized("读不出来", "cannot be read")))
        }
    }

    /// The names kept, or none where the file cannot be read, which is said: the files are read as without it.
    static func keptOrTold(of tables: [TableSchema]) -> HeaderMappings {
        do throws(Failure) {
            return try kept(of: tables)
        } catch {
            StandardStream.error.tell(localized("zhibu：\(error.message ?? "")\n", "zhibu: \(error.message ?? "")\n"))
            return HeaderMappings()
        }
    }

    /// Keeps what an order says of headers beside what was said before.
    ///
    /// - Throws: a `Failure` where the disk takes it not.
    static func keep(_ order: ImportOrder, understood sources: [ImportSource], of tables: [TableSchema]) throws(Failure)
    {
        if order.corrections.isEmpty, order.forgotten.isEmpty { return }
        do throws(ConfigurationFile.Unusable) {
            var mappings = HeaderMappings(text: try file.text(), of: tables)
            mappings.keep(order, understood: sources)
            try file.replace(with: heading + mappings.text)
        } catch {
            throw Failure(.fault, sentence(error, localized("没有记住", "was not remembered")))
        }
    }

    private static let heading = "# zhibu：表头以前怎样改认；一行一列，“-”是不导入，删掉一段就忘了那种表\n\n"

    private static func sentence(_ reason: ConfigurationFile.Unusable, _ what: String) -> String {
        let place = localized("\(reason.path.safe)：\(reason.reason)", "\(reason.path.safe): \(reason.reason)")
        return localized("表头的认法\(what)（\(place)）", "How columns are understood \(what) (\(place))")
    }
}
