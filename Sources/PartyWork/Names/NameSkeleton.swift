/// What is left of a name when everything is folded that the eye takes for something else (RELIABILITY section 4,
/// lookalikes): names with one skeleton are near. Names are stored as typed and only compared this way.
package enum NameSkeleton {
    /// The skeleton: without blanks and dots, full-width signs as ASCII, small letters, each group of look-alikes as its first.
    ///
    /// Compatibility ideographs need no folding: texts compare by canonical equivalence, in which they are their Han.
    package static func of(_ name: String) -> String {
        var skeleton = String.UnicodeScalarView()
        for point in FoldedText(name).points {
            guard point != FoldedText.space, let scalar = Unicode.Scalar(point), !dots.contains(scalar) else {
                continue
            }
            skeleton.append(folds[scalar] ?? scalar)
        }
        return String(skeleton)
    }

    /// What stands between the parts of a name in other languages of the country, in every form met in lists.
    private static let dots = Set("·•・‧∙⋅●.．。-－—".unicodeScalars)

    /// Han that are taken for each other by eye, by hand or by input method, the commonest of each group first.
    private static let lookalikes = [
        "己已巳", "末未", "土士", "戊戌戍", "日曰", "治冶", "侯候", "崇祟", "茶荼", "萧肖", "傅付", "阎闫", "戴代", "郝赫", "晴睛", "佳隹", "祖袓",
        "〇零○", "育肓", "析柝", "汨汩", "亨享", "苏蘇", "张張", "刘劉", "陈陳", "杨楊", "黄黃", "吴吳", "谭譚",
    ]

    /// U+2F00 to U+2FD5, which come out of PDF files in place of the Han they look like.
    private static let radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"

    private static let folds: [Unicode.Scalar: Unicode.Scalar] = {
        var folds: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in lookalikes {
            for scalar in group.unicodeScalars.dropFirst() { folds[scalar] = group.unicodeScalars.first }
        }
        for (offset, scalar) in radicals.unicodeScalars.enumerated() {
            if let radical = Unicode.Scalar(0x2F00 + UInt32(offset)) { folds[radical] = folds[scalar] ?? scalar }
        }
        return folds
    }()
}
