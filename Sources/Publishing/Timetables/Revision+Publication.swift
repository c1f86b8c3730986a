internal import Curricula
public import Foundation

extension Revision {
  /// What a publication would be as a revision.
  ///
  /// - Parameters:
  ///   - publication: The publication.
  ///   - number: The number of the revision.
  ///   - published: When it is published.
  ///   - chronicle: What was published before, and what of it was held: that is taken over as it was.
  ///   - particulars: What else is recorded.
  public init(
    _ publication: Publication,
    number: Int,
    published: Date,
    after chronicle: Chronicle? = nil,
    particulars: Particulars? = nil
  ) {
    let held = Dictionary((chronicle?.held ?? []).map { ($0.session, $0) }) { first, _ in first }
    let names = SessionNames(chronicle?.revisions ?? [])
    self.init(
      number: number,
      published: published,
      entries: publication.appointments.map { appointment in
        let id = appointment.session.id
        if let fact = held[id] { return fact.titled(appointment.session.title) }
        return Entry(
          appointment,
          identity: names.identity(of: id, in: number),
          of: publication.curriculum,
          note: publication.description(of: appointment)
        )
      },
      particulars: particulars ?? Particulars(of: publication.curriculum)
    )
  }
}

extension Revision.Entry {
  init(
    _ appointment: Appointment,
    identity: String?,
    of curriculum: Curriculum,
    note: String
  ) {
    let localTimes =
      appointment.trainers.compactMap { trainer in
        appointment.localTime(of: trainer, away: curriculum.zone).map { (trainer.id, $0) }
      }
      + appointment.groups.compactMap { group in
        appointment.localTime(of: group, away: curriculum.zone)
          .map { (Self.clockName(ofGroup: group.id), $0) }
      }
    self.init(
      session: appointment.session.id,
      identity: identity,
      title: appointment.session.title,
      block: appointment.block.id,
      start: appointment.start,
      begins: appointment.begins,
      ends: appointment.ends,
      week: appointment.week,
      room: appointment.room?.id,
      rooms: appointment.room.flatMap { $0.parts.isEmpty ? nil : $0.parts },
      roomName: appointment.room?.name,
      link: appointment.room?.link,
      trainers: appointment.trainers.map(\.id),
      groups: appointment.groups.map(\.id),
      kind: appointment.session.kind.id,
      module: appointment.module.id,
      moduleTitle: appointment.module.title,
      place: curriculum.place,
      note: note,
      localTimes: Dictionary(localTimes) { first, _ in first }
    )
  }
}
