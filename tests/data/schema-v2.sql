-- The tables of statements, once and only here; who is who is in registry.sql. Run whenever the build file is opened: every
-- statement may be run again.
--
-- One row per statement in one article: the same election told by three papers is three rows here and one in the views.
-- Facts are those of a page's newest version; older versions keep their text in `articles`.
-- Columns that end in _id and name an agency, a bloc or a place are filled in published snapshots and null in the private
-- build file, which holds what was read and what people decided, and nothing that follows from it.
-- Foreign keys are named in the comments, checked by `thidua check` and not declared: DuckDB checks them row by row, keeps an
-- index on both sides, and cannot delete a parent and its children in one transaction, which is what replacing a report's
-- facts does.
-- Offsets are 0-based, half-open, in Unicode code points: substring(text, start + 1, "end" - start).

-- Closed values. What is open (titles of awards, codes of problems) is text.
CREATE TYPE IF NOT EXISTS level AS ENUM ('trung ương', 'tỉnh', 'huyện', 'xã', 'đơn vị');
CREATE TYPE IF NOT EXISTS bloc_kind AS ENUM ('khối', 'cụm', 'khu vực');
CREATE TYPE IF NOT EXISTS place_kind AS ENUM ('province', 'district', 'commune');
CREATE TYPE IF NOT EXISTS place_basis AS ENUM ('source', 'text', 'byline', 'agency');
CREATE TYPE IF NOT EXISTS meeting_type AS ENUM (
    'tổng kết', 'sơ kết', 'ký kết giao ước', 'phát động', 'họp', 'kiểm tra', 'thành lập'
);
CREATE TYPE IF NOT EXISTS role AS ENUM ('leader', 'deputy');
CREATE TYPE IF NOT EXISTS term_status AS ENUM ('proposed', 'assumed', 'elected', 'appointed', 'serving');
CREATE TYPE IF NOT EXISTS award_status AS ENUM ('voted', 'proposed', 'conferred');
CREATE TYPE IF NOT EXISTS award_class AS ENUM (
    'flag', 'certificate', 'collective title', 'personal title', 'order', 'rank', 'other'
);
CREATE TYPE IF NOT EXISTS recipient_kind AS ENUM ('agency', 'person', 'bloc');
CREATE TYPE IF NOT EXISTS fact_kind AS ENUM ('bloc', 'meeting', 'member', 'leader', 'award', 'person');
CREATE TYPE IF NOT EXISTS verdict AS ENUM ('accept', 'correct', 'reject', 'merge', 'split');

CREATE TABLE IF NOT EXISTS snapshot (
    schema_version INTEGER NOT NULL,
    snapshot_id VARCHAR,
    published_at TIMESTAMP
);
INSERT INTO snapshot SELECT 2, NULL, NULL WHERE NOT EXISTS (FROM snapshot);
COMMENT ON TABLE snapshot IS 'One row: which state of the data this file holds.';
COMMENT ON COLUMN snapshot.schema_version IS 'Version of these tables; raised when an older build file no longer fits.';
COMMENT ON COLUMN snapshot.snapshot_id IS 'Name of the published snapshot; null in the private build file.';
COMMENT ON COLUMN snapshot.published_at IS 'When it was published, UTC.';

CREATE TABLE IF NOT EXISTS runs (
    run_id VARCHAR PRIMARY KEY,
    command VARCHAR NOT NULL,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP,
    rules_hash VARCHAR NOT NULL,
    versions MAP(VARCHAR, VARCHAR) NOT NULL,
    pages_new INTEGER,
    pages_changed INTEGER,
    pages_unchanged INTEGER,
    facts INTEGER,
    problems INTEGER
);
COMMENT ON TABLE runs IS 'Each time that reports were loaded.';
COMMENT ON COLUMN runs.run_id IS 'Id of the run; begins with its time.';
COMMENT ON COLUMN runs.command IS 'The command that loaded.';
COMMENT ON COLUMN runs.started IS 'UTC.';
COMMENT ON COLUMN runs.finished IS 'UTC; null while the run goes on, and for ever if it was broken off.';
COMMENT ON COLUMN runs.rules_hash IS 'Hash of the program and its lexicon: equal hashes read equal facts.';
COMMENT ON COLUMN runs.versions IS 'Versions of Thidua, Python and the libraries that reading depends on.';
COMMENT ON COLUMN runs.pages_new IS 'Pages not known before.';
COMMENT ON COLUMN runs.pages_changed IS 'Pages with another text or other facts than before; theirs were replaced.';
COMMENT ON COLUMN runs.pages_unchanged IS 'Pages that were known just so; their rows stay as they were.';
COMMENT ON COLUMN runs.facts IS 'Facts written by this run.';
COMMENT ON COLUMN runs.problems IS 'Problems written by this run.';

