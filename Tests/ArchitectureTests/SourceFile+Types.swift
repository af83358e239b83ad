import Foundation

extension Sources {
    /// Of each module, in which folders a type is declared.
    static let folders: [String: [String: Set<String>]] = all.reduce(into: [:]) { folders, file in
        for type in file.declaredTypes { folders[file.module, default: [:]][type, default: []].insert(file.folder) }
    }
}

extension SourceFile {
    /// Its name without folders and ending.
    var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

    /// The folder directly below its module; `.` for none.
    var folder: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : "."
    }

    /// The types that others may name: those that stand at the beginning of a line.
    var declaredTypes: Set<String> {
        names(after: ["struct", "class", "enum", "protocol", "actor", "typealias"]).filter { !$0.isPrivate }.names
    }

    /// The types that it extends; of a nested one the last word too.
    var extendedTypes: Set<String> {
        let names = names(after: ["extension"]).names
        return names.union(names.compactMap { $0.split(separator: ".").last.map(String.init) })
    }

    /// Functions that belong to no type.
    var functions: Set<String> { names(after: ["func"]).names }

    /// The names behind a word of declaration, where nothing but modifiers stand before it and nothing is indented.
    private func names(after kinds: Set<Substring>) -> [(name: String, isPrivate: Bool)] {
        code.split(separator: "\n").compactMap { line in
            guard let first = line.first, first != " " else { return nil }
            let words = line.split { " :<({".contains($0) }
            guard let index = words.firstIndex(where: { kinds.contains($0) }), index + 1 < words.count else {
                return nil
            }
            let isPrivate = words[..<index].contains { $0.hasSuffix("private") }
            return (String(words[index + 1]), isPrivate)
        }
    }

    /// The words that begin with a capital and follow no dot: types, for the most part.
    var namedTypes: Set<String> { names.filter { $0.first?.isUppercase ?? false } }
}

extension [(name: String, isPrivate: Bool)] {
    fileprivate var names: Set<String> { Set(map(\.name)) }
}
