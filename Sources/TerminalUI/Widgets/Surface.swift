/// What widgets are drawn on and speak to: its size, its look, its language.
///
/// A program's own context is one.
package protocol Surface {
    /// The part of the terminal that is drawn on.
    var body: Size { get }
    /// How text is measured on this terminal.
    var textWidth: TextWidth { get }
    /// How meanings look on this terminal; nothing depends on colours alone.
    var theme: Theme { get }
    /// Whether what is drawn will be read out.
    var isPlain: Bool { get }
    /// A sentence in the language being spoken; only the one that is needed is made.
    func said(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String
}

extension Surface {
    /// How an element looks here.
    package func style(_ element: Element) -> Style { theme.style(element) }

    /// An empty frame of the body's size.
    package var emptyBody: Frame { Frame(body, textWidth: textWidth) }
}