CREATE TABLE IF NOT EXISTS articles (
    article_id VARCHAR PRIMARY KEY,
    page_id VARCHAR NOT NULL,
    page_key VARCHAR NOT NULL,
    url VARCHAR,
    source VARCHAR,
    province VARCHAR,
    title VARCHAR,
    published DATE,
    text VARCHAR NOT NULL,
    sections STRUCT(field VARCHAR, start INTEGER, "end" INTEGER)[] NOT NULL,
    parser VARCHAR,
    superseded_by VARCHAR,
    run_id VARCHAR NOT NULL,
    reading_hash VARCHAR NOT NULL,
    report_id VARCHAR,
    place_id VARCHAR,
    place_basis place_basis
);
COMMENT ON TABLE articles IS 'One row per version of a page.';
COMMENT ON COLUMN articles.article_id IS 'Id of this version: hash of page and text.';
COMMENT ON COLUMN articles.page_id IS 'Id of the page, the same for all its versions: hash of page_key.';
COMMENT ON COLUMN articles.page_key IS 'The canonical URL, or the path of a file relative to the folder that was read.';
COMMENT ON COLUMN articles.url IS 'Where the page was fetched from; null for files.';
COMMENT ON COLUMN articles.source IS 'The publisher, by its name in the list of sources.';
COMMENT ON COLUMN articles.province IS 'The province that the publisher is known to belong to.';
COMMENT ON COLUMN articles.title IS 'The headline; null if the page has none.';
COMMENT ON COLUMN articles.published IS 'The day that the article itself names as its publication.';
COMMENT ON COLUMN articles.text IS 'The text as it was published; all offsets refer to it.';
COMMENT ON COLUMN articles.sections IS 'Its title, lead, body, captions, author and chrome, with offsets.';
COMMENT ON COLUMN articles.parser IS 'What made the article from a page; null for plain text.';
COMMENT ON COLUMN articles.superseded_by IS 'article_id of the version that took its place; null for the newest.';
COMMENT ON COLUMN articles.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN articles.reading_hash IS 'Hash of the row and all facts read from it, by which an unchanged one is known.';
COMMENT ON COLUMN articles.report_id IS 'The first article of this text, its own id unless it is a copy: count reports by it. Filled on publishing.';
COMMENT ON COLUMN articles.place_id IS 'The place that the article is from, see places. Filled on publishing.';
COMMENT ON COLUMN articles.place_basis IS 'How that is known: source (its publisher), text (it says so), byline (its agency tag or small print), agency (a unit that is nowhere else).';

CREATE TABLE IF NOT EXISTS article_copies (
    article_id VARCHAR PRIMARY KEY,
    original_id VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL,
    run_id VARCHAR NOT NULL
);
COMMENT ON TABLE article_copies IS 'Crawled articles that are nearly the same text as an earlier one on another page.';
COMMENT ON COLUMN article_copies.article_id IS 'The copy, see articles.';
COMMENT ON COLUMN article_copies.original_id IS 'The earliest article of that text, see articles.';
COMMENT ON COLUMN article_copies.similarity IS 'Estimated share of runs of five words in common, 0.7 to 1.';
COMMENT ON COLUMN article_copies.run_id IS 'The run that wrote the row, see runs.';

CREATE TABLE IF NOT EXISTS problems (
    problem_id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    page_id VARCHAR,
    article_id VARCHAR,
    code VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    location VARCHAR,
    start INTEGER,
    "end" INTEGER
);
COMMENT ON TABLE problems IS 'What went wrong or looks wrong. A row goes when its page is read again without the problem.';
COMMENT ON COLUMN problems.problem_id IS 'Id of the problem.';
COMMENT ON COLUMN problems.run_id IS 'The run that met it, see runs.';
COMMENT ON COLUMN problems.page_id IS 'The page, also one that could not be read and has no row in articles.';
COMMENT ON COLUMN problems.article_id IS 'The article, see articles; null if there is none.';
COMMENT ON COLUMN problems.code IS 'Stable short name of the kind of problem.';
COMMENT ON COLUMN problems.message IS 'What happened, and what to do.';
COMMENT ON COLUMN problems.location IS 'The file, URL or slot.';
COMMENT ON COLUMN problems.start IS 'Where it begins in articles.text.';
COMMENT ON COLUMN problems."end" IS 'Where it ends in articles.text.';

