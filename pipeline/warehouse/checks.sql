-- What no row of a published snapshot should be. `thidua check` runs every rule; the keys (pipeline/warehouse/keys.py) are
-- rules too, and made there.
--
-- A rule is a line "-- rule: NAME, SEVERITY", its explanation, and a query for the rows that break it, with the columns
-- row (table and key), says (what is wrong with it), quote and url (null where there is none).
-- error: it cannot be right. warning: it may be right, and a person should look.
-- What a report says wrongly, or what was read wrongly, is put right by a review: rejected facts are passed over, and of
-- accepted ones no question is asked.

-- The statements of all kinds, with the words and the page, and the last day on which the report can have been written:
-- the day of the load, and one more for the clocks of the world.
CREATE OR REPLACE TEMP VIEW statements AS
SELECT 'bloc_mentions' AS part, 'bloc' AS kind, fact_id, article_id, run_id, fact_id AS bloc_mention_id, bloc_id,
    NULL::INTEGER AS year, quote, confidence, verdict FROM bloc_mentions
UNION ALL SELECT 'meetings', 'meeting', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM meetings
UNION ALL SELECT 'memberships', 'member', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM memberships
UNION ALL SELECT 'leaderships', 'leader', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM leaderships
UNION ALL SELECT 'awards', 'award', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM awards
UNION ALL SELECT 'people', 'person', fact_id, article_id, run_id, NULL, NULL, NULL, quote, confidence, verdict FROM people
UNION ALL SELECT 'documents', 'document', fact_id, article_id, run_id, NULL, NULL, NULL, quote, confidence, verdict FROM documents
UNION ALL SELECT 'movements', 'movement', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM movements
UNION ALL SELECT 'initiatives', 'initiative', fact_id, article_id, run_id, bloc_mention_id, bloc_id, NULL, quote, confidence, verdict
FROM initiatives
UNION ALL SELECT 'rankings', 'ranking', fact_id, article_id, run_id, bloc_mention_id, bloc_id, year, quote, confidence, verdict
FROM rankings;

CREATE OR REPLACE TEMP VIEW told AS
SELECT s.part || ' ' || s.fact_id AS row, s.*, a.published, coalesce(a.url, a.page_key) AS url,
    r.started::DATE + 1 AS latest, coalesce(m.day, a.published) AS day
FROM statements s JOIN articles a USING (article_id) JOIN runs r ON r.run_id = s.run_id
LEFT JOIN (
    SELECT bloc_mention_id, max(date) AS day FROM meetings WHERE verdict IS DISTINCT FROM 'reject' GROUP BY bloc_mention_id
) m USING (bloc_mention_id)
WHERE s.verdict IS DISTINCT FROM 'reject';

CREATE OR REPLACE TEMP VIEW unreviewed AS FROM told WHERE verdict IS DISTINCT FROM 'accept';

CREATE OR REPLACE TEMP VIEW agencies_told AS
SELECT fact_id, agency AS name, agency_id FROM memberships
UNION ALL SELECT fact_id, agency, agency_id FROM leaderships
UNION ALL SELECT fact_id, recipient, recipient_id FROM awards WHERE recipient_kind = 'agency'
UNION ALL SELECT fact_id, recipient_agency, recipient_agency_id FROM awards
UNION ALL SELECT fact_id, agency, agency_id FROM people
UNION ALL SELECT fact_id, agency, agency_id FROM initiatives
UNION ALL SELECT fact_id, agency, agency_id FROM rankings;

-- rule: evidence-quote, error
-- A quote that is not what the article says at its offsets.
SELECT 'evidence ' || fact_id || ' ' || slot AS row,
    'from ' || start || ' to ' || "end" || ' the text says “' || substring(text, greatest(start, 0) + 1, 80) || '”' AS says,
    quote, coalesce(url, page_key) AS url
FROM evidence JOIN articles USING (article_id)
WHERE start < 0 OR "end" <= start OR substring(text, start + 1, "end" - start) <> quote;

-- rule: evidence-of-nothing, error
-- A span that belongs to no fact of its kind.
SELECT 'evidence ' || e.fact_id || ' ' || e.slot AS row, 'no ' || e.kind || ' with that id' AS says, e.quote,
    coalesce(a.url, a.page_key) AS url
