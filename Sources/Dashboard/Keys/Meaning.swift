import PartyWork

/// What a key means on some screens, where that is not what its action means everywhere: its word for the footer and
/// its sentence for help, KEYS.md and manual page.
///
/// A binding names it.
package struct Meaning: Sendable {
    /// The action whose keys have it.
    package let action: Action
    private let word: @Sendable () -> String
    private let sentence: @Sendable () -> String
    /// The rights of which one is needed, where the action's own are others; nil where they are not.
    let rights: [Right]?

    init(
        _ action: Action, _ word: @autoclosure @escaping @Sendable () -> String,
        _ sentence: @autoclosure @escaping @Sendable () -> String, rights: [Right]? = nil
    ) {
        self.rights = rights
        self.action = action
        self.word = word
        self.sentence = sentence
    }

    /// What the footer says, two to four characters.
    package var label: String { word() }
    /// What the help says.
    package var explanation: String { sentence() }

    /// All of them, those of an action together.
    package static let all: [Meaning] = [
        choose, editActivity, household, helper, editPost, editVisit, successor, changes, attend, subjects, rows,
        recordOne,
        activities, examine, compare, chooseSide, reinterpret, giveValue, finish, cancel, grouping, otherDay,
        otherDayBefore, typeDay, activityKind,
        worklistKind, officer,
        importKind,
        previousActivityKind, previousWorklistKind, previousOfficer, visit, requirement, editChecklist,
        typePath, pair, suggested, tick, newChecklist, giveColumn, addHelpers, copyOut, openFirst, endPairing, void,
        clear,
        untick, undoEntry, redoEntry, leaveOut, leaveWrong,
        event, copyActivity, compareDays, trend, changesOfCard, deregister, waive, endChecklist, oneForAll, changeToo,
        give, takeBack,
        leaveChanges, attempts,
        anotherHeader,
        allOpen, everything,
        missing,
        showPreview,
        shrink,
        counted, openOnly,
        only, journalKind, visits, lacking, month, maskPhone, reopen, importing, checkRows, importRows, mergeRows,
        template,
        step, movingIn, leaveSample,
        entries, entryState, previousEntryState, enter, newRegister, define, editRegister, takeStep, strike, restricted,
        adopt, newOfficer, endOfficer, correctColumn, anotherSheet, found, condition, board, listAgain, sketch,
        frequency, hideColumn, narrower, wider, sortColumn, reverseColumn, filterColumn, resetColumns, saveView,
        onlyValues, forgetView,
    ]
}

// MARK: - Enter

extension Meaning {
    static let choose = Meaning(
        .open, localized("选定", "choose"), localized("选定光标所在的一项", "chooses the item under the cursor"))
    static let editActivity = Meaning(
        .open, localized("修改", "edit"),
        localized("修改选中的活动，如补材料、填办结日期", "edits the selected activity, such as its papers"))
    static let household = Meaning(
        .open, localized("户", "household"), localized("打开这一条的户", "opens the household of this row"))
    static let helper = Meaning(
        .open, localized("帮扶人", "helper"), localized("打开这一条的帮扶人", "opens the helper of this row"))
    static let editPost = Meaning(
        .open, localized("改任职", "edit post"), localized("改选中的任职，如填免职日期", "edits the selected post, such as its end"))
    static let editVisit = Meaning(
        .open, localized("改走访", "edit visit"), localized("修改选中的帮扶走访", "edits the selected home visit"))
    static let successor = Meaning(
        .open, localized("选接替人", "successor"),
        localized("为选中的户选接替的帮扶人", "chooses who takes over the selected household"))
    static let changes = Meaning(
        .open, localized("看改动", "changes"),
        localized("看这一条改了哪些行、改前改后", "shows which rows the entry changed, before and after"))
    static let attempts = Meaning(
        .open, localized("看被拒的", "refused"),
        localized("列出服务器记下的、因没有权限被拒绝的操作", "lists what the server kept as refused for want of a right"),
        rights: [.oversee])
    static let attend = Meaning(
        .open, localized("去办", "do it"),
        localized("去办选中的一项：打开要填的表或那一页", "goes to do the selected thing: its form or its screen"))
    static let subjects = Meaning(
        .open, localized("看对象", "subjects"),
        localized("看选中支部的对象，逐个勾选", "shows the subjects of the selected branch, to be ticked"))
    static let rows = Meaning(
        .open, localized("看是哪些", "rows"),
        localized("看这个数字是哪些行算出来的、缺哪些", "shows the rows behind the figure and those missing"))
    static let recordOne = Meaning(
        .open, localized("记一项", "record"),
        localized("为选中的小组记这一类活动", "records an activity of this kind for the selected group"))
    static let activities = Meaning(
        .open, localized("看活动", "activities"), localized("看选中小组的这一类活动", "shows the group's activities of this kind"))
    static let examine = Meaning(
        .open, localized("核对", "examine"),
        localized(
            "核对选中的文件怎样认列、会改哪些，这时什么都不存",
            "examines the chosen files: what is understood and would change; nothing is saved"))
    static let compare = Meaning(
        .open, localized("对照", "compare"),
        localized("对照选中的副本：会并入哪些，这时什么都不存", "compares the selected copy: what it would change; nothing is saved"))
    static let chooseSide = Meaning(
        .open, localized("照哪边", "which side"),
        localized("选中的各行照本台账还是照副本；也可以全部照一边", "whether the chosen rows, or all, stay as they are or follow the copy"))
    static let giveValue = Meaning(
        .open, localized("给一个值", "give a value"),
        localized("给文件缺的一栏一个值，每行一样", "gives the column that the file lacks one value for all rows"))
    static let reinterpret = Meaning(
        .open, localized("改认", "correct"), localized("改认选中的表或列", "says what the selected table or column is instead"))
    static let finish = Meaning(
        .open, localized("完成", "done"), localized("看过结果，回到前一屏", "leaves the result for the screen before"))
}

