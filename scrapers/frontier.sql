-- The state of one data folder's crawl. Times are seconds since 1970 (UTC), `fetched_at` is ISO 8601 in UTC.

CREATE TABLE IF NOT EXISTS pages (
    page_id TEXT PRIMARY KEY,
    page_key TEXT NOT NULL,      -- canonical address; '' once forgotten
    url TEXT NOT NULL,           -- the address to ask for; '' once forgotten
    source TEXT NOT NULL,        -- '' for imported pages of no declared source
    kind TEXT NOT NULL,
    priority REAL NOT NULL,
    depth INTEGER NOT NULL,
    hint TEXT,                   -- ISO date that stood beside the link
    state TEXT NOT NULL,         -- queued, done, moved, forgotten
    outcome TEXT,                -- what came of the last visit
    failures INTEGER NOT NULL,   -- troubles in a row
    etag TEXT,
    last_modified TEXT,
    due REAL,                    -- NULL: never again
    checked_at REAL,             -- the last answer
    interval REAL NOT NULL,
    digest TEXT,                 -- SHA-256 of the content archived last
    article_id TEXT              -- the version that it shows now
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_queued ON pages (source, priority DESC, hint DESC, page_key) WHERE state = 'queued';
CREATE INDEX IF NOT EXISTS pages_by_due ON pages (source, due) WHERE state = 'done';

CREATE TABLE IF NOT EXISTS captures (
    page_id TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    url TEXT NOT NULL,           -- the address that answered
    file TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    is_read INTEGER NOT NULL,
    article_id TEXT,             -- what was read in it; NULL for nothing
    PRIMARY KEY (page_id, fetched_at, digest)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS captures_unread ON captures (fetched_at) WHERE is_read = 0;
CREATE INDEX IF NOT EXISTS captures_by_place ON captures (file, start);

-- With row ids: documents lie in the order in which they come, and none is moved for another's sake.
CREATE TABLE IF NOT EXISTS articles (
    article_id TEXT PRIMARY KEY NOT NULL,
    page_id TEXT NOT NULL,
    document TEXT NOT NULL,      -- the article as JSON
    is_loaded INTEGER NOT NULL,  -- it has been handed on to the tables
    signature BLOB               -- for finding near-duplicates
);
CREATE INDEX IF NOT EXISTS articles_of_page ON articles (page_id, is_loaded);

CREATE TABLE IF NOT EXISTS problems (
    page_id TEXT NOT NULL,       -- '' for a problem of the source as a whole
    source TEXT NOT NULL,
    part TEXT NOT NULL,          -- asking, reading: what it was met in, and what replaces it
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    location TEXT,
    start INTEGER,
    "end" INTEGER
);
CREATE INDEX IF NOT EXISTS problems_by_page ON problems (page_id, source);

CREATE TABLE IF NOT EXISTS hosts (
    host TEXT PRIMARY KEY,
    record TEXT NOT NULL         -- a HostRecord as JSON
) WITHOUT ROWID;

-- What earlier versions had, and nothing asks for.
DROP INDEX IF EXISTS pages_by_turn;
DROP INDEX IF EXISTS captures_by_article;
DROP INDEX IF EXISTS articles_by_page;
DROP INDEX IF EXISTS articles_to_load;
