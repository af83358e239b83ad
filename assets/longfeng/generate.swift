// Makes the sample town: the six files beside this one.
//
//     swiftc -O generate.swift -o /tmp/generate && /tmp/generate OUTDIR [--times N]
//
// Real: the town's, villages' and community's names and division codes, and the totals in `Article`.
// Invented: everything else. No person is real: names are drawn from lists of family and given names; telephone
// numbers begin with 000000, which no network can dial; credit codes carry the organization numbers 000000001 and up.
//
// The same arguments always give the same bytes. `--times N` puts N times the people, households, pairings,
// cooperatives and activities into the same branches, for measuring; its totals are not the article's.

import Foundation

// MARK: - Facts of the article, and the date the sample speaks of

enum Article {
    static let jointBranches = 4
    static let mergedVillages = 11
    static let cooperatives = 118
    static let memberFounded = 26
    static let founders = 53
    static let householdsLed = 3200
}

let township = "422801100"
let asOf = Day(2016, 6, 30)

/// What one village's branch is given. Months and shares shape the states that the dashboard shows for `asOf`.
struct Village {
    let suffix: String
    let name: String
    let groups: Int
    let members: Int
    let poor: Int
    let lifted: Int
    let cooperatives: Int
    /// Theme activities held in 2016; 4 is the year's target, none by June is behind.
    let themes: Int
    /// Share of the five ones done in 2016, in percent; below half is behind.
    let fiveOnes: Int
    /// Months of 2016 without a 主题党日.
    var missed: [Int] = []
    /// Poor households left behind by each helper who went in 2016 without a successor.
    var orphaned: [Int] = []
    /// Poor households that never got a helper, or none since they returned to poverty.
    var unpaired = 0
    /// Share of members without a poor household whose last pairing ended with the household's poverty, in percent.
    let released: Int
    /// Share of poor households visited in June 2016, in percent.
    let visited: Int

    var code: String { township + suffix }
}

let villages: [Village] = [
    Village(
        suffix: "001", name: "龙凤社区", groups: 6, members: 118, poor: 12, lifted: 86, cooperatives: 5,
        themes: 5, fiveOnes: 100, released: 2, visited: 75),
    Village(
        suffix: "200", name: "龙凤村", groups: 5, members: 96, poor: 30, lifted: 205, cooperatives: 9,
        themes: 4, fiveOnes: 84, unpaired: 1, released: 5, visited: 50),
    Village(
        suffix: "201", name: "小龙潭村", groups: 5, members: 84, poor: 34, lifted: 210, cooperatives: 7,
        themes: 3, fiveOnes: 72, missed: [4], unpaired: 1, released: 8, visited: 41),
    Village(
        suffix: "202", name: "三河村", groups: 4, members: 78, poor: 42, lifted: 224, cooperatives: 5,
        themes: 2, fiveOnes: 55, missed: [2], unpaired: 1, released: 8, visited: 36),
    Village(
        suffix: "203", name: "三龙坝村", groups: 5, members: 82, poor: 36, lifted: 214, cooperatives: 8,
        themes: 4, fiveOnes: 100, released: 0, visited: 67),
    Village(
        suffix: "204", name: "向家村", groups: 4, members: 66, poor: 48, lifted: 205, cooperatives: 4,
        themes: 1, fiveOnes: 40, missed: [2, 5], orphaned: [2], released: 15, visited: 21),
    Village(
        suffix: "205", name: "二坡村", groups: 4, members: 70, poor: 52, lifted: 222, cooperatives: 5,
        themes: 2, fiveOnes: 60, missed: [6], unpaired: 1, released: 9, visited: 31),
    Village(
        suffix: "206", name: "吉心村", groups: 4, members: 68, poor: 58, lifted: 214, cooperatives: 6,
        themes: 3, fiveOnes: 65, released: 10, visited: 46),
    Village(
        suffix: "207", name: "大转拐村", groups: 3, members: 56, poor: 66, lifted: 178, cooperatives: 3,
        themes: 0, fiveOnes: 33, missed: [1, 3, 6], orphaned: [3], released: 20, visited: 15),
    Village(
        suffix: "208", name: "杉木坝村", groups: 4, members: 64, poor: 50, lifted: 204, cooperatives: 5,
        themes: 2, fiveOnes: 50, missed: [3], unpaired: 1, released: 10, visited: 36),
    Village(
        suffix: "209", name: "古场坝村", groups: 4, members: 76, poor: 44, lifted: 230, cooperatives: 6,
        themes: 3, fiveOnes: 70, unpaired: 1, released: 6, visited: 45),
    Village(
        suffix: "210", name: "双堰塘村", groups: 5, members: 80, poor: 40, lifted: 238, cooperatives: 6,
        themes: 2, fiveOnes: 64, missed: [6], unpaired: 1, released: 8, visited: 38),
    Village(
        suffix: "211", name: "店子槽村", groups: 4, members: 74, poor: 50, lifted: 226, cooperatives: 7,
        themes: 2, fiveOnes: 55, missed: [4, 6], unpaired: 1, released: 10, visited: 28),
    Village(
        suffix: "212", name: "龙马村", groups: 5, members: 88, poor: 46, lifted: 262, cooperatives: 9,
        themes: 4, fiveOnes: 76, unpaired: 1, released: 4, visited: 52),
    Village(
        suffix: "213", name: "柑子坪村", groups: 4, members: 62, poor: 62, lifted: 204, cooperatives: 4,
        themes: 1, fiveOnes: 45, missed: [2], orphaned: [2], released: 14, visited: 27),
    Village(
        suffix: "214", name: "猫子山村", groups: 3, members: 54, poor: 78, lifted: 176, cooperatives: 2,
        themes: 0, fiveOnes: 27, missed: [2, 4, 5], orphaned: [5, 4], unpaired: 3, released: 28, visited: 12),
    Village(
        suffix: "215", name: "青堡村", groups: 4, members: 72, poor: 64, lifted: 232, cooperatives: 5,
        themes: 3, fiveOnes: 60, unpaired: 2, released: 9, visited: 42),
    Village(
        suffix: "216", name: "碾盘村", groups: 4, members: 66, poor: 70, lifted: 220, cooperatives: 4,
        themes: 1, fiveOnes: 50, missed: [1], orphaned: [1], released: 12, visited: 40),
    Village(
        suffix: "217", name: "佐家坝村", groups: 4, members: 60, poor: 86, lifted: 200, cooperatives: 3,
        themes: 1, fiveOnes: 40, missed: [3, 6], unpaired: 2, released: 16, visited: 38),
]

/// A joint or office branch. Joint branches unite villages along an industry under a committee member.
struct SpecialBranch {
    let suffix: String
    let name: String
    let kind: String
    let groups: Int
    let members: Int
    var units: [String] = []
    var leader: Int?
    var industry = ""
    var cooperatives = 0
    var themes = 0
    var fiveOnes = 0
    var missed: [Int] = []
    var founded: Day
    var dissolved: Day?
    var posts: [String] = ["专业合作社社员"]

    var code: String { township + suffix }
}

let specialBranches: [SpecialBranch] = [
    SpecialBranch(
        suffix: "901", name: "茶叶产业联合支部", kind: "联合支部", groups: 2, members: 8, units: ["211", "212", "215"],
        leader: 2, industry: "茶叶", cooperatives: 5, themes: 2, fiveOnes: 80, founded: Day(2014, 9, 10)),
    SpecialBranch(
        suffix: "902", name: "烟叶产业联合支部", kind: "联合支部", groups: 1, members: 6, units: ["214", "216", "217"],
        leader: 6, industry: "烟叶", cooperatives: 3, fiveOnes: 40, missed: [2, 5], founded: Day(2015, 3, 18)),
    SpecialBranch(
        suffix: "903", name: "蔬菜产业联合支部", kind: "联合支部", groups: 2, members: 7, units: ["200", "203", "205"],
        leader: 7, industry: "蔬菜", cooperatives: 4, fiveOnes: 60, missed: [3], founded: Day(2014, 11, 5)),
    SpecialBranch(
        suffix: "904", name: "生猪林果产业联合支部", kind: "联合支部", groups: 0, members: 5, units: ["206", "209"],
        leader: 8, industry: "生猪、林果", cooperatives: 3, missed: [1], founded: Day(2015, 8, 26)),
    SpecialBranch(
        suffix: "951", name: "镇机关支部", kind: "机关支部", groups: 2, members: 40, themes: 3, fiveOnes: 90,
        founded: Day(2008, 5, 12), posts: ["驻村工作队员", "科员", "农技员", "民政助理", "科员"]),
    SpecialBranch(
        suffix: "952", name: "镇直单位支部", kind: "机关支部", groups: 1, members: 20, fiveOnes: 60, missed: [5],
        founded: Day(2010, 3, 2), posts: ["站长", "职员", "驻村工作队员", "职员"]),
    SpecialBranch(
        suffix: "953", name: "卫生院支部", kind: "机关支部", groups: 0, members: 16,
        founded: Day(2011, 6, 20), posts: ["医师", "护士", "公卫专干", "医师"]),
    SpecialBranch(
        suffix: "954", name: "烟叶站支部", kind: "机关支部", groups: 0, members: 0,
        founded: Day(2009, 4, 15), dissolved: Day(2015, 12, 31)),
]

