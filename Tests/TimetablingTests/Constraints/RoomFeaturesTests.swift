import Testing

@Suite struct RoomFeaturesTests {
  private let sample = Sample().replacing(
    "tags: [Y]}",
    with: "tags: [Y], features: [tables, stage]}"
  )

  @Test func `each feature missing counts 1`() throws {
    try verify(inherent: "features", in: sample)
      .given(held("c", at: "2026-03-02T09:00", in: "hall"))
      .penalises(by: 2, sessions: ["c"])
    try verify(inherent: "features", in: sample)
      .given(held("c", at: "2026-03-02T09:00", in: "studio"))
      .penalises(by: 1, sessions: ["c"])
  }

  @Test func `a remote trainer needs a video link`() throws {
    try verify(inherent: "features")
      .given(held("b", at: "2026-03-02T09:00", in: "studio", by: "dee"))
      .penalises(by: 1, sessions: ["b"])
    try verify(inherent: "features")
      .given(held("b", at: "2026-03-02T09:00", in: "hall", by: "dee"))
      .holds()
    try verify(inherent: "features")
      .given(held("b", at: "2026-03-02T09:00", in: "studio", by: "bo"))
      .holds()
  }

  @Test func `declared with a weight it is soft for the sessions named, hard for the others`()
    throws
  {
    let sample = sample.replacing("themes: [law]}", with: "themes: [law], features: [stage]}")
      .declaring("{features: c, weight: 10}")
    try verify(inherent: "features", in: sample)
      .given(
        held("c", at: "2026-03-02T09:00", in: "studio"),
        held("d", at: "2026-03-02T09:00", in: "hall")
      )
      .costs(hard: 1, soft: 10)
  }

  @Test func `a trainer is no subject`() {
    expectMistake(
      "features: 1️⃣trainer ann",
      "this constraint cannot be about 'trainer ann'",
      help: "name sessions, modules, kinds, tags, themes or groups"
    )
  }
}
