extension String {
    /// Whether it holds Han, or the punctuation that goes with it.
    package var hasChinese: Bool { contains(/[\p{Han}，。；：、（）「」《》？“”]/) }
}