/// A committee member: the villages in charge and the counted visits of 2016.
struct CommitteeMember {
    let name: String
    let post: String
    let villages: [String]
    let visits: Int
    var arrived: Day?
    var left: Day?
}

let handover = Day(2016, 3, 21)
let committee: [CommitteeMember] = [
    CommitteeMember(name: "覃绍槐", post: "党委书记", villages: ["001", "212"], visits: 4),
    CommitteeMember(name: "向启椿", post: "党委副书记、镇长", villages: ["200", "203"], visits: 5),
    CommitteeMember(name: "谭应柏", post: "党委副书记", villages: ["211", "215"], visits: 3),
    CommitteeMember(name: "田桂枝", post: "党委委员、纪委书记", villages: ["201"], visits: 2),
    CommitteeMember(name: "冉仕垚", post: "党委委员、组织委员", villages: ["202", "210"], visits: 4),
    CommitteeMember(name: "翟秋菱", post: "党委委员、宣传委员", villages: ["204"], visits: 1),
    CommitteeMember(name: "单宗岳", post: "党委委员、副镇长", villages: ["214", "216"], visits: 1),
    CommitteeMember(name: "解登昆", post: "党委委员、副镇长", villages: ["205", "208"], visits: 2),
    CommitteeMember(name: "仇显松", post: "党委委员、副镇长", villages: ["206", "209"], visits: 3),
    CommitteeMember(name: "曾腊梅", post: "党委委员、人大主席", villages: ["213"], visits: 2),
    CommitteeMember(name: "廖承炬", post: "党委委员、武装部部长", villages: ["207"], visits: 1, left: handover),
    CommitteeMember(name: "瞿远舟", post: "党委委员、武装部部长", villages: ["207", "217"], visits: 0, arrived: handover),
]

/// Groups whose life began or ended lately; those numbered past the village's own count come on top of it.
struct GroupHistory {
    let code: String
    let name: String
    var founded: Day?
    var dissolved: Day?
}

let groupHistories: [GroupHistory] = [
    GroupHistory(code: "42280110020204", name: "三河村第四党小组", founded: Day(2016, 5, 20)),
    GroupHistory(code: "42280110020505", name: "二坡村第五党小组", dissolved: Day(2016, 3, 31)),
    GroupHistory(code: "42280110021205", name: "龙马村第五党小组", founded: Day(2016, 6, 15)),
    GroupHistory(code: "42280110021505", name: "青堡村第五党小组", founded: Day(2016, 7, 1)),
]

// MARK: - Dates

/// A day as a count of days since 1970-01-01 (the usual civil-calendar arithmetic).
struct Day: Comparable {
    let number: Int

    init(number: Int) {
        self.number = number
    }

    init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    var text: String {
        let (year, month, day) = parts
        return "\(year)-\(padded(month, 2))-\(padded(day, 2))"
    }

    static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

// MARK: - Chance

/// splitmix64, seeded by a label, so that a change in one part of the town leaves the others as they are.
struct Dice {
    private var state: UInt64

    init(_ label: String) {
        state = 0xcbf2_9ce4_8422_2325
        for byte in label.utf8 {
            state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    mutating func pick<Element>(_ items: [Element]) -> Element { items[number(0...items.count - 1)] }

    /// A day on which the village offices are open, as far as Spring Festival goes.
    mutating func workday(_ first: Day, _ last: Day) -> Day {
        let drawn = day(first, last)
        for eve in [Day(2015, 2, 18), Day(2016, 2, 7)] where drawn >= eve && drawn < eve + 7 {
            return eve + 7
        }
        return drawn
    }

    mutating func day(_ first: Day, _ last: Day) -> Day {
        Day(number: number(first.number...max(first.number, last.number)))
    }

    mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
        var result = items
        for index in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(index, number(0...index))
        }
        return result
    }

    /// Puts a small number for each `#` of a template and the name for each `@`.
    mutating func fill(_ template: String, name: String = "") -> String {
        var result = ""
        for character in template {
            switch character {
            case "#": result += String(number(2...9))
            case "@": result += name
            default: result.append(character)
            }
        }
        return result
    }
}

// MARK: - Names of persons

enum Names {
    static let families: [String] = [
        "覃", "向", "田", "谭", "冉", "覃", "向", "田", "谭", "黄", "杨", "张", "李", "王", "刘", "陈", "周", "吴", "罗", "廖",
        "袁", "邓", "熊", "曾", "崔", "康", "余", "唐", "姚", "文", "谢", "朱", "龙", "胡", "龚", "秦", "蒋", "何", "侯", "梅",
        "翟", "单", "仇", "解", "瞿", "滕", "卯", "舒", "鄢", "麻", "全", "樊", "牟", "尹", "汪", "郜", "卢", "贺", "夏", "聂",
    ]
    static let maleFirst = [
        "绍", "启", "仕", "登", "应", "代", "祖", "继", "显", "朝", "昌", "兴", "先", "宗", "承", "定", "远", "述", "孝", "克",
    ]
    static let maleSecond = [
        "槐", "柏", "松", "椿", "奎", "坤", "垚", "焕", "炬", "满", "友", "银", "禄", "寿", "昆", "岳", "舟", "权", "谷", "炳",
    ]
    static let femaleFirst = ["秋", "冬", "腊", "桂", "翠", "银", "菊", "莲", "春", "元", "孝", "应", "友", "廷", "玖", "杏"]
    static let femaleSecond = ["枝", "芝", "娥", "姣", "妹", "香", "碧", "菱", "菊", "莲", "翠", "桃", "蓉", "珍", "芹", "梅"]
    static let single = ["椿", "榕", "菱", "垚", "炬", "禾", "茗", "桐", "槿", "芹", "楹", "葵", "蕙", "棣", "楸", "穗"]

    static func invent(_ dice: inout Dice, women: Int) -> String {
        let family = dice.pick(families)
        if dice.chance(12) { return family + dice.pick(single) }
        if dice.chance(women) {
            let first = dice.pick(femaleFirst)
            return family + first + dice.pick(femaleSecond.filter { $0 != first })
        }
        return family + dice.pick(maleFirst) + dice.pick(maleSecond)
    }
}

// MARK: - Rows

struct Organization {
    let code: String
    let name: String
    let kind: String
    var units: [String] = []
    var leader: Int?
    var industry = ""
    var founded: Day?
    var dissolved: Day?

    func exists(at day: Day) -> Bool { founded.map { $0 <= day } ?? true && dissolved.map { $0 > day } ?? true }
}

struct Person {
    var name: String
    let organization: String
    let category: String
    var post = ""
    var committee = false
    var villages: [String] = []
    var arrived: Day?
    var left: Day?
    var leftReason = ""
    var exemption = ""
    var telephone = ""

    var isMember: Bool { category.hasSuffix("党员") }
    func serves(at day: Day) -> Bool { arrived.map { $0 <= day } ?? true && left.map { $0 > day } ?? true }
}

struct Household {
    var id: String
    var head: String
    let village: String
    var size: Int
    let cause: String
    let identified: Day
    var lifted: Day?
    var returned: Day?
    var closed: Day?
    var closedReason = ""

    func isPoor(at day: Day) -> Bool {
        if day < identified { return false }
        if let closed, closed <= day { return false }
        guard let lifted, lifted <= day else { return true }
        guard let returned else { return false }
        return returned > lifted && returned <= day
    }
}

struct Pairing {
    let household: Int
    let person: Int
    let start: Day
    var end: Day?
    var reason = ""