FROM evidence e LEFT JOIN articles a USING (article_id)
ANTI JOIN statements s ON s.fact_id = e.fact_id AND s.kind = e.kind AND s.article_id = e.article_id;

-- rule: fact-without-evidence, error
-- A fact of which no span of the text is known.
SELECT row, 'no evidence' AS says, quote, url FROM told ANTI JOIN evidence USING (fact_id);

-- rule: span-outside-text, error
-- A section or a problem that lies outside of its article's text.
SELECT 'articles ' || article_id AS row, s.field || ' from ' || s.start || ' to ' || s."end" AS says, NULL AS quote, url
FROM (SELECT article_id, text, coalesce(url, page_key) AS url, unnest(sections) AS s FROM articles)
WHERE s.start < 0 OR s."end" < s.start OR s."end" > length(text)
UNION ALL
SELECT 'problems ' || problem_id, code || ' from ' || start || ' to ' || "end", NULL, coalesce(url, page_key)
FROM problems JOIN articles USING (article_id) WHERE start < 0 OR "end" < start OR "end" > length(text);

-- rule: out-of-range, error
-- A confidence, similarity or share that does not lie between 0 and 1.
SELECT row, 'confidence ' || confidence AS says, quote, url FROM told WHERE NOT confidence BETWEEN 0 AND 1
UNION ALL SELECT 'terms ' || bloc_id, 'confidence ' || confidence, quotes[1], urls[1] FROM terms
WHERE NOT confidence BETWEEN 0 AND 1
UNION ALL SELECT 'honours ' || bloc_id, 'confidence ' || confidence, quotes[1], urls[1] FROM honours
WHERE NOT confidence BETWEEN 0 AND 1
UNION ALL SELECT 'seats ' || bloc_id, 'confidence ' || confidence, quotes[1], urls[1] FROM seats
WHERE NOT confidence BETWEEN 0 AND 1
UNION ALL SELECT 'article_copies ' || article_id, 'similarity ' || similarity, NULL, NULL FROM article_copies
WHERE NOT similarity BETWEEN 0 AND 1
UNION ALL SELECT 'bloc_periods ' || bloc_id, 'shared ' || shared, NULL, NULL FROM bloc_periods WHERE NOT shared BETWEEN 0 AND 1;

-- rule: fact-of-older-version, error
-- A fact of a version that a newer one of its page has replaced.
SELECT t.row, 'replaced by article ' || a.superseded_by AS says, t.quote, t.url
FROM told t JOIN articles a USING (article_id) WHERE a.superseded_by IS NOT NULL;

-- rule: newest-version, error
-- A page of which not exactly one version is the newest, or a version that another page's has replaced.
SELECT 'articles ' || min(article_id) AS row, count(*) FILTER (superseded_by IS NULL) || ' newest versions' AS says,
    NULL AS quote, min(coalesce(url, page_key)) AS url
FROM articles GROUP BY page_id HAVING count(*) FILTER (superseded_by IS NULL) <> 1
UNION ALL
SELECT 'articles ' || a.article_id, 'replaced by article ' || b.article_id || ' of another page', NULL,
    coalesce(a.url, a.page_key)
FROM articles a JOIN articles b ON b.article_id = a.superseded_by WHERE a.page_id <> b.page_id;

-- rule: source-missing, error
-- A fact counted once with no report or page behind it.
SELECT 'terms ' || bloc_id || ' ' || coalesce(year::VARCHAR, '') || ' ' || role AS row, reports || ' reports' AS says,
    quotes[1] AS quote, urls[1] AS url FROM terms WHERE reports < 1 OR len(urls) = 0
UNION ALL SELECT 'honours ' || bloc_id || ' ' || coalesce(year::VARCHAR, '') || ' ' || award, reports || ' reports', quotes[1],
    urls[1] FROM honours WHERE reports < 1 OR len(urls) = 0
UNION ALL SELECT 'seats ' || bloc_id || ' ' || coalesce(year::VARCHAR, '') || ' ' || agency, reports || ' reports', quotes[1],
    urls[1] FROM seats WHERE reports < 1 OR len(urls) = 0;

-- rule: not-counted, error
-- A statement on a known bloc that is missing among the facts counted once.
SELECT t.row, 'no row in terms' AS says, t.quote, t.url FROM told t JOIN leaderships f USING (fact_id)
WHERE f.bloc_id IS NOT NULL AND NOT EXISTS (FROM terms c WHERE c.bloc_id = f.bloc_id AND c.year IS NOT DISTINCT FROM f.year
    AND c.role = f.role AND c.agency_id IS NOT DISTINCT FROM f.agency_id)
