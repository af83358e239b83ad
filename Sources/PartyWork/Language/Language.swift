/// The language that screens, sentences and tables speak.
///
/// Names, and whatever else was entered, stay as they were entered; files keep the Chinese headers and words of
/// CONTRACT section 1, and printed forms are Chinese papers.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language of what is being said now; whoever begins something sets it with `$current.withValue`: the program
    /// for its commands, the dashboard for each update and each frame, the worker for each of its jobs.
    @TaskLocal package static var current = Language.chinese
}

/// A text, or what else depends on it such as a width, in the language being spoken.
///
/// Both stand side by side, so that none can be forgotten: a text without its other language does not compile. Only the
/// one that is needed is made.
package func localized<Value>(
    _ chinese: @autoclosure () throws -> Value, _ english: @autoclosure () throws -> Value
) rethrows -> Value {
    switch Language.current {
    case .chinese: try chinese()
    case .english: try english()
    }
}

/// A number of things for an English text: `1 household`, `3 households`, `2 branches` with a plural of its own.
package func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
}

extension [String] {
    /// The items one after another: `张三、李四`, `Zhang San, Li Si`.
    package var listed: String { joined(separator: localized("、", ", ")) }
}
