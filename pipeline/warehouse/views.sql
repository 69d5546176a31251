-- What analysts ask first. Every view says which words of which pages it rests on.

CREATE OR REPLACE VIEW bloc_list AS
SELECT b.bloc_id, b.name AS bloc, b.bloc_kind, b.level, b.authority, province.name AS province,
    coalesce(now.name, province.name) AS province_now, district.name AS district, commune.name AS commune,
    b.first_year, b.last_year, b.mentions AS reports, b.series_id, b.place_id
FROM blocs b
LEFT JOIN places own USING (place_id)
LEFT JOIN places above ON above.place_id = own.parent_id
LEFT JOIN places top ON top.place_id = above.parent_id
LEFT JOIN places province ON province.place_kind = 'province'
    AND province.place_id = coalesce(top.place_id, above.place_id, own.place_id)
LEFT JOIN places district ON district.place_kind = 'district'
    AND district.place_id = CASE WHEN own.place_kind = 'district' THEN own.place_id ELSE above.place_id END
LEFT JOIN places commune ON commune.place_kind = 'commune' AND commune.place_id = own.place_id
LEFT JOIN place_lineage went ON went.place_id = province.place_id
LEFT JOIN places now ON now.place_id = went.successor_id;
COMMENT ON VIEW bloc_list IS 'Blocs with the names of their places.';
COMMENT ON COLUMN bloc_list.bloc_id IS 'Id of the bloc, see blocs.';
COMMENT ON COLUMN bloc_list.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN bloc_list.bloc_kind IS 'khối, cụm or khu vực.';
COMMENT ON COLUMN bloc_list.level IS 'Level of its authority.';
COMMENT ON COLUMN bloc_list.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN bloc_list.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN bloc_list.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN bloc_list.district IS 'Bare name of the district.';
COMMENT ON COLUMN bloc_list.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN bloc_list.first_year IS 'The earliest year known.';
COMMENT ON COLUMN bloc_list.last_year IS 'The latest year known.';
COMMENT ON COLUMN bloc_list.reports IS 'In how many reports it is; copies of one text count once.';
COMMENT ON COLUMN bloc_list.series_id IS 'The same for all blocs that one authority called by one number or name, whatever their members.';
COMMENT ON COLUMN bloc_list.place_id IS 'The place of its authority, see places.';
CREATE OR REPLACE VIEW leadership_timeline AS
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, t.year, t.role,
    t.agency, t.person, t.status, [s.status::VARCHAR FOR s IN t.stages] AS statuses, t.stages,
    t.decision, t.decision_date, t.is_disputed, t.is_chosen, t.reports, t.first_published, t.confidence, t.quotes, t.urls, t.bloc_id, t.agency_id
