/// The exports as SQLite can write them: the same rows and the same columns, as far as nothing has to be
/// replayed, marked or put into words.
enum ExportQuery {
  private static let people = """
    person AS MATERIALIZED (
      SELECT subject, json_extract(private, '$.id') AS id, json_extract(private, '$.name') AS name,
        json_extract(private, '$.group') AS team
      FROM record WHERE kind = 'participant/enrolled' AND private IS NOT NULL)
    """

  /// A row for each attempt.
  static let attempts = """
    WITH \(people),
    course AS MATERIALIZED (
      SELECT subject, min(milliseconds) AS first,
        max(CASE WHEN kind IN ('attempt/submitted', 'attempt/expired') THEN milliseconds END) AS last
      FROM record WHERE kind GLOB 'attempt/*' GROUP BY subject)
    SELECT person.id AS participant, person.name, person.team AS "group",
      json_extract(start.body, '$.quiz') AS quiz, json_extract(start.body, '$.number') AS attempt,
      json_extract(start.body, '$.kind') AS kind,
      CASE WHEN course.last IS NULL THEN 'open' ELSE 'submitted' END AS state,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', course.first / 1000, 'unixepoch') AS started,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', course.last / 1000, 'unixepoch') AS submitted,
      round((course.last - course.first) / 60000.0, 1) AS minutes,
      start.subject AS id, start.curriculum, start.edition
    FROM record AS start JOIN course USING (subject)
      LEFT JOIN person ON person.subject = json_extract(start.body, '$.person')
    WHERE start.kind = 'attempt/started' ORDER BY start.position
    """

  /// A row for each response.
  static let responses = """
    WITH \(people),
    started AS MATERIALIZED (
      SELECT subject, position, json_extract(body, '$.quiz') AS quiz,
        json_extract(body, '$.number') AS attempt, json_extract(body, '$.kind') AS kind,
        json_extract(body, '$.version') AS version, json_extract(body, '$.person') AS person
      FROM record WHERE kind = 'attempt/started' ORDER BY position)
    SELECT person.id AS participant, person.name, person.team AS "group", record.curriculum,
      record.edition, started.quiz, started.attempt, started.kind, record.subject AS id,
      json_extract(record.private, '$.item') AS item, started.version,
      json_extract(record.private, '$.typed') AS typed,
      json_extract(record.private, '$.response') AS response,
      json_extract(record.private, '$.milliseconds') / 1000.0 AS seconds,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', record.milliseconds / 1000, 'unixepoch') AS responded
    FROM started CROSS JOIN record ON record.subject = started.subject
      LEFT JOIN person ON person.subject = started.person
    WHERE record.kind = 'attempt/responded' ORDER BY started.position, record.sequence
    """
}
