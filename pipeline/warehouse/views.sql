-- What analysts ask first. Every view says which words of which pages it rests on.

CREATE OR REPLACE VIEW bloc_keys AS
SELECT
    b.fact_id AS bloc_mention_id,
    b.name AS bloc,
    b.level,
    b.authority,
    b.province,
    b.district,
    b.commune,
    CASE
        WHEN b.province IS NOT NULL THEN NULL
        WHEN b.level = 'trung ương' AND b.authority IS NOT NULL THEN NULL
        ELSE a.page_id
    END AS known_only_from
FROM bloc_mentions b
JOIN articles a USING (article_id);
COMMENT ON VIEW bloc_keys IS 'By what two articles'' blocs are taken for one: name, authority and place all agree.';
COMMENT ON COLUMN bloc_keys.bloc_mention_id IS 'The bloc in one article, see bloc_mentions.';
COMMENT ON COLUMN bloc_keys.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN bloc_keys.level IS 'Level of its authority.';
COMMENT ON COLUMN bloc_keys.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN bloc_keys.province IS 'Bare name of the province.';
COMMENT ON COLUMN bloc_keys.district IS 'Bare name of the district.';
COMMENT ON COLUMN bloc_keys.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN bloc_keys.known_only_from IS 'The page, where place or authority is unknown: such a bloc is never taken for another page''s.';

CREATE OR REPLACE VIEW leadership_timeline AS
SELECT
    l.bloc,
    max(k.level) AS level,
    k.authority,
    k.province,
    k.district,
    k.commune,
    l.year,
    l.role,
    l.agency,
    string_agg(DISTINCT l.person, '; ' ORDER BY l.person) AS person,
    arg_max(l.status, list_position(['proposed', 'assumed', 'elected', 'appointed', 'serving'], l.status)) AS status,
    list(DISTINCT l.status ORDER BY l.status) AS statuses,
    count(DISTINCT l.article_id) AS reports,
    min(a.published) AS first_published,
    max(l.confidence) AS confidence,
    list(DISTINCT l.quote ORDER BY l.quote) AS quotes,
    list(DISTINCT coalesce(a.url, a.page_key) ORDER BY coalesce(a.url, a.page_key)) AS urls
FROM leaderships l
JOIN articles a USING (article_id)
LEFT JOIN bloc_keys k USING (bloc_mention_id)
GROUP BY
    l.bloc, k.authority, k.province, k.district, k.commune, k.known_only_from,
    l.year, l.role, l.agency, CASE WHEN l.agency IS NULL THEN l.person END
ORDER BY k.province, l.bloc, l.year, l.role DESC, l.agency;
COMMENT ON VIEW leadership_timeline IS 'Who led which bloc in which year: one row for bloc, year, role and agency, however many papers tell it.';
COMMENT ON COLUMN leadership_timeline.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN leadership_timeline.level IS 'Level of its authority.';
COMMENT ON COLUMN leadership_timeline.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN leadership_timeline.province IS 'Bare name of the province.';
COMMENT ON COLUMN leadership_timeline.district IS 'Bare name of the district.';
COMMENT ON COLUMN leadership_timeline.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN leadership_timeline.year IS 'The year of the term.';
COMMENT ON COLUMN leadership_timeline.role IS 'leader or deputy.';
COMMENT ON COLUMN leadership_timeline.agency IS 'The unit that holds the role.';
COMMENT ON COLUMN leadership_timeline.person IS 'The persons named as holding it, joined by semicolons.';
COMMENT ON COLUMN leadership_timeline.status IS 'The furthest stage told: proposed, assumed, elected, appointed, serving.';
COMMENT ON COLUMN leadership_timeline.statuses IS 'All stages told.';
COMMENT ON COLUMN leadership_timeline.reports IS 'How many articles say so.';
COMMENT ON COLUMN leadership_timeline.first_published IS 'The earliest of them.';
COMMENT ON COLUMN leadership_timeline.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN leadership_timeline.quotes IS 'The words that say so.';
COMMENT ON COLUMN leadership_timeline.urls IS 'The pages, by URL or by file.';

CREATE OR REPLACE VIEW award_table AS
WITH statements AS (
    SELECT
        *,
        -- A UBND and its Chủ tịch are one authority, Chính phủ and Thủ tướng are one for the flag.
        CASE
            WHEN award = 'Cờ thi đua' AND grantor = 'Thủ tướng Chính phủ' THEN 'Chính phủ'
            ELSE regexp_replace(grantor, '^Chủ tịch UBND', 'UBND')
        END AS granting_authority,
        list_position(['voted', 'proposed', 'conferred'], status) AS stage
    FROM awards
)
SELECT
    s.bloc,
    max(k.level) AS level,
    k.authority,
    k.province,
    k.district,
    k.commune,
    s.year,
    s.award,
    s.rank,
    arg_max(s.grantor, s.stage) AS grantor,
    s.recipient,
    s.recipient_kind,
    s.recipient_agency,
    s.count,
    arg_max(s.status, s.stage) AS status,
    list(DISTINCT s.status ORDER BY s.status) AS statuses,
    count(DISTINCT s.article_id) AS reports,
    min(a.published) AS first_published,
    max(s.confidence) AS confidence,
    list(DISTINCT s.quote ORDER BY s.quote) AS quotes,
    list(DISTINCT coalesce(a.url, a.page_key) ORDER BY coalesce(a.url, a.page_key)) AS urls
FROM statements s
JOIN articles a USING (article_id)
LEFT JOIN bloc_keys k USING (bloc_mention_id)
GROUP BY
    s.bloc, k.authority, k.province, k.district, k.commune, k.known_only_from,
    s.year, s.award, s.rank, s.granting_authority, s.recipient, s.recipient_kind, s.recipient_agency, s.count
ORDER BY k.province, s.bloc, s.year, s.award, s.recipient;
COMMENT ON VIEW award_table IS 'Who was proposed for or got what: one row for bloc, year, award, granting authority and recipient.';
COMMENT ON COLUMN award_table.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN award_table.level IS 'Level of its authority.';
COMMENT ON COLUMN award_table.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN award_table.province IS 'Bare name of the province.';
COMMENT ON COLUMN award_table.district IS 'Bare name of the district.';
COMMENT ON COLUMN award_table.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN award_table.year IS 'The year that it is for.';
COMMENT ON COLUMN award_table.award IS 'Canonical title, or the rank that the bloc itself gave.';
COMMENT ON COLUMN award_table.rank IS 'The class of a flag.';
COMMENT ON COLUMN award_table.grantor IS 'Who grants it, as the furthest stage names it.';
COMMENT ON COLUMN award_table.recipient IS 'Who gets it; null where a number only is given.';
COMMENT ON COLUMN award_table.recipient_kind IS 'agency, person or bloc.';
COMMENT ON COLUMN award_table.recipient_agency IS 'The unit of a person who gets it.';
COMMENT ON COLUMN award_table.count IS 'How many get it, where a number only is given. Never to be added to named ones.';
COMMENT ON COLUMN award_table.status IS 'The furthest stage told: voted, proposed, conferred.';
COMMENT ON COLUMN award_table.statuses IS 'All stages told.';
COMMENT ON COLUMN award_table.reports IS 'How many articles say so.';
COMMENT ON COLUMN award_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN award_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN award_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN award_table.urls IS 'The pages, by URL or by file.';

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