FROM terms t JOIN bloc_list b USING (bloc_id)
ORDER BY b.province, b.bloc, t.bloc_id, t.year, t.role, NOT t.is_chosen, t.agency, t.person;
COMMENT ON VIEW leadership_timeline IS 'Who led which bloc in which year: one row for bloc, year, role and agency, however many papers tell it.';
COMMENT ON COLUMN leadership_timeline.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN leadership_timeline.level IS 'Level of its authority.';
COMMENT ON COLUMN leadership_timeline.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN leadership_timeline.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN leadership_timeline.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN leadership_timeline.district IS 'Bare name of the district.';
COMMENT ON COLUMN leadership_timeline.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN leadership_timeline.year IS 'The year of the term.';
COMMENT ON COLUMN leadership_timeline.role IS 'leader or deputy.';
COMMENT ON COLUMN leadership_timeline.agency IS 'The unit that holds the role.';
COMMENT ON COLUMN leadership_timeline.person IS 'The persons named as holding it, joined by semicolons.';
COMMENT ON COLUMN leadership_timeline.status IS 'The furthest stage told: proposed, assumed, elected, appointed, serving.';
COMMENT ON COLUMN leadership_timeline.statuses IS 'All stages told.';
COMMENT ON COLUMN leadership_timeline.stages IS 'Each stage told, with the earliest report that tells it.';
COMMENT ON COLUMN leadership_timeline.decision IS 'The decision that names the leader: kind and number; null if no report tells of one.';
COMMENT ON COLUMN leadership_timeline.decision_date IS 'The day that it was signed.';
COMMENT ON COLUMN leadership_timeline.is_disputed IS 'Whether another unit is said to lead the same bloc in the same year, with no handover between; see conflicts.';
COMMENT ON COLUMN leadership_timeline.is_chosen IS 'Whether it is the one to go by; true unless it is disputed.';
COMMENT ON COLUMN leadership_timeline.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN leadership_timeline.first_published IS 'The earliest of them.';
COMMENT ON COLUMN leadership_timeline.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN leadership_timeline.quotes IS 'The words that say so.';
COMMENT ON COLUMN leadership_timeline.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN leadership_timeline.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN leadership_timeline.agency_id IS 'The unit, see agencies.';
CREATE OR REPLACE VIEW award_table AS
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, h.year, h.award, h.award_class,
    h.rank, h.grantor, h.granting_authority, h.recipient, h.recipient_kind, h.recipient_agency, h.count, h.status,
    [s.status::VARCHAR FOR s IN h.stages] AS statuses, h.stages, h.decision, h.decision_date, h.reports, h.first_published, h.confidence, h.quotes, h.urls,
    h.bloc_id, h.recipient_id
FROM honours h JOIN bloc_list b USING (bloc_id)
ORDER BY b.province, b.bloc, h.bloc_id, h.year, h.award, h.recipient, h.granting_authority, h.count;
COMMENT ON VIEW award_table IS 'Who was proposed for or got what: one row for bloc, year, award, granting authority and recipient.';
COMMENT ON COLUMN award_table.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN award_table.level IS 'Level of its authority.';
COMMENT ON COLUMN award_table.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN award_table.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN award_table.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN award_table.district IS 'Bare name of the district.';
COMMENT ON COLUMN award_table.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN award_table.year IS 'The year that it is for.';
COMMENT ON COLUMN award_table.award IS 'Canonical title, or the rank that the bloc itself gave.';
COMMENT ON COLUMN award_table.award_class IS 'flag, certificate, collective title, personal title, order, rank or other.';
COMMENT ON COLUMN award_table.rank IS 'The class of a flag.';
COMMENT ON COLUMN award_table.grantor IS 'Who grants it, as the furthest stage names it.';
COMMENT ON COLUMN award_table.granting_authority IS 'Who grants it, a UBND and its Chủ tịch being one, and Chính phủ and Thủ tướng for a flag.';
COMMENT ON COLUMN award_table.recipient IS 'Who gets it; null where a number only is given.';
COMMENT ON COLUMN award_table.recipient_kind IS 'agency, person or bloc.';
COMMENT ON COLUMN award_table.recipient_agency IS 'The unit of a person who gets it.';
COMMENT ON COLUMN award_table.count IS 'How many get it, where a number only is given. Never to be added to named ones.';
COMMENT ON COLUMN award_table.status IS 'The furthest stage told: voted, proposed, conferred.';
COMMENT ON COLUMN award_table.statuses IS 'All stages told.';
COMMENT ON COLUMN award_table.stages IS 'Each stage told, with the earliest report that tells it.';
COMMENT ON COLUMN award_table.decision IS 'The decision that gives it: kind and number; null if no report tells of one.';
COMMENT ON COLUMN award_table.decision_date IS 'The day that it was signed.';
COMMENT ON COLUMN award_table.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN award_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN award_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN award_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN award_table.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN award_table.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN award_table.recipient_id IS 'The recipient, see agencies.';
CREATE OR REPLACE VIEW award_counts AS
SELECT b.province, b.level, h.year, h.award, h.award_class, h.granting_authority, h.recipient_kind,
    count(*) FILTER (h.recipient IS NOT NULL AND h.status = 'voted') AS voted,
    count(*) FILTER (h.recipient IS NOT NULL AND h.status = 'proposed') AS proposed,
    count(*) FILTER (h.recipient IS NOT NULL AND h.status = 'conferred') AS conferred,
    coalesce(sum(h.count) FILTER (h.recipient IS NULL AND h.status = 'proposed'), 0)::INTEGER AS proposed_unnamed,
    coalesce(sum(h.count) FILTER (h.recipient IS NULL AND h.status = 'conferred'), 0)::INTEGER AS conferred_unnamed,
    count(DISTINCT h.bloc_id) AS blocs, list_sort(list_distinct(list(h.quotes[1])))[:20] AS quotes,
    list_sort(list_distinct(list(h.urls[1])))[:20] AS urls