// MARK: - Esc, Tab

extension Meaning {
    static let cancel = Meaning(
        .back, localized("取消", "cancel"), localized("取消正在做的导入或核对，什么都不存", "gives up what is under way; nothing is saved")
    )
    static let grouping = Meaning(
        .nextPane, localized("换汇总", "grouping"),
        localized("换一种汇总：逐个、按组织等", "to the next grouping: one by one, by organization, …"))
    static let otherDay = Meaning(
        .nextPane, localized("换前一天", "first day"),
        localized(
            "换前一天：上月底、三个月前、去年底、去年同日", "another first day: month before, three months, last year's end, a year before"))
    static let otherDayBefore = Meaning(
        .previousPane, localized("往回换", "day before"), localized("换到前一种", "the first day before"))
    static let typeDay = Meaning(
        .edit, localized("输入日期", "type a day"),
        localized("输入前一天的日期，哪天都行", "takes any day as the first, as it is typed"), rights: [])
    static let activityKind = Meaning(
        .nextPane, localized("换类型", "next kind"),
        localized("只看下一类活动，最后是全部", "shows the next kind of activities, at last all"))
    static let worklistKind = Meaning(
        .nextPane, localized("换一类", "next kind"),
        localized("只看下一类待办，最后是全部", "shows the next kind of things to do, at last all"))
    static let officer = Meaning(
        .nextPane, localized("换经手人", "officer"),
        localized("只看下一位经手人的，最后是全部", "shows the next officer's entries, at last all"))
    static let importKind = Meaning(
        .nextPane, localized("只看", "show"),
        localized("只看下一类行：新增、修改、不对的等，最后是全部", "shows the next kind of rows, at last all"))
    static let previousActivityKind = Meaning(
        .previousPane, localized("前一类型", "previous kind"), localized("只看前一类活动", "shows the kind of activities before"))
    static let previousWorklistKind = Meaning(
        .previousPane, localized("前一类", "Previous"), localized("只看前一类待办", "shows the kind of things to do before"))
    static let previousOfficer = Meaning(
        .previousPane, localized("前一经手人", "previous officer"),
        localized("只看前一位经手人的", "shows the entries of the officer before"))
}

// MARK: - Recording and editing

