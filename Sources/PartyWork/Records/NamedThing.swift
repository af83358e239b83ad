/// Something known by a name, to be found and opened: an organization, a person, a household, a cooperative or an
/// activity.
///
/// Nothing that is masked is among what it tells.
package struct NamedThing: Sendable, Hashable {
    package let kind: Kind
    /// The key: 编码, 人员编号, 户编号, 统一社会信用代码, 编号.
    package let key: String
    /// 名称, 姓名, 户主, 主题.
    package let name: String
    /// The organization it belongs to; an organization's own.
    package let organization: Code
    /// The day of an activity; empty otherwise.
    package let detail: String
    /// What it was called before: former heads of a household, former names of an organization.
    package let formerly: [String]

    /// What it is.
    package enum Kind: Sendable, Hashable {
        case organization
        case person
        case household
        case cooperative
        case activity
    }

    package init(
        _ kind: Kind, key: String, name: String, organization: Code, detail: String = "", formerly: [String] = []
    ) {
        self.formerly = formerly
        self.kind = kind
        self.key = key
        self.name = name
        self.organization = organization
        self.detail = detail
    }
}
