-- The notebooks' questions in SQL, for a DuckDB shell (1.2 or later):
--   duckdb -readonly demo-data/thidua.duckdb < notebooks/queries.sql
-- or inside the shell, one at a time; `.mode box` and `.maxwidth 0` show whole lines.
-- A missing row is no missing event: it says that no report that was read tells of one.

-- 1. A first look ---------------------------------------------------------------------------------------------------

-- What there is to ask.
SELECT view_name AS name, comment AS tells FROM duckdb_views() WHERE NOT internal
UNION SELECT table_name, comment FROM duckdb_tables() WHERE table_name IN ('bloc_years', 'agency_years', 'membership_matrix') ORDER BY name;

-- Who led which bloc in 2024, and the words that say so.
SELECT province, bloc, role, agency, status, quotes[1] AS words, urls[1] AS page
FROM leadership_timeline WHERE year = 2024 ORDER BY province, bloc, role, agency LIMIT 20;

-- One report: which of its words state what, and for how many facts.
SELECT start, "end", quote, kind::VARCHAR AS kind, slot, count(*) AS facts FROM evidence
WHERE article_id = (SELECT article_id FROM evidence GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT 1)
GROUP BY ALL ORDER BY start, "end", kind, slot LIMIT 30;

-- 2. Who leads --------------------------------------------------------------------------------------------------------

-- From whom to whom: the leader of a year and of the year before.
SELECT n.province, n.bloc, n.year, b.leader AS led_the_year_before, n.leader AS leads, n.leader = b.leader AS the_same
FROM bloc_years n JOIN bloc_years b ON b.bloc_id = n.bloc_id AND b.year = n.year - 1
WHERE n.leader IS NOT NULL AND b.leader IS NOT NULL ORDER BY n.year DESC, n.province, n.bloc LIMIT 20;

-- How often the leading unit is named for the flag: for the year before it led (-1), the year it led (0), the year after (1).
WITH leaders AS (
    SELECT DISTINCT t.bloc_id, t.year, a.line_id FROM leadership_timeline t JOIN agencies a USING (agency_id)
    WHERE t.role = 'leader' AND t.is_chosen AND t.year IS NOT NULL
),
flags AS (
    SELECT h.bloc_id, h.year, list(a.line_id) AS named FROM award_table h JOIN agencies a ON a.agency_id = h.recipient_id
    WHERE h.award_class = 'flag' AND h.year IS NOT NULL GROUP BY ALL
)
SELECT f.year - l.year AS years_on, count(*) FILTER (list_contains(named, line_id)) AS named_for_the_flag, count(*) AS leaders
FROM leaders l JOIN flags f ON f.bloc_id = l.bloc_id AND abs(f.year - l.year) <= 1 GROUP BY years_on ORDER BY years_on;

-- 3. Awards -----------------------------------------------------------------------------------------------------------

-- By kind of agency.
SELECT coalesce(agency_kind, 'khác') AS agency_kind, count(*) FILTER (status = 'voted') AS voted,
    count(*) FILTER (status = 'proposed') AS proposed, count(*) FILTER (status = 'conferred') AS given
FROM award_table LEFT JOIN agencies ON agency_id = recipient_id
WHERE recipient_kind = 'agency' AND recipient IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, 1 LIMIT 12;

-- By province.
SELECT province, count(*) FILTER (status = 'proposed') AS proposed, count(*) FILTER (status = 'conferred') AS given
FROM award_table WHERE recipient IS NOT NULL GROUP BY province ORDER BY count(*) DESC, province LIMIT 12;

-- Conferred against proposed. A number without names may be the same as named ones: never add the two.
SELECT award, sum(proposed) AS proposed, sum(conferred) AS given, sum(proposed_unnamed) AS proposed_as_a_number,
    sum(conferred_unnamed) AS given_as_a_number
FROM award_counts GROUP BY award ORDER BY 2 DESC, 1;

-- 4. Members across the reorganisation of 2025 ---------------------------------------------------------------------------

-- Members until 2024, and what became of them.
SELECT m.province, m.bloc, m.agency, l.relation, s.name AS became, l.day
FROM membership_matrix m JOIN agency_lineage l USING (agency_id) JOIN agencies s ON s.agency_id = l.successor_id
WHERE m.first_year < 2025 AND l.day >= '2025' ORDER BY m.province, m.bloc, m.agency, became LIMIT 30;

-- Blocs by the province that they belong to now.
SELECT province_now, string_agg(DISTINCT province, ', ' ORDER BY province) AS provinces_before, count(*) AS blocs
FROM bloc_list WHERE first_year < 2025 AND province IS NOT NULL GROUP BY province_now ORDER BY province_now;

-- Blocs of which units went on into another bloc.
SELECT b.bloc AS earlier, b.province, b.last_year, n.bloc AS later, n.province, l.year, l.shared, l.relation
FROM bloc_lineage l JOIN bloc_list b USING (bloc_id) JOIN bloc_list n ON n.bloc_id = l.successor_id
ORDER BY l.shared DESC, earlier, later LIMIT 20;

-- 5. Coverage and quality -------------------------------------------------------------------------------------------------

-- What is known of each province and year.
SELECT province, year, reports, reports_on_blocs, blocs_decided, blocs_known, with_leader, with_members, with_awards
FROM coverage WHERE blocs_known > 0 ORDER BY province NULLS FIRST, year;

-- How right and how complete the reading is, on reports that the rules were made with: lower on others.
SELECT corpus, kind, reports, precision, recall, f1 FROM quality WHERE level = 'all' AND period = 'all' ORDER BY ALL;

-- Where reports contradict each other.
SELECT conflict, province, bloc, year, chosen, other, reason, quotes FROM conflicts ORDER BY ALL LIMIT 20;

-- What a person should look at.
SELECT target, count(*) AS cases FROM review_queue GROUP BY target ORDER BY target;

-- 6. Beyond blocs, posts and awards ---------------------------------------------------------------------------------------

-- Places and scores that blocs gave their units.
SELECT province, bloc, year, position, units, agency, score, max_score, quotes[1] AS words
FROM ranking_table ORDER BY year DESC, province, bloc, position NULLS LAST, agency LIMIT 20;

-- Movements, themes and slogans that blocs worked under, and models of their units.
SELECT province, bloc, year, type, name, NULL AS agency FROM movement_table
UNION ALL SELECT province, bloc, NULL, type, name, agency FROM initiative_table ORDER BY ALL LIMIT 20;

-- Legal documents cited, and how many reports cite each.
SELECT province, type, number, date, issuer, subject, reports, urls[1] AS page
FROM document_table ORDER BY reports DESC, province, date, number LIMIT 20;

-- What rests on which decision: leaders and awards of which the report names the document behind them.
SELECT decision, decision_date, bloc, role AS what, agency AS who FROM leadership_timeline WHERE decision IS NOT NULL
UNION ALL SELECT decision, decision_date, bloc, award, recipient FROM award_table WHERE decision IS NOT NULL
ORDER BY ALL LIMIT 20;
