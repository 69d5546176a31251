-- Count facts once: fill terms, honours and seats from the statements, whose agencies and blocs are known by now.

UPDATE awards SET
    award_class = CASE
        WHEN starts_with(award, 'Cờ') THEN 'flag'
        WHEN starts_with(award, 'Bằng khen') OR starts_with(award, 'Giấy khen') THEN 'certificate'
        WHEN starts_with(award, 'Huân chương') OR starts_with(award, 'Huy chương') THEN 'order'
        WHEN starts_with(award, 'Chiến sĩ') OR award = 'Lao động tiên tiến' THEN 'personal title'
        WHEN starts_with(award, 'Tập thể') OR award IN ('Đơn vị quyết thắng', 'Đơn vị tiên tiến') THEN 'collective title'
        WHEN starts_with(award, 'Hạng') OR award IN ('Đơn vị dẫn đầu', 'Đơn vị xuất sắc', 'Đơn vị tiêu biểu') THEN 'rank'
        ELSE 'other'
    END,
    -- A UBND and its Chủ tịch are one authority, Chính phủ and Thủ tướng are one for the flag.
    granting_authority = CASE
        WHEN award = 'Cờ thi đua' AND grantor IN ('Thủ tướng Chính phủ', 'Thủ tướng') THEN 'Chính phủ'
        ELSE regexp_replace(grantor, '^Chủ tịch UBND', 'UBND')
    END;

INSERT INTO terms BY NAME
WITH statements AS (
    -- In a bloc of several places, a unit's name needs its own.
    SELECT f.*, coalesce(CASE WHEN agencies.place_id = blocs.place_id THEN agencies.name ELSE agencies.full_name END,
            f.agency) AS unit, a.report_id, a.published, concat_ws(' ', d.type, d.number) AS decision, d.date AS decision_date,
        coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first
    FROM leaderships f JOIN articles a USING (article_id) JOIN blocs USING (bloc_id) LEFT JOIN agencies USING (agency_id)
    LEFT JOIN documents d ON d.fact_id = f.document_id AND d.verdict IS DISTINCT FROM 'reject'
    WHERE bloc_id IS NOT NULL AND f.verdict IS DISTINCT FROM 'reject'
),
stages AS (
    SELECT bloc_id, year, role, agency_id, unit, CASE WHEN unit IS NULL THEN person END AS nobody, status,
        first({'status': status, 'published': published, 'quote': quote, 'url': page}
            ORDER BY published NULLS LAST, is_first DESC, page, fact_id) AS stage,
        min(decision) FILTER (decision <> '') AS decision, min(decision_date) AS decision_date,
        list(DISTINCT person) AS persons, max(verdict) AS verdict, list(DISTINCT report_id) AS reports,
        min(published) AS first_published, max(confidence) AS confidence, list(DISTINCT quote) AS quotes,
        list(DISTINCT page) FILTER (is_first) AS first_pages, list(DISTINCT page) AS pages
    FROM statements GROUP BY ALL
),
once AS (
    SELECT bloc_id, year, role, agency_id, unit AS agency,
        nullif(array_to_string(list_sort(list_distinct(flatten(list(persons)))), '; '), '') AS person,
        max(status) AS status, list(stage ORDER BY status) AS stages, arg_max(decision, status) AS decision,
        arg_max(decision_date, status) AS decision_date, max(verdict) AS verdict,
        len(list_distinct(flatten(list(reports)))) AS reports, min(first_published) AS first_published,
        max(confidence) AS confidence, list_sort(list_distinct(flatten(list(quotes)))) AS quotes,
        list_sort(list_distinct(flatten(list(coalesce(first_pages, pages))))) AS urls
    FROM stages GROUP BY bloc_id, year, role, agency_id, unit, nobody
),
-- Who else is said to lead the bloc in that year. Units that one came from, or went into, the other are no rivals, also
-- where the province went into another; nor are two where one took over in the course of the year.
lines AS (
    SELECT earlier.line_id, min(later.line_id) AS later_line
    FROM agency_lineage l JOIN agencies earlier USING (agency_id) JOIN agencies later ON later.agency_id = l.successor_id
    WHERE l.relation = 'place' GROUP BY earlier.line_id
),
rivals AS (
    SELECT bloc_id, year, count(DISTINCT coalesce(later_line, line_id, agency, person)) AS units,
        bool_or(list_contains([s.status FOR s IN stages], 'assumed')) AS is_handover
    FROM once LEFT JOIN agencies USING (agency_id) LEFT JOIN lines USING (line_id)
    WHERE role = 'leader' AND year IS NOT NULL GROUP BY bloc_id, year
),
ordered AS (
    SELECT once.*, coalesce(units, 1) AS units, coalesce(is_handover, false) AS is_handover,
        row_number() OVER best AS place,
        verdict IS NOT NULL AND lead(verdict) OVER best IS NULL AS by_review,
        status > lead(status) OVER best AS by_stage, reports > lead(reports) OVER best AS by_reports,
        confidence > lead(confidence) OVER best AS by_confidence,
        first_published > lead(first_published) OVER best AS by_day
    FROM once LEFT JOIN rivals USING (bloc_id, year)
    WINDOW best AS (
        PARTITION BY bloc_id, year, role
        ORDER BY verdict NULLS LAST, status DESC, reports DESC, confidence DESC, first_published DESC NULLS LAST, agency, person
    )
)
SELECT * EXCLUDE (units, is_handover, place, by_review, by_stage, by_reports, by_confidence, by_day),
    role = 'leader' AND units > 1 AND NOT is_handover AS is_disputed,
    NOT is_disputed OR place = 1 AS is_chosen,
    CASE WHEN is_disputed AND place = 1 THEN CASE
        WHEN by_review THEN 'a person decided so'
        WHEN by_stage THEN 'the further stage: ' || status
        WHEN by_reports THEN 'more reports say so'
        WHEN by_confidence THEN 'the more reliable wording'
        WHEN by_day THEN 'the later report'
        ELSE 'nothing tells them apart: the first by name'
    END END AS reason
