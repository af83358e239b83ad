extension Place {
    /// The screen of the place.
    func screen() -> any Screen {
        switch self {
        case .overview: OverviewScreen()
        default: OverviewScreen()
        }
    }
}
