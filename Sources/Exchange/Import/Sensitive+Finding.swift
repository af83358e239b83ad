import PartyWork

extension Sensitive {
    /// What a header gives away; nil if nothing.
    ///
    /// Columns of the contract and their synonyms are not asked about.
    static func named(by header: String) -> Sensitive? {
        allCases.first { kind in kind.words.contains { header.contains($0) } }
    }

    private var words: [String] {
        switch self {
        case .identity: ["身份证", "证件号", "身份号", "证件编号"]
        case .account: ["银行", "卡号", "账号", "帐号", "账户", "帐户", "一折通", "一卡通", "存折"]
        case .health: ["健康", "病", "残疾", "体检", "医疗"]
        }
    }

    /// What a cell gives away under a header that says nothing: an identity number by its check digit, behind a name too, a bank card by
    /// Luhn's.
    static func written(in cell: UnsafeBufferPointer<UInt8>) -> Sensitive? {
        guard cell.count >= 16 else { return nil }
        if holdsIdentityNumber(cell) { return .identity }
        return cell.count < 20 && cell.allSatisfy(isDigit) && isCardNumber(cell) ? .account : nil
    }

    /// Whether eighteen digits in a row, of which the last may be an X, are an identity number.
    private static func holdsIdentityNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var first = 0
        for end in 0...text.count where end == text.count || !isDigit(text[end]) {
            let isX = end < text.count && text[end] & 0xDF == 0x58 && end - first == 17
            let number = text[first..<(isX ? end + 1 : end)]
            if number.count == 18, isIdentityNumber(UnsafeBufferPointer(rebasing: number)) { return true }
            first = end + 1
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// GB 11643: seventeen digits, a date of birth among them, and a check digit modulo 11.
    private static func isIdentityNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(cell, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        let check = Array("10X98765432".utf8)[sum % 11]
        let month = Int(cell[10] - 0x30) * 10 + Int(cell[11] - 0x30)
        let century = Int(cell[6] - 0x30) * 10 + Int(cell[7] - 0x30)
        return (19...20).contains(century) && (1...12).contains(month) && cell[17] & 0xDF == check & 0xDF
    }

    /// Cards begin with 4, 5, 6 or 9 here, and end in the check digit of ISO/IEC 7812.
    private static func isCardNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first, [0x34, 0x35, 0x36, 0x39].contains(first)
        else { return false }
        var sum = 0
        for (place, byte) in cell.reversed().enumerated() {
            let digit = Int(byte - 0x30) * (place % 2 == 0 ? 1 : 2)
            sum += digit > 9 ? digit - 9 : digit
        }
        return sum % 10 == 0
    }
}

/// Looks at the columns whose headers say nothing, for personal data and for content without any name, so that the preview
/// can say what was left out (CONTRACT section 1, files).
struct ColumnWatch {
    private var watched: [(index: Int, name: String)]
    /// The columns among them that tell when something ended.
    private let undecided: Set<Int>
    /// What was found, each column once.
    private(set) var findings: [ImportNotice.Reason] = []

    init(_ header: Header) {
        watched = header.unknown
        guard header.isLenient, let table = header.table else {
            undecided = []
            return
        }
        undecided = Set(watched.filter { StateLine.isUndecided($0.name, in: table) }.map(\.index))
    }

    mutating func look(at row: borrowing some RecordRow & ~Copyable) {
        var found: Set<Int> = []
        for (index, name) in watched {
            let isUndecided = undecided.contains(index) && !row[index].isEmpty
            if isUndecided, !LooseCell.isNone(String(decoding: row[index], as: UTF8.self)) {
                findings.append(.undecided(name))
                found.insert(index)
                continue
            }
            guard let finding = ColumnWatch.finding(in: row[index], index, name) else { continue }
            findings.append(finding)
            found.insert(index)
        }
        if !found.isEmpty { watched.removeAll { found.contains($0.index) } }
    }

    private static func finding(
        in cell: UnsafeBufferPointer<UInt8>, _ index: Int, _ name: String
    ) -> ImportNotice.Reason? {
        if name.isEmpty { return cell.isEmpty ? nil : .namelessColumn(index + 1) }
        return Sensitive.written(in: cell).map { .containsSensitive(name, $0) }
    }
}