UNION ALL
SELECT t.row, 'no row in honours', t.quote, t.url FROM told t JOIN awards f USING (fact_id)
WHERE f.bloc_id IS NOT NULL AND NOT EXISTS (FROM honours c WHERE c.bloc_id = f.bloc_id AND c.year IS NOT DISTINCT FROM f.year
    AND c.award = f.award AND c.recipient_id IS NOT DISTINCT FROM f.recipient_id)
UNION ALL
SELECT t.row, 'no row in seats', t.quote, t.url FROM told t JOIN memberships f USING (fact_id)
WHERE f.bloc_id IS NOT NULL AND f.agency_id IS NOT NULL AND NOT EXISTS (FROM seats c WHERE c.bloc_id = f.bloc_id
    AND c.year IS NOT DISTINCT FROM f.year AND c.agency_id = f.agency_id);

-- rule: merge-of-nothing, error
-- A merge or a doubt on an agency or a bloc that is not there.
SELECT 'merges ' || merge_id AS row, entity || ' ' || entity_id AS says, NULL AS quote, NULL AS url FROM merges
WHERE entity_id NOT IN (SELECT agency_id FROM agencies UNION ALL SELECT bloc_id FROM blocs)
UNION ALL
SELECT 'doubts ' || doubt_id, entity || ' ' || id, NULL, NULL
FROM (SELECT doubt_id, entity, unnest([left_id, right_id]) AS id FROM doubts)
WHERE id NOT IN (SELECT agency_id FROM agencies UNION ALL SELECT bloc_id FROM blocs);

-- rule: itself, error
-- A copy, a successor or a part of itself.
SELECT 'article_copies ' || article_id AS row, 'a copy of itself' AS says, NULL AS quote, NULL AS url FROM article_copies
WHERE article_id = original_id
UNION ALL SELECT 'agency_lineage ' || agency_id, 'its own successor', NULL, NULL FROM agency_lineage
WHERE agency_id = successor_id
UNION ALL SELECT 'bloc_lineage ' || bloc_id, 'its own successor', NULL, NULL FROM bloc_lineage WHERE bloc_id = successor_id
UNION ALL SELECT 'place_lineage ' || place_id, 'its own successor', NULL, NULL FROM place_lineage
WHERE place_id = successor_id
UNION ALL SELECT 'places ' || place_id, 'lies in itself', NULL, NULL FROM places WHERE place_id = parent_id;

-- rule: ends-before-it-begins, error
-- A span of time that ends before it begins.
SELECT 'places ' || place_id AS row, valid_from || ' to ' || valid_to AS says, NULL AS quote, NULL AS url FROM places
WHERE valid_to < valid_from
UNION ALL SELECT 'agencies ' || agency_id, valid_from || ' to ' || valid_to, NULL, NULL FROM agencies
WHERE rpad(valid_to, 10, '~') < valid_from
UNION ALL SELECT 'agencies ' || agency_id, first_year || ' to ' || last_year, NULL, NULL FROM agencies
WHERE last_year < first_year
UNION ALL SELECT 'blocs ' || bloc_id, first_year || ' to ' || last_year, NULL, NULL FROM blocs WHERE last_year < first_year
UNION ALL SELECT 'bloc_periods ' || bloc_id, first_year || ' to ' || last_year, NULL, NULL FROM bloc_periods
WHERE last_year < first_year
UNION ALL SELECT 'decisions ' || decision_id, valid_from || ' to ' || valid_to, NULL, NULL FROM decisions
WHERE valid_to < valid_from;

-- rule: bloc-of-two-places, error
-- A bloc that holds mentions of two places: they are never taken for one, unless a person has decided so.
SELECT 'blocs ' || bloc_id AS row, 'places ' || list(DISTINCT m.place_id ORDER BY m.place_id)::VARCHAR AS says,
    min(m.quote) AS quote, min(coalesce(a.url, a.page_key)) AS url
FROM bloc_mentions m JOIN articles a USING (article_id)
WHERE bloc_id IS NOT NULL AND verdict IS DISTINCT FROM 'reject'
GROUP BY bloc_id HAVING count(DISTINCT m.place_id) > 1;

