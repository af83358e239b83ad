import Exchange
import Ledger
import PartyWork

/// What an officer is told of an error that ends in no exit status.
func sentence(for error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.message ?? localized("没有做成，请再试一次", "It was not done; try again")
    case let refusal as Refusal: refusal.text
    case let error as LedgerError: error.text
    case let failure as Exporter.Failure: failure.description
    default: localized("内部错误：\(error)", "internal error: \(error)")
    }
}