FROM ordered
ORDER BY bloc_id, year NULLS LAST, role, place;

INSERT INTO honours BY NAME
WITH statements AS (
    SELECT f.* EXCLUDE (recipient, granting_authority), a.report_id, a.published,
        coalesce(CASE WHEN agencies.place_id = blocs.place_id THEN agencies.name ELSE agencies.full_name END,
            f.recipient) AS recipient, concat_ws(' ', d.type, d.number) AS decision, d.date AS decision_date,
        coalesce(f.recipient_id, lower(f.recipient)) AS who,
        -- An award without a grantor is that of the one authority which others name for it.
        coalesce(f.granting_authority, CASE WHEN f.recipient IS NOT NULL
            AND min(f.granting_authority) OVER same = max(f.granting_authority) OVER same
            THEN min(f.granting_authority) OVER same END) AS granting_authority,
        coalesce(a.url, a.page_key) AS page, a.article_id = a.report_id AS is_first
    FROM awards f JOIN articles a USING (article_id) JOIN blocs USING (bloc_id) LEFT JOIN agencies ON agencies.agency_id = f.recipient_id
    LEFT JOIN documents d ON d.fact_id = f.document_id AND d.verdict IS DISTINCT FROM 'reject'
    WHERE bloc_id IS NOT NULL AND f.verdict IS DISTINCT FROM 'reject'
    WINDOW same AS (PARTITION BY f.bloc_id, f.year, f.award, coalesce(f.recipient_id, lower(f.recipient)))
),
stages AS (
    SELECT bloc_id, year, award, granting_authority, recipient_kind, who, recipient_id, count, status,
        first({'status': status, 'published': published, 'quote': quote, 'url': page}
            ORDER BY published NULLS LAST, is_first DESC, page, fact_id) AS stage,
        min(recipient) AS recipient, min(recipient_agency) AS recipient_agency,
        min(recipient_agency_id) AS recipient_agency_id, any_value(award_class) AS award_class,
        min(rank) AS rank, min(grantor) AS grantor, min(decision) FILTER (decision <> '') AS decision,
        min(decision_date) AS decision_date, max(verdict) AS verdict, list(DISTINCT report_id) AS reports,
        min(published) AS first_published, max(confidence) AS confidence, list(DISTINCT quote) AS quotes,
        list(DISTINCT page) FILTER (is_first) AS first_pages, list(DISTINCT page) AS pages
    FROM statements GROUP BY bloc_id, year, award, granting_authority, recipient_kind, who, recipient_id, count, status
)
SELECT bloc_id, year, award, any_value(award_class) AS award_class, arg_max(rank, status) AS rank, granting_authority,
    arg_max(grantor, status) AS grantor, min(recipient) AS recipient, recipient_kind, recipient_id,
    arg_max(recipient_agency, status) AS recipient_agency, arg_max(recipient_agency_id, status) AS recipient_agency_id,
    count, max(status) AS status, list(stage ORDER BY status) AS stages, arg_max(decision, status) AS decision,
    arg_max(decision_date, status) AS decision_date, max(verdict) AS verdict,
    len(list_distinct(flatten(list(reports)))) AS reports, min(first_published) AS first_published,
    max(confidence) AS confidence, list_sort(list_distinct(flatten(list(quotes)))) AS quotes,
    list_sort(list_distinct(flatten(list(coalesce(first_pages, pages))))) AS urls
