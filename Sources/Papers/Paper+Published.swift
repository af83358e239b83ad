import PartyWork

extension Paper {
    /// 公开数据对照: each figure that was published about the township, what the ledger says, and the rows it comes from.
    package static func published(_ figures: [ComparedFigure], _ context: PaperContext) -> Paper {
        onPaper {
            Paper(
                "公开数据对照", in: context, period: context.period, rule: "公布数照抄公开报道的说法；台账数是截至日的统计",
                name: "公开数据",
                tables: [
                    PaperTable(
                        "",
                        [
                            PaperColumn("公开数据", 34), PaperColumn("公布", 14), PaperColumn("台账", 16),
                            PaperColumn("出自", 76),
                        ], rows: figures.map(\.cells), blankRows: nil)
                ], notes: ["占比向下取一位小数；登记簿的条目用 zhibu register 列出，其余用 zhibu status --open 列出"],
                signatures: ["填报人", "审核人"], isWide: true)
        }
    }
}

extension ComparedFigure {
    fileprivate var cells: [PaperCell] {
        [.label(published.title), .label(published.published), .text(value), .text(origin.text)]
    }
}

extension ComparedFigure.Origin {
    /// `道路（投资>5）19 条：CK6VPC-R1 至 CK6VPC-R30`.
    fileprivate var text: String {
        switch self {
        case .entries(let register, let condition, let numbers):
            let which = condition.isEmpty ? register : "\(register)（\(condition)）"
            guard let first = numbers.first, let last = numbers.last else { return "\(which) 0 条" }
            return "\(which) \(numbers.count) 条：\(first)" + (numbers.count > 1 ? " 至 \(last)" : "")
        case .rows(let table, let count): return "\(table) \(count) 行"
        case .nowhere: return "台账里没有这项统计"
        case .restricted: return "登记簿限阅，不列出"
        }
    }
}