extension Meaning {
    static let visit = Meaning(
        .record, localized("记走访", "visit"), localized("为这一户记一次帮扶走访", "records a home visit to this household"))
    static let requirement = Meaning(
        .edit, localized("改要求", "requirement"),
        localized("改工作法的次数，从某天起", "sets the number that the method asks for, from a day on"), rights: [.keep])
    static let editChecklist = Meaning(
        .edit, localized("改清单", "edit list"),
        localized("改这份清单的名称、对象、期限等", "edits the checklist: name, subjects, due day"), rights: [.keep])
    static let typePath = Meaning(
        .edit, localized("输入路径", "type a path"), localized("输入文件或文件夹的路径", "takes the path of a file or folder"),
        rights: [])
    static let pair = Meaning(
        .add, localized("结对", "pair"), localized("为选中的户或党员结对", "pairs the selected household or member"))
    static let suggested = Meaning(
        .add, localized("用全部建议", "suggested"),
        localized("每一户都用建议的接替人", "takes the suggested successor for each household"))
    static let tick = Meaning(
        .add, localized("勾选", "tick"), localized("勾选选中的各行：已办，写上日期", "ticks the chosen rows as done, with the day"))
    static let giveColumn = Meaning(
        .add, localized("另给一栏", "give a column"),
        localized("给文件里没有的一栏一个值，每行一样", "gives a column that the file lacks one value for all rows"), rights: [])
    static let addHelpers = Meaning(
        .add, localized("登记帮扶人", "add helpers"),
        localized("把名单里台账没有的帮扶人登记为人员", "makes people of the helpers whom the ledger lacks"), rights: [.keep])
    static let copyOut = Meaning(
        .add, localized("做副本", "make a copy"),
        localized("做一份带出去用的副本，带回来再并入", "makes a copy to be worked in elsewhere and brought back"), rights: [])
    static let newChecklist = Meaning(
        .add, localized("新清单", "new list"),
        localized("新立一份清单：要什么、问谁、到哪天", "makes a checklist: what is asked, of whom, until when"), rights: [.keep])
    static let openFirst = Meaning(
        .worst, localized("未完在前", "open first"),
        localized("未办结、缺材料的在前；再按恢复原来的次序", "puts open ones first; again for the order before"))
}

// MARK: - Ending and marking

extension Meaning {
    static let endPairing = Meaning(
        .end, localized("结束", "end"), localized("结束选中的结对，写明日期和原因", "ends the selected pairing, with day and reason"))
    static let void = Meaning(
        .end, localized("作废", "void"),
        localized("作废选中的活动：不再计数，记录还在", "voids the selected activity: kept, but counted no more"))
    static let clear = Meaning(
        .end, localized("清空", "clear"), localized("去掉选中的户的接替人", "takes the successor of the selected household away"))
    static let untick = Meaning(
        .end, localized("取消勾免", "untick"),
        localized("取消选中一行的勾选或免除", "takes the tick or the waiver of the selected row away"))
    static let undoEntry = Meaning(
        .end, localized("撤销这条", "undo it"),
        localized("撤销选中的一条，先列出会改哪些", "takes the selected entry back, after listing what would change"), rights: [])
    static let leaveOut = Meaning(
        .end, localized("留下", "leave out"),
        localized(
            "不对的行不导入，写进另一个文件：选中的、同类的或全部；再按可以收回",
            "leaves bad rows out, into a file of their own: the chosen, all of a kind, or all"), rights: [])
    static let leaveWrong = Meaning(
        .end, localized("留下", "leave out"),
        localized(
            "不对的行不作条目，写进另一个文件，改好再导入", "leaves wrong rows out, into a file of their own, to be mended and imported"),
        rights: [])
    static let redoEntry = Meaning(
        .end, localized("重做", "redo"),
        localized("恢复选中的一条撤销过的，先列出会改哪些", "does again what the entry took back, after listing it"), rights: [])
    static let event = Meaning(
        .datedChange, localized("变动", "changes"),
        localized(
            "记户的变动：户主变更、分户、并户、迁移、脱贫、返贫、销户",
            "records what happened to a household: new head, split, merger, move, lifted, poor again, closed"))
    static let copyActivity = Meaning(
        .datedChange, localized("再记一条", "one more"),
        localized(
            "照选中的活动再记一条：类型、单位、主题、人和户照抄，改日期或单位",
            "records one more like the selected activity: only the day or the host is to be changed"),
        rights: [.record])
    static let compareDays = Meaning(
        .datedChange, localized("对比", "compare"),
        localized(
            "两天的数字并排看、看差：上月底、三个月前、去年底、去年同日",
            "the figures of two days side by side, with the difference: month before, a year before"),
        rights: [])
    static let trend = Meaning(
        .datedChange, localized("走势", "trend"),
        localized(
            "看这个支部两年来每个月的缺口、走访、主题活动、党日",
            "two years of the branch, month by month: gaps, visits, theme activities, party days"),
        rights: [])
    static let changesOfCard = Meaning(
        .handOver, localized("谁改过", "changes"),
        localized("谁在什么时候改过这个支部的登记", "who changed the record of this branch, and when"), rights: [])
    static let give = Meaning(
        .handOver, localized("交办", "give"),
        localized(
            "把选中的各行交给一个人跟进：到哪天、一句话；人人看得到，办好了就不再显示",
            "gives the chosen lines to an officer, with a day and a word; all see it until it is done"))
    static let takeBack = Meaning(
        .end, localized("收回", "take back"),
        localized("收回交给人跟进的各行", "takes lines back from whoever follows them up"), rights: [.record])
    static let deregister = Meaning(
        .datedChange, localized("注销", "deregister"),
        localized("注销选中的合作社，写明日期", "deregisters the selected cooperative, with the day"))
    static let waive = Meaning(
        .datedChange, localized("免除", "waive"), localized("免除选中的各行，写明原因", "waives the chosen rows, with the reason"))
    static let endChecklist = Meaning(
        .datedChange, localized("截止", "end"),
        localized("清单到某天截止，以后不再问", "ends the checklist on a day; it asks no more"), rights: [.keep])
    static let oneForAll = Meaning(
        .datedChange, localized("一人全接", "one for all"),
        localized("全部的户由一人接替", "one successor takes over all households"))
    static let anotherHeader = Meaning(
        .datedChange, localized("表头在别的行", "another header"),
        localized("选哪一行是表头，再选是哪张表", "chooses which row is the header, then which table it is"), rights: [])
    static let changeToo = Meaning(
        .datedChange, localized("一并修改", "change too"),
        localized("与已登记不同的行也存", "saves rows that differ from what is registered, too"), rights: [])
    static let leaveChanges = Meaning(
        .datedChange, localized("不改已有的", "leave changes"),
        localized("与已登记不同的行不存，只存新的", "leaves rows that differ from what is registered, saves new ones"), rights: [])
}