    func isActive(at day: Day) -> Bool { start <= day && end.map { $0 > day } ?? true && reason != "录入有误" }
}

struct Cooperative {
    let serial: Int
    let name: String
    let organization: String
    let industry: String
    var founded: Day
    var closed: Day?
    let memberHouseholds: Int
    var householdsLed: Int
    var founders: [Int] = []
}

struct Activity {
    let day: Day
    let kind: String
    let organization: String
    var title: String
    var people: [Int] = []
    var household: Int?
    var settled: Day?
    var papersMissing = false
    var note = ""
    var voided: Day?
    var voidReason = ""
}

struct Town {
    var organizations: [Organization] = []
    var people: [Person] = []
    var households: [Household] = []
    var pairings: [Pairing] = []
    var cooperatives: [Cooperative] = []
    var activities: [Activity] = []

    /// Who was added by the copy being made: each copy pairs and records its own people and households.
    var copyPeople = 0..<0
    var copyHouseholds = 0..<0
    var departures: [String: [Int]] = [:]
    var pairingsOfHousehold: [Int: [Int]] = [:]
    var openPairings: [Int: Int] = [:]
    var fostered: Set<Int> = []
}

// MARK: - Organizations

extension Town {
    mutating func addOrganizations() {
        organizations.append(Organization(code: township, name: "龙凤镇", kind: "乡镇党委"))
        for village in villages {
            organizations.append(Organization(code: village.code, name: village.name, kind: "村党组织"))
            addGroups(of: village.code, named: village.name, count: village.groups)
        }
        for branch in specialBranches {
            organizations.append(
                Organization(
                    code: branch.code, name: branch.name, kind: branch.kind, units: branch.units.map { township + $0 },
                    leader: branch.leader, industry: branch.industry, founded: branch.founded,
                    dissolved: branch.dissolved))
            addGroups(of: branch.code, named: branch.name, count: branch.groups)
        }
    }

    private mutating func addGroups(of branch: String, named name: String, count: Int) {
        let ordinals = ["一", "二", "三", "四", "五", "六"]
        for index in 0..<count {
            let code = branch + padded(index + 1, 2)
            if groupHistories.contains(where: { $0.code == code }) { continue }
            organizations.append(Organization(code: code, name: "\(name)第\(ordinals[index])党小组", kind: "党小组"))
        }
        for history in groupHistories where history.code.hasPrefix(branch) {
            organizations.append(
                Organization(
                    code: history.code, name: history.name, kind: "党小组", founded: history.founded,
                    dissolved: history.dissolved))
        }
    }

    func groups(of branch: String) -> [Organization] {
        organizations.filter { $0.kind == "党小组" && $0.code.hasPrefix(branch) }
    }
}

// MARK: - People

extension Town {
    mutating func addCommittee() {
        for (index, member) in committee.enumerated() {
            var person = Person(name: member.name, organization: township, category: "正式党员", post: member.post)
            person.committee = true
            person.villages = member.villages.map { township + $0 }
            person.arrived = member.arrived
            person.left = member.left
            person.leftReason = member.left == nil ? "" : "调离"
            person.telephone = "0000000" + padded(index + 1, 4)
            people.append(person)
        }
    }

    mutating func addPeople(copy: Int) {
        let first = copy == 0 ? 0 : people.count
        departures = [:]
        for village in villages {
            var dice = Dice("people \(village.suffix) \(copy)")
            let places = groups(of: village.code).filter { $0.exists(at: asOf) }.map(\.code)
            addVillageMembers(village, places: places, &dice)
            addDepartures(village, places: places, &dice)
            addActivists(places: places, &dice)
            addOthers(village, &dice)
        }
        for branch in specialBranches where branch.members > 0 {
            var dice = Dice("people \(branch.suffix) \(copy)")
            addSpecialMembers(branch, &dice)
        }
        copyPeople = first..<people.count
    }

    private mutating func addVillageMembers(_ village: Village, places: [String], _ dice: inout Dice) {
        let title = village.suffix == "001" ? "社区" : "村"
        let posts = ["支部书记", "支部副书记、\(title)委会主任", "组织委员", "宣传委员", "纪检委员"]
        for index in 0..<village.members - village.orphaned.count {
            var member = newMember(at: index < posts.count ? village.code : places[index % places.count], &dice)
            if index < posts.count {
                member.post = posts[index]
                member.telephone = telephone(&dice)
            } else if index < posts.count + places.count {
                member.post = "党小组组长"
                member.telephone = telephone(&dice)
            } else {
                addTurns(of: &member, &dice)
            }
            people.append(member)
        }
    }

    /// Helpers who went in 2016 while their pairings were left standing: the households behind them are gaps.
    private mutating func addDepartures(_ village: Village, places: [String], _ dice: inout Dice) {
        for _ in village.orphaned {
            var member = newMember(at: dice.pick(places), &dice)
            member.left = dice.day(Day(2016, 2, 22), Day(2016, 6, 13))
            member.leftReason = dice.pick(["调离", "退休", "去世"])
            departures[village.code, default: []].append(people.count)
            people.append(member)
        }
    }

    private mutating func addActivists(places: [String], _ dice: inout Dice) {
        for place in places {
            for _ in 0..<2 {
                var person = Person(
                    name: Names.invent(&dice, women: 40), organization: place, category: "入党积极分子")
                person.post = dice.pick(["", "", "返乡创业青年", "种植大户", "村民小组长", "退伍军人"])
                people.append(person)
            }
        }
    }

    private mutating func addOthers(_ village: Village, _ dice: inout Dice) {
        for post in ["乡村医生", "小学教师", "网格员", "护林员"] {
            var person = Person(name: Names.invent(&dice, women: 45), organization: village.code, category: "群众")
            person.post = post
            people.append(person)
        }
    }

    private mutating func addSpecialMembers(_ branch: SpecialBranch, _ dice: inout Dice) {
        let groups = groups(of: branch.code).map(\.code)
        for index in 0..<branch.members {
            let place = index < 3 || groups.isEmpty ? branch.code : groups[index % groups.count]
            var member = newMember(at: place, &dice)
            member.post = index < 3 ? ["支部书记", "组织委员", "宣传委员"][index] : dice.pick(branch.posts)
            member.telephone = index < 3 ? telephone(&dice) : ""
            if index >= 3, branch.kind == "机关支部", dice.chance(10) {
                leave(&member, ["调离", "退休", "调离"], &dice)
            }
            people.append(member)
        }
    }

    private func newMember(at organization: String, _ dice: inout Dice) -> Person {
        Person(
            name: Names.invent(&dice, women: 24), organization: organization,
            category: dice.chance(4) ? "预备党员" : "正式党员")
    }

    /// An ordinary member may be exempt, leave, or have come lately.
    private func addTurns(of member: inout Person, _ dice: inout Dice) {
        if dice.chance(20) { member.telephone = telephone(&dice) }
        if dice.chance(6) { member.post = dice.pick(["会计", "妇联主席", "村民小组长", "民兵连长", "村务监督委员"]) }
        switch dice.number(0...99) {
        case 0..<12:
            member.exemption = dice.pick(["年满七十五岁", "年满七十五岁", "长期外出务工", "长期外出务工", "因病卧床", "异地居住"])
        case 12..<16:
            leave(&member, ["调离", "去世", "组织关系转出"], &dice)
        case 16..<20:
            member.arrived = dice.day(Day(2015, 2, 10), Day(2016, 5, 20))
        case 20..<34:
            member.arrived = dice.day(Day(2004, 3, 1), Day(2013, 9, 30))
        default:
            break
        }
    }

    private func leave(_ member: inout Person, _ reasons: [String], _ dice: inout Dice) {
        member.left = dice.day(Day(2015, 2, 1), Day(2016, 6, 12))
        member.leftReason = dice.pick(reasons)
    }

    /// Eleven digits like a mobile number, but 00 asks for a foreign country and none has a code that begins with 0.
    private func telephone(_ dice: inout Dice) -> String { "000000" + padded(dice.number(1...99_999), 5) }

    func members(of branch: String) -> [Int] {
        copyPeople.filter { people[$0].isMember && people[$0].organization.hasPrefix(branch) }
    }