-- rule: published-in-future, error
-- An article published after it was loaded.
SELECT 'articles ' || article_id AS row, 'published ' || published || ', loaded ' || started::DATE AS says, title AS quote,
    coalesce(url, page_key) AS url
FROM articles JOIN runs USING (run_id) WHERE published > started::DATE + 1;

-- rule: meeting-in-future, error
-- A meeting held after its report was loaded.
SELECT t.row, 'held ' || f.date || ', loaded ' || (t.latest - 1) AS says, t.quote, t.url
FROM unreviewed t JOIN meetings f USING (fact_id) WHERE f.date > t.latest;

-- rule: meeting-before-year, error
-- A meeting that reviews a year before it has begun, or pledges for one more than a year ahead.
SELECT t.row, f.type || ' held ' || f.date || ' for ' || f.year AS says, t.quote, t.url
FROM unreviewed t JOIN meetings f USING (fact_id)
WHERE year(f.date) < CASE WHEN f.type IN ('tổng kết', 'sơ kết') THEN f.year ELSE f.year - 1 END;

-- rule: term-without-holder, error
-- A post in a bloc that nobody holds.
SELECT t.row, f.role || ' of ' || f.bloc AS says, t.quote, t.url FROM unreviewed t JOIN leaderships f USING (fact_id)
WHERE f.agency IS NULL AND f.person IS NULL;

-- rule: term-before-election, error
-- A term of a year before the one in which the bloc elects or proposes it, by the day of the meeting, else of the report.
SELECT t.row, f.status || ' ' || t.day || ' for ' || f.year AS says, t.quote, t.url
FROM unreviewed t JOIN leaderships f USING (fact_id)
WHERE f.status IN ('proposed', 'elected') AND f.year < year(t.day);

-- rule: award-without-recipient, error
-- An award with neither a recipient nor a number of them.
SELECT t.row, f.award || ' of ' || f.bloc AS says, t.quote, t.url FROM unreviewed t JOIN awards f USING (fact_id)
WHERE f.recipient IS NULL AND f.count IS NULL;

-- rule: award-count, error
-- An award to fewer than one, or with both a name and a number: a number stands where no names are given.
SELECT t.row, f.award || ', count ' || f.count || coalesce(', ' || f.recipient, '') AS says, t.quote, t.url
FROM unreviewed t JOIN awards f USING (fact_id) WHERE f.count < 1 OR (f.count IS NOT NULL AND f.recipient IS NOT NULL);

-- rule: award-after-report, error
-- An award for a year that had not begun when the report was written.
SELECT t.row, f.award || ' for ' || f.year || ', told ' || coalesce(t.published, t.latest - 1) AS says, t.quote, t.url
FROM unreviewed t JOIN awards f USING (fact_id) WHERE f.year > year(coalesce(t.published, t.latest));

-- rule: document-unnamed, error
-- A document with neither a number nor a day, and without issuer or subject.
SELECT t.row, f.type AS says, t.quote, t.url FROM unreviewed t JOIN documents f USING (fact_id)
WHERE f.number IS NULL AND f.date IS NULL AND f.subject IS NULL;

-- rule: document-in-future, error
-- A document signed after the report that cites it was loaded.
SELECT t.row, f.type || ' of ' || f.date || ', loaded ' || (t.latest - 1) AS says, t.quote, t.url
FROM unreviewed t JOIN documents f USING (fact_id) WHERE f.date > t.latest;

-- rule: document-of-other-article, error
-- An award or a leader that rests on a document of another article.
SELECT 'awards ' || f.fact_id AS row, 'document_id ' || f.document_id AS says, f.quote, NULL AS url
FROM awards f JOIN documents d ON d.fact_id = f.document_id WHERE d.article_id <> f.article_id
UNION ALL
SELECT 'leaderships ' || f.fact_id, 'document_id ' || f.document_id, f.quote, NULL
FROM leaderships f JOIN documents d ON d.fact_id = f.document_id WHERE d.article_id <> f.article_id;

-- rule: ranking-empty, error
-- A ranking with neither a place nor a score, or with one beyond what it is out of.
SELECT t.row, f.agency || coalesce(', place ' || f.position, '') || coalesce(', score ' || f.score, '') AS says, t.quote, t.url
FROM unreviewed t JOIN rankings f USING (fact_id)
WHERE (f.position IS NULL AND f.score IS NULL) OR f.position < 1 OR f.position > f.units OR f.score > f.max_score;

