extension Person {
    /// The telephone number as screens show it unless it is opened: `138****0001`; of a short one only the last two signs.
    package var maskedPhone: String { Person.masked(phone) }

    /// Any telephone number so.
    package static func masked(_ phone: String) -> String {
        let signs = Array(phone)
        let (head, tail) = signs.count >= 11 ? (3, 4) : (0, min(2, signs.count / 2))
        let hidden = signs.count - head - tail
        return String(signs.prefix(head)) + String(repeating: "*", count: hidden) + String(signs.suffix(tail))
    }
}