    func officers(of branch: String) -> [Int] {
        members(of: branch).filter { people[$0].organization == branch && people[$0].left == nil }
    }
}

// MARK: - Households

extension Town {
    private static let causes = [
        "因病", "因病", "因病", "因学", "因学", "因残", "缺技术", "缺技术", "缺劳力", "缺劳力", "缺资金", "缺资金", "交通条件落后",
        "交通条件落后", "因灾", "缺水", "自身发展动力不足", "因病、缺劳力", "因学、缺资金",
    ]

    mutating func addHouseholds(copy: Int) {
        let first = households.count
        for village in villages {
            var dice = Dice("households \(village.suffix) \(copy)")
            let closed = dice.number(4...7)
            let lifted = addLifted(village, &dice)
            let poor = addPoor(village, &dice)
            let gone = (0..<closed).map { _ in closedHousehold(village, &dice) }
            let before = households.count { $0.village == village.code }
            for (index, household) in dice.shuffled(lifted + poor + gone).enumerated() {
                households.append(household)
                households[households.count - 1].id = "H\(village.suffix)-\(padded(before + index + 1, 4))"
            }
        }
        copyHouseholds = first..<households.count
    }

    private func newHousehold(_ village: Village, _ dice: inout Dice) -> Household {
        Household(
            id: "", head: Names.invent(&dice, women: 14), village: village.code,
            size: dice.pick([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8]), cause: dice.pick(Town.causes),
            identified: dice.day(Day(2013, 11, 20), Day(2014, 6, 30)))
    }

    private func addLifted(_ village: Village, _ dice: inout Dice) -> [Household] {
        let batches = [
            dice.day(Day(2014, 12, 8), Day(2014, 12, 29)), dice.day(Day(2015, 11, 23), Day(2015, 12, 30)),
            dice.day(Day(2016, 5, 23), Day(2016, 6, 29)),
        ]
        return (0..<village.lifted).map { index in
            var household = newHousehold(village, &dice)
            household.lifted = batches[dice.pick([0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2])]
            if index == 0, batches[1].number.isMultiple(of: 3) {
                household.returned = dice.day(Day(2015, 3, 1), Day(2015, 8, 30))
                household.lifted = batches[1]
            }
            return household
        }
    }

    /// The poor of June 2016; the last few of them had been lifted at the end of 2014 and returned.
    private func addPoor(_ village: Village, _ dice: inout Dice) -> [Household] {
        let returned = village.poor > 40 ? dice.number(1...2) : dice.number(0...1)
        return (0..<village.poor).map { index in
            var household = newHousehold(village, &dice)
            if index < returned {
                household.lifted = dice.day(Day(2014, 12, 8), Day(2014, 12, 29))
                household.returned = dice.day(Day(2015, 7, 6), Day(2016, 5, 27))
            }
            return household
        }
    }

    private func closedHousehold(_ village: Village, _ dice: inout Dice) -> Household {
        var household = newHousehold(village, &dice)
        if dice.chance(30) { household.lifted = dice.day(Day(2014, 12, 8), Day(2014, 12, 29)) }
        household.closed = dice.day(Day(2015, 1, 12), Day(2016, 5, 30))
        household.closedReason = dice.pick(["整户迁出本镇", "户主去世，无其他成员", "与子女并户", "复核不符合标准，清退", "整户转为五保供养"])
        return household
    }

    /// Two names with characters outside the Basic Multilingual Plane, as real registers have them.
    mutating func renamePersons() {
        if let person = members(of: township + "215").dropFirst(12).first { people[person].name = "覃𣲗" }
        let heads = copyHouseholds.filter {
            households[$0].village == township + "211" && households[$0].isPoor(at: asOf)
        }
        if let household = heads.first { households[household].head = "向𤧛" }
    }
}

// MARK: - Pairings

extension Town {
    /// Where the members of joint and office branches help: villages with few members for their households.
    private static let helpedByTown = ["217", "214", "207", "216", "213", "206", "215", "204", "208", "205"]

    mutating func addPairings(copy: Int) {
        pairingsOfHousehold = [:]
        openPairings = [:]
        let pools = helperPools()
        for village in villages {
            var dice = Dice("pairings \(village.suffix) \(copy)")
            pair(village, pool: dice.shuffled(pools[village.suffix] ?? []), &dice)
        }
    }

    /// Who may help in each village from the start: members who are not exempt and came before the pairing began.
    private func helperPools() -> [String: [Int]] {
        var pools: [String: [Int]] = [:]
        for village in villages {
            pools[village.suffix] = members(of: village.code).filter {
                canHelp($0) && !(departures[village.code] ?? []).contains($0)
            }
        }
        for (index, helper) in specialBranches.flatMap({ members(of: $0.code) }).filter(canHelp).enumerated() {
            pools[Town.helpedByTown[index % Town.helpedByTown.count], default: []].append(helper)
        }
        for (index, member) in committee.enumerated() where copyPeople.contains(index) && member.arrived == nil {
            pools[member.villages[0], default: []].append(index)
        }
        return pools
    }

    private func canHelp(_ index: Int) -> Bool {
        people[index].exemption.isEmpty && people[index].arrived.map { $0 < Day(2014, 1, 1) } ?? true
    }

    private mutating func pair(_ village: Village, pool: [Int], _ dice: inout Dice) {
        let own = copyHouseholds.filter { households[$0].village == village.code }
        var poor = own.filter { households[$0].isPoor(at: asOf) }
        poor.sort { (households[$0].returned == nil ? 1 : 0, $0) < (households[$1].returned == nil ? 1 : 0, $1) }
        let successors = pool.filter { people[$0].left == nil } + newcomers(in: village)

        for household in poor.prefix(village.unpaired) where households[household].lifted != nil {
            support(household, by: pool[0], successors: successors, comesBack: false, &dice)
        }
        poor.removeFirst(village.unpaired)
        for (helper, count) in zip(departures[village.code] ?? [], village.orphaned) {
            for household in poor.suffix(count) {
                append(household, helper, from: firstDay(of: household, &dice))
            }
            poor.removeLast(count)
        }
        for (index, household) in poor.enumerated() {
            support(household, by: pool[index % pool.count], successors: successors, &dice)
        }
        addSecondHelpers(poor, successors: successors, &dice)
        let rest = own.filter { !households[$0].isPoor(at: asOf) }
        supportLifted(rest, pool: pool, offset: poor.count, successors: successors, released: village.released, &dice)
        addSlips(poor, successors: successors, &dice)
    }

    private func newcomers(in village: Village) -> [Int] {
        members(of: village.code).filter {
            people[$0].arrived.map { $0 > Day(2014, 1, 1) } ?? false && people[$0].exemption.isEmpty
        }
            + copyPeople.filter {
                people[$0].committee && people[$0].villages[0] == village.code && people[$0].arrived != nil
            }
    }

    /// Helpers without a poor household mostly stay with one that was lifted, to see that it holds.
    private mutating func supportLifted(
        _ rest: [Int], pool: [Int], offset: Int, successors: [Int], released: Int, _ dice: inout Dice
    ) {
        let letGo = Set(pool.filter { _ in dice.chance(released) })
        for (index, household) in rest.enumerated() {
            let helper = pool[(offset + index) % pool.count]
            let free = openPairings[helper, default: 0] == 0 && !letGo.contains(helper)
            let keeps = people[helper].left == nil && households[household].closed == nil && (free || dice.chance(2))
            support(household, by: helper, successors: successors, keeps: keeps, &dice)
        }
    }

    private func firstDay(of household: Int, _ dice: inout Dice) -> Day {
        max(households[household].identified, Day(2014, 3, 3)) + dice.number(0...45)
    }

    /// A household's whole story with its first helper and that helper's successors.
    private mutating func support(
        _ household: Int, by helper: Int, successors: [Int], keeps: Bool = false, comesBack: Bool = true,
        _ dice: inout Dice
    ) {
        let facts = households[household]
        let start = firstDay(of: household, &dice)
        var end = facts.lifted
        var reason = "脱贫"
        if let closed = facts.closed, end == nil {
            (end, reason) = (closed, "销户")
        }
        let stays = keeps || end == nil
        let last = accompany(
            household, helper, from: start, until: stays ? nil : end, reason: stays ? "" : reason,
            successors: successors, &dice)
        if comesBack, let returned = facts.returned, let lifted = facts.lifted, returned > lifted {
            let next = people[last].serves(at: returned) ? last : successor(of: last, at: returned, successors, &dice)
            _ = accompany(household, next, from: returned, until: nil, reason: "", successors: successors, &dice)
        }
    }

