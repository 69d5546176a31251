-- Who is who: what publishing makes of the statements in schema.sql. These tables are in snapshots only, filled anew in
-- each of them from the statements, the lexicon and people's reviews.

CREATE TABLE IF NOT EXISTS places (
    place_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    full_name VARCHAR NOT NULL,
    place_kind place_kind NOT NULL,
    type VARCHAR NOT NULL,
    code VARCHAR,
    parent_id VARCHAR,
    valid_from DATE,
    valid_to DATE
);
COMMENT ON TABLE places IS 'Provinces, districts and communes before and after 1 July 2025. A province that took in others is a new place.';
COMMENT ON COLUMN places.place_id IS 'Id of the place.';
COMMENT ON COLUMN places.name IS 'Bare name: Kon Tum, Đức Cơ.';
COMMENT ON COLUMN places.full_name IS 'Name with its type: Tỉnh Kon Tum, Huyện Đức Cơ.';
COMMENT ON COLUMN places.place_kind IS 'province, district or commune.';
COMMENT ON COLUMN places.type IS 'What it is officially: tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu.';
COMMENT ON COLUMN places.code IS 'Official code. Codes were given anew in July 2025: never join on them across that date.';
COMMENT ON COLUMN places.parent_id IS 'The place that it lies in, see places; null for provinces.';
COMMENT ON COLUMN places.valid_from IS 'Its first day; null where it is older than the table.';
COMMENT ON COLUMN places.valid_to IS 'Its last day; null while it exists.';

CREATE TABLE IF NOT EXISTS place_lineage (
    place_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    relation VARCHAR NOT NULL,
    PRIMARY KEY (place_id, successor_id)
);
COMMENT ON TABLE place_lineage IS 'What became of places: 63 provinces into 34, communes into larger ones.';
COMMENT ON COLUMN place_lineage.place_id IS 'The earlier place, see places.';
COMMENT ON COLUMN place_lineage.successor_id IS 'The later place, see places.';
COMMENT ON COLUMN place_lineage.day IS 'First day of the later place.';
COMMENT ON COLUMN place_lineage.relation IS 'merged (went into it whole), divided (a part of it went there), renamed, or unchanged (its province is another now).';

CREATE TABLE IF NOT EXISTS agencies (
    agency_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    full_name VARCHAR NOT NULL,
    agency_kind VARCHAR,
    tier VARCHAR,
    place_id VARCHAR,
    parent VARCHAR,
    line_id VARCHAR NOT NULL,
    valid_from VARCHAR,
    valid_to VARCHAR,
    first_year INTEGER,
    last_year INTEGER,
    mentions INTEGER NOT NULL,
    known_only_from VARCHAR
);
COMMENT ON TABLE agencies IS 'Agencies: one row for an agency in one place, however its name is written.';
COMMENT ON COLUMN agencies.agency_id IS 'Id of the agency.';
COMMENT ON COLUMN agencies.name IS 'Its official name if the lexicon has it, else the form written most often.';
COMMENT ON COLUMN agencies.full_name IS 'Its name with its place: Sở Y tế tỉnh Kon Tum.';
COMMENT ON COLUMN agencies.agency_kind IS 'The word that its name begins with: Sở, Ban, Công ty.';
COMMENT ON COLUMN agencies.tier IS 'trung ương, vùng, tỉnh, huyện, xã or đơn vị; null if unknown.';
COMMENT ON COLUMN agencies.place_id IS 'Where it is, see places; null for national bodies and where nothing says it.';
COMMENT ON COLUMN agencies.parent IS 'The body that it is a part of, for units inside one agency or company.';
COMMENT ON COLUMN agencies.line_id IS 'The same for an agency and those that it came from or went into by renaming or merger, within one place.';
COMMENT ON COLUMN agencies.valid_from IS 'Since when it exists, as exactly as the lexicon knows: year, month or day.';
COMMENT ON COLUMN agencies.valid_to IS 'Until when it existed, likewise.';
COMMENT ON COLUMN agencies.first_year IS 'The earliest year for which a report names it.';
COMMENT ON COLUMN agencies.last_year IS 'The latest year for which a report names it.';
COMMENT ON COLUMN agencies.mentions IS 'How many statements name it.';
COMMENT ON COLUMN agencies.known_only_from IS 'The report (articles.report_id), where its place is unknown: such an agency is never taken for another report''s.';