FROM stages GROUP BY bloc_id, year, award, granting_authority, recipient_kind, who, recipient_id, count
ORDER BY bloc_id, year NULLS LAST, award, granting_authority NULLS FIRST, recipient NULLS LAST, recipient_kind, count;

INSERT INTO seats BY NAME
SELECT bloc_id, f.year, agency_id,
    any_value(CASE WHEN agencies.place_id = blocs.place_id THEN agencies.name ELSE agencies.full_name END) AS agency,
    max(verdict) AS verdict,
    count(DISTINCT a.report_id) AS reports, min(a.published) AS first_published, max(confidence) AS confidence,
    list(DISTINCT quote ORDER BY quote) AS quotes,
    coalesce(list(DISTINCT coalesce(a.url, a.page_key) ORDER BY coalesce(a.url, a.page_key))
            FILTER (a.article_id = a.report_id),
        list(DISTINCT coalesce(a.url, a.page_key) ORDER BY coalesce(a.url, a.page_key))) AS urls
FROM memberships f JOIN articles a USING (article_id) JOIN blocs USING (bloc_id) JOIN agencies USING (agency_id)
WHERE bloc_id IS NOT NULL AND verdict IS DISTINCT FROM 'reject'
GROUP BY bloc_id, f.year, agency_id
ORDER BY bloc_id, f.year NULLS LAST, agency, agency_id;

INSERT INTO bloc_years BY NAME
WITH leaders AS (
    SELECT bloc_id, year, any_value(agency) FILTER (role = 'leader' AND is_chosen AND NOT (is_rival)) AS leader,
        any_value(person) FILTER (role = 'leader' AND is_chosen AND NOT (is_rival)) AS leader_person,
        any_value(status) FILTER (role = 'leader' AND is_chosen AND NOT (is_rival)) AS leader_status,
        list(coalesce(agency, person) ORDER BY agency, person) FILTER (role = 'deputy') AS deputies,
        bool_or(is_disputed) AS is_disputed, flatten(list(quotes)) AS quotes, flatten(list(urls)) AS urls
    FROM (
        SELECT *, row_number() OVER (PARTITION BY bloc_id, year, role
            ORDER BY is_chosen DESC, list_contains([s.status FOR s IN stages], 'assumed') DESC, status DESC, reports DESC,
                agency, person) > 1 AS is_rival
        FROM terms WHERE year IS NOT NULL
    ) GROUP BY bloc_id, year
),
members AS (
    SELECT bloc_id, year, list(agency ORDER BY agency, agency_id) AS members, list_distinct(flatten(list(quotes))) AS quotes,
        list_distinct(flatten(list(urls))) AS urls
    FROM seats WHERE year IS NOT NULL GROUP BY bloc_id, year
),
awarding AS (
    SELECT bloc_id, year, list({'award': award, 'recipient': recipient, 'count': count, 'grantor': grantor, 'status': status}
            ORDER BY award, recipient, granting_authority, count) AS awards,
        flatten(list(quotes)) AS quotes, flatten(list(urls)) AS urls
    FROM honours WHERE year IS NOT NULL GROUP BY bloc_id, year
),
met AS (
    SELECT f.bloc_id, f.year, min(f.date) FILTER (type = 'tổng kết') AS review_day,
        list(DISTINCT quote) AS quotes, list(DISTINCT coalesce(o.url, o.page_key)) AS urls
    FROM meetings f JOIN articles a USING (article_id) JOIN articles o ON o.article_id = a.report_id
    WHERE f.bloc_id IS NOT NULL AND f.year IS NOT NULL AND f.verdict IS DISTINCT FROM 'reject' GROUP BY f.bloc_id, f.year
),
years AS (
    SELECT bloc_id, year FROM leaders UNION SELECT bloc_id, year FROM members UNION SELECT bloc_id, year FROM awarding
    UNION SELECT bloc_id, year FROM met
)
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, b.commune, y.year, l.leader, l.leader_person,
    l.leader_status, coalesce(l.is_disputed, false) AS is_disputed, l.deputies, m.members, len(m.members) AS member_count,
    w.awards, met.review_day,
    len(list_distinct(flatten([coalesce(l.urls, []), coalesce(m.urls, []), coalesce(w.urls, []), coalesce(met.urls, [])])))
        AS reports,
    list_sort(list_distinct(flatten(
        [coalesce(l.quotes, []), coalesce(m.quotes, []), coalesce(w.quotes, []), coalesce(met.quotes, [])]))) AS quotes,
    list_sort(list_distinct(flatten(
        [coalesce(l.urls, []), coalesce(m.urls, []), coalesce(w.urls, []), coalesce(met.urls, [])]))) AS urls,
    y.bloc_id