CREATE TABLE IF NOT EXISTS bloc_mentions (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    bloc_kind bloc_kind NOT NULL,
    level level,
    authority VARCHAR,
    province VARCHAR,
    district VARCHAR,
    commune VARCHAR,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    place_id VARCHAR
);
COMMENT ON TABLE bloc_mentions IS 'Emulation blocs, as one article names them.';
COMMENT ON COLUMN bloc_mentions.name IS 'The fullest form in the article.';
COMMENT ON COLUMN bloc_mentions.bloc_kind IS 'khối, cụm or khu vực.';
COMMENT ON COLUMN bloc_mentions.level IS 'Level of its authority: trung ương, tỉnh, huyện, xã, đơn vị.';
COMMENT ON COLUMN bloc_mentions.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN bloc_mentions.province IS 'Bare name of the province.';
COMMENT ON COLUMN bloc_mentions.district IS 'Bare name of the district.';
COMMENT ON COLUMN bloc_mentions.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN bloc_mentions.place_id IS 'The place of its authority, see places. Filled on publishing.';

CREATE TABLE IF NOT EXISTS meetings (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR NOT NULL,
    bloc_mention_id VARCHAR,
    type meeting_type NOT NULL,
    date DATE,
    year INTEGER,
    date_as_written VARCHAR,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR
);
COMMENT ON TABLE meetings IS 'Meetings of blocs, one row for each bloc that met.';
COMMENT ON COLUMN meetings.type IS 'tổng kết, sơ kết, ký kết giao ước, phát động, họp, kiểm tra or thành lập.';
COMMENT ON COLUMN meetings.date IS 'The day it was held; of several days the first.';
COMMENT ON COLUMN meetings.year IS 'The year under review, or the year that the pledge is for.';
COMMENT ON COLUMN meetings.date_as_written IS 'The date in the article, where a plain slip was corrected.';

CREATE TABLE IF NOT EXISTS memberships (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR NOT NULL,
    bloc_mention_id VARCHAR,
    agency VARCHAR NOT NULL,
    year INTEGER,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    agency_id VARCHAR
);
COMMENT ON TABLE memberships IS 'Agencies that an article lists as belonging to a bloc.';
COMMENT ON COLUMN memberships.agency IS 'The agency''s full official form.';
COMMENT ON COLUMN memberships.year IS 'The year of the membership.';
COMMENT ON COLUMN memberships.agency_id IS 'Which agency that is, see agencies. Filled on publishing.';

CREATE TABLE IF NOT EXISTS leaderships (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR NOT NULL,
    bloc_mention_id VARCHAR,
    role role NOT NULL,
    agency VARCHAR,
    person VARCHAR,
    year INTEGER,
    status term_status NOT NULL,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    agency_id VARCHAR
);
COMMENT ON TABLE leaderships IS 'Who leads a bloc in a year.';
COMMENT ON COLUMN leaderships.role IS 'leader (trưởng khối, cụm trưởng) or deputy (phó).';
COMMENT ON COLUMN leaderships.agency IS 'The unit that holds the role.';
COMMENT ON COLUMN leaderships.person IS 'The person named as holding it.';
COMMENT ON COLUMN leaderships.year IS 'The year of the term.';
COMMENT ON COLUMN leaderships.status IS 'proposed, elected, assumed, appointed or serving.';
COMMENT ON COLUMN leaderships.agency_id IS 'Which agency that is, see agencies. Filled on publishing.';

