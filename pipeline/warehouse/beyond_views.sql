-- What reports say beyond the six kinds, each counted once however many papers tell it; run after views.sql.

CREATE OR REPLACE VIEW document_table AS
WITH statements AS (
    -- Authorities of provinces number by themselves, and anew every year; those of the state do so once for all.
    SELECT f.*, a.report_id, a.published, coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first,
        CASE WHEN f.type IN ('Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh', 'Nghị định', 'Thông tư', 'Thông tư liên tịch')
            OR regexp_matches(number, '(CP|TTg|TW|QH[0-9]*)$') THEN NULL
            ELSE coalesce(above.parent_id, above.place_id, own.place_id) END AS place_id,
        lower(coalesce(number, subject, '')) AS what, year(date) AS signed
    FROM documents f JOIN articles a USING (article_id)
    LEFT JOIN places own ON own.place_id = a.place_id LEFT JOIN places above ON above.place_id = own.parent_id
    WHERE verdict IS DISTINCT FROM 'reject'
),
dated AS (
    -- A citation without a day is of the one year that others name for that number.
    SELECT * REPLACE (coalesce(signed, CASE WHEN min(signed) OVER same = max(signed) OVER same THEN min(signed) OVER same END)
        AS signed)
    FROM statements WINDOW same AS (PARTITION BY type, what, place_id)
)
SELECT d.type, min(d.number) AS number, min(d.date) AS date, arg_max(d.issuer, (d.confidence, d.issuer)) AS issuer,
    arg_max(d.subject, (length(d.subject), d.subject)) AS subject, p.name AS province,
    count(DISTINCT report_id)::INTEGER AS reports, min(published) AS first_published, max(confidence) AS confidence,
    list(DISTINCT quote ORDER BY quote) AS quotes,
    coalesce(list(DISTINCT page ORDER BY page) FILTER (is_first), list(DISTINCT page ORDER BY page)) AS urls,
    d.place_id
FROM dated d LEFT JOIN places p USING (place_id)
GROUP BY d.type, d.what, d.signed, d.place_id, p.name
ORDER BY d.type, number, date, d.what, p.name, d.place_id;
COMMENT ON VIEW document_table IS 'Which legal documents reports cite: one row for kind, number, year and, but for those of the state, province.';
COMMENT ON COLUMN document_table.type IS 'Kind of document: Quyết định, Nghị định, Chỉ thị, Kế hoạch and others.';
COMMENT ON COLUMN document_table.number IS 'Its number; null where reports tell it by issuer and subject, or a law by its name.';
COMMENT ON COLUMN document_table.date IS 'The day that it was signed; null if no report says it.';
COMMENT ON COLUMN document_table.issuer IS 'Who issued it.';
COMMENT ON COLUMN document_table.subject IS 'What it is about; of a law its name.';
COMMENT ON COLUMN document_table.province IS 'The province of the reports that cite it; null for documents of the state, and where it is not known.';
COMMENT ON COLUMN document_table.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN document_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN document_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN document_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN document_table.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN document_table.place_id IS 'That province, see places.';

CREATE OR REPLACE VIEW movement_table AS
WITH statements AS (
    SELECT f.*, regexp_replace(lower(f.name), '[^[:alnum:]]+', '', 'g') AS what, a.report_id, a.published, coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first,
        CASE WHEN f.bloc_id IS NULL THEN a.report_id END AS told_in
    FROM movements f JOIN articles a USING (article_id) WHERE f.verdict IS DISTINCT FROM 'reject'
)
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.year, max(s.period) AS period, s.type,
    arg_max(s.name, (s.confidence, s.name)) AS name,
    count(DISTINCT s.report_id)::INTEGER AS reports, min(published) AS first_published, max(confidence) AS confidence,
    list(DISTINCT quote ORDER BY quote) AS quotes,
    coalesce(list(DISTINCT page ORDER BY page) FILTER (is_first), list(DISTINCT page ORDER BY page)) AS urls,
    s.bloc_id
FROM statements s LEFT JOIN bloc_list b USING (bloc_id)
GROUP BY b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.year, s.type, s.what, s.told_in, s.bloc_id
ORDER BY b.province, b.bloc, s.bloc_id, s.year, s.type, name, urls;
COMMENT ON VIEW movement_table IS 'Which named movements, themes, mottos and slogans blocs worked under: one row for bloc, year, kind and name.';
COMMENT ON COLUMN movement_table.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN movement_table.level IS 'Level of its authority.';
COMMENT ON COLUMN movement_table.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN movement_table.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN movement_table.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN movement_table.district IS 'Bare name of the district.';
COMMENT ON COLUMN movement_table.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN movement_table.year IS 'The year that it is for.';
COMMENT ON COLUMN movement_table.period IS 'reviewed: told of the time that a meeting looks back on; coming: planned; of both coming.';
COMMENT ON COLUMN movement_table.type IS 'phong trào, cuộc vận động, chủ đề, phương châm or khẩu hiệu.';
COMMENT ON COLUMN movement_table.name IS 'Its name.';
COMMENT ON COLUMN movement_table.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN movement_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN movement_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN movement_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN movement_table.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN movement_table.bloc_id IS 'The bloc, see blocs; null if a report tells it of several.';