// MARK: - Choosing and narrowing

extension Meaning {
    static let allOpen = Meaning(
        .chooseAll, localized("全选未办", "all open"),
        localized("选中列出的全部未办的；已经全部选中的则都不选", "chooses all open ones that are listed; none if all are chosen"))
    static let everything = Meaning(.filter, localized("看全部", "all"), localized("再看全部", "shows all again"))
    static let missing = Meaning(
        .filter, localized("只看缺口", "missing"), localized("只看还缺的行", "shows only the rows that are missing"))
    static let counted = Meaning(
        .filter, localized("只看计入", "counted"), localized("只看算进数字的行", "shows only the rows that are counted"))
    static let openOnly = Meaning(.filter, localized("只看未办", "open"), localized("只看未办的", "shows only open ones"))
    static let only = Meaning(
        .filter, localized("只看", "only"),
        localized("只看缺材料的、未办结的，最后是全部", "shows those without papers, then open ones, at last all"))
    static let journalKind = Meaning(
        .filter, localized("换种类", "kind"), localized("只看下一种操作，最后是全部", "shows the next kind of acts, at last all"))
    static let visits = Meaning(
        .figures, localized("看走访", "visits"),
        localized("看这个人的走访：计入的和还缺的", "shows the person's visits: counted and missing"))
    static let lacking = Meaning(
        .figures, localized("缺什么", "missing"),
        localized("列出各项缺多少，选一项看是哪些行", "lists what is missing; choose one for the rows"))
    static let month = Meaning(
        .figures, localized("月报表", "month"), localized("打开选中支部的这个月", "opens this month of the selected branch"))
    static let showPreview = Meaning(
        .preview, localized("显示预览", "show preview"),
        localized("在列表右边显示选中一行的预览", "shows a preview of the selected row beside the list"))
    static let shrink = Meaning(
        .grow, localized("还原", "all panes"),
        localized("各栏和预览又一起看", "shows all panes and the preview again"))
    static let maskPhone = Meaning(
        .reveal, localized("遮电话", "mask phone"), localized("再遮住电话号码", "masks the telephone number again"), rights: [])
}

