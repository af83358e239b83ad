import PartyWork

/// How a surname is read where that is not how the character is usually read.
///
/// The readings are those of 现代汉语词典 under 姓, and where there are several the one of the southwest of Hubei: 覃 is Qín there,
/// Tán in other provinces.
enum Surname {
    /// A surname and its readings, with tones as in ``PinyinTable``.
    private static let table = """
        曾 zeng1
        单 shan4
        仇 qiu2
        区 ou1
        解 xie4
        查 zha1
        覃 qin2
        朴 piao2
        盖 ge3
        任 ren2
        乐 yue4
        员 yun4
        缪 miao4
        翟 zhai2
        种 chong2
        折 she2
        洗 xian3
        华 hua4
        哈 ha3
        纪 ji3
        葛 ge3
        甯 ning4
        燕 yan1
        秘 bi4
        薄 bo2
        都 du1
        句 gou1
        过 guo1
        观 guan4
        炅 gui4
        黑 he4
        会 gui4
        阚 kan4
        乜 nie4
        那 na1
        能 nai4
        粘 nian2
        繁 po2
        撒 sa3
        召 shao4
        什 shi2
        相 xiang4
        要 yao1
        於 yu1
        藏 zang1
        祭 zhai4
        占 zhan1
        佴 nai4
        郇 xun2
        重 chong2
        干 gan1
        卜 bu3
        冠 guan4
        少 shao4
        适 kuo4
        洞 tong2
        六 lu4
        颉 xie2
        尉迟 yu4 chi2
        万俟 mo4 qi2
        单于 chan2 yu2
        澹台 tan2 tai2
        令狐 ling2 hu2
        皇甫 huang2 fu3
        长孙 zhang3 sun1
        宰父 zai3 fu3
        亓官 qi2 guan1
        哥舒 ge1 shu1
        """

    private static let known: [String: [Substring]] = table.split(separator: "\n").reduce(into: [:]) { known, line in
        let words = line.split(separator: " ")
        known[NameSkeleton.of(String(words[0]))] = Array(words.dropFirst())
    }

    /// The readings of the characters a folded name begins with, those of a surname of two before those of one; empty where all
    /// are read as usual.
    static func readings(of letters: [UInt32]) -> [Substring] {
        for length in [2, 1] where letters.count >= length {
            let begun = String(String.UnicodeScalarView(letters.prefix(length).compactMap { Unicode.Scalar($0) }))
            if let readings = known[NameSkeleton.of(begun)] { return readings }
        }
        return []
    }
}
