import PartyWork
import TerminalUI

extension Model {
    /// Whether all towns of a server are what is looked at: nothing can be written from here.
    var isCounty: Bool { stacks[.overview]?.first?.route == .county }

    /// Begins in a town as of the day for which the county was looked at, and says how to come back.
    ///
    /// - Parameter place: the screen with which it begins, from which Esc leads to the overview; nil for where it was left.
    package mutating func arrive(from county: Model, at place: Route?) {
        context.asOf = min(county.context.asOf, context.today)
        if let place, !isBeginning {
            tab = .overview
            stacks[tab] = [Visit(catalogue.home), Visit(place)]
        }
        notice =
            notice
            ?? Language.$current.withValue(language) {
                Notice(text: localized("退出（q）回到全县", "q leads back to all towns"), isWarning: false)
            }
    }

    /// Goes on after a town was looked at, in which anything may have changed: all is asked again.
    ///
    /// - Parameter town: the dashboard on the town as it was left.
    package mutating func comeBack(fromTown town: Model) -> [Effect] {
        takeTerminal(of: town)
        notice = nil
        revision += 1
        return Language.$current.withValue(language) { settle() }
    }
}
