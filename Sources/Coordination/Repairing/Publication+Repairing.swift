public import Publishing
public import Timetabling

extension Publication {
  /// Why there is no timetable; `nil` where there is one.
  public var conflict: Conflict? {
    switch outcome {
    case .laidOut: nil
    case .infeasible(let conflict): conflict
    }
  }

  /// The same, whose repairs say how they are written into the file of the curriculum.
  public func offering(repairsOf file: RepairableFile) -> Publication {
    switch outcome {
    case .laidOut: self
    case .infeasible(let conflict):
      Publication(.infeasible(file.offering(conflict)), of: problem, seed: seed)
    }
  }
}

extension WhyNot {
  /// Why a session cannot be held on the day; `nil` where it can.
  public var conflict: Conflict? {
    switch self {
    case .impossible(let conflict): conflict
    case .noBlock(_, let opening): Conflict.unexplained.with(repairs: opening)
    case .heldAlready, .possible, .open: nil
    }
  }

  /// The same, whose repairs say how they are written into the file of the curriculum.
  public func offering(repairsOf file: RepairableFile) -> WhyNot {
    switch self {
    case .impossible(let conflict): .impossible(file.offering(conflict))
    case .noBlock(let nearest, let opening):
      .noBlock(
        nearest: nearest,
        opening: file.offering(Conflict.unexplained.with(repairs: opening)).repairs
      )
    case .heldAlready, .possible, .open: self
    }
  }
}

extension RobustnessReport {
  /// Nothing to explain, with the changes that are advised as repairs.
  public var conflict: Conflict {
    Conflict.unexplained.with(repairs: advice.precautions.map(\.repair))
  }
}
