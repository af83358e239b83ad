import PartyWork

/// What is done to the arguments before they are parsed.
enum Arguments {
    /// Where the ledger is, if the arguments ask for the dashboard and say nothing else; nil for all that needs parsing.
    static func onlyPlace(_ arguments: [String]) -> LedgerOptions? {
        var place = LedgerOptions()
        (place.database, place.insecure) = (nil, false)
        switch leadingOption(arguments) {
        case 0 where arguments.isEmpty: break
        case 1 where arguments.count == 1: place.database = String(arguments[0].dropFirst("--database=".count))
        case 2 where arguments.count == 2 && !arguments[1].hasPrefix("-"): place.database = arguments[1]
        default: return nil
        }
        return place
    }

    /// What `--language` says, which help and errors of the parser already speak; nil where it is not given.
    static func language(_ arguments: [String]) -> String? {
        let own = arguments.prefix { $0 != "--" }
        if let option = own.first(where: { $0.hasPrefix("--language=") }) {
            return String(option.dropFirst("--language=".count))
        }
        return own.firstIndex(of: "--language").flatMap { $0 + 1 < own.count ? own[$0 + 1] : nil }
    }

    /// The arguments with the options of the dashboard moved behind the command they precede, so that they may stand
    /// anywhere.
    ///
    /// - Throws: a `Failure` where an option is given twice, because one of the two would be silently ignored; conditions may
    ///   be many.
    static func prepared(_ arguments: [String]) throws -> [String] {
        try refuseDoubled(arguments)
        let count = leadingOptions(arguments)
        guard count > 0, arguments.count > count, !arguments[count].hasPrefix("-") else { return arguments }
        return [arguments[count]] + arguments[..<count] + arguments[(count + 1)...]
    }

    /// How many arguments stand before the command, with the options' values.
    private static func leadingOptions(_ arguments: [String]) -> Int {
        var count = 0
        while count < arguments.count {
            switch arguments[count] {
            case "--plain", "--no-color": count += 1
            case "--database", "--ambiguous", "--language": count += 2
            case let option where ["--database=", "--ambiguous=", "--language="].contains { option.hasPrefix($0) }:
                count += 1
            default: return count
            }
        }
        return count
    }

    private static func leadingOption(_ arguments: [String]) -> Int {
        guard let first = arguments.first else { return 0 }
        if first.hasPrefix("--database=") { return 1 }
        return first == "--database" && arguments.count > 1 ? 2 : 0
    }

    private static func refuseDoubled(_ arguments: [String]) throws {
        var seen: Set<Substring> = []
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let option = argument.prefix { $0 != "=" }
            guard seen.insert(option).inserted || isRepeated(option, arguments) else {
                throw Failure(
                    .wrongUsage, localized("选项 \(option) 给了两次，请只留一个", "The option \(option) is given twice; keep one"))
            }
        }
    }

    /// Whether an option may be given several times: that of the register where sheets of several are written.
    private static func isRepeated(_ option: Substring, _ arguments: [String]) -> Bool {
        ["--where", "--set", "--type", "--leave", "--mine", "--theirs", "--seal"].contains(option)
            || option == "--register" && arguments.first == "template"
    }
}
