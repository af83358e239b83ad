import ArgumentParser
import Exchange

/// `zhibu template`.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "写一个空的表格文件，填好就能导入",
        discussion: "六张表各一页，表头与导入的一致，词语可以选，日期和数字会检查；“说明”一页讲每一列填什么。不覆盖已有文件。")

    @Option(name: .long, help: ArgumentHelp("写到的文件", valueName: "文件"), completion: .file())
    var output = "支部台账模板.xlsx"

    @OptionGroup var language: LanguageOption

    func run() throws {
        try Signals.patiently {
            try FileReplacement.write(output, replacing: false) { temporary in
                try StandardStream.error.silenced { try Template.write(to: temporary) }
                try Signals.stopIfSignalled()
            }
        }
        try StandardStream.output.write("已写入 \(output.safe)\n")
    }
}