CREATE OR REPLACE VIEW initiative_table AS
WITH statements AS (
    SELECT f.* EXCLUDE (agency), regexp_replace(lower(f.name), '[^[:alnum:]]+', '', 'g') AS what,
        coalesce(CASE WHEN g.place_id = o.place_id THEN g.name ELSE g.full_name END, f.agency) AS agency, a.report_id, a.published, coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first,
        CASE WHEN f.bloc_id IS NULL THEN a.report_id END AS told_in
    FROM initiatives f JOIN articles a USING (article_id) LEFT JOIN agencies g USING (agency_id)
    LEFT JOIN blocs o ON o.bloc_id = f.bloc_id
    WHERE f.verdict IS DISTINCT FROM 'reject'
)
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.type, arg_max(s.name, (s.confidence, s.name)) AS name, s.agency,
    count(DISTINCT report_id)::INTEGER AS reports, min(published) AS first_published, max(confidence) AS confidence,
    list(DISTINCT quote ORDER BY quote) AS quotes,
    coalesce(list(DISTINCT page ORDER BY page) FILTER (is_first), list(DISTINCT page ORDER BY page)) AS urls,
    s.bloc_id, s.agency_id
FROM statements s LEFT JOIN bloc_list b USING (bloc_id)
GROUP BY b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.type, s.what, s.agency, s.agency_id, s.told_in, s.bloc_id
ORDER BY b.province, b.bloc, s.bloc_id, s.type, name, s.agency, s.agency_id, urls;
COMMENT ON VIEW initiative_table IS 'Which named models and ways of working units have: one row for bloc, kind, name and unit.';
COMMENT ON COLUMN initiative_table.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN initiative_table.level IS 'Level of its authority.';
COMMENT ON COLUMN initiative_table.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN initiative_table.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN initiative_table.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN initiative_table.district IS 'Bare name of the district.';
COMMENT ON COLUMN initiative_table.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN initiative_table.type IS 'mô hình, sáng kiến, cách làm or giải pháp.';
COMMENT ON COLUMN initiative_table.name IS 'Its name.';
COMMENT ON COLUMN initiative_table.agency IS 'The unit that has it; null if none is named.';
COMMENT ON COLUMN initiative_table.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN initiative_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN initiative_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN initiative_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN initiative_table.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN initiative_table.bloc_id IS 'The bloc, see blocs; null if a report tells it of several.';
COMMENT ON COLUMN initiative_table.agency_id IS 'The unit, see agencies.';

CREATE OR REPLACE VIEW ranking_table AS
WITH statements AS (
    SELECT f.* EXCLUDE (agency), a.report_id, a.published, coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first,
        coalesce(CASE WHEN g.place_id = o.place_id THEN g.name ELSE g.full_name END, f.agency) AS agency
    FROM rankings f JOIN articles a USING (article_id) JOIN blocs o USING (bloc_id) LEFT JOIN agencies g USING (agency_id)
    WHERE f.verdict IS DISTINCT FROM 'reject'
)
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.year, arg_max(s.position, (s.confidence, -s.position)) AS position, max(s.units) AS units,
    s.agency, arg_max(s.score, (s.confidence, s.score)) AS score, max(s.max_score) AS max_score,
    count(DISTINCT s.position) > 1 OR count(DISTINCT s.score) > 1 AS is_disputed,
    count(DISTINCT report_id)::INTEGER AS reports, min(published) AS first_published, max(confidence) AS confidence,
    list(DISTINCT quote ORDER BY quote) AS quotes,
    coalesce(list(DISTINCT page ORDER BY page) FILTER (is_first), list(DISTINCT page ORDER BY page)) AS urls,
    s.bloc_id, s.agency_id
FROM statements s JOIN bloc_list b USING (bloc_id)
GROUP BY b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, s.year, s.agency, s.agency_id, s.bloc_id
ORDER BY b.province, b.bloc, s.bloc_id, s.year, position, score DESC, s.agency, s.agency_id;
COMMENT ON VIEW ranking_table IS 'How blocs ranked and scored their units: one row for bloc, year and unit.';
COMMENT ON COLUMN ranking_table.bloc IS 'Name of the bloc.';
COMMENT ON COLUMN ranking_table.level IS 'Level of its authority.';
COMMENT ON COLUMN ranking_table.authority IS 'The body that the bloc belongs to, if it is not the UBND of its place.';
COMMENT ON COLUMN ranking_table.province IS 'Bare name of the province, as it was.';
COMMENT ON COLUMN ranking_table.province_now IS 'The province that it belongs to since July 2025.';
COMMENT ON COLUMN ranking_table.district IS 'Bare name of the district.';
COMMENT ON COLUMN ranking_table.commune IS 'Bare name of the commune.';
COMMENT ON COLUMN ranking_table.year IS 'The year that it is for.';
COMMENT ON COLUMN ranking_table.position IS 'Its place; units with the same one tie.';
COMMENT ON COLUMN ranking_table.units IS 'Out of how many, where told.';
COMMENT ON COLUMN ranking_table.agency IS 'The unit.';
COMMENT ON COLUMN ranking_table.score IS 'Its points.';
COMMENT ON COLUMN ranking_table.max_score IS 'Out of how many points, where told.';
COMMENT ON COLUMN ranking_table.is_disputed IS 'Whether reports give it different places or points; the more reliable wording is shown.';
COMMENT ON COLUMN ranking_table.reports IS 'How many reports say so; copies of one text count once.';
COMMENT ON COLUMN ranking_table.first_published IS 'The earliest of them.';
COMMENT ON COLUMN ranking_table.confidence IS 'The best of their confidences.';
COMMENT ON COLUMN ranking_table.quotes IS 'The words that say so.';
COMMENT ON COLUMN ranking_table.urls IS 'The pages, by URL or by file; of copies the first.';
COMMENT ON COLUMN ranking_table.bloc_id IS 'The bloc, see blocs.';
COMMENT ON COLUMN ranking_table.agency_id IS 'The unit, see agencies.';
