import PartyWork

/// Why a server that answers lets nobody in, or is not trusted: each asks for something else to be done.
package enum ShutOut: Hashable, Sendable {
    /// Another password, or a login whose time is over or that is gone: a server that asks for passwords does not say which.
    case password
    /// One is asked for, and none is there.
    case noPassword
    /// No such login, or one that may not log in any more.
    case noLogin
    /// No line of pg_hba.conf lets the account in from here.
    case notListed
    /// The server goes by the computer's own accounts or by certificates, and this is another's.
    case otherAccount
    case noDatabase
    /// The login has no right to the database: it is no officer's, or none any more.
    case notOpened
    /// No connection is left, or none for this account.
    case full
    /// It starts, recovers or stops.
    case starting
    /// All hosts of the address only read.
    case standby
    /// The certificate is another computer's.
    case otherCertificate
    /// The certificate is over, or of nobody who is trusted.
    case unsoundCertificate
    /// Signed in a way (Ed25519) by which libpq 15 cannot bind a password to the line.
    case unusableCertificate
    /// Nothing is there to check the certificate by.
    case noRootCertificate
    case noEncryption
}

extension ShutOut {
    /// What is wrong at an address for an account, and what to do next.
    func text(_ path: String, _ account: String) -> String {
        switch self {
        case .password:
            localized(
                "服务器 \(path) 不认账号“\(account)”的密码：密码不对，或账号过了期、已删除；请核对 ~/.pgpass，还不行请建库的人在 psql 里用 \\password 重设、\\du 看期限",
                "The server \(path) takes no such password of \"\(account)\": it is another, or the account is over or gone; check ~/.pgpass, else "
                    + "whoever keeps the server sets it by \\password in psql and sees the account by \\du")
        case .noPassword:
            localized(
                "服务器 \(path) 要账号“\(account)”的密码，没有给；请在 ~/.pgpass 里写一行 服务器:端口:库:账号:密码，文件权限改为 0600（chmod 600）",
                "The server \(path) wants a password of \"\(account)\", and none was given; write server:port:database:account:password into ~/.pgpass, of "
                    + "mode 0600")
        case .noLogin:
            localized(
                "服务器 \(path) 上没有登录名“\(account)”，或已停用；请找管理员用 zhibu officer add 登记，停用的请建库的人恢复登录（ALTER ROLE … LOGIN）",
                "The server \(path) has no login \"\(account)\", or it is closed; ask the administrator for zhibu officer add, or whoever keeps the server to "
                    + "open it (ALTER ROLE … LOGIN)")
        case .notListed:
            localized(
                "服务器 \(path) 不让账号“\(account)”从这台电脑登录；请建库的人在 pg_hba.conf 里给它加一行，再重新加载（pg_reload_conf）",
                "The server \(path) does not let \"\(account)\" in from this computer; whoever keeps it adds a line to pg_hba.conf and reloads it "
                    + "(pg_reload_conf)")
        case .otherAccount:
            localized(
                "服务器 \(path) 按电脑的登录名或证书认人，认出来不是“\(account)”；请用自己的登录名打开（地址里不写 user=），或请建库的人在 pg_hba.conf 里改用密码",
                "The server \(path) goes by the computer's account or a certificate, and that is not \"\(account)\"; open it under your own (without "
                    + "user=), or have pg_hba.conf ask for passwords")
        case .noDatabase:
            localized(
                "服务器 \(path) 上没有这个数据库；请核对地址里的库名，还没有建的请建库的人执行 zhibu server init",
                "There is no such database at \(path); check its name in the address, or have whoever keeps the server run zhibu server init"
            )
        case .notOpened:
            localized(
                "账号“\(account)”进不了数据库 \(path)：没有登记为经办人，或任期已结束；请找管理员用 zhibu officer add 登记",
                "\"\(account)\" may not enter \(path): it is no officer, or none any more; ask the administrator for zhibu officer add"
            )
        case .full:
            localized(
                "服务器 \(path) 的连接用满了，或“\(account)”同时开得太多（最多 8 个）；请关掉不用的窗口再试，常这样请建库的人调大 max_connections",
                "No connection is left at \(path), or \"\(account)\" has too many (8 at most); close what is not used and try again; if it goes on, "
                    + "max_connections has to be raised")
        case .starting:
            localized(
                "服务器 \(path) 正在启动、恢复或停机，还不能登录；请过一会儿再试，一直这样请建库的人看服务器的日志",
                "The server \(path) starts, recovers or stops; try again later, and if it goes on have its log looked at"
            )
        case .standby:
            localized(
                "地址 \(path) 里能连上的都是备机，只能读；请在地址里也写上主机，主机坏了请建库的人把备机升为主机（SELECT pg_promote()）",
                "Only standbys answer at \(path), which do not write; name the primary in the address too, or have a standby promoted (SELECT "
                    + "pg_promote())")
        case .otherCertificate:
            localized(
                "服务器 \(path) 的证书不是这台服务器的，没有连接：可能有人冒充；请核对地址里的名字与证书里的一致，不一致请建库的人换证书",
                "The certificate at \(path) is another server's, and nothing was sent: somebody may pretend to be it; the name in the address must be that "
                    + "of the certificate")
        case .unsoundCertificate:
            localized(
                "服务器 \(path) 的证书过期了，或不是 root.crt 里的机构签发的，没有连接；请建库的人换证书，换了机构的再发一份 root.crt（~/.postgresql/root.crt）",
                "The certificate at \(path) is over, or not of those in root.crt, and nothing was sent; whoever keeps the server renews it, and hands out "
                    + "root.crt (~/.postgresql/root.crt) where another signs")
        case .unusableCertificate:
            localized(
                "服务器 \(path) 的证书是用 Ed25519 签的，密码登录用不了，没有连接；请建库的人换成 RSA 或 ECDSA 签的证书（签发机构的密钥也要换）",
                "The certificate at \(path) is signed by Ed25519, by which no password is taken, and nothing was sent; have it signed by RSA or ECDSA"
            )
        case .noRootCertificate:
            localized(
                "核对服务器 \(path) 的证书要用 root.crt，这台电脑上没有；请向建库的人要，存为 ~/.postgresql/root.crt，或在地址里写 sslrootcert=文件",
                "To check the certificate of \(path) a root.crt is needed, and none is here; ask whoever keeps the server, and keep it as "
                    + "~/.postgresql/root.crt, or name it by sslrootcert=")
        case .noEncryption:
            localized(
                "服务器 \(path) 没有开加密（ssl），没有连接；请建库的人装上证书、设 ssl = on",
                "The server \(path) offers no encryption, and nothing was sent; whoever keeps it gives it a certificate and sets ssl = on"
            )
        }
    }
}
