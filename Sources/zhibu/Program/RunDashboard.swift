import Ledger
import PartyWork

/// Runs the screens until the officer leaves: the seam between the command line and the dashboard.
func runDashboard(ledger: Ledger, today: Day, asOf day: Day, officer: Officer) throws {
    throw Failure(.fault, "看板尚未接通")
}