-- rule: implausible-year, warning
-- A year before 1948, when the emulation movement began, or more than two years ahead of the load.
SELECT row, 'year ' || year AS says, quote, url FROM unreviewed WHERE year < 1948 OR year > year(latest) + 2;

-- rule: meeting-after-report, warning
-- A meeting on a day after its report was published: announced, or a wrong date.
SELECT t.row, 'held ' || f.date || ', published ' || t.published AS says, t.quote, t.url
FROM unreviewed t JOIN meetings f USING (fact_id) WHERE f.date > t.published;

-- rule: meeting-long-after, warning
-- A meeting that reviews a year which ended more than a year before.
SELECT t.row, f.type || ' held ' || f.date || ' for ' || f.year AS says, t.quote, t.url
FROM unreviewed t JOIN meetings f USING (fact_id) WHERE f.type IN ('tổng kết', 'sơ kết') AND year(f.date) > f.year + 1;

-- rule: term-told-late, warning
-- A term that an authority decided, or a unit took over, for a year before that of the meeting or report: recalled or misread.
SELECT t.row, f.status || ' ' || t.day || ' for ' || f.year AS says, t.quote, t.url
FROM unreviewed t JOIN leaderships f USING (fact_id)
WHERE f.status IN ('appointed', 'assumed') AND f.year < year(t.day);

-- rule: term-far-ahead, warning
-- A term more than one year after the year of the meeting or report that tells it.
SELECT t.row, f.status || ' ' || t.day || ' for ' || f.year AS says, t.quote, t.url
FROM unreviewed t JOIN leaderships f USING (fact_id) WHERE f.year > year(t.day) + 1;

-- rule: two-leaders, warning
-- Two units said to lead one bloc in one year with no handover between: see the view conflicts.
SELECT 'terms ' || c.bloc_id || ' ' || c.year AS row,
    coalesce(c.agency, c.person) || ' / ' || coalesce(o.agency, o.person) AS says, o.quotes[1] AS quote, o.urls[1] AS url
FROM terms c JOIN terms o ON o.bloc_id = c.bloc_id AND o.year = c.year AND o.role = c.role AND NOT o.is_chosen
WHERE c.role = 'leader' AND c.is_disputed AND c.is_chosen AND c.verdict IS NULL;

-- rule: deputy-is-leader, warning
-- A unit said to be both leader and deputy of a bloc in one year.
SELECT 'terms ' || l.bloc_id || ' ' || l.year AS row, l.agency AS says, d.quotes[1] AS quote, d.urls[1] AS url
FROM terms l JOIN terms d ON d.bloc_id = l.bloc_id AND d.year = l.year AND d.agency_id = l.agency_id
    AND d.person IS NOT DISTINCT FROM l.person
WHERE l.role = 'leader' AND d.role = 'deputy' AND (l.verdict IS NULL OR d.verdict IS NULL);

-- rule: member-twice, warning
-- One article that lists a unit twice in a bloc: two units may have been taken for one.
SELECT 'memberships ' || min(f.fact_id) AS row, string_agg(f.agency, ' / ' ORDER BY f.agency) AS says, min(t.quote) AS quote,
    min(t.url) AS url
FROM unreviewed t JOIN memberships f USING (fact_id) WHERE f.agency_id IS NOT NULL
GROUP BY f.bloc_mention_id, f.year, f.agency_id HAVING count(*) > 1;

-- rule: member-of-two-blocs, warning
-- A unit listed in two blocs of one authority in one year: each belongs to one as a rule.
SELECT 'seats ' || s.agency_id || ' ' || s.year AS row, any_value(s.agency) || ': ' || string_agg(b.name, ' / ' ORDER BY b.name)
    AS says, min(s.quotes[1]) AS quote, min(s.urls[1]) AS url
FROM seats s JOIN blocs b USING (bloc_id) WHERE b.place_id IS NOT NULL AND s.year IS NOT NULL
GROUP BY s.agency_id, s.year, b.place_id, b.level, b.authority HAVING count(*) > 1;

-- rule: many-members, warning
-- A bloc with more than sixty members in a year: two blocs may have been taken for one.
SELECT 'seats ' || bloc_id || ' ' || year AS row, count(*) || ' members' AS says, min(quotes[1]) AS quote, min(urls[1]) AS url
FROM seats WHERE year IS NOT NULL GROUP BY bloc_id, year HAVING count(*) > 60;

