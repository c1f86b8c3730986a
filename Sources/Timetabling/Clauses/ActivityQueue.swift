/// The variables in the order of their activity, the most active first: a binary heap.
struct ActivityQueue: Sendable {
  private var heap: [Int32] = []
  private var places: [Int32] = []
  private var activities: [Double] = []
  private var step = 1.0

  mutating func add() {
    places.append(-1)
    activities.append(0)
    insert(activities.count - 1)
  }

  /// Takes the most active variable out; `nil` where there is none.
  mutating func popFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    places[Int(first)] = -1
    if !heap.isEmpty {
      heap[0] = last
      places[Int(last)] = 0
      sink(0)
    }
    return Int(first)
  }

  mutating func insert(_ variable: Int) {
    guard places[variable] < 0 else { return }
    places[variable] = Int32(heap.count)
    heap.append(Int32(variable))
    rise(heap.count - 1)
  }

  /// Makes a variable more active.
  mutating func bump(_ variable: Int) {
    activities[variable] += step
    if activities[variable] > 1e100 {
      for index in activities.indices { activities[index] *= 1e-100 }
      step *= 1e-100
    }
    if places[variable] >= 0 { rise(Int(places[variable])) }
  }

  /// Lets all activities fade.
  mutating func fade() { step /= 0.9 }

  private mutating func rise(_ start: Int) {
    var place = start
    let variable = heap[place]
    while place > 0 {
      let parent = (place - 1) / 2
      guard activities[Int(heap[parent])] < activities[Int(variable)] else { break }
      heap[place] = heap[parent]
      places[Int(heap[place])] = Int32(place)
      place = parent
    }
    heap[place] = variable
    places[Int(variable)] = Int32(place)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let variable = heap[place]
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count,
        activities[Int(heap[child + 1])] > activities[Int(heap[child])]
      {
        child += 1
      }
      guard activities[Int(heap[child])] > activities[Int(variable)] else { break }
      heap[place] = heap[child]
      places[Int(heap[place])] = Int32(place)
      place = child
    }
    heap[place] = variable
    places[Int(variable)] = Int32(place)
  }
}
