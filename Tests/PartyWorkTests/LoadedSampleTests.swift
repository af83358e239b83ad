import Testing

@testable import PartyWork

@Suite("The sample in a ledger") struct LoadedSampleTests {
    @Test("Its first person is known by the telephone number, masked as a server does too")
    func marker() {
        func person(_ name: String, _ phone: String) -> Person {
            Person(id: "P0001", name: name, organization: "422801100", category: .member, phone: phone)
        }
        #expect(LoadedSample.knows(person("覃绍槐", "00000000001")))
        #expect(LoadedSample.knows(person("覃绍槐", "000****0001")))
        #expect(!LoadedSample.knows(person("覃绍槐", "13900000001")))
        #expect(!LoadedSample.knows(person("覃绍", "00000000001")))
    }
}
