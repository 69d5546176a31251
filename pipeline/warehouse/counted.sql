-- Facts counted once, however many articles tell them: tables, so that views answer at once. In snapshots only, filled by
-- count.sql.

CREATE TABLE IF NOT EXISTS terms (
    bloc_id VARCHAR NOT NULL,
    year INTEGER,
    role role NOT NULL,
    agency_id VARCHAR,
    agency VARCHAR,
    person VARCHAR,
    status term_status NOT NULL,
    stages STRUCT(status term_status, published DATE, quote VARCHAR, url VARCHAR)[] NOT NULL,
    decision VARCHAR,
    decision_date DATE,
    is_disputed BOOLEAN NOT NULL,
    is_chosen BOOLEAN NOT NULL,
    reason VARCHAR,
    verdict verdict,
    reports INTEGER NOT NULL,
    first_published DATE,
    confidence DOUBLE NOT NULL,
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL
);
COMMENT ON TABLE terms IS 'Leaderships counted once: one row for bloc, year, role and agency (or person, where no agency is named).';
COMMENT ON COLUMN terms.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN terms.year IS 'The year of the term; null if no report says it.';
COMMENT ON COLUMN terms.role IS 'leader or deputy.';
COMMENT ON COLUMN terms.agency_id IS 'The unit that holds the role, see agencies.';
COMMENT ON COLUMN terms.agency IS 'Its name.';
COMMENT ON COLUMN terms.person IS 'The persons named as holding it, joined by semicolons.';
COMMENT ON COLUMN terms.status IS 'The furthest stage told: proposed, assumed, elected, appointed, serving.';
COMMENT ON COLUMN terms.stages IS 'Each stage told, with the earliest report that tells it.';
COMMENT ON COLUMN terms.decision IS 'The decision that names the leader: kind and number; null if no report tells of one.';
COMMENT ON COLUMN terms.decision_date IS 'The day that it was signed.';
COMMENT ON COLUMN terms.is_disputed IS 'Whether another unit is said to lead the same bloc in the same year, with no handover between.';
COMMENT ON COLUMN terms.is_chosen IS 'Whether it is the one to go by; true unless it is disputed.';
COMMENT ON COLUMN terms.reason IS 'Why the chosen one of disputed terms is chosen.';
COMMENT ON COLUMN terms.verdict IS 'accept or correct, where a person has looked at it.';
COMMENT ON COLUMN terms.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN terms.first_published IS 'The earliest of them.';
COMMENT ON COLUMN terms.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN terms.quotes IS 'The words that say so.';
COMMENT ON COLUMN terms.urls IS 'The pages, by URL or by file; of copies the first.';

CREATE TABLE IF NOT EXISTS honours (
    bloc_id VARCHAR NOT NULL,
    year INTEGER,
    award VARCHAR NOT NULL,
    award_class award_class NOT NULL,
    rank VARCHAR,
    granting_authority VARCHAR,
    grantor VARCHAR,
    recipient VARCHAR,
    recipient_kind recipient_kind NOT NULL,
    recipient_id VARCHAR,
    recipient_agency VARCHAR,
    recipient_agency_id VARCHAR,
    count INTEGER,
    status award_status NOT NULL,
    stages STRUCT(status award_status, published DATE, quote VARCHAR, url VARCHAR)[] NOT NULL,
    decision VARCHAR,
    decision_date DATE,
    verdict verdict,
    reports INTEGER NOT NULL,
    first_published DATE,
    confidence DOUBLE NOT NULL,
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL
);
COMMENT ON TABLE honours IS 'Awards counted once: one row for bloc, year, award, granting authority and recipient, or for a number of recipients.';
COMMENT ON COLUMN honours.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN honours.year IS 'The year that it is for; null if no report says it.';
COMMENT ON COLUMN honours.award IS 'Canonical title, or the rank that the bloc itself gave.';
COMMENT ON COLUMN honours.award_class IS 'flag, certificate, collective title, personal title, order, rank or other.';
COMMENT ON COLUMN honours.rank IS 'The class of a flag.';
COMMENT ON COLUMN honours.granting_authority IS 'Who grants it, a UBND and its Chủ tịch being one, and Chính phủ and Thủ tướng for a flag.';
COMMENT ON COLUMN honours.grantor IS 'Who grants it, as the furthest stage names it.';
COMMENT ON COLUMN honours.recipient IS 'Who gets it; null where a number only is given.';
COMMENT ON COLUMN honours.recipient_kind IS 'agency, person or bloc.';
COMMENT ON COLUMN honours.recipient_id IS 'The recipient, see agencies.';
COMMENT ON COLUMN honours.recipient_agency IS 'The unit of a person who gets it.';
COMMENT ON COLUMN honours.recipient_agency_id IS 'That unit, see agencies.';
COMMENT ON COLUMN honours.count IS 'How many get it, where a number only is given. Never to be added to named ones.';
COMMENT ON COLUMN honours.status IS 'The furthest stage told: voted, proposed, conferred.';
COMMENT ON COLUMN honours.stages IS 'Each stage told, with the earliest report that tells it.';
COMMENT ON COLUMN honours.decision IS 'The decision that gives it: kind and number; null if no report tells of one.';
COMMENT ON COLUMN honours.decision_date IS 'The day that it was signed.';
COMMENT ON COLUMN honours.verdict IS 'accept or correct, where a person has looked at it.';
COMMENT ON COLUMN honours.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN honours.first_published IS 'The earliest of them.';
COMMENT ON COLUMN honours.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN honours.quotes IS 'The words that say so.';
COMMENT ON COLUMN honours.urls IS 'The pages, by URL or by file; of copies the first.';