FROM years y JOIN bloc_list b USING (bloc_id) LEFT JOIN leaders l USING (bloc_id, year)
LEFT JOIN members m USING (bloc_id, year) LEFT JOIN awarding w USING (bloc_id, year) LEFT JOIN met USING (bloc_id, year)
ORDER BY b.province, b.bloc, y.bloc_id, y.year;

INSERT INTO agency_years BY NAME
WITH facts AS (
    SELECT agency_id, year, bloc_id, 'member' AS part, NULL AS award, quotes, urls FROM seats
    UNION ALL SELECT agency_id, year, bloc_id, role::VARCHAR, NULL, quotes, urls FROM terms WHERE is_chosen
    UNION ALL SELECT recipient_id, year, bloc_id, status::VARCHAR, award, quotes, urls FROM honours
)
SELECT a.name AS agency, province.name AS province, f.year,
    list(DISTINCT b.name ORDER BY b.name) AS blocs,
    list(DISTINCT b.name ORDER BY b.name) FILTER (part = 'leader') AS leads,
    list(DISTINCT b.name ORDER BY b.name) FILTER (part = 'deputy') AS deputy_of,
    list(DISTINCT award ORDER BY award) FILTER (part = 'voted') AS voted,
    list(DISTINCT award ORDER BY award) FILTER (part = 'proposed') AS proposed,
    list(DISTINCT award ORDER BY award) FILTER (part = 'conferred') AS conferred,
    list_sort(list_distinct(flatten(list(f.quotes)))) AS quotes, list_sort(list_distinct(flatten(list(f.urls)))) AS urls,
    agency_id, a.line_id
FROM facts f JOIN agencies a USING (agency_id) JOIN blocs b USING (bloc_id)
LEFT JOIN places own ON own.place_id = a.place_id LEFT JOIN places above ON above.place_id = own.parent_id
LEFT JOIN places province ON province.place_id = coalesce(above.parent_id, above.place_id, own.place_id)
WHERE f.year IS NOT NULL
GROUP BY agency_id, a.name, a.line_id, province.name, f.year
ORDER BY province.name, a.name, agency_id, f.year;

INSERT INTO membership_matrix BY NAME
SELECT b.bloc, b.level, b.authority, b.province, b.province_now, b.district, s.agency,
    list(DISTINCT s.year ORDER BY s.year) FILTER (s.year IS NOT NULL) AS years, min(s.year) AS first_year,
    max(s.year) AS last_year, list_sort(list_distinct(flatten(list(s.quotes)))) AS quotes,
    list_sort(list_distinct(flatten(list(s.urls)))) AS urls, s.bloc_id, s.agency_id, any_value(a.line_id) AS line_id
FROM seats s JOIN bloc_list b USING (bloc_id) JOIN agencies a USING (agency_id)
GROUP BY b.bloc, b.level, b.authority, b.province, b.province_now, b.district, s.agency, s.bloc_id, s.agency_id
ORDER BY b.province, b.bloc, s.bloc_id, s.agency, s.agency_id;
