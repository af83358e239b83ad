/// What the user did at the keyboard, or the terminal reported, with all spellings of it made one.
package enum Key: Hashable, Sendable {
    /// A character as typed or committed by an input method; one code point, not a control.
    case text(String)
    /// Carriage return or line feed.
    case enter
    case escape
    case tab
    /// Shift with Tab.
    case backTab
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case insert
    case delete
    /// DEL or ^H.
    case backspace
    /// F1 to F12.
    case function(Int)
    /// Ctrl with a character; letters are lower case. Ctrl-H, I, J, M and [ are backspace, tab, enter and escape.
    case control(Character)
    /// Another key while Shift, Alt or Ctrl was held, as far as the terminal tells.
    indirect case modified(Modifiers, Key)
    /// Text pasted at one go, line ends included, not yet made displayable.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal's window came to the front.
    case focusIn
    /// The terminal's window went to the back.
    case focusOut
    /// The answer to `ESC [ 6 n`: where the cursor stands, counted from 1.
    case cursorReport(row: Int, column: Int)
    /// A byte that is no UTF-8: the terminal is set to another encoding.
    case unreadable(UInt8)
}

/// The keys held while another was pressed.
package struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits xterm sends, less one.
    package let rawValue: UInt8

    /// The keys of these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Shift.
    package static let shift = Modifiers(rawValue: 1)
    /// Alt, or Escape just before the key.
    package static let alt = Modifiers(rawValue: 2)
    /// Ctrl.
    package static let control = Modifiers(rawValue: 4)
}

/// A click or a turn of the wheel.
package struct MouseEvent: Hashable, Sendable {
    /// The kinds of event.
    package enum Action: Hashable, Sendable {
        /// A button went down: 0 left, 1 middle, 2 right.
        case press(Int)
        case release
        case drag
        case wheelUp
        case wheelDown
    }

    /// What the mouse did.
    package var action: Action
    /// Counted from 0 at the top left.
    package var row: Int
    /// Counted from 0 at the top left.
    package var column: Int

    /// An event at a cell.
    package init(_ action: Action, row: Int, column: Int) {
        self.action = action
        self.row = row
        self.column = column
    }
}

extension Key {
    /// For lists and menus, where no text is typed: what a full-width or Chinese character means as a key, so that an
    /// input method left on does no harm.
    ///
    /// ？／、 are ? and /, 【】 are [ and ], ０–９ and Ａ–ｚ their ASCII forms.
    ///
    /// Han and everything else stay as they are.
    package var asciiEquivalent: Key {
        guard case .text(let typed) = self, let scalar = typed.unicodeScalars.first else { return self }
        if let ascii = Key.punctuation[scalar] { return .text(String(ascii)) }
        guard (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return self
        }
        return .text(String(Character(ascii)))
    }

    private static let punctuation: [Unicode.Scalar: Character] = [
        "\u{3000}": " ", "、": "/", "。": ".", "《": "<", "》": ">", "【": "[", "】": "]", "「": "[", "」": "]",
        "『": "{", "』": "}", "“": "\"", "”": "\"", "‘": "'", "’": "'", "—": "-", "…": "^", "·": "`", "￥": "$", "¥": "$",
        "〔": "[", "〕": "]", "〈": "<", "〉": ">", "×": "*", "÷": "/",
    ]
}