// MARK: - Months and files

extension Meaning {
    static let reopen = Meaning(
        .giveBack, localized("重开", "reopen"),
        localized(
            "重开已接收的月份以便更正，写明原因；签收过的数字仍保留",
            "reopens an accepted month to be corrected, with a reason; what was signed is kept"))
    static let importing = Meaning(
        .accept, localized("导入", "import"),
        localized("从文件导入：先看怎样认列、会改哪些，再存", "imports files: shows first what is understood and would change"),
        rights: [.keep])
    static let checkRows = Meaning(
        .save, localized("核对各行", "go on"),
        localized("列怎样认看过了，接着看会改哪些行", "goes on from the columns to the rows that would change"))
    static let importRows = Meaning(
        .save, localized("导入", "import"),
        localized("把核对过的各行一次存入，流水里是一条", "saves the rows that were examined, as one entry of the journal"))
    static let mergeRows = Meaning(
        .save, localized("并入", "bring back"),
        localized("把对照过的各行一次并入，流水里是一条", "saves what was compared, as one entry of the journal"))
    static let template = Meaning(
        .print, localized("空模板", "template"),
        localized("写出可以填了再导入的空表", "writes an empty workbook to be filled in and imported"))
}

// MARK: - The first hour

extension Meaning {
    static let step = Meaning(
        .open, localized("怎么搬", "how"),
        localized("这一步怎么搬进来：导入、空表、手工登记", "how the step is brought in: a file, an empty table, by hand"))
    static let movingIn = Meaning(
        .add, localized("搬家", "moving in"),
        localized("看还缺什么：乡镇和村、人员、贫困户、结对，怎么搬进来", "what the ledger still lacks, and how it is brought in"), rights: [])
    static let leaveSample = Meaning(
        .quit, localized("退出示例", "leave sample"),
        localized(
            "退出示例，在里面改过的一概丢弃；自己的台账不受影响",
            "leaves the sample and drops all that was done in it; your own ledger is untouched"))
}

// MARK: - Registers

extension Meaning {
    static let entries = Meaning(
        .open, localized("看条目", "entries"), localized("打开这本登记簿的条目", "opens the entries of the register"))
    static let entryState = Meaning(
        .nextPane, localized("换状态", "next state"),
        localized("只看下一种状态的条目：全部、未结、逾期、各状态", "shows the entries of the next state: all, open, overdue, each state"))
    static let previousEntryState = Meaning(
        .previousPane, localized("前一状态", "state before"),
        localized("只看前一种状态的条目", "shows the entries of the state before"))
    static let enter = Meaning(
        .add, localized("登记", "enter"), localized("登记一条，表里已带上当前对象", "enters one; the form knows what it is about"))
    static let newRegister = Meaning(
        .add, localized("新登记簿", "new register"),
        localized("新建一本登记簿：空白的，或照已有的一本", "makes a register: an empty one, or like one there is"), rights: [.keep])
    static let define = Meaning(
        .edit, localized("改定义", "define"),
        localized("看和改这本登记簿的栏目、流转、关口、统计", "shows fields, states, gates and figures of the register, to be changed"),
        rights: [.keep])
    static let editRegister = Meaning(
        .datedChange, localized("改这一本", "the register"),
        localized("改登记簿本身：体系、说明、密级、停用日期", "edits the register itself: system, remark, secrecy, day of retirement"),
        rights: [.keep])
    static let takeStep = Meaning(
        .datedChange, localized("下一步", "next step"),
        localized(
            "办到下一个状态：列出能到的状态和各还差什么；选中的几条一起办",
            "takes the next step: lists the states and what each lacks; chosen entries together"))
    static let strike = Meaning(
        .end, localized("注销", "strike"),
        localized("注销这一条：写明日期和原因，以后不再计入", "strikes the entry from a day on, with a reason"))
    static let newOfficer = Meaning(
        .add, localized("登记", "add"), localized("给一个账号登记角色和范围", "gives an account a role and a range"),
        rights: [.administer])
    static let endOfficer = Meaning(
        .end, localized("结束", "end"), localized("结束选中的角色，或改它的日期", "ends the selected role, or changes its days"),
        rights: [.administer])
    static let restricted = Meaning(
        .reveal, localized("看限阅的", "restricted"),
        localized("显示限阅登记簿的条目，查看记入流水", "shows a restricted register, which the journal tells"), rights: [.restricted])
    static let adopt = Meaning(
        .accept, localized("采用体系", "adopt"),
        localized("采用随附的体系：现成的登记簿定义，只添没有的", "adopts systems that come along: only what is missing is added"),
        rights: [.keep])
    static let correctColumn = Meaning(
        .open, localized("改这一栏", "correct"),
        localized("改这一栏：当作什么、叫什么、什么类型", "says what the column is, how it is called and of which kind"), rights: [])
    static let anotherSheet = Meaning(
        .datedChange, localized("换工作表", "other sheet"), localized("换这个文件的另一张工作表", "takes another sheet of the file"),
        rights: [])
    static let found = Meaning(
        .save, localized("建登记簿", "make it"),
        localized("照这些栏目建登记簿，各行成为条目；先列出会添哪些", "makes the register and its entries, after listing them"), rights: [.keep]
    )
    static let condition = Meaning(
        .filter, localized("按条件", "condition"),
        localized(
            "输入条件，只看符合的条目，如 状态=在建;投资≥10；输入时就核对，空着看全部",
            "narrows the list by a condition, checked while it is typed; an empty one shows all"))
    static let board = Meaning(
        .figures, localized("看板", "board"),
        localized(
            "看板：各状态并排，在一个状态里最久的在前；左右键换状态",
            "the states beside one another, the oldest entries first; Left and Right change state"))
    static let listAgain = Meaning(
        .figures, localized("看列表", "list"), localized("从看板回到列表", "from the board back to the list"))
    static let sketch = Meaning(
        .figures, localized("看样子", "look"),
        localized("看这本登记簿现在的样子：列表、登记的表、打印的卡", "what the register looks like: its list, its form, the printed card"))
}