CREATE TABLE IF NOT EXISTS agency_names (
    agency_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    mentions INTEGER NOT NULL,
    basis VARCHAR NOT NULL,
    score DOUBLE,
    PRIMARY KEY (agency_id, name)
);
COMMENT ON TABLE agency_names IS 'The forms in which reports write an agency''s name, and why each is taken for it.';
COMMENT ON COLUMN agency_names.agency_id IS 'The agency, see agencies.';
COMMENT ON COLUMN agency_names.name IS 'A form of its name.';
COMMENT ON COLUMN agency_names.first_year IS 'The earliest year for which it is used.';
COMMENT ON COLUMN agency_names.last_year IS 'The latest year for which it is used.';
COMMENT ON COLUMN agency_names.mentions IS 'How many statements use it.';
COMMENT ON COLUMN agency_names.basis IS 'Why it is taken for this agency: name (the same), variant (the lexicon), folded (spelling), similar (see score), review.';
COMMENT ON COLUMN agency_names.score IS 'Similarity, 0 to 100, where basis is similar.';

CREATE TABLE IF NOT EXISTS agency_lineage (
    agency_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    day VARCHAR,
    relation VARCHAR NOT NULL,
    source VARCHAR,
    PRIMARY KEY (agency_id, successor_id)
);
COMMENT ON TABLE agency_lineage IS 'What became of agencies: mergers, renamings, and the same office in a province that took in others.';
COMMENT ON COLUMN agency_lineage.agency_id IS 'The earlier agency, see agencies.';
COMMENT ON COLUMN agency_lineage.successor_id IS 'The later agency, see agencies.';
COMMENT ON COLUMN agency_lineage.day IS 'When it changed: year, month or day as known.';
COMMENT ON COLUMN agency_lineage.relation IS 'renamed, merged, divided, or place (the same office of the province that its own went into).';
COMMENT ON COLUMN agency_lineage.source IS 'Where this is known from.';

CREATE TABLE IF NOT EXISTS decisions (
    decision_id VARCHAR PRIMARY KEY,
    number VARCHAR NOT NULL,
    signed DATE,
    authority VARCHAR NOT NULL,
    place_id VARCHAR,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,
    blocs INTEGER,
    units INTEGER,
    source VARCHAR
);
COMMENT ON TABLE decisions IS 'Decisions that set up an authority''s blocs, as far as known.';
COMMENT ON COLUMN decisions.decision_id IS 'Id of the decision.';
COMMENT ON COLUMN decisions.number IS 'Its number.';
COMMENT ON COLUMN decisions.signed IS 'The day it was signed.';
COMMENT ON COLUMN decisions.authority IS 'Whose blocs it sets up: UBND, or the body as in blocs.authority.';
COMMENT ON COLUMN decisions.place_id IS 'The place of that authority, see places.';
COMMENT ON COLUMN decisions.valid_from IS 'First year of its term.';
COMMENT ON COLUMN decisions.valid_to IS 'Last year of its term; null while it is in force.';
COMMENT ON COLUMN decisions.blocs IS 'How many blocs it sets up.';
COMMENT ON COLUMN decisions.units IS 'How many units it puts into them.';
COMMENT ON COLUMN decisions.source IS 'Where this is known from.';