    /// From one day to another with one helper, or with a successor from the day the first one goes. Gives the last.
    private mutating func accompany(
        _ household: Int, _ helper: Int, from start: Day, until end: Day?, reason: String, successors: [Int],
        _ dice: inout Dice
    ) -> Int {
        let horizon = min(end ?? asOf, asOf)
        if let left = people[helper].left, left < horizon, left > start {
            append(household, helper, from: start, until: left, reason: "离任")
            let next = successor(of: helper, at: left, successors, &dice)
            append(household, next, from: left, until: end, reason: reason)
            return next
        }
        if start + 90 < horizon, dice.chance(6) {
            let day = dice.day(start + 60, horizon + -10)
            append(household, helper, from: start, until: day, reason: "调整")
            let next = successor(of: helper, at: day, successors, &dice)
            append(household, next, from: day, until: end, reason: reason)
            return next
        }
        append(household, helper, from: start, until: end, reason: reason)
        return helper
    }

    /// The least burdened of those who serve on that day and will stay, newcomers first among equals.
    private func successor(of helper: Int, at day: Day, _ successors: [Int], _ dice: inout Dice) -> Int {
        let able = dice.shuffled(successors.filter { $0 != helper && people[$0].serves(at: day) })
        return able.prefix(6).min { openPairings[$0, default: 0] < openPairings[$1, default: 0] } ?? able[0]
    }

    private mutating func addSecondHelpers(_ poor: [Int], successors: [Int], _ dice: inout Dice) {
        for household in poor where dice.chance(8) {
            let day = dice.day(Day(2015, 3, 2), Day(2016, 5, 20))
            guard households[household].isPoor(at: day), let held = pairingsOfHousehold[household] else { continue }
            let helpers = held.map { pairings[$0].person }
            let free = successors.filter { !helpers.contains($0) && openPairings[$0, default: 0] < 3 }
            append(household, successor(of: helpers[0], at: day, free, &dice), from: day)
        }
    }

    /// A row entered for the wrong helper and struck out some days later; the right one was there all the time.
    private mutating func addSlips(_ poor: [Int], successors: [Int], _ dice: inout Dice) {
        guard dice.chance(20), let household = poor.last, let held = pairingsOfHousehold[household] else { return }
        let day = pairings[held[0]].start + 3
        let wrong = successor(of: pairings[held[0]].person, at: day, successors, &dice)
        guard pairings[held[0]].isActive(at: day + 6) else { return }
        append(household, wrong, from: day, until: day + 6, reason: "录入有误")
    }

    /// A lifted household of which two people are one of their own since April, as 分户 writes it: same village, cause and helper,
    /// identified and lifted on the day.
    mutating func splitHousehold() {
        let day = Day(2016, 4, 8)
        let whole = households.indices.first {
            let row = households[$0]
            let isKept = row.lifted.map { $0 < day } ?? false && row.returned == nil && row.closed == nil
            return row.village == township + "212" && row.size >= 5 && isKept && helpers(of: $0, at: asOf).count == 1
        }
        guard let whole, let helper = helpers(of: whole, at: asOf).first else { return }
        var part = households[whole]
        let number = households.count { $0.village == part.village } + 1
        part = Household(
            id: "H212-" + padded(number, 4), head: part.head.prefix(1) + "承谷", village: part.village, size: 2, cause: part.cause,
            identified: day, lifted: day)
        households[whole].size -= part.size
        households.append(part)
        append(households.count - 1, helper, from: day)
    }

    private mutating func append(
        _ household: Int, _ person: Int, from start: Day, until end: Day? = nil, reason: String = ""
    ) {
        pairingsOfHousehold[household, default: []].append(pairings.count)
        pairings.append(Pairing(household: household, person: person, start: start, end: end, reason: reason))
        if end == nil { openPairings[person, default: 0] += 1 }
    }

    func helpers(of household: Int, at day: Day) -> [Int] {
        (pairingsOfHousehold[household] ?? []).filter { pairings[$0].isActive(at: day) }
            .map { pairings[$0].person }.filter { people[$0].serves(at: day) }
    }
}

// MARK: - Cooperatives

extension Town {
    private static let brands = [
        "禾润", "云岭", "碧源", "绿坪", "佳禾", "金穗", "青崖", "丰泽", "山里人", "晨露", "惠农", "翠屏", "同心", "富康", "百草", "瑞禾",
    ]
    private static let industries = [
        "茶叶", "茶叶", "茶叶", "烟叶", "蔬菜", "蔬菜", "生猪", "生猪", "林果", "中药材", "山羊", "家禽", "土豆", "蜜蜂", "苗木", "乡村旅游",
    ]
    /// Founders of each member-founded cooperative; the last three are joint branches' and share one each with a village.
    private static let founderCounts = [
        3, 2, 2, 1, 3, 2, 2, 2, 2, 3, 2, 2, 1, 2, 3, 2, 2, 2, 2, 3, 2, 1, 2, 3, 2, 3,
    ]
    /// Villages with member-founded cooperatives, as often as they have them; joint branches follow.
    private static let memberFounded = [
        "200", "203", "211", "212", "215", "206", "209", "001", "200", "201", "203", "205", "210", "211", "212", "217",
        "904", "901", "901", "902", "903", "901", "902", "903", "904", "901",
    ]

    mutating func addCooperatives(copy: Int) {
        var dice = Dice("cooperatives \(copy)")
        let first = cooperatives.count
        for (place, count) in villages.map({ ($0.code, $0.cooperatives) })
            + specialBranches.map({ ($0.code, $0.cooperatives) })
        {
            for _ in 0..<count { addCooperative(at: place, &dice) }
        }
        let active = first..<cooperatives.count
        addFounders(active, &dice)
        settleHouseholdsLed(active)
        addClosedAndComing(&dice)
    }

    private mutating func addCooperative(at place: String, _ dice: inout Dice) {
        let branch = specialBranches.first { $0.code == place }
        let industry = branch?.industry.split(separator: "、").first.map(String.init) ?? dice.pick(Town.industries)
        let seat = villages.first { $0.code == place }?.name ?? "龙凤"
        let stem = seat.hasSuffix("村") ? String(seat.dropLast()) : seat
        var name = ""
        for _ in 0..<40 where name.isEmpty || cooperatives.contains(where: { $0.name == name }) {
            name = stem + dice.pick(Town.brands) + industry + "专业合作社"
        }
        cooperatives.append(
            Cooperative(
                serial: cooperatives.count + 1, name: name, organization: place, industry: industry,
                founded: dice.day(Day(2009, 3, 1), Day(2016, 4, 20)), memberHouseholds: dice.number(5...38),
                householdsLed: dice.number(6...48)))
    }

    private mutating func addFounders(_ active: Range<Int>, _ dice: inout Dice) {
        var taken: [Int] = []
        for (index, suffix) in Town.memberFounded.enumerated() {
            let place = township + suffix
            let free = active.first { cooperatives[$0].organization == place && cooperatives[$0].founders.isEmpty }
            guard let free else { continue }
            let units = specialBranches.first { $0.code == place }?.units.map { township + $0 } ?? []
            let near = ([place] + units).flatMap { members(of: $0) }.filter { isFounder($0) }
            let shared = index >= Town.memberFounded.count - 3 ? taken.first { near.contains($0) } : nil
            var founders = shared.map { [$0] } ?? []
            for person in dice.shuffled(near.filter { !taken.contains($0) })
            where founders.count < Town.founderCounts[index] {
                founders.append(person)
            }
            taken += founders
            cooperatives[free].founders = founders
            cooperatives[free].householdsLed += dice.number(15...40)
        }
    }

    private func isFounder(_ index: Int) -> Bool {
        people[index].isMember && people[index].left == nil && people[index].exemption.isEmpty
    }

