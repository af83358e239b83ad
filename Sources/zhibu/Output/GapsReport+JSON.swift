import PartyWork

extension GapsReport {
    /// The report as `zhibu gaps --format json` prints it (CONTRACT section 4).
    var json: JSONValue {
        [
            "asOf": .string(asOf.description),
            "scope": JSONValue(scope, named: scopeName),
            "gaps": .array(gaps.map(\.json)),
        ]
    }

    /// The report as `zhibu gaps --format csv` prints it: a row per gap, the keys of its JSON as columns.
    var csv: String { ReadableList.csv(header: Gap.columns, rows: gaps.map { $0.json.flattened().map(\.cell) }) }
}

extension Gap {
    fileprivate static let columns = ["kind", "state", "org", "subject", "name", "done", "target"]

    fileprivate var json: JSONValue {
        [
            "kind": .string(kind.rawValue), "state": .string(state.rawValue), "org": .string(organization.digits),
            "subject": .string(subject.token), "name": .string(name), "done": .number(done), "target": .number(target),
        ]
    }
}
