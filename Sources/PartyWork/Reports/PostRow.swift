/// A post in a history.
package struct PostRow: Sendable, Hashable {
    package let post: Post
    package let organizationName: String

    package init(post: Post, organizationName: String) {
        self.post = post
        self.organizationName = organizationName
    }

    /// What it is called: its 职务, or for 其他 the words of 备注.
    package var title: String { post.kind == .other && !post.note.isEmpty ? post.note : post.kind.title }
}
