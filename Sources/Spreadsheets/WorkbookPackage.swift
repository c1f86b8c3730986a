#if Archives
  internal import Archives
  internal import Banks
  internal import Diagnostics

  /// The parts of a spreadsheet's own file, which refer to one another by relationships.
  struct WorkbookPackage {
    /// What a workbook says of itself.
    struct Workbook {
      let sheets: [Sheet]
      /// Where the texts are that several cells may share.
      let sharedTexts: String?
      /// Where the formats of cells are.
      let styles: String?
      /// Whether day 0 is 1 January 1904 instead of 30 December 1899.
      let countsFrom1904: Bool
    }

    /// A worksheet in the order of the tabs.
    struct Sheet {
      let name: String
      let path: String
      let isVisible: Bool
    }

    /// A relationship of a part to another one.
    private struct Relationship {
      let id: String
      /// The last part of the type, as in `worksheet`.
      let kind: String
      let target: String
    }

    /// How a compound file begins, in which protected and old spreadsheets are kept.
    private static let compoundSign: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    /// The most files in the package.
    private static let fileLimit = 5_000

    private let archive: Archive
    private let limit: Int

    init(_ bytes: [UInt8], limit: Int) throws(SpreadsheetFault) {
      guard !bytes.starts(with: Self.compoundSign) else { throw .protectedOrOld }
      self.limit = limit
      do {
        archive = try Archive(bytes, limits: .init(files: Self.fileLimit, bytes: limit))
      } catch {
        throw .unpackable(error.message)
      }
    }

    /// A part as its outermost element; `nil` where there is none.
    func part(_ path: String?) throws(SpreadsheetFault) -> XMLElement? {
      guard let path else { return nil }
      let files: [Archive.File]
      do {
        files = try archive.files { $0.lowercased() == path.lowercased() }
      } catch {
        throw .unpackable(error.message)
      }
      guard let file = files.first else { return nil }
      do {
        let source = try SourceText(
          file: path,
          bytes: file.bytes,
          sizeLimit: limit,
          lineLimit: limit
        )
        return try XMLReader.read(source)
      } catch {
        throw .damagedPart(path, error.message)
      }
    }

    /// The workbook that the package says it is.
    func workbook() throws(SpreadsheetFault) -> Workbook {
      guard
        let path = try relationships(of: "").first(where: { $0.kind == "officeDocument" })?.target,
        let root = try part(path), root.name == "workbook"
      else { throw .notAWorkbook }
      let relationships = try relationships(of: path)
      let sheets = root.first("sheets")?.elements("sheet") ?? []
      let listed = sheets.compactMap { sheet -> Sheet? in
        let id = sheet["id"]
        // Sheets of charts and macros have no cells.
        guard let related = relationships.first(where: { $0.id == id }), related.kind == "worksheet"
        else { return nil }
        return Sheet(
          name: sheet["name"] ?? "",
          path: related.target,
          isVisible: ["visible", nil].contains(sheet["state"])
        )
      }
      let counting = root.first("workbookPr")?["date1904"]
      return Workbook(
        sheets: listed,
        sharedTexts: relationships.first { $0.kind == "sharedStrings" }?.target,
        styles: relationships.first { $0.kind == "styles" }?.target,
        countsFrom1904: ["1", "true", "on"].contains(counting)
      )
    }

    /// What a part refers to; the package itself for an empty path.
    private func relationships(of path: String) throws(SpreadsheetFault) -> [Relationship] {
      let parts = path.split(separator: "/").map(String.init)
      let folder = parts.dropLast()
      let list = (folder + ["_rels", (parts.last ?? "") + ".rels"]).joined(separator: "/")
      return (try part(list)?.elements("Relationship") ?? []).compactMap { element in
        guard let id = element["Id"], let type = element["Type"],
          let target = element["Target"], element["TargetMode"] != "External"
        else { return nil }
        return Relationship(
          id: id,
          kind: type.split(separator: "/").last.map(String.init) ?? "",
          target: Self.resolved(target, in: Array(folder))
        )
      }
    }

    /// A path from the top of the package.
    private static func resolved(_ target: String, in folder: [String]) -> String {
      var path = target.hasPrefix("/") ? [] : folder
      for part in target.split(separator: "/") {
        switch part {
        case ".": continue
        case "..": _ = path.popLast()
        default: path.append(String(part))
        }
      }
      return path.joined(separator: "/")
    }
  }
#endif