FROM honours h JOIN bloc_list b USING (bloc_id)
GROUP BY b.province, b.level, h.year, h.award, h.award_class, h.granting_authority, h.recipient_kind
ORDER BY b.province, b.level, h.year, h.award, h.granting_authority, h.recipient_kind;
COMMENT ON VIEW award_counts IS 'How many of which award, by province, level, year and granting authority. Named recipients and mere numbers apart: they may be the same ones.';
COMMENT ON COLUMN award_counts.province IS 'Bare name of the province.';
COMMENT ON COLUMN award_counts.level IS 'Level of the blocs.';
COMMENT ON COLUMN award_counts.year IS 'The year that the awards are for.';
COMMENT ON COLUMN award_counts.award IS 'Canonical title, or the rank that the bloc itself gave.';
COMMENT ON COLUMN award_counts.award_class IS 'flag, certificate, collective title, personal title, order, rank or other.';
COMMENT ON COLUMN award_counts.granting_authority IS 'Who grants it.';
COMMENT ON COLUMN award_counts.recipient_kind IS 'agency, person or bloc.';
COMMENT ON COLUMN award_counts.voted IS 'Named recipients of a rank.';
COMMENT ON COLUMN award_counts.proposed IS 'Named recipients that were proposed, and of whom no report says that they got it.';
COMMENT ON COLUMN award_counts.conferred IS 'Named recipients that got it.';
COMMENT ON COLUMN award_counts.proposed_unnamed IS 'Sum of the numbers of proposed ones, where no names are given.';
COMMENT ON COLUMN award_counts.conferred_unnamed IS 'Sum of the numbers of given ones, where no names are given.';
COMMENT ON COLUMN award_counts.blocs IS 'In how many blocs.';
COMMENT ON COLUMN award_counts.quotes IS 'Up to twenty quotes that say so; all are in award_table.';
COMMENT ON COLUMN award_counts.urls IS 'Up to twenty of the pages.';
CREATE OR REPLACE VIEW conflicts AS
WITH leaders AS (
    SELECT 'two leaders' AS conflict, c.bloc_id, c.year, 'leader' AS what, coalesce(c.agency, c.person) AS chosen, c.reason,
        c.quotes[1] AS chosen_quote, c.urls[1] AS chosen_url, coalesce(o.agency, o.person) AS other,
        o.quotes[1] AS other_quote, o.urls[1] AS other_url
    FROM terms c JOIN terms o ON o.bloc_id = c.bloc_id AND o.year = c.year AND o.role = c.role
    WHERE c.role = 'leader' AND c.is_disputed AND c.is_chosen AND NOT o.is_chosen
),
grantors AS (
    SELECT 'two grantors', c.bloc_id, c.year, c.award || ' ' || c.recipient, c.granting_authority,
        CASE WHEN c.status > o.status THEN 'the further stage: ' || c.status::VARCHAR
            WHEN c.reports > o.reports THEN 'more reports say so'
            WHEN c.confidence > o.confidence THEN 'the more reliable wording'
            ELSE 'nothing tells them apart: the first by name' END,
        c.quotes[1], c.urls[1], o.granting_authority, o.quotes[1], o.urls[1]
    FROM honours c JOIN honours o ON o.bloc_id = c.bloc_id AND o.year = c.year AND o.award = c.award
        AND o.recipient_kind = c.recipient_kind
        AND coalesce(o.recipient_id, o.recipient) = coalesce(c.recipient_id, c.recipient)
        AND o.granting_authority <> c.granting_authority
    -- One report that names both tells of two awards.
    WHERE len(list_intersect(c.urls, o.urls)) = 0 AND (c.status, c.reports, c.confidence, o.granting_authority)
        > (o.status, o.reports, o.confidence, c.granting_authority)
),
refused AS (
    SELECT 'given though refused', h.bloc_id, h.year, h.award || ' ' || h.recipient, 'conferred',
        'a report that it was given outweighs one that it was declined', h.quotes[1], h.urls[1], 'declined',
        substring(a.text, p.start + 1, p."end" - p.start), coalesce(a.url, a.page_key)
    FROM problems p JOIN articles a USING (article_id) JOIN bloc_mentions m USING (article_id)
    JOIN honours h ON h.bloc_id = m.bloc_id AND h.status = 'conferred' AND h.recipient = p.location
    JOIN (SELECT article_id, max(year) AS year FROM meetings GROUP BY article_id) met USING (article_id)
    WHERE p.code = 'award-declined' AND h.year = met.year
),
ranks AS (
    SELECT 'two ranks', bloc_id, year, award || ' ' || any_value(recipient), arg_max(rank, (status, confidence, rank, quote, page)),
        'the further stage, else the more reliable wording', arg_max(quote, (status, confidence, rank, quote, page)),
        arg_max(page, (status, confidence, rank, quote, page)), arg_min(rank, (status, confidence, rank, quote, page)),
        arg_min(quote, (status, confidence, rank, quote, page)), arg_min(page, (status, confidence, rank, quote, page))
    FROM (
        SELECT f.*, coalesce(a.url, a.page_key) AS page FROM awards f JOIN articles a USING (article_id)
        WHERE rank IS NOT NULL AND verdict IS DISTINCT FROM 'reject'
    ) WHERE bloc_id IS NOT NULL AND year IS NOT NULL AND recipient IS NOT NULL
    GROUP BY bloc_id, year, award, granting_authority, coalesce(recipient_id, recipient) HAVING count(DISTINCT rank) > 1
),
meeting_days AS (
    SELECT 'two days', bloc_id, year, 'tổng kết', strftime(max(date), '%Y-%m-%d'), 'the later day',
        arg_max(quote, (date, quote)), arg_max(page, (date, quote)), strftime(min(date), '%Y-%m-%d'), arg_min(quote, (date, quote)), arg_min(page, (date, quote))
    FROM (
        SELECT f.*, coalesce(a.url, a.page_key) AS page FROM meetings f JOIN articles a USING (article_id)
        WHERE type = 'tổng kết' AND verdict IS DISTINCT FROM 'reject'
    ) WHERE bloc_id IS NOT NULL AND year IS NOT NULL
    GROUP BY bloc_id, year HAVING max(date) - min(date) > 2
)
SELECT c.conflict, b.province, b.bloc, c.year, c.what, c.chosen, c.reason, c.other,
    [c.chosen_quote, c.other_quote] AS quotes, [c.chosen_url, c.other_url] AS urls, c.bloc_id
