// Which keys and list entries belong together, by their columns.
extension SlipReader {
  /// Finds the level of a key or a list entry that begins in a column, or reports its indentation.
  ///
  /// - Parameters:
  ///   - index: The place in the line, from 0.
  ///   - isList: Whether it is a list entry.
  ///   - isFirst: Whether nothing stands before it on its line.
  ///   - isKnown: Whether something wrong with the indentation was reported already.
  mutating func align(_ index: Int, isList: Bool, isFirst: Bool, isKnown: Bool) {
    let column = index + shift
    let all = levels
    while let last = levels.last, last.column > column { levels.removeLast() }
    defer { enter(at: index, isFirst: isFirst) }
    guard let top = levels.last else {
      // The first line of all, or one that is further left than any.
      guard let first = all.first else {
        push(column, isList: isList)
        return
      }
      return misplace(column, isList: isList, to: first.column, among: all, isKnown: isKnown)
    }
    if top.column == column {
      if top.isList == isList { return }
      if isList, top.isExpecting {
        push(column, isList: true)
        return
      }
      if !isList {
        let below = levels.dropLast().last
        if below?.column == column {
          levels.removeLast()
          return
        }
        if !isKnown { report(.noHyphen, at: index) }
        line.replace(0..<index, with: String(repeating: " ", count: top.repairedColumn) + "- ")
        push(columnOfNextKey(past: column - shift), isList: false)
        levels[levels.count - 1].repairedColumn = top.repairedColumn + 2
        return
      }
      return misplace(column, isList: true, to: nil, among: all, isKnown: isKnown)
    }
    if top.isExpecting {
      push(column, isList: isList)
    } else {
      misplace(column, isList: isList, to: nil, among: all, isKnown: isKnown)
    }
  }

  private mutating func push(_ column: Int, isList: Bool) {
    let above = levels.last
    if !levels.isEmpty { settle() }
    let distance = max(above == nil || isList ? 0 : 1, column - (above?.column ?? 0))
    levels.append(
      Level(
        column: column,
        repairedColumn: (above?.repairedColumn ?? 0) + distance,
        isList: isList
      )
    )
  }

  /// Puts a line where it most probably belongs.
  private mutating func misplace(
    _ column: Int,
    isList: Bool,
    to wanted: Int?,
    among all: [Level],
    isKnown: Bool
  ) {
    let candidates = all.indices.filter { all[$0].isList == isList }
    let near = candidates.min {
      (abs(all[$0].column - column), -$0) < (abs(all[$1].column - column), -$1)
    }
    guard let near else {
      if !isKnown { report(.indentation(found: column, expected: wanted ?? 0), at: column) }
      levels = all.isEmpty ? [] : [all[0]]
      if levels.isEmpty { push(column, isList: isList) }
      return
    }
    if !isKnown {
      report(.indentation(found: column, expected: all[near].column), at: column)
    }
    levels = Array(all[...near])
  }

  /// Writes the line's indentation as its level has it, and waits for a value.
  private mutating func enter(at column: Int, isFirst: Bool) {
    guard let top = levels.last else { return }
    levels[levels.count - 1].isExpecting = true
    levels[levels.count - 1].isPlain = false
    let blanks = line.text.prefix(column)
    if isFirst, top.repairedColumn != column || blanks.contains(where: { $0 != " " }) {
      line.replace(0..<column, with: String(repeating: " ", count: top.repairedColumn))
    }
  }

  /// Says that the last key or entry has its value.
  mutating func settle(isPlain: Bool = false) {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].isExpecting = false
    levels[levels.count - 1].isPlain = isPlain
  }

  /// Keeps a key, or reports that it is there already.
  mutating func keep(_ key: String, at column: Int) {
    guard !levels.isEmpty else { return }
    let last = levels.count - 1
    if let earlier = levels[last].keys[key] {
      report(.keyTwice(key: key, line: earlier), at: column)
      let isOfEntry = last > 0 && levels[last - 1].isList
      if isOfEntry, levels[last].firstKey == key {
        // A new entry begins, without its hyphen; the other keys are its own.
        let indentation = String(repeating: " ", count: levels[last - 1].repairedColumn)
        let width = levels[last].repairedColumn - levels[last - 1].repairedColumn
        let hyphen = "-" + String(repeating: " ", count: max(1, width - 1))
        line.withdraw()
        line.replace(0..<column, with: indentation + hyphen)
        levels[last].keys = [key: current + 1]
      } else {
        line.replace(column..<column, with: "second-")
      }
    } else {
      if levels[last].keys.isEmpty { levels[last].firstKey = key }
      levels[last].keys[key] = current + 1
    }
  }
}
