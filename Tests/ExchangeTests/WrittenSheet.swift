import Foundation
import FoundationXML

/// A document as its parser sees it.
struct XMLElements {
    /// An element with its attributes and the text directly in it.
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
        let path: [String]
    }

    let elements: [Element]
    let isWellFormed: Bool

    private final class Collector: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(Element(name: name, attributes: attributes, path: open.map { elements[$0].name }))
            open.append(elements.count - 1)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }
    }

    init(_ text: String) {
        let collector = Collector()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = collector
        isWellFormed = parser.parse()
        elements = collector.elements
    }

    /// All of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}

/// A sheet of a workbook as it was written.
struct WrittenSheet {
    /// What cells hold by their names: texts as they are, numbers as the file has them.
    let cells: [String: Cell]
    let xml: XMLElements

    /// A cell: whether it is text, and its value.
    struct Cell: Equatable {
        let isText: Bool
        let value: String

        static func text(_ value: String) -> Cell { Cell(isText: true, value: value) }
        static func number(_ value: String) -> Cell { Cell(isText: false, value: value) }
    }

    init(_ workbook: ZipReader, _ number: Int) throws {
        let strings = XMLElements(try workbook.part("xl/sharedStrings.xml") ?? "").all("t").map(\.text)
        xml = XMLElements(try workbook.part("xl/worksheets/sheet\(number).xml") ?? "")
        var cells: [String: Cell] = [:]
        var last: XMLElements.Element?
        for element in xml.elements {
            if element.name == "c" { last = element }
            guard element.name == "v", let cell = last, let name = cell.attributes["r"] else { continue }
            let isText = cell.attributes["t"] == "s"
            cells[name] = isText ? .text(strings[Int(element.text) ?? 0]) : .number(element.text)
        }
        self.cells = cells
    }
}
