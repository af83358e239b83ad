// PartyWork