CREATE TABLE IF NOT EXISTS awards (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    bloc VARCHAR NOT NULL,
    bloc_mention_id VARCHAR,
    award VARCHAR NOT NULL,
    rank VARCHAR,
    grantor VARCHAR,
    recipient VARCHAR,
    recipient_kind recipient_kind NOT NULL,
    recipient_agency VARCHAR,
    count INTEGER,
    year INTEGER,
    status award_status NOT NULL,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    bloc_id VARCHAR,
    recipient_id VARCHAR,
    recipient_agency_id VARCHAR,
    award_class award_class,
    granting_authority VARCHAR
);
COMMENT ON TABLE awards IS 'Titles given, asked for or voted: one row for each recipient, or one with a count.';
COMMENT ON COLUMN awards.award IS 'Canonical title: Cờ thi đua, Bằng khen, Tập thể lao động xuất sắc and others.';
COMMENT ON COLUMN awards.rank IS 'The class of a flag.';
COMMENT ON COLUMN awards.grantor IS 'Who grants it, as written, without the place''s name.';
COMMENT ON COLUMN awards.recipient IS 'Who gets it; null where the article gives a number only.';
COMMENT ON COLUMN awards.recipient_kind IS 'agency, person or bloc.';
COMMENT ON COLUMN awards.recipient_agency IS 'The unit of a person who gets it.';
COMMENT ON COLUMN awards.count IS 'How many get it, where the article gives a number only. Never to be added to named ones.';
COMMENT ON COLUMN awards.year IS 'The year that it is for.';
COMMENT ON COLUMN awards.status IS 'voted, proposed or conferred.';
COMMENT ON COLUMN awards.recipient_id IS 'Which agency the recipient is, see agencies. Filled on publishing.';
COMMENT ON COLUMN awards.recipient_agency_id IS 'Which agency that unit is, see agencies. Filled on publishing.';
COMMENT ON COLUMN awards.award_class IS 'Class of the award, by its title. Filled on publishing.';
COMMENT ON COLUMN awards.granting_authority IS 'Who grants it, a UBND and its Chủ tịch being one, and Chính phủ and Thủ tướng for a flag. Filled on publishing.';

CREATE TABLE IF NOT EXISTS people (
    fact_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    title VARCHAR,
    agency VARCHAR,
    quote VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    inferred VARCHAR[] NOT NULL,
    verdict verdict,
    agency_id VARCHAR
);
COMMENT ON TABLE people IS 'Persons named with a post in an article about a bloc.';
COMMENT ON COLUMN people.name IS 'The name without honorifics.';
COMMENT ON COLUMN people.title IS 'The post, without the agency.';
COMMENT ON COLUMN people.agency IS 'The agency of the post.';
COMMENT ON COLUMN people.agency_id IS 'Which agency that is, see agencies. Filled on publishing.';

-- What the fact tables have in common.
COMMENT ON COLUMN bloc_mentions.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN meetings.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN memberships.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN leaderships.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN awards.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN people.fact_id IS 'Id of the statement: hash of the page and of the words that state it.';
COMMENT ON COLUMN bloc_mentions.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN meetings.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN memberships.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN leaderships.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN awards.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN people.article_id IS 'The article that states it, see articles.';
COMMENT ON COLUMN bloc_mentions.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN meetings.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN memberships.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN leaderships.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN awards.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN people.run_id IS 'The run that wrote the row, see runs.';
COMMENT ON COLUMN meetings.bloc IS 'The bloc''s name, as in bloc_mentions of the same article.';
COMMENT ON COLUMN memberships.bloc IS 'The bloc''s name, as in bloc_mentions of the same article.';
COMMENT ON COLUMN leaderships.bloc IS 'The bloc''s name, as in bloc_mentions of the same article.';
COMMENT ON COLUMN awards.bloc IS 'The bloc''s name, as in bloc_mentions of the same article.';
COMMENT ON COLUMN meetings.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN memberships.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN leaderships.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN awards.bloc_mention_id IS 'The bloc''s row in bloc_mentions (its fact_id).';
COMMENT ON COLUMN bloc_mentions.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN meetings.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN memberships.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN leaderships.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN awards.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN people.quote IS 'The words of the article that say so; single spans are in evidence.';
COMMENT ON COLUMN bloc_mentions.rule IS 'The frame that read it.';
COMMENT ON COLUMN meetings.rule IS 'The frame that read it.';
COMMENT ON COLUMN memberships.rule IS 'The frame that read it.';
COMMENT ON COLUMN leaderships.rule IS 'The frame that read it.';
COMMENT ON COLUMN awards.rule IS 'The frame that read it.';
COMMENT ON COLUMN people.rule IS 'The frame that read it.';
COMMENT ON COLUMN bloc_mentions.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN meetings.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN memberships.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN leaderships.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN awards.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN people.confidence IS 'Estimated share of right facts among those of that rule with the same signs of doubt, 0 to 1.';
COMMENT ON COLUMN bloc_mentions.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN meetings.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN memberships.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN leaderships.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN awards.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN people.inferred IS 'Columns whose value the article implies and does not state.';
COMMENT ON COLUMN bloc_mentions.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN meetings.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN memberships.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN leaderships.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN awards.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN people.verdict IS 'What a person decided on it, see reviews: accept, correct or reject; null if nobody did. Filled on publishing.';
COMMENT ON COLUMN bloc_mentions.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN meetings.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN memberships.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN leaderships.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';
COMMENT ON COLUMN awards.bloc_id IS 'Which bloc that is, see blocs. Filled on publishing.';

