/// How characters are drawn: colours and attributes, which ECMA-48 calls the graphic rendition (8.3.117, SGR).
struct Rendition: Equatable {
    /// A colour as sequences give it.
    enum Colour: Equatable {
        case usual
        /// One of the first eight, or of their bright ones from 60 on.
        case named(Int)
        case indexed(Int)
        case direct(red: Int, green: Int, blue: Int)

        /// The parameters that set it; base is 30 for what is written, 40 for the ground.
        fileprivate func parameters(base: Int) -> [Int] {
            switch self {
            case .usual: [base + 9]
            case .named(let number): [base + number]
            case .indexed(let number): [base + 8, 5, number]
            case .direct(let red, let green, let blue): [base + 8, 2, red, green, blue]
            }
        }
    }

    /// An attribute that is there or not, with the parameter that takes it back.
    private struct Attribute {
        let on: Int
        let off: Int
    }

    private static let known = [
        Attribute(on: 1, off: 22), Attribute(on: 2, off: 22), Attribute(on: 3, off: 23), Attribute(on: 4, off: 24),
        Attribute(on: 5, off: 25), Attribute(on: 7, off: 27), Attribute(on: 8, off: 28),
    ]
    private static let (underline, reverse) = (4, 7)

    private var foreground = Colour.usual
    private var background = Colour.usual
    /// The attributes by the parameter that sets them.
    private var attributes: Set<Int> = []

    init() {}

    /// Takes in the parameters of a sequence; false for one that is not known, after which nothing is known.
    mutating func take(_ parameters: [Int]) -> Bool {
        var rest = parameters[...]
        while let parameter = rest.popFirst() {
            switch parameter {
            case 0: self = Rendition()
            case 30...37, 90...97: foreground = .named(parameter - 30)
            case 40...47, 100...107: background = .named(parameter - 40)
            case 39: foreground = .usual
            case 49: background = .usual
            case 38, 48:
                guard let colour = Rendition.colour(&rest) else { return false }
                if parameter == 38 { foreground = colour } else { background = colour }
            default:
                if Rendition.known.contains(where: { $0.on == parameter }) {
                    attributes.insert(parameter)
                } else {
                    let gone = Rendition.known.filter { $0.off == parameter }.map(\.on)
                    if gone.isEmpty { return false }
                    attributes.subtract(gone)
                }
            }
        }
        return true
    }

    private static func colour(_ rest: inout ArraySlice<Int>) -> Colour? {
        switch rest.popFirst() {
        case 5: rest.popFirst().map { .indexed($0) }
        case 2 where rest.count >= 3:
            .direct(red: rest.removeFirst(), green: rest.removeFirst(), blue: rest.removeFirst())
        // No other kind of colour is known (ISO 8613-6).
        default: nil
        }
    }

    /// Whether a blank looks the same in both: of it only the ground and a line under it are seen.
    func showsBlanksLike(_ other: Rendition) -> Bool {
        let seen: Set = [Rendition.underline, Rendition.reverse]
        guard background == other.background, attributes.intersection(seen) == other.attributes.intersection(seen)
        else {
            return false
        }
        return attributes.isDisjoint(with: seen) || self == other
    }

    /// Whether it has a colour of its own.
    var isColoured: Bool { foreground != .usual || background != .usual }

    /// The shortest parameters that make a terminal draw so.
    ///
    /// - Parameters:
    ///   - present: how it draws now; nil if that is not known.
    ///   - takesBack: whether the terminal takes back a single attribute or colour; those without colours may not.
    func parameters(from present: Rendition?, takesBack: Bool) -> [Int] {
        let anew = [0] + parameters(beyond: Rendition())
        guard let present else { return anew }
        let gone = present.attributes.subtracting(attributes)
        if !takesBack, !gone.isEmpty || present.isColoured { return anew }
        var kept = present
        let off = Set(Rendition.known.filter { gone.contains($0.on) }.map(\.off)).sorted()
        // Bold and dim are taken back by one parameter.
        kept.attributes.subtract(Rendition.known.filter { off.contains($0.off) }.map(\.on))
        let changed = off + parameters(beyond: kept)
        return Rendition.length(changed) < Rendition.length(anew) ? changed : anew
    }

    /// What has to be added to another that has no attribute too many.
    private func parameters(beyond other: Rendition) -> [Int] {
        attributes.subtracting(other.attributes).sorted()
            + (foreground == other.foreground ? [] : foreground.parameters(base: 30))
            + (background == other.background ? [] : background.parameters(base: 40))
    }

    private static func length(_ parameters: [Int]) -> Int {
        if parameters == [0] { return 0 }
        return parameters.reduce(parameters.count) { $0 + String($1).utf8.count }
    }
}
