/// What is left of a name when everything is folded that the eye takes for something else (RELIABILITY section 4,
/// lookalikes): names with one skeleton are near.
package enum NameSkeleton {
    /// The skeleton of a name.
    package static func of(_ name: String) -> String { text(FoldedText(name).points) }

    /// The name without what no eye sees or minds, blanks, dots and width: names that are written alike are equal in it.
    package static func written(_ name: String) -> String { text(FoldedText(name).letters) }

    private static func text(_ points: [UInt32]) -> String {
        String(String.UnicodeScalarView(points.compactMap { Unicode.Scalar($0) }))
    }
}

/// Which character another is folded to; built from the tables when the first name is compared, so that nothing before
/// the first paint waits for it.
final class NameFolds: Sendable {
    static let shared = NameFolds()

    /// Code points that stand for the same character.
    private let letters: [UInt32: UInt32]
    /// Other forms of a character, and those that are taken for it.
    private let forms: [UInt32: UInt32]

    private init() {
        letters = NameFolds.folds(NameFolds.groups(VariantTable.same))
        var forms = NameFolds.folds(NameFolds.groups(VariantTable.variants))
        let alike = NameFolds.folds(NameFolds.lookalikes.map { $0.unicodeScalars.map(\.value) })
        for (form, character) in forms { forms[form] = alike[character] ?? character }
        self.forms = forms.merging(alike) { _, alike in alike }
    }

    /// The character that a code point stands for.
    func letter(_ point: UInt32) -> UInt32 { point < 0x2E80 ? point : letters[point] ?? point }

    /// The form that all forms of a character are folded to.
    func form(_ letter: UInt32) -> UInt32 { letter < 0x2500 ? letter : forms[letter] ?? letter }

    private static func groups(_ table: String) -> [[UInt32]] {
        table.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { $0.map(\.value) }
    }

    /// Each of a group but the first is folded to the first.
    private static func folds(_ groups: [[UInt32]]) -> [UInt32: UInt32] {
        var folds: [UInt32: UInt32] = [:]
        for group in groups {
            for point in group.dropFirst() { folds[point] = group[0] }
        }
        return folds
    }

    /// Han that are taken for each other by eye, by hand or by input method, though each is a name's own; the commonest of each
    /// group first.
    private static let lookalikes = [
        "己已巳", "末未", "土士", "戊戌戍", "日曰", "治冶", "侯候", "崇祟", "茶荼", "萧肖", "傅付", "阎闫", "戴代", "郝赫", "晴睛", "佳隹", "祖袓",
        "〇零○◯", "育肓", "析柝", "汨汩", "亨享", "钟锺", "余馀", "于於", "淼渺", "堃坤", "喆哲",
    ]
}
