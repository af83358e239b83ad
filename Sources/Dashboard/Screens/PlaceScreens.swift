extension Place {
    /// The screen of the place.
    func screen() -> any Screen {
        switch self {
        case .overview: OverviewScreen()
        case .branch(let code): BranchScreen(code)
        case .worklist: WorklistScreen()
        case .cooperatives: CooperativesScreen()
        case .figure(let figure): FigureScreen(figure)
        case .activities(let filter): ActivitiesScreen(filter)
        case .journal: JournalScreen()
        case .months: MonthsScreen()
        case .month(let code, let month): MonthScreen(code, month)
        case .entry(let id): EntryScreen(id)
        case .checklists: ChecklistsScreen()
        case .checklist(let id): ChecklistScreen(id)
        case .registry(let table): RegistryScreen(table)
        case .settings: SettingsScreen()
        case .welcome: WelcomeScreen()
        case .importing: ImportScreen()
        case .pairing: PairingScreen()
        case .household(let id): HouseholdScreen(id)
        case .person(let id): PersonScreen(id)
        case .handOver(let id): HandOverScreen(id)
        case .pairingList(let code, let name, let side): PairingListScreen(code, name: name, side: side)
        }
    }
}
