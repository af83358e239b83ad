import TestSupport
import Testing

/// `zhibu officer`, and what rights leave of the other commands.
@Suite struct OfficerTests {
    private static let me = "$(id -un)"

    private func officer(_ line: String, in folder: Folder) throws -> Outcome {
        try Program.shell("zhibu officer " + line, in: folder)
    }

    /// The small town in which whoever runs the tests has a role; the administrator is somebody else.
    private func town(_ role: String, scope: String = "422801100") throws -> Folder {
        let folder = try SmallTown.imported()
        let me = try officer("add \(Self.me) --role 管理员 --name 我", in: folder)
        guard me.status == 0 else { throw SmallTown.Trouble(text: me.errors) }
        for line in [
            "add zhao --role 管理员 --name 赵六", "add wang --role 党建办 --name 王五",
            "add \(Self.me) --role \(role) --name 我 --scope \(scope)", "end \(Self.me) --role 管理员",
        ] {
            let outcome = try officer(line, in: folder)
            guard outcome.status == 0 else { throw SmallTown.Trouble(text: line + outcome.errors) }
        }
        return folder
    }

    @Test("The first must be an administrator; all are listed, in JSON too, and ended") func kept() throws {
        let folder = try SmallTown.imported()
        #expect(try officer("list", in: folder).output.contains("没有登记经办人"))
        let wrong = try officer("add \(Self.me) --role 党建办 --name 我", in: folder)
        #expect(wrong.status == 1 && wrong.errors.contains("请先登记一名管理员"))
        #expect(try officer("add \(Self.me) --role administrator --name 我 --from 2016-01-01", in: folder).status == 0)
        #expect(try officer("add wang --role 党建办 --name 王五 --scope 422801100", in: folder).status == 0)
        let list = try officer("list", in: folder).output
        #expect(list.contains("王五") && list.contains("党建办") && list.contains("权限只防误操作"))
        let json = try officer("list --format json", in: folder).output
        #expect(json.contains(#""account": "wang""#) && json.contains(#""role": "党建办""#))
        #expect(try officer("end wang --role 党建办", in: folder).status == 0)
        #expect(try officer("end wang --role 党建办", in: folder).status == 1)
        #expect(try officer("end \(Self.me) --role 管理员", in: folder).errors.contains("没有今天起作用的管理员"))
        #expect(try officer("add x --role 书记 --name x", in: folder).status == 64)
        #expect(try officer("add x --role 查阅 --name x --scope 4228", in: folder).errors.contains("「范围」"))
        #expect(try Program.run(["check"], in: folder).status == 0)
        // An administrator keeps officers and copies, and reads no figures.
        let status = try Program.run(["status", "--as-of", "2016-06-30"], in: folder)
        #expect(status.status == 1 && status.errors.contains("没有“看数字、名单和卡片”的权限"))
        #expect(try Program.run(["backup", "copy.db"], in: folder).status == 0)
    }

    @Test("An account without a row opens nothing, and sees whom to ask") func stranger() throws {
        let folder = try SmallTown.imported()
        #expect(try officer("add zhao --role 管理员 --name 赵六", in: folder).status == 0)
        for line in [
            ["status"], ["gaps"], ["journal"], ["check"], ["seal"], ["backup", "copy.db"], ["export", "out"],
            ["--plain"],
            ["import", "town"], ["list", "people"], ["undo", "1"],
        ] {
            let outcome = try Program.run(line, in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains("请找管理员（赵六）登记"), "\(line) \(outcome.errors)")
        }
        #expect(try officer("list", in: folder).output.contains("赵六"))
    }

    @Test("A viewer reads and does nothing else, each refusal saying who may") func viewer() throws {
        let folder = try town("查阅")
        #expect(try Program.run(["status", "--as-of", "2016-06-30"], in: folder).status == 0)
        let record = ["record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "六一"]
        for (line, holder) in [
            (record, "王五"), (["import", "town"], "王五"), (["list", "people", "--unmasked"], "王五"),
            (["backup", "copy.db"], "赵六"), (["undo", "1"], "王五"), (["export", "out"], "王五"),
            (["month", "submit", "422801100201", "2016-05"], "王五"),
        ] {
            let outcome = try Program.run(line, in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains(holder), "\(line) \(outcome.errors)")
        }
    }

    @Test("A branch's secretary writes in the branch, and begins there") func secretary() throws {
        let folder = try town("支部书记", scope: "422801100201")
        func record(_ code: String) throws -> Outcome {
            try Program.run(
                ["record", "--kind", "主题党日", "--org", code, "--date", "2016-06-01", "--title", "六一"], in: folder)
        }
        #expect(try record("422801100201").status == 0)
        let outside = try record("422801100901")
        #expect(outside.status == 1 && outside.errors.contains("422801100901 不在你的范围内"))
        let board = try Board(folder)
        #expect(board.shows("甲村") && board.shows("角色仅作提示"))
        board.quit()
    }
}