// MARK: - Columns

extension Meaning {
    static let frequency = Meaning(
        .open, localized("看分布", "count"),
        localized(
            "这一列有哪些值，各多少行，占多少；在那里按 Enter 只看选中的值",
            "the values of the column, how many rows each has; Enter there shows those alone"))
    static let hideColumn = Meaning(
        .choose, localized("藏或显", "hide or show"),
        localized("藏起选中的列，或再显示", "hides the selected column, or shows it again"))
    static let narrower = Meaning(
        .previousMonth, localized("宽窄", "width"), localized("把选中的列变窄", "makes the selected column narrower"))
    static let wider = Meaning(
        .nextMonth, localized("宽窄", "width"), localized("把选中的列变宽", "makes the selected column wider"))
    static let sortColumn = Meaning(
        .sort, localized("按它排", "sort by it"),
        localized("按选中的列排序；再按倒过来，再按恢复原来的次序", "sorts by the selected column; again reverses, again restores the order"))
    static let reverseColumn = Meaning(
        .reverse, localized("倒过来", "reverse"), localized("把列表的次序倒过来", "turns the order of the list round"))
    static let filterColumn = Meaning(
        .filter, localized("筛选", "filter"),
        localized(
            "按选中的列筛选：≥60、<5、3-5、2016-01..2016-06、一个值、*几个字*、空、!值；空着就不筛选",
            "filters by the selected column: ≥60, <5, 3-5, 2016-01..2016-06, a value, *a part*, blank, !value; empty takes it off"
        ))
    static let resetColumns = Meaning(
        .end, localized("还原", "as made"),
        localized("各列还原：次序、宽窄、藏起的、排序、筛选", "the columns as they were made: order, width, hidden ones, sort, filters"),
        rights: [])
    static let saveView = Meaning(
        .save, localized("存视图", "keep view"),
        localized("把列表现在的样子起个名字存下来，在命令里一选就到", "keeps the list as it is under a name, to be opened from the menu"))
    static let onlyValues = Meaning(
        .open, localized("只看", "only these"),
        localized("列表里只看选中的值的各行", "shows the rows of the selected values alone"))
    static let forgetView = Meaning(
        .end, localized("删视图", "remove"),
        localized("删除选中的视图，先问一下；台账不动", "removes the selected view, after a question; the ledger stays as it is"),
        rights: [])
}