CREATE TABLE IF NOT EXISTS blocs (
    bloc_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    bloc_kind bloc_kind NOT NULL,
    level level,
    authority VARCHAR,
    place_id VARCHAR,
    series_id VARCHAR NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    mentions INTEGER NOT NULL,
    known_only_from VARCHAR
);
COMMENT ON TABLE blocs IS 'Emulation blocs: one row for a bloc as long as it goes on with at least half of its members.';
COMMENT ON COLUMN blocs.bloc_id IS 'Id of the bloc.';
COMMENT ON COLUMN blocs.name IS 'The form of its name that is written most often.';
COMMENT ON COLUMN blocs.bloc_kind IS 'khối, cụm or khu vực.';
COMMENT ON COLUMN blocs.level IS 'Level of its authority: trung ương, tỉnh, huyện, xã, đơn vị.';
COMMENT ON COLUMN blocs.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN blocs.place_id IS 'The place of its authority, see places.';
COMMENT ON COLUMN blocs.series_id IS 'The same for all blocs that one authority called by one number or name, whatever their members.';
COMMENT ON COLUMN blocs.first_year IS 'The earliest year known.';
COMMENT ON COLUMN blocs.last_year IS 'The latest year known.';
COMMENT ON COLUMN blocs.mentions IS 'In how many articles it is.';
COMMENT ON COLUMN blocs.known_only_from IS 'The report (articles.report_id), where place or authority is unknown: such a bloc is never taken for another report''s.';

CREATE TABLE IF NOT EXISTS bloc_names (
    bloc_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (bloc_id, name)
);
COMMENT ON TABLE bloc_names IS 'The forms in which reports write a bloc''s name.';
COMMENT ON COLUMN bloc_names.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN bloc_names.name IS 'A form of its name.';
COMMENT ON COLUMN bloc_names.first_year IS 'The earliest year for which it is used.';
COMMENT ON COLUMN bloc_names.last_year IS 'The latest year for which it is used.';
COMMENT ON COLUMN bloc_names.mentions IS 'In how many articles it is used.';

CREATE TABLE IF NOT EXISTS bloc_periods (
    bloc_id VARCHAR PRIMARY KEY,
    series_id VARCHAR NOT NULL,
    period INTEGER NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    shared DOUBLE,
    flag VARCHAR,
    decision_id VARCHAR
);
COMMENT ON TABLE bloc_periods IS 'The blocs that one authority called by one number or name, in the order of time. A new period never goes on silently.';
COMMENT ON COLUMN bloc_periods.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN bloc_periods.series_id IS 'The number or name of that authority, see blocs.series_id.';
COMMENT ON COLUMN bloc_periods.period IS '1 for the first that is known.';
COMMENT ON COLUMN bloc_periods.first_year IS 'The earliest year known.';
COMMENT ON COLUMN bloc_periods.last_year IS 'The latest year known.';
COMMENT ON COLUMN bloc_periods.shared IS 'Share of the smaller list of units that it has in common with the period before, 0 to 1; null if one is unknown.';
COMMENT ON COLUMN bloc_periods.flag IS 'Why it is not the bloc of the period before: other members, members unknown, reviewed; null for the first.';
COMMENT ON COLUMN bloc_periods.decision_id IS 'The decision in whose term it lies, see decisions; null if none is known.';

CREATE TABLE IF NOT EXISTS bloc_lineage (
    bloc_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    year INTEGER,
    shared INTEGER NOT NULL,
    relation VARCHAR NOT NULL,
    PRIMARY KEY (bloc_id, successor_id)
);
COMMENT ON TABLE bloc_lineage IS 'Blocs of which units went on into another bloc, also across the reorganisation of 2025.';
COMMENT ON COLUMN bloc_lineage.bloc_id IS 'The earlier bloc, see blocs.';
COMMENT ON COLUMN bloc_lineage.successor_id IS 'The later bloc, see blocs.';
COMMENT ON COLUMN bloc_lineage.year IS 'First year known of the later bloc.';
COMMENT ON COLUMN bloc_lineage.shared IS 'How many units, counted by agencies.line_id, are in both.';
COMMENT ON COLUMN bloc_lineage.relation IS 'number (the same number, other members), members (other number or name) or place (the province went into another).';

