-- The tables of statements beyond the six kinds, as docs/annotation.md defines them; run with schema.sql, which says what
-- holds of all tables of statements.

CREATE TYPE IF NOT EXISTS movement_type AS ENUM ('phong trào', 'cuộc vận động', 'chủ đề', 'phương châm', 'khẩu hiệu');
CREATE TYPE IF NOT EXISTS movement_period AS ENUM ('reviewed', 'coming');
CREATE TYPE IF NOT EXISTS initiative_type AS ENUM ('mô hình', 'sáng kiến', 'cách làm', 'giải pháp');

CREATE TABLE IF NOT EXISTS documents (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    number VARCHAR,
    date DATE,
    issuer VARCHAR,
    subject VARCHAR,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict
);
COMMENT ON TABLE documents IS 'Legal documents that an article cites: decisions, decrees, directives, plans and others.';
COMMENT ON COLUMN documents.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN documents.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN documents.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN documents.type IS 'Kind of document: Quyết định, Nghị định, Chỉ thị, Kế hoạch and others.';
COMMENT ON COLUMN documents.number IS 'Its number with its letters; null where the article tells it by issuer and subject, or a law by its name.';
COMMENT ON COLUMN documents.date IS 'The day that it was signed.';
COMMENT ON COLUMN documents.issuer IS 'Who issued it, as written, without the place''s name.';
COMMENT ON COLUMN documents.subject IS 'What it is about; of a law its name.';
COMMENT ON COLUMN documents.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN documents.rule IS 'The frame that read it.';
COMMENT ON COLUMN documents.confidence IS 'Estimated share of right facts among those of that rule, 0 to 1.';
COMMENT ON COLUMN documents.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN documents.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';

CREATE TABLE IF NOT EXISTS movements (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR,
    bloc_mention_id VARCHAR,
    type movement_type NOT NULL,
    name VARCHAR NOT NULL,
    year INTEGER,
    period movement_period,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR
);
COMMENT ON TABLE movements IS 'Named emulation movements, themes, mottos and slogans.';
COMMENT ON COLUMN movements.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN movements.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN movements.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN movements.bloc IS 'The bloc''s name, as in bloc_mentions of the same article; null if it is that of several.';
COMMENT ON COLUMN movements.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN movements.type IS 'phong trào, cuộc vận động, chủ đề, phương châm or khẩu hiệu.';
COMMENT ON COLUMN movements.name IS 'Its name without quotation marks.';
COMMENT ON COLUMN movements.year IS 'The year that it is for.';
COMMENT ON COLUMN movements.period IS 'reviewed: told of the time that the meeting looks back on; coming: of the time that it plans.';
COMMENT ON COLUMN movements.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN movements.rule IS 'The frame that read it.';
COMMENT ON COLUMN movements.confidence IS 'Estimated share of right facts among those of that rule, 0 to 1.';
COMMENT ON COLUMN movements.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN movements.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN movements.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';

CREATE TABLE IF NOT EXISTS initiatives (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR,
    bloc_mention_id VARCHAR,
    type initiative_type NOT NULL,
    name VARCHAR NOT NULL,
    agency VARCHAR,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    agency_id VARCHAR
);
COMMENT ON TABLE initiatives IS 'Named models and ways of working, one row for each unit that has one.';
COMMENT ON COLUMN initiatives.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN initiatives.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN initiatives.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN initiatives.bloc IS 'The bloc''s name, as in bloc_mentions of the same article; null if it is that of several.';
COMMENT ON COLUMN initiatives.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN initiatives.type IS 'mô hình, sáng kiến, cách làm or giải pháp.';
COMMENT ON COLUMN initiatives.name IS 'Its name without quotation marks.';
COMMENT ON COLUMN initiatives.agency IS 'The unit that has it; null if none is named.';
COMMENT ON COLUMN initiatives.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN initiatives.rule IS 'The frame that read it.';
COMMENT ON COLUMN initiatives.confidence IS 'Estimated share of right facts among those of that rule, 0 to 1.';
COMMENT ON COLUMN initiatives.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN initiatives.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN initiatives.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN initiatives.agency_id IS 'Which agency that is, see agencies. Filled on publishing.';

CREATE TABLE IF NOT EXISTS rankings (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR NOT NULL,
    bloc_mention_id VARCHAR,
    agency VARCHAR NOT NULL,
    position INTEGER,
    units INTEGER,
    score DOUBLE,
    max_score DOUBLE,
    year INTEGER,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    agency_id VARCHAR
);
COMMENT ON TABLE rankings IS 'Places and scores that a bloc''s own marking gives to units.';
COMMENT ON COLUMN rankings.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN rankings.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN rankings.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN rankings.bloc IS 'The bloc''s name, as in bloc_mentions of the same article.';
COMMENT ON COLUMN rankings.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN rankings.agency IS 'The unit.';
COMMENT ON COLUMN rankings.position IS 'Its place; units with the same one tie.';
COMMENT ON COLUMN rankings.units IS 'Out of how many, where told.';
COMMENT ON COLUMN rankings.score IS 'Its points.';
COMMENT ON COLUMN rankings.max_score IS 'Out of how many points, where told.';
COMMENT ON COLUMN rankings.year IS 'The year that it is for.';
COMMENT ON COLUMN rankings.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN rankings.rule IS 'The frame that read it.';
COMMENT ON COLUMN rankings.confidence IS 'Estimated share of right facts among those of that rule, 0 to 1.';
COMMENT ON COLUMN rankings.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN rankings.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN rankings.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN rankings.agency_id IS 'Which agency that is, see agencies. Filled on publishing.';