CREATE TABLE IF NOT EXISTS evidence (
    fact_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind fact_kind NOT NULL,
    slot VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL
);
COMMENT ON TABLE evidence IS 'The spans of text behind each fact, slot by slot. A fact said three times has three.';
COMMENT ON COLUMN evidence.fact_id IS 'The fact, see the table of its kind.';
COMMENT ON COLUMN evidence.article_id IS 'The article that the offsets refer to, see articles.';
COMMENT ON COLUMN evidence.kind IS 'Kind of the fact: bloc, meeting, member, leader, award or person.';
COMMENT ON COLUMN evidence.slot IS 'The column that the span states, or trigger: the word that makes it a fact.';
COMMENT ON COLUMN evidence.start IS 'Where it begins in articles.text.';
COMMENT ON COLUMN evidence."end" IS 'Where it ends in articles.text.';
COMMENT ON COLUMN evidence.quote IS 'The span''s text.';

CREATE TABLE IF NOT EXISTS reviews (
    review_id VARCHAR PRIMARY KEY,
    target VARCHAR NOT NULL,
    verdict verdict NOT NULL,
    "left" VARCHAR NOT NULL,
    "right" VARCHAR,
    slot VARCHAR,
    value VARCHAR,
    article_id VARCHAR,
    reviewer VARCHAR,
    day DATE,
    note VARCHAR
);
COMMENT ON TABLE reviews IS 'What people decided: applied whenever tables are published, and asked again only if a text changed.';
COMMENT ON COLUMN reviews.review_id IS 'Id of the decision.';
COMMENT ON COLUMN reviews.target IS 'What it is on: fact, agency or bloc.';
COMMENT ON COLUMN reviews.verdict IS 'accept, correct or reject a fact; merge or split two agencies or two blocs.';
COMMENT ON COLUMN reviews."left" IS 'The fact_id; or the one agency or bloc, as name @ place_id.';
COMMENT ON COLUMN reviews."right" IS 'The other agency or bloc, as name @ place_id.';
COMMENT ON COLUMN reviews.slot IS 'Which column of the fact is corrected.';
COMMENT ON COLUMN reviews.value IS 'Its right value; null if it should be empty.';
COMMENT ON COLUMN reviews.article_id IS 'The version of the article that the person saw, see articles.';
COMMENT ON COLUMN reviews.reviewer IS 'Who decided.';
COMMENT ON COLUMN reviews.day IS 'When.';
COMMENT ON COLUMN reviews.note IS 'Why.';

CREATE TABLE IF NOT EXISTS sources (
    source VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    province VARCHAR,
    url VARCHAR,
    state VARCHAR NOT NULL,
    pages INTEGER NOT NULL,
    last_fetched TIMESTAMP
);
COMMENT ON TABLE sources IS 'The declared sites, as they stood when this was published.';
COMMENT ON COLUMN sources.source IS 'Key of the site, as in articles.source.';
COMMENT ON COLUMN sources.name IS 'Its name.';
COMMENT ON COLUMN sources.kind IS 'What kind of site it is.';
COMMENT ON COLUMN sources.province IS 'The province that it belongs to.';
COMMENT ON COLUMN sources.url IS 'Its address.';
COMMENT ON COLUMN sources.state IS 'verified, unverified, frozen or gone.';
COMMENT ON COLUMN sources.pages IS 'How many of its pages were fetched.';
COMMENT ON COLUMN sources.last_fetched IS 'When the last of them was, UTC.';
