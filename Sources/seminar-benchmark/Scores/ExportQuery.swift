/// The exports as SQLite can write them: the same rows and the same columns, as far as nothing has to be
/// replayed, marked or put into words.
///
/// People and starts are first put into tables with a key of their own, so that no row makes SQLite look
/// through all of them: the shell is measured as somebody would write the query who knows it well.
enum ExportQuery {
  private static let starts = """
    CREATE TEMP TABLE person (subject PRIMARY KEY, id, name, team) WITHOUT ROWID;
    INSERT INTO person
      SELECT subject, json_extract(private, '$.id'), json_extract(private, '$.name'),
        json_extract(private, '$.group')
      FROM record WHERE kind = 'participant/enrolled' AND private IS NOT NULL;
    CREATE TEMP TABLE started (
      position INTEGER PRIMARY KEY, subject, quiz, attempt, kind, version, id, name, team);
    INSERT INTO started
      SELECT position, record.subject, json_extract(body, '$.quiz'),
        json_extract(body, '$.number'), json_extract(body, '$.kind'),
        json_extract(body, '$.version'), person.id, person.name, person.team
      FROM record LEFT JOIN person ON person.subject = json_extract(body, '$.person')
      WHERE record.kind = 'attempt/started';
    """

  /// A row for each attempt.
  static let attempts = """
    \(starts)
    WITH course AS MATERIALIZED (
      SELECT started.position, record.curriculum, record.edition,
        min(record.milliseconds) AS first,
        max(CASE WHEN record.kind IN ('attempt/submitted', 'attempt/expired')
          THEN record.milliseconds END) AS last
      FROM started CROSS JOIN record ON record.subject = started.subject
      WHERE record.kind GLOB 'attempt/*' GROUP BY started.position)
    SELECT started.id AS participant, started.name, started.team AS "group", started.quiz,
      started.attempt, started.kind,
      CASE WHEN course.last IS NULL THEN 'open' ELSE 'submitted' END AS state,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', course.first / 1000, 'unixepoch') AS started,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', course.last / 1000, 'unixepoch') AS submitted,
      round((course.last - course.first) / 60000.0, 1) AS minutes,
      started.subject AS "id", course.curriculum, course.edition
    FROM course CROSS JOIN started USING (position) ORDER BY started.position;
    """

  /// A row for each response.
  static let responses = """
    \(starts)
    SELECT started.id AS participant, started.name, started.team AS "group", record.curriculum,
      record.edition, started.quiz, started.attempt, started.kind, record.subject AS "id",
      json_extract(record.private, '$.item') AS item, started.version,
      json_extract(record.private, '$.typed') AS typed,
      json_extract(record.private, '$.response') AS response,
      json_extract(record.private, '$.milliseconds') / 1000.0 AS seconds,
      strftime('%Y-%m-%dT%H:%M:%S+00:00', record.milliseconds / 1000, 'unixepoch') AS responded
    FROM started CROSS JOIN record ON record.subject = started.subject
    WHERE record.kind = 'attempt/responded' ORDER BY started.position, record.sequence;
    """
}