    /// Moves the reported numbers, one household at a time, until they add up to the article's total.
    private mutating func settleHouseholdsLed(_ active: Range<Int>) {
        var surplus = active.reduce(0) { $0 + cooperatives[$1].householdsLed } - Article.householdsLed
        while surplus != 0 {
            for index in active where surplus != 0 && (surplus < 0 || cooperatives[index].householdsLed > 5) {
                cooperatives[index].householdsLed -= surplus.signum()
                surplus -= surplus.signum()
            }
        }
    }

    /// Those that as-of figures must leave out: closed before the date, or founded after it.
    private mutating func addClosedAndComing(_ dice: inout Dice) {
        for suffix in ["204", "208", "213", "216"] {
            addCooperative(at: township + suffix, &dice)
            let last = cooperatives.count - 1
            cooperatives[last].founded = dice.day(Day(2009, 3, 1), Day(2013, 3, 1))
            cooperatives[last].closed = dice.day(Day(2014, 4, 1), Day(2016, 5, 31))
        }
        cooperatives[cooperatives.count - 1].closed = asOf
        addCooperative(at: township + "214", &dice)
        let founders = members(of: township + "214").filter { isFounder($0) }
        cooperatives[cooperatives.count - 1].founded = Day(2016, 7, 8)
        cooperatives[cooperatives.count - 1].founders = [dice.pick(founders)]
    }
}

/// A unified social credit code by GB 32100-2015: agriculture (9), farmers' cooperative (3), the county, a number, check.
func creditCode(_ serial: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let body = "93422801" + padded(serial, 9)
    var weight = 1
    var sum = 0
    for character in body {
        sum += (alphabet.firstIndex(of: character) ?? 0) * weight
        weight = weight * 3 % 31
    }
    return body + String(alphabet[(31 - sum % 31) % 31])
}

// MARK: - Activities of branches

extension Town {
    mutating func addActivities(copy: Int) {
        addCommitteeVisits(copy: copy)
        for village in villages {
            addThemes(
                village.code, expected: village.members / 2, in2015: village.themes == 0 ? 3 : 4,
                in2016: village.themes, copy: copy)
            addPartyDays(village.code, from: Day(2015, 1, 1), missed: village.missed, copy: copy)
            addFiveOnes(village.code, share: village.fiveOnes, near: [village.code], copy: copy)
            addHomeVisits(village, copy: copy)
        }
        for branch in specialBranches where branch.members > 0 {
            addThemes(branch.code, expected: branch.members, in2015: 0, in2016: branch.themes, copy: copy)
            addPartyDays(branch.code, from: branch.founded, missed: branch.missed, copy: copy)
            let near = branch.units.isEmpty ? ["217", "214"] : branch.units
            addFiveOnes(branch.code, share: branch.fiveOnes, near: near.map { township + $0 }, copy: copy)
        }
        if copy == 0 { addOddities() }
    }

    private static let studies = [
        ("茶叶产业发展与合作社带动情况调研", "走访合作社#家，建议扩建加工车间。"),
        ("易地扶贫搬迁选址专题调研", "召开院坝会#场，意愿搬迁#户。"), ("村级党建四四五工作法落实情况调研", "查阅台账，指出问题#条，限期整改。"),
        ("双向全覆盖结对情况专题调研", "抽查贫困户#户，政策知晓较好。"), ("通组公路建设进度专题调研", "尚有#公里未硬化。"),
        ("烟叶种植与订单收购专题调研", "核实面积，协调育苗棚#个。"), ("集体经济薄弱村专题调研", "商定盘活闲置校舍。"),
        ("安全饮水工程专题调研", "#个院落枯水期缺水，已报水利站。"), ("矛盾纠纷排查化解专题调研", "梳理积案#件，明确包案人。"),
    ]

    private mutating func addCommitteeVisits(copy: Int) {
        let joint = specialBranches.filter { $0.leader != nil }
        for (index, member) in committee.enumerated() {
            var dice = Dice("studies \(index) \(copy)")
            let places = member.villages.map { township + $0 } + joint.filter { $0.leader == index }.map(\.code)
            let first = max(member.arrived ?? Day(2016, 1, 11), Day(2016, 1, 11))
            let last = min(member.left ?? Day(2016, 6, 29), Day(2016, 6, 29)) + -1
            for number in 0..<member.visits {
                addStudy(dice.workday(first, last), places[number % places.count], [index], &dice)
            }
            for number in 0..<(member.arrived == nil ? 4 : 0) {
                let day = dice.workday(Day(2015, 1 + number * 3, 5), Day(2015, 3 + number * 3, 27))
                addStudy(day, places[number % member.villages.count], [index], &dice)
            }
        }
        var dice = Dice("studies together \(copy)")
        addStudy(Day(2016, 4, 19), township + "214", [5, 6], &dice)
    }

    private mutating func addStudy(_ day: Day, _ place: String, _ people: [Int], _ dice: inout Dice) {
        let (title, note) = dice.pick(Town.studies)
        activities.append(
            Activity(
                day: day, kind: "专题调研", organization: place, title: title, people: people,
                papersMissing: day > Day(2016, 6, 1) && dice.chance(50), note: dice.fill(note)))
    }

    private static let themes = [
        "“学雷锋、树新风”志愿服务主题活动", "植树护绿主题活动", "重温入党誓词主题活动", "“清洁家园”义务劳动主题活动", "关爱留守儿童和空巢老人主题活动",
        "“我是党员我带头”产业帮扶主题活动", "“学党章、知党恩”主题活动", "抢修水毁道路党员突击主题活动", "春耕互助主题活动", "党员公开承诺主题活动",
    ]

    private mutating func addThemes(_ branch: String, expected: Int, in2015: Int, in2016: Int, copy: Int) {
        var dice = Dice("themes \(branch) \(copy)")
        for number in 0..<in2015 {
            let day = dice.workday(Day(2015, 1 + number * 3, 6), Day(2015, 3 + number * 3, 28))
            addTheme(day, branch, expected, &dice)
        }
        for number in 0..<in2016 {
            let month = 1 + number * 6 / in2016
            addTheme(dice.workday(Day(2016, month, 8), Day(2016, month, 28)), branch, expected, &dice)
        }
    }

    private mutating func addTheme(_ day: Day, _ branch: String, _ expected: Int, _ dice: inout Dice) {
        activities.append(
            Activity(
                day: day, kind: "主题活动", organization: branch, title: dice.pick(Town.themes),
                people: Array(officers(of: branch).prefix(dice.number(2...4))),
                papersMissing: day > Day(2016, 3, 1) && dice.chance(25), note: attendance(expected, &dice)))
    }

    private func attendance(_ expected: Int, _ dice: inout Dice) -> String {
        "应到\(expected)人，实到\(expected - dice.number(0...expected / 5))人。"
    }

    /// What a month's 主题党日 was about, January first; 2016 is the year of 两学一做.
    private static let partyDays2015 = [
        "民主评议党员", "学习中央一号文件", "学习全国两会精神", "研究春耕生产", "党费收缴与党务公开", "重温党章", "“七一”纪念活动", "学习农村基层组织工作条例",
        "研究秋收秋种", "学习扶贫政策", "讨论贫困户脱贫评议", "年终述职评议",
    ]
    private static let partyDays2016 = [
        "组织生活会与民主评议党员", "看望返乡党员座谈", "“两学一做”学习教育动员", "逐段诵读党章", "学系列讲话、议产业发展", "“不忘初心”重温入党志愿",
    ]