FROM (FROM leaders UNION ALL FROM grantors UNION ALL FROM refused UNION ALL FROM ranks UNION ALL FROM meeting_days) c JOIN bloc_list b USING (bloc_id)
ORDER BY b.province, b.bloc, c.bloc_id, c.year, c.conflict, c.what, c.other;
COMMENT ON VIEW conflicts IS 'Reports that contradict each other: what was chosen, and why.';
COMMENT ON COLUMN conflicts.conflict IS 'two leaders, two grantors, two ranks, given though refused, or two days.';
COMMENT ON COLUMN conflicts.province IS 'Bare name of the province.';
COMMENT ON COLUMN conflicts.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN conflicts.year IS 'The year that it is about.';
COMMENT ON COLUMN conflicts.what IS 'What it is about: the post, the award and its recipient, the meeting.';
COMMENT ON COLUMN conflicts.chosen IS 'The value that the other views go by.';
COMMENT ON COLUMN conflicts.reason IS 'Why it was chosen.';
COMMENT ON COLUMN conflicts.other IS 'The value that another report gives.';
COMMENT ON COLUMN conflicts.quotes IS 'The words that say the one, and those that say the other.';
COMMENT ON COLUMN conflicts.urls IS 'The pages of both.';
COMMENT ON COLUMN conflicts.bloc_id IS 'The bloc, see blocs.';
CREATE OR REPLACE VIEW coverage AS
WITH span AS (
    SELECT unnest(generate_series(min(first_year), max(last_year))) AS year FROM blocs
    WHERE first_year >= 1990 AND last_year < 2100
),
frame AS (
    -- Sites are counted once in a year in which a province of the name ends and another begins.
    SELECT p.place_id, p.name AS province, s.year,
        row_number() OVER (PARTITION BY p.name, s.year ORDER BY p.valid_from DESC NULLS LAST) = 1 AS is_latest
    FROM places p CROSS JOIN span s
    WHERE p.place_kind = 'province' AND coalesce(year(p.valid_from), 0) <= s.year AND coalesce(year(p.valid_to), 9999) >= s.year
    UNION ALL SELECT NULL, NULL, year, true FROM span
),
sites AS (
    SELECT province, count(*) AS sources, count(*) FILTER (state = 'verified') AS sources_alive FROM sources GROUP BY province
),
read AS (
    SELECT province.place_id, year(coalesce(a.published, d.date)) AS year, count(DISTINCT a.report_id) AS reports,
        count(DISTINCT a.report_id) FILTER (m.article_id IS NOT NULL) AS reports_on_blocs
    FROM articles a
    LEFT JOIN (SELECT article_id, min(date) AS date FROM meetings GROUP BY article_id) d USING (article_id)
    LEFT JOIN (SELECT DISTINCT article_id FROM bloc_mentions) m USING (article_id)
    LEFT JOIN places own ON own.place_id = a.place_id LEFT JOIN places above ON above.place_id = own.parent_id
    LEFT JOIN places province ON province.place_id = coalesce(above.parent_id, above.place_id, own.place_id)
    WHERE a.superseded_by IS NULL GROUP BY province.place_id, year(coalesce(a.published, d.date))
),
decided AS (
    SELECT d.place_id, s.year, sum(d.blocs)::INTEGER AS blocs_decided FROM decisions d JOIN span s
        ON s.year BETWEEN d.valid_from AND coalesce(d.valid_to, 9999)
    GROUP BY d.place_id, s.year
),
parts AS (
    SELECT bloc_id, year, max(leader) AS leader, max(members) AS members, max(awards) AS awards FROM (
        SELECT bloc_id, year, CASE WHEN role = 'leader' THEN 1 END AS leader, NULL AS members, NULL AS awards FROM terms
        UNION ALL SELECT bloc_id, year, NULL, 1, NULL FROM seats UNION ALL SELECT bloc_id, year, NULL, NULL, 1 FROM honours
        UNION ALL SELECT bloc_id, year, NULL, NULL, NULL FROM meetings WHERE bloc_id IS NOT NULL
    ) WHERE year IS NOT NULL GROUP BY bloc_id, year
),
known AS (
    SELECT CASE WHEN b.level = 'trung ương' THEN NULL ELSE province.place_id END AS place_id, y.year, count(*) AS blocs_known,
        count(y.leader) AS with_leader, count(y.members) AS with_members, count(y.awards) AS with_awards
    FROM parts y JOIN blocs b USING (bloc_id)
    LEFT JOIN places own ON own.place_id = b.place_id LEFT JOIN places above ON above.place_id = own.parent_id
    LEFT JOIN places province ON province.place_id = coalesce(above.parent_id, above.place_id, own.place_id)
    GROUP BY ALL
)
SELECT f.province, f.year, coalesce(s.sources, 0) AS sources, coalesce(s.sources_alive, 0) AS sources_alive,
    coalesce(r.reports, 0) AS reports, coalesce(r.reports_on_blocs, 0) AS reports_on_blocs, d.blocs_decided,
    coalesce(k.blocs_known, 0) AS blocs_known, coalesce(k.with_leader, 0) AS with_leader,
    coalesce(k.with_members, 0) AS with_members, coalesce(k.with_awards, 0) AS with_awards
