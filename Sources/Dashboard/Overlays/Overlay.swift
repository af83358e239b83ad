import TerminalUI

/// What lies over the screen.
enum Overlay: Sendable {
    case form(Form<Filing>)
    case menu(Menu)
    case confirm(Confirmation)
    case page(Page)
    case palette(Palette)
    case preview(Preview)

    /// Goes on on another day: forms propose that one, those too that a menu opens.
    mutating func follow(from before: Context, to now: Context) {
        switch self {
        case .form(var form):
            form.follow(from: before, to: now)
            self = .form(form)
        case .menu(var menu):
            menu.follow(from: before, to: now)
            self = .menu(menu)
        case .confirm, .page, .palette, .preview: break
        }
    }
}

extension Menu {
    /// The forms that it opens propose another day.
    fileprivate mutating func follow(from before: Context, to now: Context) {
        for index in items.indices {
            guard case .form(var form) = items[index].choice else { continue }
            form.follow(from: before, to: now)
            items[index].choice = .form(form)
        }
    }
}