CREATE TABLE IF NOT EXISTS seats (
    bloc_id VARCHAR NOT NULL,
    year INTEGER,
    agency_id VARCHAR NOT NULL,
    agency VARCHAR NOT NULL,
    verdict verdict,
    reports INTEGER NOT NULL,
    first_published DATE,
    confidence DOUBLE NOT NULL,
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL
);
COMMENT ON TABLE seats IS 'Memberships counted once: one row for bloc, year and agency.';
COMMENT ON COLUMN seats.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN seats.year IS 'The year of the membership; null if no report says it.';
COMMENT ON COLUMN seats.agency_id IS 'The member, see agencies.';
COMMENT ON COLUMN seats.agency IS 'Its name.';
COMMENT ON COLUMN seats.verdict IS 'accept or correct, where a person has looked at it.';
COMMENT ON COLUMN seats.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN seats.first_published IS 'The earliest of them.';
COMMENT ON COLUMN seats.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN seats.quotes IS 'The words that say so.';
COMMENT ON COLUMN seats.urls IS 'The pages, by URL or by file; of copies the first.';

CREATE TABLE IF NOT EXISTS bloc_years (
    bloc VARCHAR NOT NULL,
    level level,
    authority VARCHAR,
    province VARCHAR,
    province_now VARCHAR,
    district VARCHAR,
    commune VARCHAR,
    year INTEGER NOT NULL,
    leader VARCHAR,
    leader_person VARCHAR,
    leader_status term_status,
    is_disputed BOOLEAN NOT NULL,
    deputies VARCHAR[],
    members VARCHAR[],
    member_count INTEGER,
    awards STRUCT(award VARCHAR, recipient VARCHAR, count INTEGER, grantor VARCHAR, status award_status)[],
    review_day DATE,
    reports INTEGER NOT NULL,
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL,
    bloc_id VARCHAR NOT NULL,
    PRIMARY KEY (bloc_id, year)
);
COMMENT ON TABLE bloc_years IS 'A bloc in a year: who led it, who belonged to it, and who was put up for or got what. Null is not known.';
COMMENT ON COLUMN bloc_years.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN bloc_years.level IS 'Level of its authority.';
COMMENT ON COLUMN bloc_years.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN bloc_years.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN bloc_years.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN bloc_years.district IS 'Bare name of the district.';
COMMENT ON COLUMN bloc_years.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN bloc_years.year IS 'The year.';
COMMENT ON COLUMN bloc_years.leader IS 'The unit that led it: of several in turn the last, of disputed ones the chosen one.';
COMMENT ON COLUMN bloc_years.leader_person IS 'The person named as leading it.';
COMMENT ON COLUMN bloc_years.leader_status IS 'The furthest stage told: proposed, assumed, elected, appointed, serving.';
COMMENT ON COLUMN bloc_years.is_disputed IS 'Whether reports contradict each other on who led it; see conflicts.';
COMMENT ON COLUMN bloc_years.deputies IS 'The units or persons that were deputies.';
COMMENT ON COLUMN bloc_years.members IS 'The units that a report lists as members.';
COMMENT ON COLUMN bloc_years.member_count IS 'How many those are; not the size of the bloc where the lists are not whole.';
COMMENT ON COLUMN bloc_years.awards IS 'Awards voted, proposed and given, each counted once.';
COMMENT ON COLUMN bloc_years.review_day IS 'The day of the meeting that reviewed the year.';
COMMENT ON COLUMN bloc_years.reports IS 'How many reports tell of it; copies of one text count once.';
COMMENT ON COLUMN bloc_years.quotes IS 'The words that say so.';
COMMENT ON COLUMN bloc_years.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN bloc_years.bloc_id IS 'The bloc, see blocs.';