FROM frame f LEFT JOIN sites s ON s.province = f.province AND f.is_latest
LEFT JOIN read r ON r.place_id IS NOT DISTINCT FROM f.place_id AND r.year = f.year
LEFT JOIN decided d ON d.place_id IS NOT DISTINCT FROM f.place_id AND d.year = f.year
LEFT JOIN known k ON k.place_id IS NOT DISTINCT FROM f.place_id AND k.year = f.year
ORDER BY f.province NULLS LAST, f.year;
COMMENT ON VIEW coverage IS 'What is known of each province and year, and of how much. A missing row elsewhere is no missing event: look here first.';
COMMENT ON COLUMN coverage.province IS 'Bare name of the province; null for national blocs and for what is known of no province.';
COMMENT ON COLUMN coverage.year IS 'The year.';
COMMENT ON COLUMN coverage.sources IS 'Sites that are declared for the province.';
COMMENT ON COLUMN coverage.sources_alive IS 'Those of them that were found alive and readable.';
COMMENT ON COLUMN coverage.reports IS 'Reports from the province that were published in the year and read; copies of one text count once.';
COMMENT ON COLUMN coverage.reports_on_blocs IS 'Those of them that tell of a bloc.';
COMMENT ON COLUMN coverage.blocs_decided IS 'How many blocs the authorities decided on, as far as decisions are known; null if none is.';
COMMENT ON COLUMN coverage.blocs_known IS 'Blocs of which any report tells for the year.';
COMMENT ON COLUMN coverage.with_leader IS 'Those of them whose leader is known.';
COMMENT ON COLUMN coverage.with_members IS 'Those of them of which members are known.';
COMMENT ON COLUMN coverage.with_awards IS 'Those of them of which awards are known.';
CREATE OR REPLACE VIEW review_queue AS
WITH agency_keys AS (
    SELECT agency_id AS id, name || ' @ ' || coalesce(g.place_id, md5(a.text), '') AS key
    FROM agencies g LEFT JOIN articles a ON a.article_id = g.known_only_from
),
bloc_keys AS (
    SELECT bloc_id AS id, name || ' @ ' || coalesce(b.place_id, 'page ' || md5(a.text), '')
        || coalesce(' / ' || authority, '') || ' # ' || coalesce(first_year::VARCHAR, '?') AS key
    FROM blocs b LEFT JOIN articles a ON a.article_id = b.known_only_from
),
keys AS (FROM agency_keys UNION ALL FROM bloc_keys),
-- The facts twice over, for the two questions that ask for them: if both asked for one, DuckDB would first put all facts
-- with their quotes into it, and only then look for the few in question.
doubtful AS (
    SELECT fact_id, article_id, quote, confidence, rule FROM memberships
    UNION ALL SELECT fact_id, article_id, quote, confidence, rule FROM leaderships
    UNION ALL SELECT fact_id, article_id, quote, confidence, rule FROM awards
),
decided AS (
    SELECT fact_id, article_id, quote FROM memberships UNION ALL SELECT fact_id, article_id, quote FROM leaderships
    UNION ALL SELECT fact_id, article_id, quote FROM awards
)
SELECT d.entity AS target, l.key AS "left", r.key AS "right", d.question, NULL AS quote,
    coalesce(a.url, a.page_key) AS url, d.score, a.article_id
