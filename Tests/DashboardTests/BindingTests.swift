import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The binding table")
struct BindingTests {
    @Test("gives every action a key that no input method takes", arguments: Action.allCases)
    func inputMethodProof(action: Action) {
        #expect(action.keys.contains { !isTakenByInputMethods($0) })
    }

    @Test("binds no key that a terminal or an input method keeps for itself")
    func reserved() {
        let reserved: [Key] = [
            .control(" "), .control("."), .control(","), .control("h"), .control("i"), .control("j"), .control("m"),
        ]
        #expect(Action.allCases.flatMap(\.keys).allSatisfy { !reserved.contains($0) })
    }

    @Test("gives no key two meanings")
    func unambiguous() {
        let keys = Action.allCases.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test("has words of the same width in every terminal", arguments: Action.allCases)
    func width(action: Action) {
        for language in Language.allCases {
            let words = Language.$current.withValue(language) { action.keys.map(\.name) + [action.label] }
            #expect(words.allSatisfy { TextWidth(.narrow).cells($0) == TextWidth(.wide).cells($0) }, "\(words)")
        }
    }

    @Test("gives keys that terminals take a twin")
    func twins() {
        for action in Action.allCases where action.keys.contains(.function(1)) || action.keys.contains(.function(10)) {
            #expect(action.keys.count > 1)
        }
    }

    @Test(
        "tells no two meanings of a key by one sentence, nor one by the sentence of its action",
        arguments: Language.allCases)
    func sentences(language: Language) {
        Language.$current.withValue(language) {
            for action in Action.allCases {
                let sentences = [action.explanation] + Meaning.all.filter { $0.action == action }.map(\.explanation)
                #expect(Set(sentences).count == sentences.count, "\(sentences)")
            }
        }
    }

    @Test("makes KEYS.md")
    func page() {
        Golden.expect(KeyReference.markdown + "\n", "../../Documentation/KEYS.md")
        let english = Language.$current.withValue(.english) { KeyReference.markdown }
        Golden.expect(english + "\n", "../../Documentation/KEYS.en.md")
    }

    private func isTakenByInputMethods(_ key: Key) -> Bool {
        if case .text = key { return true }
        return false
    }
}
