/// The rules for what officers may call a register, a field, a state or a figure (REGISTERS section 2).
package enum RegisterName {
    /// What is named.
    package enum Kind: Sendable, Hashable {
        case register, field, state, figure
    }

    /// What is wrong with a trimmed name of up to 20 code points; nil if nothing.
    package static func fault(in name: String, of kind: Kind) -> RegisterFault? {
        if let sign = name.unicodeScalars.first(where: { signs.contains($0) }) { return .signInName(String(sign)) }
        if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return .onlyDigits }
        if name.utf8.first == UInt8(ascii: "-") { return .leadingHyphen }
        if personal.contains(where: { name.contains(exactly: $0) }) { return .personalName }
        switch kind {
        case .register where registers.contains(where: name.hasSameCodePoints),
            .field where fields.contains(where: name.hasSameCodePoints):
            return .takenName
        case .field where name.utf8.reversed().starts(with: "编号".utf8.reversed()): return .numberName
        case .register, .field, .state, .figure: return nil
        }
    }

    private static let signs = Set(";；|｜=＝≠<＜>＞≤≥!:：/[]\"".unicodeScalars)
    private static let personal = ["身份证", "证件号", "银行", "卡号", "账号", "帐号", "账户", "残疾"]
    private static let registers = [
        "乡镇", "支部", "村", "党小组", "人员", "贫困户", "合作社", "党员", "班子成员", "对象", "条目", "清单",
    ]
    private static let fields = ["状态", "登记日期", "注销日期", "注销原因", "本年"]
}

extension String {
    /// Whether a text stands in it, by code points.
    fileprivate func contains(exactly part: String) -> Bool {
        let (bytes, part) = (Array(utf8), Array(part.utf8))
        guard bytes.count >= part.count else { return false }
        return (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
    }
}