FROM doubts d JOIN keys l ON l.id = d.left_id LEFT JOIN keys r ON r.id = d.right_id
LEFT JOIN blocs b ON b.bloc_id = d.left_id LEFT JOIN articles a ON a.article_id = b.known_only_from
UNION ALL
SELECT 'fact', v."left", NULL, 'the text has changed since this was decided: does it still hold?', f.quote,
    coalesce(a.url, a.page_key), NULL, f.article_id
FROM reviews v JOIN decided f ON f.fact_id = v."left" JOIN articles a ON a.article_id = f.article_id
WHERE v.target = 'fact' AND v.article_id IS DISTINCT FROM f.article_id AND v.article_id IS NOT NULL
UNION ALL
SELECT 'fact', f.fact_id, NULL, 'what is read so is often wrong (' || f.rule || '): is it right?', f.quote,
    coalesce(a.url, a.page_key), f.confidence, f.article_id
FROM doubtful f JOIN articles a USING (article_id)
WHERE f.confidence < 0.7 AND a.article_id = a.report_id AND f.fact_id NOT IN (SELECT "left" FROM reviews WHERE target = 'fact')
UNION ALL
SELECT 'fact', f.fact_id, NULL, 'two units are said to lead ' || t.bloc || ' in ' || t.year || ': is it this one?', f.quote,
    coalesce(a.url, a.page_key), f.confidence, f.article_id
