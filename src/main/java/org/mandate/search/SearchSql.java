package org.mandate.search;

/**
 * What is looked through, kind by kind. Each finds the hits of a page first and cuts
 * extracts of those alone. Row level security keeps everything to the organisation.
 */
final class SearchSql {

	/** The query as typed, or with its last word as the beginning of one. */
	private static final String QUERY = """
			with q as (select websearch_to_tsquery('english', :words) || to_tsquery('english', :beginnings) as english)
			""";

	private static final String PAGE = " limit :limit offset :offset";

	/** A short text stands whole. */
	private static final String MARKS = "case when length(text) < 300 then :whole else :pieces end";

	private static final String HEADLINE = ", ts_headline('english', text, q.english, " + MARKS + ") as extract ";

	static final String SEARCHABLE = QUERY + "select numnode(english) > 0 from q";

	/** An appraisal by its year, and what is recorded in it. */
	private static final String APPRAISALS = QUERY
			+ """
					, record as (
						select a.year, a.speaks_for, 0 as place, 'Appraisal' as title, '' as path,
							'Appraisal ' || replace(a.year, '-', '/') || ' ' || a.year as text
						from appraisal a
						union all
						select a.year, a.speaks_for, 1, 'What we do today', '/comparison', c.wording || '. ' || c.evidence
						from current_level c join appraisal a on a.organisation_id = c.organisation_id and a.id = c.appraisal_id
						union all
						select a.year, a.speaks_for, 2, 'Option', '/options',
							concat_ws('. ', o.name, o.summary, o.reason, o.source)
						from appraisal_option o join appraisal a on a.organisation_id = o.organisation_id and a.id = o.appraisal_id
						union all
						select a.year, a.speaks_for, 3, 'Opportunities and threats', '/considerations', c.text
						from consideration c join appraisal a on a.organisation_id = c.organisation_id and a.id = c.appraisal_id
						where c.withdrawn_reason is null
						union all
						select a.year, a.speaks_for, 4, 'Risk ' || r.number || ': ' || r.title, '/risks/' || r.number,
							concat_ws('. ', r.title, r.description, r.mitigation)
						from risk r join appraisal a on a.organisation_id = r.organisation_id and a.id = r.appraisal_id
						where r.withdrawn_reason is null
						union all
						select a.year, a.speaks_for, 5, 'Implications: ' || case subject when 'IT' then subject
								else left(subject, 1) || lower(replace(substr(subject, 2), '_', ' ')) end, '/implications', s.text
						from appraisal_statement s
						join appraisal a on a.organisation_id = s.organisation_id and a.id = s.appraisal_id
						union all
						select a.year, a.speaks_for, 6, 'The executive’s view', '/voices', v.text
						from executive_view v join appraisal a on a.organisation_id = v.organisation_id and a.id = v.appraisal_id
					), hit as (
						select record.* from record, q where to_tsvector('english', text) @@ q.english
						order by place > 0, ts_rank(to_tsvector('english', text), q.english) desc, speaks_for desc, place, text
					"""
			+ PAGE + """
					)
					select title || case when place = 0 then ' for ' else ', ' end || replace(year, '-', '/') as title,
						'/appraisals/' || year || path as path
					""" + HEADLINE + "from hit, q";

	/**
	 * The text of the current recommendation until it is sealed, and every sealed paper.
	 */
	private static final String PAPERS = QUERY
			+ """
					, record as (
						select a.year, 'Recommendation for ' || replace(a.year, '-', '/') || ', version ' || v.number as title,
							'/recommendation' as path, v.written_at as at, v.wording || ' ' || coalesce(v.rationale, '') || ' '
								|| coalesce(v.review, '') as text,
							to_tsvector('english', v.wording || ' ' || coalesce(v.rationale, '') || ' ' || coalesce(v.review, '')) as words
						from appraisal a
						join lateral (select * from recommendation r where r.appraisal_id = a.id order by r.number desc limit 1) r on true
						join lateral (select * from recommendation_version v where v.recommendation_id = r.id
							order by v.position desc limit 1) v on true
						where not exists (select from recommendation_resolution d where d.recommendation_id = r.id)
							and not (a.id = any(cast(:unread as uuid[])))
						union all
						select a.year, 'Sealed paper ' || s.number || ' for ' || replace(a.year, '-', '/'), '/papers/' || s.number,
							s.sealed_at, s.content, s.words
						from sealed_paper s join appraisal a on a.organisation_id = s.organisation_id and a.id = s.appraisal_id
						where not (a.id = any(cast(:unread as uuid[])))
					), found as (
						select record.* from record, q where words @@ q.english
						order by ts_rank(words, q.english) desc, at desc
					"""
			+ PAGE
			+ """
					), hit as (
						select year, title, path, case when path like '/papers/%' then paper_text(text) else text end as text
						from found
					)
					select title, '/appraisals/' || year || path as path
					"""
			+ HEADLINE + "from hit, q";

	/** Items of meetings that were not cancelled. */
	private static final String DECISIONS = QUERY + """
			, record as (
				select m.id as meeting, i.id as item, m.held_on, coalesce(i.reference || ' ', '') || i.title as title,
					m.committee_name, concat_ws('. ', i.reference, i.title, i.motion, i.put_wording, i.amended_wording,
						i.options, i.put_options, i.reason, i.notes, m.committee_name) as text
				from meeting_item i join meeting m on m.organisation_id = i.organisation_id and m.id = i.meeting_id
				where i.withdrawn_reason is null and m.state <> 'CANCELLED'
			), hit as (
				select record.* from record, q where to_tsvector('english', text) @@ q.english
				order by ts_rank(to_tsvector('english', text), q.english) desc, held_on desc, item
			""" + PAGE + """
			)
			select title || ', ' || committee_name || ', ' || trim(to_char(held_on, 'FMDD')) || ' '
					|| trim(to_char(held_on, 'FMMonth YYYY')) as title,
				'/meetings/' || meeting || '/items/' || item as path
			""" + HEADLINE + "from hit, q";

	/** Practices by code, by any part of the name, and by words of the name. */
	private static final String PRACTICES = """
			with q as (select websearch_to_tsquery('simple', :words) || to_tsquery('simple', :beginnings) as english)
			, hit as (
				select p.code, p.name, p.name || ', ' || p.postcode || coalesce(', ' || l.name, '') as text
				from practice p
				left join practice_membership m on m.organisation_id = p.organisation_id and m.practice_id = p.id
					and m.until is null
				left join locality l on l.organisation_id = m.organisation_id and l.id = m.locality_id, q
				where (:code <> '' and p.code like :code || '%') or p.name ilike :part
					or to_tsvector('simple', p.name) @@ q.english
				order by p.code = :code desc, p.name, p.code
			""" + PAGE + """
			)
			select name || ' (' || code || ')' as title, '/practices/' || code as path,
				ts_headline('simple', text, q.english,
			""" + MARKS + """
			) as extract
			from hit, q
			""";

	private SearchSql() {
	}

	static String of(Kind kind) {
		return switch (kind) {
			case APPRAISALS -> APPRAISALS;
			case PAPERS -> PAPERS;
			case DECISIONS -> DECISIONS;
			case PRACTICES -> PRACTICES;
		};
	}

}
