import CPango
import PartyWork

/// The fonts of a PDF: those of GB/T 9704, or what is installed in their place.
struct PDFFonts {
    private let families: [Kind: String]

    enum Kind: CaseIterable {
        case title
        case heading
        case body

        /// What officers call such a font.
        var name: String {
            switch self {
            case .title: localized("小标宋", "Xiaobiaosong")
            case .heading: localized("黑体", "Heiti")
            case .body: localized("仿宋", "Fangsong")
            }
        }

        /// What is set in it.
        fileprivate var use: String {
            switch self {
            case .title: localized("标题", "titles")
            case .heading: localized("表头", "headings")
            case .body: localized("正文", "text")
            }
        }

        /// Families of the kind, by the names that their makers gave them.
        fileprivate var own: [String] {
            switch self {
            case .title: ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"]
            case .heading:
                [
                    "黑体", "SimHei", "华文黑体", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体",
                    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
                ]
            case .body:
                ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋", "STFangsong"]
            }
        }

        /// Families in its place: titles as GB/T 9704's headings, text in a songti.
        fileprivate var substitutes: [String] {
            switch self {
            case .title: Kind.heading.own
            case .heading: []
            case .body:
                ["宋体", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "AR PL UMing CN"]
                    + Kind.heading.own
            }
        }
    }

    /// - Parameter isInstalled: says whether a family is there.
    /// - Parameter other: the family of some font with Chinese, where none of those known is there.
    init?(isInstalled: (String) -> Bool, orElse other: () -> String?) {
        var families: [Kind: String] = [:]
        for kind in Kind.allCases {
            guard let family = (kind.own + kind.substitutes).first(where: isInstalled) ?? other() else { return nil }
            families[kind] = family
        }
        self.families = families
    }

    /// - Throws: where no installed font has Chinese.
    static func installed() throws(FileFault) -> PDFFonts {
        let fonts = PDFFonts(
            isInstalled: { cp_has_font($0) != 0 }, orElse: { cp_chinese_font().map { String(cString: $0) } })
        guard let fonts else { throw .noChineseFont }
        return fonts
    }

    subscript(kind: Kind) -> String { families[kind] ?? "" }

    /// What is missing and what stands in its place, in a sentence; nil where all are there.
    var remark: String? {
        let missing = Kind.allCases.filter { !$0.own.contains(self[$0]) }
        guard !missing.isEmpty else { return nil }
        let names = missing.map(\.name)
        let used = missing.map { localized("\($0.use)用了 \(self[$0])", "\(self[$0]) for \($0.use)") }
        return localized(
            "这台电脑没有\(names.joined(separator: "、"))字体，\(used.joined(separator: "，"))；装上字体再写一次就会用上",
            "no \(names.joined(separator: " or ")) font is installed, so it has \(used.joined(separator: ", ")); "
                + "install the fonts and write it again to have them")
    }
}