FROM leadership_timeline t JOIN leaderships f ON f.bloc_id = t.bloc_id AND f.year = t.year AND f.role = t.role
    AND f.agency_id IS NOT DISTINCT FROM t.agency_id
JOIN articles a ON a.article_id = f.article_id
WHERE t.is_disputed AND a.article_id = a.report_id
    AND f.fact_id NOT IN (SELECT "left" FROM reviews WHERE target = 'fact')
ORDER BY target, score DESC NULLS LAST, question, quote, "left", "right";
COMMENT ON VIEW review_queue IS 'What a person should look at: merges that were not made, facts that are read so with little confidence or are in conflict, and decisions on texts that changed since.';
COMMENT ON COLUMN review_queue.target IS 'What the question is on: agency, bloc or fact.';
COMMENT ON COLUMN review_queue."left" IS 'The fact_id; or the one agency or bloc, as name @ place_id.';
COMMENT ON COLUMN review_queue."right" IS 'The other agency or bloc.';
COMMENT ON COLUMN review_queue.question IS 'What is to be told.';
COMMENT ON COLUMN review_queue.quote IS 'The words that state the fact.';
COMMENT ON COLUMN review_queue.url IS 'The page.';
COMMENT ON COLUMN review_queue.score IS 'Similarity of names (0 to 100), share of units in common or confidence (0 to 1), where there is one.';
COMMENT ON COLUMN review_queue.article_id IS 'The version of the article, see articles.';

CREATE OR REPLACE VIEW reprints AS
SELECT o.title, o.source, o.published, o.url, c.source AS copied_by, c.published AS copied_on, c.url AS copy_url,
    similarity, original_id, article_id AS copy_id
FROM article_copies
JOIN articles c USING (article_id)
JOIN articles o ON o.article_id = original_id;
COMMENT ON VIEW reprints IS 'Who printed an earlier text again: one row for each copy.';
COMMENT ON COLUMN reprints.title IS 'The original''s headline.';
COMMENT ON COLUMN reprints.source IS 'Where it appeared first.';
COMMENT ON COLUMN reprints.published IS 'When it appeared first.';
COMMENT ON COLUMN reprints.url IS 'The original''s address.';
COMMENT ON COLUMN reprints.copied_by IS 'The publisher of the copy.';
COMMENT ON COLUMN reprints.copied_on IS 'When the copy appeared.';
COMMENT ON COLUMN reprints.copy_url IS 'The copy''s address.';
COMMENT ON COLUMN reprints.similarity IS 'Estimated share of runs of five words in common, 0.7 to 1.';
COMMENT ON COLUMN reprints.original_id IS 'The original, see articles.';
COMMENT ON COLUMN reprints.copy_id IS 'The copy, see articles.';
