"""Makes the sample's registers: the files beside the six, from the six and the systems that come with the program.

    python3 registers.py        (after generate.swift; the same bytes every time)

Real: the totals in `PUBLISHED`, as reported in July 2016. Invented: all else; schools, firms and partners have no names
but numbers, so that none is taken for a real one. Rows are by key, as an export writes them.
"""
import collections, csv, datetime, pathlib, random

HERE = pathlib.Path(__file__).resolve().parent
SYSTEMS = HERE.parent / "systems"
TOWN, DAY = "422801100", "2016-06-30"
dice = random.Random("龙凤镇 2016-06-30")

# What was reported; `Tests/CommandTests/PublishedTests` holds the ledger to it.
PUBLISHED = {
    "lawyers": 9, "approvals": 29, "doctors and teachers": 23, "leading schools": 11, "middle": 2, "primary": 10,
    "talents": {"领办人": 108, "产业大户": 5126, "种养能手": 10340}, "experts": 54, "universities": 5, "institutes": 2,
    "doctors' stations": 2, "training bases": 4, "places": (10, 10, 30), "shortlists": (12, 12, 36),
}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


people = [row for row in read(HERE / "people.csv")]
serving = [p for p in people if (not p["到岗日期"] or p["到岗日期"] <= DAY) and (not p["离开日期"] or p["离开日期"] > DAY)]
members = [p for p in serving if p["类别"] in ("正式党员", "预备党员")]
organizations = [o for o in read(HERE / "organizations.csv")
                 if (not o["成立日期"] or o["成立日期"] <= DAY) and (not o["撤销日期"] or o["撤销日期"] > DAY)]
branches = [o for o in organizations if len(o["编码"]) == 12]
villages = [o for o in branches if o["类型"] == "村党组织"]
groups = [o for o in organizations if o["类型"] == "党小组"]


def of(branch, rows=members):
    return [p for p in rows if p["组织编码"].startswith(branch)]


def secretary(branch):
    chosen = [p for p in of(branch) if p["职务"] == "支部书记"] or of(branch)
    return chosen[0]["人员编号"]


def day(month, date):
    return f"2016-{month:02}-{date:02}"


def later(date, days):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat()


# MARK: - The files

definitions = {name: [] for name in ("registers", "fields", "flows", "gates", "figures", "checklists")}
for system in sorted(SYSTEMS.iterdir()):
    for name, rows in definitions.items():
        if (system / f"{name}.csv").exists():
            rows += read(system / f"{name}.csv")

fields = collections.defaultdict(list)
for row in sorted(definitions["fields"], key=lambda row: int(row["序号"])):
    fields[row["登记簿"]].append(row["栏目"])
firsts = {}
for row in sorted(definitions["flows"], key=lambda row: int(row["序号"]), reverse=True):
    firsts[row["登记簿"]] = row["状态"]
entries, steps, count = collections.defaultdict(list), [], 0


def enter(register, about, date, way=(), note="", **values):
    """An entry, with the steps behind its first as pairs of day and state."""
    global count
    count += 1
    number = f"LF-R{count:04}"
    unknown = set(values) - set(fields[register])
    assert not unknown, (register, unknown)
    cells = [str(values.get(field, "")) for field in fields[register]]
    entries[register].append([number, about, date] + cells + ["", ""])
    if register in firsts:
        for place, (on, state) in enumerate([(date, firsts[register]), *way], 1):
            steps.append([register, number, str(place), on, state, note if place == len(way) + 1 else "", "示例"])
    return number