    private mutating func addPartyDays(_ branch: String, from founded: Day, missed: [Int], copy: Int) {
        var dice = Dice("party days \(branch) \(copy)")
        let expected = max(6, members(of: branch).count * 3 / 5)
        let months =
            Town.partyDays2015.enumerated().map { (2015, $0.offset + 1, $0.element) }
            + Town.partyDays2016.enumerated().map { (2016, $0.offset + 1, $0.element) }
        for (year, month, topic) in months {
            let day = dice.workday(Day(year, month, 4), Day(year, month, 26))
            let skipped = year == 2016 ? missed.contains(month) : dice.chance(6)
            if skipped || day < founded { continue }
            activities.append(
                Activity(
                    day: day, kind: "主题党日", organization: branch, title: "\(month)月支部主题党日：\(topic)",
                    people: Array(officers(of: branch).prefix(2)),
                    papersMissing: day > Day(2016, 4, 1) && dice.chance(18), note: attendance(expected, &dice)))
        }
    }
}

// MARK: - The five ones of party groups

extension Town {
    private static let items = ["培养积极分子", "合理化建议", "安全隐患", "矛盾纠纷", "办实事"]
    private static let suggestions = [
        "建议硬化#组至茶园产业路", "建议在村口增设路灯#盏", "建议统一采购茶苗", "建议闲置校舍改建日间照料点", "建议村务公开栏按季更新", "建议增设垃圾池#处",
        "建议成立红白理事会", "建议组织烘烤技术培训", "建议协调合作社保底收购", "建议清理#组灌溉渠",
    ]
    private static let hazards = [
        "排查出#组地质滑坡隐患", "排查出农用线路老化#处", "排查出临水路段缺护栏", "排查出危旧房#户", "排查出塘堰坝体渗水", "排查出烤房用火隐患", "排查出校门口占道经营",
        "排查出林区野外用火隐患",
    ]
    private static let disputes = [
        "调解两户山林界址纠纷", "调解宅基地相邻纠纷", "调解土地流转租金纠纷", "调解引水用水纠纷", "调解家庭赡养纠纷", "调解修路占地补偿纠纷", "调解牲畜损毁庄稼纠纷",
        "调解务工工资纠纷",
    ]
    private static let deeds = [
        "帮助@办理慢性病门诊卡", "帮助@申请产业奖补", "帮助@修缮漏雨房屋", "帮助@联系子女助学贷款", "帮助@代购化肥种苗", "帮助@接通自来水", "帮助@销售土豆#百斤",
        "帮助@办理残疾证", "帮助@联系务工岗位",
    ]

    private mutating func addFiveOnes(_ branch: String, share: Int, near: [String], copy: Int) {
        var dice = Dice("five ones \(branch) \(copy)")
        let groups = groups(of: branch).filter { $0.founded.map { $0 <= asOf } ?? true }
        let own = copyHouseholds.filter { near.contains(households[$0].village) && households[$0].closed == nil }
        for group in groups where group.founded == nil {
            for item in Town.items where dice.chance(93) {
                addItem(item, group, Day(2015, 2, 3), Day(2015, 11, 25), finished: true, own, &dice)
            }
        }
        let current = groups.filter { $0.exists(at: asOf) }
        let all = dice.shuffled(current.flatMap { group in Town.items.map { (group, $0) } })
        let done = (all.count * share + 50) / 100
        for (index, (group, item)) in all.enumerated() {
            let first = max(Day(2016, 1, 6), group.founded ?? Day(2016, 1, 6))
            if index < done {
                addItem(item, group, first, Day(2016, 6, 12), finished: true, own, &dice)
                if dice.chance(25) {
                    addItem(item, group, first, Day(2016, 6, 12), finished: dice.chance(60), own, &dice)
                }
            } else if item == "矛盾纠纷" || item == "办实事", dice.chance(55) {
                addItem(item, group, max(first, Day(2016, 4, 5)), Day(2016, 6, 26), finished: false, own, &dice)
            }
        }
    }

    private mutating func addItem(
        _ item: String, _ group: Organization, _ first: Day, _ last: Day, finished: Bool, _ own: [Int],
        _ dice: inout Dice
    ) {
        let day = dice.workday(first, last)
        let head = groupHead(group.code)
        var activity = Activity(day: day, kind: item, organization: group.code, title: "", people: head)
        switch item {
        case "培养积极分子":
            foster(&activity, &dice)
        case "合理化建议":
            activity.title = dice.fill(dice.pick(Town.suggestions))
            activity.note = dice.pick(["村“两委”已采纳。", "提交村“两委”会议研究。", ""])
        case "安全隐患":
            activity.title = dice.fill(dice.pick(Town.hazards))
            if dice.chance(60) { activity.settled = min(day + dice.number(1...25), Day(2016, 6, 29)) }
            activity.note = activity.settled == nil ? "已设警示牌，待整改。" : "已整改。"
        case "矛盾纠纷":
            activity.title = dice.pick(Town.disputes)
            if finished { activity.settled = min(day + dice.number(0...18), Day(2016, 6, 29)) }
            activity.note = finished ? dice.pick(["双方签订调解协议。", "当场和解。", ""]) : "涉及#户，尚在调解。"
            activity.note = dice.fill(activity.note)
        default:
            let household = dice.pick(own)
            activity.title = dice.fill(dice.pick(Town.deeds), name: households[household].head)
            activity.household = household
            if finished { activity.settled = min(day + dice.number(0...20), Day(2016, 6, 29)) }
            activity.note = finished ? "" : "正在办理。"
        }
        activity.papersMissing = day > Day(2016, 3, 1) && dice.chance(7)
        activities.append(activity)
    }

    /// Each activist is listed once; with nobody left to list, the group has talked with those it has.
    private mutating func foster(_ activity: inout Activity, _ dice: inout Dice) {
        let activists = copyPeople.filter {
            people[$0].category == "入党积极分子" && people[$0].organization == activity.organization
        }
        guard let next = activists.first(where: { !fostered.contains($0) }) else {
            activity.title = dice.pick(["与入党积极分子谈心谈话", "听取入党积极分子思想汇报", "推荐入党积极分子参加镇党校培训"])
            return
        }
        fostered.insert(next)
        activity.title = "确定\(people[next].name)为入党积极分子，落实培养联系人"
        activity.people.append(next)
        activity.note = dice.pick(["已递交入党申请书。", "", "返乡创业，表现积极。"])
    }

    private func groupHead(_ group: String) -> [Int] {
        let own = copyPeople.filter {
            people[$0].organization == group && people[$0].isMember && people[$0].left == nil
        }
        return Array((own.filter { people[$0].post == "党小组组长" } + own).prefix(1))
    }
}

// MARK: - Home visits

extension Town {
    /// By season: Spring Festival, spring, summer, autumn, the end of the year.
    private static let homeVisits: [[(String, String)]] = [
        [
            ("春节慰问走访", "送去米、油和慰问金#00元。"), ("入户核对收支", "与户主算清上年收入账。"), ("宣讲扶贫政策", "讲解产业奖补和教育资助政策。"),
            ("看望外出返乡人员", "商量年后务工去向。"),
        ],
        [
            ("春耕备耕走访", "送化肥#袋，商定种植计划。"), ("茶园管护指导", "现有茶园#亩，指导修剪施肥。"), ("落实产业奖补", "帮助填写申报表。"),
            ("联系就业岗位", "推荐县城岗位#个。"), ("烟苗移栽帮工", "帮工移栽烟苗#亩。"), ("送种苗上门", "送土豆种#百斤。"),
        ],
        [
            ("夏季田管走访", "玉米长势好，查看#亩。"), ("茶叶销售对接", "与合作社签订收购协议。"), ("汛期安全走访", "检查房屋和排水沟。"),
            ("危房改造进度走访", "主体已完工#成。"), ("就医报销帮办", "协助报销住院费用。"), ("生猪养殖指导", "存栏#头，联系防疫。"),
        ],
        [
            ("秋收帮工走访", "帮收玉米#亩。"), ("助学政策落实走访", "核对在读子女资助情况。"), ("土豆采挖帮工", "收土豆#百斤。"),
        ],
        [
            ("脱贫评议入户", "核对“两不愁三保障”。"), ("过冬物资走访", "棉被衣物已备，缺煤#百斤。"), ("烟叶交售走访", "已交售#担。"), ("农产品代销", "代销土鸡#只。"),
        ],
    ]

    /// Home visits are in the ledger since July 2015; before that they were kept on paper.
    private mutating func addHomeVisits(_ village: Village, copy: Int) {
        var dice = Dice("home visits \(village.suffix) \(copy)")
        let own = copyHouseholds.filter { households[$0].village == village.code }
        for (year, month, share) in [
            (2015, 7, 15), (2015, 8, 15), (2015, 9, 16), (2015, 10, 20), (2015, 11, 24), (2015, 12, 22),
            (2016, 1, 62), (2016, 2, 34), (2016, 3, 42), (2016, 4, 40), (2016, 5, 48),
        ] {
            visit(own, year, month, lastDay: 28, share: share, &dice)
        }
        visit(own, 2016, 6, lastDay: 29, share: village.visited, &dice)
    }

