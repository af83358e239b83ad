extension Place {
    /// The screen of the place.
    func screen() -> any Screen {
        switch self {
        case .overview: OverviewScreen()
        case .branch(let code): BranchScreen(code)
        case .worklist: WorklistScreen()
        case .cooperatives: CooperativesScreen()
        case .activities(let filter): ActivitiesScreen(filter)
        case .journal: JournalScreen()
        case .registry: RegistryScreen()
        case .welcome: WelcomeScreen()
        default: OverviewScreen()
        }
    }
}