def write(name, header, rows, key):
    rows = sorted(rows, key=key)
    with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def names(number):
    """Invented names, none twice."""
    families, firsts_, seconds = "覃向田谭冉黄杨张李王刘陈周吴罗廖袁邓熊曾", "文世昌德正光国永长厚", "林明全华平安生清荣富"
    chosen = dice.sample(range(len(families) * len(firsts_) * len(seconds)), number)
    return [families[i // 100] + firsts_[i // 10 % 10] + seconds[i % 10] for i in chosen]


def shares(total, number):
    """Parts of a total, each at least 1."""
    cuts = sorted(dice.sample(range(1, total), number - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total])]


# MARK: - 责任网络、双强、四早四卡

for branch in branches:
    code, signer = branch["编码"], secretary(branch["编码"])
    if branch["名称"] != "猫子山村":
        enter("党建责任状", code, day(1, dice.randint(8, 20)), 签订人=signer, 年度=2016,
              责任事项="抓好四四五、主题党日、帮扶包保和党风廉政")
    if branch["名称"] in ("猫子山村", "大转拐村"):
        continue
    date, due = day(1, dice.randint(18, 28)), day(*dice.choice([(6, 15), (9, 30), (12, 20)]))
    way = [(later(date, 7), "公示")]
    if due < DAY:
        way.append((later(due, -dice.randint(1, 9)), dice.choice(["完成", "完成", "完成", "未完成"])))
    enter("公开承诺", code, date, way, 承诺人=signer, 完成时限=due,
          承诺事项=dice.choice(["硬化组级公路", "新建便民服务室", "整修人饮工程", "发展产业大户", "建好文化广场"]))
for person in of(TOWN + "951"):
    enter("岗位职责", person["人员编号"], day(2, dice.randint(15, 26)), 岗位=person["职务"] or "科员", 职责="联系一个村、帮扶一户、办好一件事")
for village, problem, due, way in [
    ("202", "二月主题党日没有开", day(3, 31), [(day(3, 4), "交办"), (day(3, 7), "整改"), (day(3, 28), "销号")]),
    ("207", "半年没有主题活动", day(6, 15), [(day(5, 16), "交办"), (day(5, 20), "整改")]),
    ("214", "帮扶人离任后没有交接", day(7, 5), [(day(6, 13), "交办"), (day(6, 16), "整改")]),
    ("217", "会议记录不全", "", []),
]:
    who = {"单一责任人": of(TOWN + village)[1]["人员编号"], "第一责任人": secretary(TOWN + village)} if way else {}
    enter("问责事项", TOWN + village, later(way[0][0], -3) if way else day(6, 27), way, 问题=problem, 整改期限=due, **who)
for place, village in enumerate(villages):
    strong = place % 5 != 4
    enter("双强评议", secretary(village["编码"]), day(3, dice.randint(14, 25)), 政治素质强="是",
          带富能力强="是" if strong else "否", 依据="民主评议和述职")
for colour, reason, branch, way in [
    ("黄色提醒卡", "两次没有按时报送材料", "204", [(day(3, 9), "约谈"), (day(3, 10), "整改"), (day(4, 6), "销卡")]),
    ("黄色提醒卡", "入户走访记录不实", "213", [(day(6, 8), "约谈"), (day(6, 9), "整改")]),
    ("黄色提醒卡", "考勤有误，核实后撤回", "952", [(day(4, 15), "撤卡")]),
    ("橙色警示卡", "公开承诺到期没有办", "207", [(day(5, 12), "约谈"), (day(5, 13), "整改")]),
    ("红色纠错卡", "违规操办酒席", "214", [(day(6, 2), "约谈"), (day(6, 3), "整改")]),
    ("绿色卡", "整改彻底，解除提醒", "204", [(day(4, 7), "约谈"), (day(4, 7), "整改"), (day(4, 8), "销卡")]),
]:
    due = {"约谈人": "P0004", "约谈日期": way[0][0], "整改期限": later(way[0][0], 28)} if way[0][1] == "约谈" else {}
    enter("廉政卡", of(TOWN + branch)[3]["人员编号"], later(way[0][0], -3), way, 卡种=colour, 事由=reason, 来源="镇纪委", **due)

# MARK: - 一带两包

for place, (village, name, money, way, missing) in enumerate([
    ("211", "茶园提质改造", 320, [("2015-11-10", "在建")], [3]),
    ("203", "集镇供水管网", 860, [("2015-09-18", "在建")], [5]),
    ("200", "龙凤新区道路", 2400, [("2015-08-03", "在建")], []),
    ("206", "生猪养殖小区", 260, [("2015-10-12", "在建"), (day(4, 5), "停工")], []),
    ("212", "村级文化广场", 95, [("2015-07-20", "在建"), (day(3, 31), "完工")], []),
    ("217", "烟水配套工程", 410, [], []),
]):
    code = TOWN + village
    roles = {"牵头支部": code, "包群众工作": of(code)[1]["人员编号"], "包安全质量": of(code)[2]["人员编号"]} if way else {}
    ends = day(7, 4) if village == "203" else later(day(9, 30), 20 * place)
    project = enter("重点项目", code, later(way[0][0], -40) if way else day(5, 25), way, 项目名称=name, 计划完工=ends, 投资万元=money,
                    **roles)
    last = int(way[-1][0][5:7]) if way and way[-1][1] != "在建" else 6
    for month in range(1, last + 1) if way else []:
        if month not in missing:
            enter("项目进展", project, day(month, 24), 进度=min(100, 20 + 12 * month), 未化解矛盾=dice.choice([0, 0, 1]),
                  未整改隐患=dice.choice([0, 0, 0, 2]))

# MARK: - 三位一体

lawyers, advisers = names(PUBLISHED["lawyers"]), []
for place, village in enumerate(villages):
    adviser = enter("法律顾问", village["编码"], day(1, 6 + place % 5), 律师=lawyers[place % len(lawyers)],
                    事务所=f"第{'一二三'[place % 3]}律师事务所")
    for month in (2, 5) if place % 4 != 3 else (2,):
        enter("法律会诊", adviser, day(month, dice.randint(9, 26)), 事项=dice.choice(["土地流转合同", "征地补偿", "邻里通行", "婚姻家庭"]),
              人次=dice.randint(3, 14), 结果="已答复")
offices = ["民政办", "国土所", "计生办", "林业站", "社保所"]
matters = [f"{what}{kind}" for what in ("临时救助", "建房", "生育", "采伐", "养老保险", "医疗救助") for kind in ("申请", "初审", "变更", "注销", "证明")]
approvals = [enter("审批事项", TOWN, day(1, 11), 事项名称=matter, 部门=offices[place % 5], 时限天数=15)
             for place, matter in enumerate(matters[:PUBLISHED["approvals"]])]
for place, applicant in enumerate(names(12)):
    date = day(6, 2 + 2 * place) if place else day(5, 30)
    way = [] if place == 11 else [(later(date, 1), "转办")]
    if way and place % 3:
        way.append((min(later(date, dice.randint(4, 12)), DAY), "办结" if place != 4 else "不予办理"))
    enter("网格办件", approvals[2 * place], date, way, 申请人=applicant, 村=villages[place]["编码"])

# MARK: - 大带小、投融资、人才、互联网+

pairs = [("大校带小校", f"城区学校{1 + place % PUBLISHED['leading schools']}",
          f"镇{stage}{number}", stage)
         for place, (stage, number) in enumerate([("初中", n) for n in range(1, PUBLISHED["middle"] + 1)]
                                                 + [("小学", n) for n in range(1, PUBLISHED["primary"] + 1)])]
pairs += [("大院带小院", "市级医院1", "镇卫生院", "医疗"), ("大院带小院", "市级医院2", "镇卫生院分院", "医疗")]
for place, (kind, lead, helped, stage) in enumerate(pairs):
    pair = enter("带建结对", TOWN, day(1, 12), 种类=kind, 牵头单位=lead, 受帮单位=helped, 学段=stage)
    forms = ["专家坐诊", "远程会诊", "业务培训"] if stage == "医疗" else ["同步课堂", "教师交流", "业务培训"]
    for month in range(1, 7):
        if (place, month) not in ((3, 2), (7, 6), (12, 4)):
            enter("带建活动", pair, day(month, dice.randint(15, 28)), 形式=dice.choice(forms), 人次=dice.randint(6, 60))
for village, kind, beds in [("001", "日间照料中心", 20), ("200", "日间照料中心", 15), ("212", "居家养老中心", 8), ("211", "居家养老中心", 6)]:
    enter("养老服务点", TOWN + village, day(2, 22), 种类=kind, 床位=beds)
for name, source, use, money in [
    ("通村公路", "各级财政", "基础设施", 9600), ("集镇管网", "各级财政", "基础设施", 8600), ("危房改造", "各级财政", "民生工程", 7400),
    ("学校和卫生院", "各级财政", "民生工程", 4900), ("茶叶基地", "各级财政", "产业发展", 4100), ("烟叶基地", "各级财政", "产业发展", 2800),
    ("规划和培训", "各级财政", "其他", 3400), ("新区路网", "社会资金", "基础设施", 21400), ("保障住房", "社会资金", "民生工程", 9860),
    ("物流园", "社会资金", "产业发展", 13200), ("农产品加工", "社会资金", "产业发展", 8500), ("其他合作", "社会资金", "其他", 6640),
]:
    enter("项目资金", TOWN, day(3, dice.randint(1, 28)), 项目名称=name, 来源=source, 用途=use, 金额万元=money)
for place, village in enumerate(villages):
    has = place % 3 == 0
    enter("金融服务", village["编码"], day(4, dice.randint(5, 15)), 扶贫互助社="是" if has else "否",
          社员户数=dice.randint(40, 120) if has else "", 信用卡=dice.randint(20, 90), 信用档案户=dice.randint(150, 400), 产权交易=dice.randint(0, 4))
for kind, total in PUBLISHED["talents"].items():
    for village, share in zip(villages, shares(total, len(villages))):
        enter("人才统计", village["编码"], day(5, 20), 类别=kind, 人数=share)
for place, name in enumerate(names(PUBLISHED["experts"])):
    enter("专家", TOWN, day(2, 25), 姓名=name, 单位=f"合作单位{1 + place % 7}", 专业=dice.choice(["茶叶", "烟叶", "蔬菜", "畜牧", "林果", "法律", "规划"]))
for place in range(PUBLISHED["universities"] + PUBLISHED["institutes"]):
    enter("合作单位", TOWN, day(2, 25), 名称=f"合作单位{place + 1}", 种类="高校" if place < PUBLISHED["universities"] else "科研机构")
for place in range(PUBLISHED["doctors' stations"]):
    enter("科研平台", TOWN, day(3, 3), 名称=f"博士工作站{place + 1}", 种类="博士工作站")
for place in range(PUBLISHED["training bases"]):
    enter("科研平台", TOWN, day(3, 3), 名称=f"科研实训基地{place + 1}", 种类="科研实训基地")
actions = next(row["选项"] for row in definitions["fields"] if row["栏目"] == "行动").split(";")
for place, action in enumerate(actions):
    line = enter("互联网行动", TOWN, day(1, 15), [(day(2, 22), "实施")] if place != 6 else [], 行动=action,
                 牵头人=f"P{place + 2:04}", 年度目标="年内见成效")
    for month in (3, 6) if place < 5 else (3,):
        enter("行动进展", line, day(month, 21), 进度=15 * (month // 3) + 5 * place, 说明文字="按计划进行")

# MARK: - 两优一先

leaders = [next(p for p in members if p["人员编号"] == secretary(branch["编码"])) for branch in branches]
plain = dice.sample([p for p in members if p not in leaders and len(p["组织编码"]) == 14], PUBLISHED["shortlists"][0])
units = branches + dice.sample(groups, PUBLISHED["shortlists"][2] - len(branches))
lists = [[(p["姓名"], {"人员": p["人员编号"], "推荐支部": p["组织编码"][:12]}) for p in plain],
         [(p["姓名"], {"人员": p["人员编号"], "推荐支部": p["组织编码"][:12]}) for p in leaders[:PUBLISHED["shortlists"][1]]],
         [(o["名称"], {"组织": o["编码"], "推荐支部": o["编码"][:12]}) for o in units]]
for kind, places, candidates in zip(("优秀共产党员", "优秀党务工作者", "先进基层党组织"), PUBLISHED["places"], lists):
    category = enter("评选类别", TOWN, day(5, 3), 批次="2016 年“七一”表彰", 类别=kind, 名额=places)
    for place, (name, about) in enumerate(candidates, 1):
        way = [(day(5, 12), "考察"), (day(5, 20), "征求意见"), (day(6, 6), "初步人选")]
        is_first = kind == "优秀共产党员"
        note = ""
        if is_first and place == 4:
            way += [(day(6, 13), "公示"), (day(6, 18), "取消")]
            note = "异议核查属实"
        elif place <= places:
            way += [(day(6, 13), "公示"), (day(6, 28), "表彰")]
        elif is_first and place == places + 1:
            way += [(day(6, 13), "候补"), (day(6, 20), "公示"), (day(6, 28), "表彰")]
            note = "递补"
        else:
            way += [(day(6, 13), "候补")]
        nominee = enter("推荐对象", category, day(5, 5), way, note, 名称=name, 名次=place, 事迹="见推荐材料", **about)
        for office in ("镇纪委", "派出所") if place % 4 == 1 else ("镇纪委",):
            enter("部门意见", nominee, day(5, 21), 部门=office, 发函日期=day(5, 21), 回复日期=day(5, dice.randint(24, 31)),
                  意见=dice.choice(["同意", "同意", "无意见"]))
        if is_first and place == 4:
            enter("公示异议", nominee, day(6, 15), 反映问题="反映长期不参加组织生活", 核查结果="查阅会议记录，情况属实", 属实="是")
        if is_first and place == 7:
            enter("公示异议", nominee, day(6, 16), 反映问题="反映占用集体林地", 核查结果="实地核查，林权证齐全", 属实="否")

# MARK: - Posts, visits, checklists

posts = []


def hold(person, code, kind, since, source, until="", note=""):
    posts.append([person["人员编号"], code, kind, since, until, source, note])


taught = [p for p in serving if p["职务"] in ("小学教师", "乡村医生")]
for person in dice.sample(taught, PUBLISHED["doctors and teachers"]):
    hold(person, person["组织编码"][:12], "村两委", f"2014-{dice.randint(11, 12)}-{dice.randint(1, 28):02}", "村医村教")
left = next(p for p in taught if p["人员编号"] not in {row[0] for row in posts})
hold(left, left["组织编码"][:12], "村两委", "2014-11-20", "村医村教", "2016-03-31", "调出本镇任教")
for village, person in zip(["204", "207", "214", "217"], [p for p in of(TOWN + "951") if p["职务"] == "驻村工作队员"]):
    hold(person, TOWN + village, "第一书记", day(1, 18), "机关干部")
for person in dice.sample([p for p in serving if p["职务"] == "种植大户"], 4):
    hold(person, person["组织编码"][:12], "村两委", "2014-12-05", "种养大户")
for job, source in (("退伍军人", "退伍军人"), ("返乡创业青年", "返乡农民工")):
    for person in dice.sample([p for p in serving if p["职务"] == job], 6):
        hold(person, person["组织编码"][:12], "后备干部", day(dice.randint(1, 5), 10), source)

walks = [a for a in read(HERE / "activities.csv") if a["类型"] == "帮扶走访" and day(6, 1) <= a["日期"] < day(6, 20) and not a["作废日期"]]
visits = [[a["编号"], *dice.choice([
    ("老屋漏雨，孩子在外打工", "报危房改造，联系施工队", "已列入下半年计划"), ("茶园缺肥，销路不稳", "联系合作社收购", "签了收购协议"),
    ("分户后灶台没有建好", "帮工两天", "已能做饭"), ("慢性病人要长期服药", "帮办慢病卡", "报销比例提高")])] for a in dice.sample(walks, 40)]

responsibilities = [row for row in definitions["checklists"] if row["计数登记簿"] == "岗位职责"]
for row in responsibilities:
    row["适用组织"], row["说明"] = TOWN + "951", "先在镇机关支部试行"
definitions["checklists"].append({
    "清单编号": "HX-1", "名称": "不忘初心·永跟党走回乡走访", "对象": "党员", "次数": "1", "周期": "一次", "开始日期": day(4, 1), "截止日期": DAY,
    "适用组织": f"{TOWN}951;{TOWN}952", "说明": "回到家乡走访一次，听民声、办实事"})
asked = of(TOWN + "951") + of(TOWN + "952")
excused = {p["人员编号"]: reason for p, reason in zip(dice.sample(asked, 3), ["因病住院", "挂职在外", "产假"])}
ticks = [["HX-1", p["人员编号"], later(day(4, 5), dice.randint(0, 85)), "走访两户" if place % 9 == 0 else ""]
         for place, p in enumerate(asked) if p["人员编号"] not in excused]
waivers = [["HX-1", person, "", reason] for person, reason in excused.items()]

# MARK: - Written by key

def keyed(*columns, number=None):
    return lambda row: [int(row[c]) if c == number else row[c].encode() for c in columns]


KEYS = {"registers": ("登记簿",), "fields": ("登记簿", "栏目"), "flows": ("登记簿", "状态"), "gates": ("登记簿", "状态", "序号"),
        "figures": ("登记簿", "统计"), "checklists": ("清单编号",)}
for name, rows in definitions.items():
    header = list(rows[0])
    places = [header.index(column) for column in KEYS[name]]
    number = header.index("序号") if "序号" in KEYS[name] else None
    write(name, header, [[row.get(column, "") for column in header] for row in rows], keyed(*places, number=number))
for register, rows in entries.items():
    write(f"登记簿-{register}", [f"{register}编号", "对象编号", "登记日期", *fields[register], "注销日期", "注销原因"], rows, keyed(0))
write("steps", ["登记簿", "条目编号", "序号", "日期", "状态", "说明", "经办人"], steps, keyed(0, 1, 2, number=2))
write("posts", ["人员编号", "组织编码", "职务", "开始日期", "结束日期", "来源", "备注"], posts, keyed(0, 1, 2, 3))
write("visits", ["编号", "发现情况", "帮扶措施", "成效"], visits, keyed(0))
write("ticks", ["清单编号", "对象编号", "日期", "备注"], ticks, keyed(0, 1, 2))
write("waivers", ["清单编号", "对象编号", "期间", "原因"], waivers, keyed(0, 1, 2))