CREATE TABLE IF NOT EXISTS merges (
    merge_id VARCHAR PRIMARY KEY,
    entity VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    "left" VARCHAR NOT NULL,
    "right" VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    score DOUBLE
);
COMMENT ON TABLE merges IS 'Which names or mentions were taken for one thing, and why. A review of kind split undoes one.';
COMMENT ON COLUMN merges.merge_id IS 'Id of the merge, which a review names.';
COMMENT ON COLUMN merges.entity IS 'agency or bloc.';
COMMENT ON COLUMN merges.entity_id IS 'What both are taken for, see agencies or blocs.';
COMMENT ON COLUMN merges."left" IS 'The one: a name, or a bloc in a year.';
COMMENT ON COLUMN merges."right" IS 'The other.';
COMMENT ON COLUMN merges.reason IS 'Why, in words.';
COMMENT ON COLUMN merges.score IS 'Similarity of names (0 to 100) or share of units in common (0 to 1), where it was the reason.';

CREATE TABLE IF NOT EXISTS doubts (
    doubt_id VARCHAR PRIMARY KEY,
    entity VARCHAR NOT NULL,
    left_id VARCHAR NOT NULL,
    right_id VARCHAR,
    question VARCHAR NOT NULL,
    score DOUBLE
);
COMMENT ON TABLE doubts IS 'Merges that were not made because it takes a person to tell; see the view review_queue.';
COMMENT ON COLUMN doubts.doubt_id IS 'Id of the doubt, which a review names.';
COMMENT ON COLUMN doubts.entity IS 'agency or bloc.';
COMMENT ON COLUMN doubts.left_id IS 'The one, see agencies or blocs.';
COMMENT ON COLUMN doubts.right_id IS 'The other; null where its place is in doubt.';
COMMENT ON COLUMN doubts.question IS 'What is to be told.';
COMMENT ON COLUMN doubts.score IS 'Similarity of names (0 to 100) or share of units in common (0 to 1), where there is one.';

CREATE TABLE IF NOT EXISTS quality (
    corpus VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    reports INTEGER NOT NULL,
    gold INTEGER NOT NULL,
    extracted INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    precision DOUBLE,
    recall DOUBLE,
    f1 DOUBLE,
    PRIMARY KEY (corpus, kind, level, period)
);
COMMENT ON TABLE quality IS 'How right and how complete the reading is on reports with gold records. The rules were written with these reports in view, so it is lower on others: first scores on unread sets, for all levels and periods together, were 0.58 to 0.92 and are in docs/accuracy.md.';
COMMENT ON COLUMN quality.corpus IS 'The reports, by their folder in corpora: reports (bundled) or development. To join the two, add up the numbers, not the rates.';
COMMENT ON COLUMN quality.kind IS 'Kind of fact: bloc, meeting, member, leader, award, person; or all.';
COMMENT ON COLUMN quality.level IS 'Level of the blocs that the report tells of: trung ương, tỉnh, huyện, xã, đơn vị; several or unknown; none, where it tells of no bloc and every fact is wrong; or all.';
COMMENT ON COLUMN quality.period IS 'When the report was published: until 2019, 2020-2024 or 2025 on; undated, where nothing says it; or all.';
COMMENT ON COLUMN quality.reports IS 'How many reports of that level and period were read.';
COMMENT ON COLUMN quality.gold IS 'How many facts they tell, by the gold records.';
COMMENT ON COLUMN quality.extracted IS 'How many facts were read in them. Those that the guideline leaves open are not counted.';
COMMENT ON COLUMN quality.correct IS 'How many of these are right.';
COMMENT ON COLUMN quality.precision IS 'correct / extracted, 0 to 1; null where nothing was read.';
COMMENT ON COLUMN quality.recall IS 'correct / gold, 0 to 1; null where there is nothing to read.';
COMMENT ON COLUMN quality.f1 IS 'Harmonic mean of the two: 2 * correct / (gold + extracted), 0 to 1.';
