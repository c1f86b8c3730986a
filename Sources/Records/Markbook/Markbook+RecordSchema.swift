extension Markbook {
  /// The tables of version 5: one record of everything, in one chain for each site.
  ///
  /// A record can only be added, at the end of its site's chain; of one that was added, only the
  /// private part can be erased. Everything else that the program knows (roster, attempts,
  /// revisions, exceptions) is read from here. `Record.md` documents every column.
  static let recordSchema = """
    CREATE TABLE site (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
      seal BLOB NOT NULL CHECK (length(seal) = 32)
    ) STRICT;

    CREATE TRIGGER site_is_one BEFORE INSERT ON site WHEN EXISTS (SELECT 1 FROM site)
    BEGIN SELECT RAISE(ABORT, 'a markbook has one site that records'); END;

    CREATE TABLE record (
      site TEXT NOT NULL CHECK (length(site) = 32),
      position INTEGER NOT NULL CHECK (position > 0),
      kind TEXT NOT NULL CHECK (length(kind) > 0),
      subject TEXT NOT NULL CHECK (length(subject) > 0),
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      curriculum TEXT NOT NULL,
      edition TEXT NOT NULL,
      milliseconds INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      salt BLOB CHECK (length(salt) = 16),
      private TEXT,
      commitment BLOB CHECK (length(commitment) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      PRIMARY KEY (site, position),
      CHECK ((salt IS NULL) = (private IS NULL)),
      CHECK (commitment IS NOT NULL OR private IS NULL)
    ) STRICT;

    CREATE UNIQUE INDEX record_by_subject ON record (subject, sequence, site);
    CREATE INDEX record_by_kind ON record (kind, subject)
      WHERE kind = 'attempt/started' OR kind = 'participant/enrolled'
        OR kind = 'participant/excepted' OR kind = 'participant/forgotten'
        OR kind = 'participant/joined' OR kind = 'programme/published';

    CREATE TRIGGER record_follows_the_last BEFORE INSERT ON record
    WHEN NEW.position <> (
      SELECT coalesce(max(position), 0) + 1 FROM record WHERE site = NEW.site)
    BEGIN SELECT RAISE(ABORT, 'a record must follow the last one of its site'); END;
    CREATE TRIGGER record_stays BEFORE DELETE ON record
    BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;
    CREATE TRIGGER record_is_final BEFORE UPDATE ON record
    WHEN NEW.salt IS NOT NULL OR NEW.private IS NOT NULL OR NEW.site IS NOT OLD.site
      OR NEW.position IS NOT OLD.position OR NEW.kind IS NOT OLD.kind
      OR NEW.subject IS NOT OLD.subject OR NEW.sequence IS NOT OLD.sequence
      OR NEW.curriculum IS NOT OLD.curriculum OR NEW.edition IS NOT OLD.edition
      OR NEW.milliseconds IS NOT OLD.milliseconds OR NEW.body IS NOT OLD.body
      OR NEW.commitment IS NOT OLD.commitment OR NEW.hash IS NOT OLD.hash
    BEGIN SELECT RAISE(ABORT, 'of a record only the private part can be erased'); END;

    CREATE TABLE text (
      hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
      text TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER text_stays BEFORE DELETE ON text
    BEGIN SELECT RAISE(ABORT, 'a quiz that was sat is never removed'); END;
    CREATE TRIGGER text_is_final BEFORE UPDATE ON text
    BEGIN SELECT RAISE(ABORT, 'a quiz that was sat is never changed'); END;

    CREATE TABLE former (
      site TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position > 0),
      record INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (site, position),
      FOREIGN KEY (site, record) REFERENCES record (site, position)
    ) STRICT;

    CREATE TRIGGER former_is_final BEFORE UPDATE ON former
    BEGIN SELECT RAISE(ABORT, 'a hash of before is never changed'); END;
    """
}