CREATE TABLE IF NOT EXISTS agency_years (
    agency VARCHAR NOT NULL,
    province VARCHAR,
    year INTEGER NOT NULL,
    blocs VARCHAR[] NOT NULL,
    leads VARCHAR[],
    deputy_of VARCHAR[],
    voted VARCHAR[],
    proposed VARCHAR[],
    conferred VARCHAR[],
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL,
    agency_id VARCHAR NOT NULL,
    line_id VARCHAR NOT NULL,
    PRIMARY KEY (agency_id, year)
);
COMMENT ON TABLE agency_years IS 'An agency in a year: its blocs, its posts in them, and what it was voted, proposed for or given.';
COMMENT ON COLUMN agency_years.agency IS 'Name of the agency.';
COMMENT ON COLUMN agency_years.province IS 'Bare name of its province.';
COMMENT ON COLUMN agency_years.year IS 'The year.';
COMMENT ON COLUMN agency_years.blocs IS 'The blocs in which a report names it.';
COMMENT ON COLUMN agency_years.leads IS 'Those that it led.';
COMMENT ON COLUMN agency_years.deputy_of IS 'Those of which it was deputy.';
COMMENT ON COLUMN agency_years.voted IS 'Ranks that its bloc gave it.';
COMMENT ON COLUMN agency_years.proposed IS 'Awards that it was proposed for, and of which no report says that it got them.';
COMMENT ON COLUMN agency_years.conferred IS 'Awards that it got.';
COMMENT ON COLUMN agency_years.quotes IS 'The words that say so.';
COMMENT ON COLUMN agency_years.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN agency_years.agency_id IS 'The agency, see agencies.';
COMMENT ON COLUMN agency_years.line_id IS 'The same for the agencies that it came from or went into.';

CREATE TABLE IF NOT EXISTS membership_matrix (
    bloc VARCHAR NOT NULL,
    level level,
    authority VARCHAR,
    province VARCHAR,
    province_now VARCHAR,
    district VARCHAR,
    agency VARCHAR NOT NULL,
    years INTEGER[],
    first_year INTEGER,
    last_year INTEGER,
    quotes VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL,
    bloc_id VARCHAR NOT NULL,
    agency_id VARCHAR NOT NULL,
    line_id VARCHAR NOT NULL,
    PRIMARY KEY (bloc_id, agency_id)
);
COMMENT ON TABLE membership_matrix IS 'Which agency belonged to which bloc in which years. As a matrix: PIVOT (SELECT bloc, agency, unnest(years) AS year FROM membership_matrix) ON year.';
COMMENT ON COLUMN membership_matrix.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN membership_matrix.level IS 'Level of its authority.';
COMMENT ON COLUMN membership_matrix.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN membership_matrix.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN membership_matrix.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN membership_matrix.district IS 'Bare name of the district.';
COMMENT ON COLUMN membership_matrix.agency IS 'The member.';
COMMENT ON COLUMN membership_matrix.years IS 'The years for which a report lists it.';
COMMENT ON COLUMN membership_matrix.first_year IS 'The first of them.';
COMMENT ON COLUMN membership_matrix.last_year IS 'The last of them.';
COMMENT ON COLUMN membership_matrix.quotes IS 'The words that say so.';
COMMENT ON COLUMN membership_matrix.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN membership_matrix.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN membership_matrix.agency_id IS 'The member, see agencies.';
COMMENT ON COLUMN membership_matrix.line_id IS 'The same for the agencies that it came from or went into.';