-- rule: ended-agency, warning
-- An agency told of a year long after the one in which it ended, or before the one in which it began.
SELECT t.row, g.name || ', ' || coalesce(g.valid_from, '') || ' to ' || coalesce(g.valid_to, '') || ', told of ' || t.year AS says,
    t.quote, t.url
FROM unreviewed t JOIN agencies_told USING (fact_id) JOIN agencies g USING (agency_id)
WHERE t.year > TRY_CAST(g.valid_to[:4] AS INTEGER) + 1 OR t.year < TRY_CAST(g.valid_from[:4] AS INTEGER);

-- rule: ended-place, warning
-- A bloc of a place told of a year after the one in which the place ended, or before the one in which it began.
SELECT t.row, p.full_name || ', ' || coalesce(p.valid_from::VARCHAR, '') || ' to ' || coalesce(p.valid_to::VARCHAR, '')
    || ', told of ' || t.year AS says, t.quote, t.url
FROM unreviewed t JOIN blocs b USING (bloc_id) JOIN places p USING (place_id)
WHERE t.year > year(p.valid_to) OR t.year < year(p.valid_from);

-- rule: lineage-against-time, warning
-- A successor from before what it succeeds.
SELECT 'place_lineage ' || l.place_id || ' ' || l.successor_id AS row, 'from ' || l.day || ', ended ' || p.valid_to AS says,
    NULL AS quote, NULL AS url
FROM place_lineage l JOIN places p USING (place_id) JOIN places s ON s.place_id = l.successor_id
WHERE l.day < s.valid_from OR l.day < p.valid_from OR l.day > p.valid_to + 1
UNION ALL
SELECT 'bloc_lineage ' || l.bloc_id || ' ' || l.successor_id, s.name || ' from ' || s.first_year || ', ' || b.name || ' from '
    || b.first_year, NULL, NULL
FROM bloc_lineage l JOIN blocs b USING (bloc_id) JOIN blocs s ON s.bloc_id = l.successor_id WHERE s.first_year < b.first_year;

-- rule: odd-name, warning
-- A name that is empty, longer than 200 characters or broken over lines.
SELECT row, '“' || name[:80] || '”' AS says, quote, url FROM unreviewed JOIN (
    SELECT fact_id, name FROM bloc_mentions UNION ALL SELECT fact_id, name FROM agencies_told
    UNION ALL SELECT fact_id, person FROM leaderships UNION ALL SELECT fact_id, name FROM people
    UNION ALL SELECT fact_id, recipient FROM awards WHERE recipient_kind <> 'agency'
    UNION ALL SELECT fact_id, name FROM movements UNION ALL SELECT fact_id, name FROM initiatives
) USING (fact_id) WHERE trim(name) = '' OR length(name) > 200 OR contains(name, chr(10));

-- rule: unresolved, warning
-- A statement of which it is not known what bloc or agency it is about.
SELECT row, 'no bloc_id' AS says, quote, url FROM told WHERE bloc_mention_id IS NOT NULL AND bloc_id IS NULL
UNION ALL SELECT t.row, 'no id of ' || g.name, t.quote, t.url FROM unreviewed t JOIN agencies_told g USING (fact_id)
WHERE g.name IS NOT NULL AND g.agency_id IS NULL;

-- rule: source-unknown, warning
-- A site whose articles are here and which is not in the list of sources.
SELECT 'articles ' || min(article_id) AS row, source || ', ' || count(*) || ' articles' AS says, min(title) AS quote,
    min(coalesce(url, page_key)) AS url
FROM articles WHERE source NOT IN (SELECT source FROM sources) AND EXISTS (FROM sources) GROUP BY source;

-- rule: run-broken-off, warning
-- A load that did not come to its end: some of its pages may be missing.
SELECT 'runs ' || run_id AS row, command || ', begun ' || started AS says, NULL AS quote, NULL AS url FROM runs
WHERE finished IS NULL;

-- rule: review-of-nothing, warning
-- A decision on a fact that is no longer told: it waits for the day when it is told again.
SELECT 'reviews ' || review_id AS row, verdict || ' ' || "left" AS says, note AS quote, NULL AS url
FROM reviews ANTI JOIN statements ON fact_id = "left" WHERE target = 'fact';