    private mutating func visit(
        _ own: [Int], _ year: Int, _ month: Int, lastDay: Int, share: Int, _ dice: inout Dice
    ) {
        let season = Town.homeVisits[[0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4][month - 1]]
        for household in own {
            let day = Day(year, month, dice.number(1...lastDay))
            let poor = households[household].isPoor(at: day)
            guard let helper = helpers(of: household, at: day).last, dice.chance(poor ? share : 12) else { continue }
            let (title, note) = dice.pick(season)
            activities.append(
                Activity(
                    day: day, kind: "帮扶走访", organization: households[household].village, title: title,
                    people: [helper], household: household, papersMissing: month == 6 && dice.chance(5),
                    note: dice.chance(70) ? dice.fill(note) : ""))
        }
    }
}

// MARK: - Oddities that a ledger collects

extension Town {
    private mutating func addOddities() {
        var dice = Dice("oddities")
        voidDuplicates(&dice)
        addUncounted()
        addLongNote()
    }

    /// Entered twice: the second row is voided, never deleted.
    private mutating func voidDuplicates(_ dice: inout Dice) {
        let recent = activities.indices.filter { activities[$0].day > Day(2015, 9, 1) && activities[$0].kind != "专题调研" }
        for index in dice.shuffled(recent).prefix(14) {
            var twin = activities[index]
            twin.voided = min(twin.day + dice.number(1...20), asOf)
            twin.voidReason = dice.pick(["重复录入", "与上一条重复", "单位选错，已另行登记"])
            activities.append(twin)
        }
    }

    /// What looks like progress and is none: a voided theme activity and study, and a study at an office branch.
    private mutating func addUncounted() {
        activities.append(
            Activity(
                day: Day(2016, 5, 4), kind: "主题活动", organization: township + "214", title: "“五四”青年党员主题活动",
                voided: Day(2016, 5, 11), voidReason: "因雨未开展，误登记"))
        activities.append(
            Activity(
                day: Day(2016, 5, 18), kind: "专题调研", organization: township + "217", title: "烟叶种植专题调研", people: [11],
                voided: Day(2016, 5, 20), voidReason: "改期，未成行"))
        activities.append(
            Activity(
                day: Day(2016, 4, 8), kind: "专题调研", organization: township + "951", title: "机关作风专题调研", people: [11],
                note: "机关支部不计入到村调研。"))
    }

    /// One note with a comma, quotes and a line break, so that the files show how a cell is quoted.
    private mutating func addLongNote() {
        let last = activities.lastIndex { $0.kind == "帮扶走访" && $0.day > Day(2016, 5, 1) && $0.voided == nil }
        if let last {
            activities[last].note = "户主说:\"路修好了,茶叶好卖。\"\n下次请农技员同来看苗。"
        }
    }
}

// MARK: - Files

/// Quotes a cell only where the comma, the quote or a line break asks for it.
func line(_ cells: [String]) -> String {
    cells.map { cell in
        let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\n"
}

/// A file's text: its header, then the rows by key. All keys are ASCII, where `<` is the order of code points.
func table(_ header: String, _ rows: [(key: String, cells: [String])]) -> String {
    header + "\n" + rows.sorted { $0.key < $1.key }.map { line($0.cells) }.joined()
}

extension Town {
    private func id(_ person: Int) -> String { "P" + padded(person + 1, 4) }

    private func ids(_ persons: [Int]) -> String { Set(persons).map(id).sorted().joined(separator: ";") }

    var organizationsFile: String {
        table(
            "编码,名称,类型,联合单位,牵头人,产业链,成立日期,撤销日期",
            organizations.map { row in
                let leader = row.leader.map(id) ?? ""
                return (
                    row.code,
                    [
                        row.code, row.name, row.kind, row.units.joined(separator: ";"), leader, row.industry,
                        row.founded?.text ?? "", row.dissolved?.text ?? "",
                    ]
                )
            })
    }

    var peopleFile: String {
        table(
            "人员编号,姓名,组织编码,类别,职务,镇班子成员,联系村,到岗日期,离开日期,离开原因,免结对原因,电话",
            people.enumerated().map { index, row in
                (
                    id(index),
                    [
                        id(index), row.name, row.organization, row.category, row.post, row.committee ? "是" : "否",
                        row.villages.joined(separator: ";"), row.arrived?.text ?? "", row.left?.text ?? "",
                        row.leftReason, row.exemption, row.telephone,
                    ]
                )
            })
    }

    var householdsFile: String {
        table(
            "户编号,户主,村编码,人口,致贫原因,识别日期,脱贫日期,返贫日期,销户日期,销户原因",
            households.map { row in
                (
                    row.id,
                    [
                        row.id, row.head, row.village, String(row.size), row.cause, row.identified.text,
                        row.lifted?.text ?? "", row.returned?.text ?? "", row.closed?.text ?? "", row.closedReason,
                    ]
                )
            })
    }

    var pairingsFile: String {
        table(
            "户编号,人员编号,开始日期,结束日期,结束原因",
            pairings.map { row in
                let key = [households[row.household].id, id(row.person), row.start.text]
                return (key.joined(separator: " "), key + [row.end?.text ?? "", row.reason])
            })
    }

    var cooperativesFile: String {
        table(
            "统一社会信用代码,名称,组织编码,产业,成立日期,注销日期,成员户数,带动户数,领办党员",
            cooperatives.map { row in
                let code = creditCode(row.serial)
                return (
                    code,
                    [
                        code, row.name, row.organization, row.industry, row.founded.text, row.closed?.text ?? "",
                        String(row.memberHouseholds), String(row.householdsLed), ids(row.founders),
                    ]
                )
            })
    }

    /// Activities are numbered within their year in the order of their dates.
    var activitiesFile: String {
        let ordered = activities.indices.sorted { (activities[$0].day, $0) < (activities[$1].day, $1) }
        var numbers: [Int: Int] = [:]
        return table(
            "编号,日期,类型,组织编码,主题,参加人员,户编号,办结日期,材料,备注,作废日期,作废原因",
            ordered.map { index in
                let row = activities[index]
                let year = row.day.parts.year
                numbers[year, default: 0] += 1
                let key = "LF-\(year)-\(padded(numbers[year, default: 0], 5))"
                return (
                    key,
                    [
                        key, row.day.text, row.kind, row.organization, row.title, ids(row.people),
                        row.household.map { households[$0].id } ?? "", row.settled?.text ?? "",
                        row.papersMissing ? "待补" : "齐全", row.note, row.voided?.text ?? "", row.voidReason,
                    ]
                )
            })
    }

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in [
            ("organizations", organizationsFile), ("people", peopleFile), ("households", householdsFile),
            ("pairings", pairingsFile), ("cooperatives", cooperativesFile), ("activities", activitiesFile),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".csv"))
        }
    }
}

// MARK: - The town

extension Town {
    static func make(times: Int) -> Town {
        var town = Town()
        town.addOrganizations()
        town.addCommittee()
        for copy in 0..<times {
            town.addPeople(copy: copy)
            town.addHouseholds(copy: copy)
            if copy == 0 { town.renamePersons() }
            town.addPairings(copy: copy)
            town.addCooperatives(copy: copy)
            town.addActivities(copy: copy)
        }
        town.splitHousehold()
        return town
    }

    /// The promises of the sample; a change of the tables above that breaks one should not get as far as a file.
    func checkArticle() {
        let joint = organizations.filter { $0.kind == "联合支部" && $0.exists(at: asOf) }
        let active = cooperatives.filter { $0.founded <= asOf && $0.closed.map { $0 > asOf } ?? true }
        precondition(joint.count == Article.jointBranches)
        precondition(Set(joint.flatMap(\.units)).count == Article.mergedVillages)
        precondition(active.count == Article.cooperatives)
        precondition(active.filter { !$0.founders.isEmpty }.count == Article.memberFounded)
        precondition(Set(active.flatMap(\.founders)).count == Article.founders)
        precondition(active.reduce(0) { $0 + $1.householdsLed } == Article.householdsLed)
    }
}

func usage() -> Never {
    FileHandle.standardError.write(Data("usage: generate OUTDIR [--times N]\n".utf8))
    exit(64)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 1 || (arguments.count == 3 && arguments[1] == "--times") else { usage() }
guard let times = arguments.count == 3 ? Int(arguments[2]) : 1, times > 0 else { usage() }
let town = Town.make(times: times)
if times == 1 { town.checkArticle() }
try town.write(to: URL(fileURLWithPath: arguments[0]))
