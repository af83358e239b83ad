/// What is done to the arguments before they are parsed.
enum Arguments {
    /// The arguments with `--database PATH` moved behind the command it precedes, so that it may stand anywhere.
    ///
    /// - Throws: a `Failure` where an option is given twice, because one of the two would be silently ignored.
    static func prepared(_ arguments: [String]) throws -> [String] {
        try refuseDoubled(arguments)
        let count = leadingOption(arguments)
        guard count > 0, arguments.count > count, !arguments[count].hasPrefix("-") else { return arguments }
        return [arguments[count]] + arguments[..<count] + arguments[(count + 1)...]
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
            guard seen.insert(option).inserted else {
                throw Failure(.wrongUsage, "选项 \(option) 给了两次，请只留一个")
            }
        }
    }
}
