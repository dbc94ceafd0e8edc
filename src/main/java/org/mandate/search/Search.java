package org.mandate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.recommendations.UnreadRecommendations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks through what the current organisation has recorded. Nothing of a ballot is
 * searched, and nothing of a recommendation of whose reader it is not known yet whether
 * their interests touch it.
 */
@Component
public class Search {

	/** Most hits of one kind on a page. */
	public static final int PAGE = 20;

	private static final int LAST_PAGE = 500;

	private static final String WHOLE = "StartSel=\"" + Extract.START + "\", StopSel=\"" + Extract.END
			+ "\", HighlightAll=true";

	private static final String PIECES = "StartSel=\"" + Extract.START + "\", StopSel=\"" + Extract.END
			+ "\", MaxFragments=2, MaxWords=28, MinWords=10, FragmentDelimiter=\" … \"";

	private final JdbcClient jdbc;

	private final Appraisals appraisals;

	private final UnreadRecommendations unread;

	Search(JdbcClient jdbc, Appraisals appraisals, UnreadRecommendations unread) {
		this.jdbc = jdbc;
		this.appraisals = appraisals;
		this.unread = unread;
	}

	/**
	 * Look for something. At most eight statements.
	 * @param query what for
	 * @param only the one kind to look through; null for all
	 * @param page of the hits of that kind, from 1
	 * @param reader who looks
	 */
	@Transactional(readOnly = true)
	public Found find(Query query, @Nullable Kind only, int page, Member reader) {
		if (query.blank()) {
			return new Found(false, List.of(), List.of());
		}
		Set<AppraisalId> unread = this.unread.of(reader);
		boolean searchable = this.jdbc.sql(SearchSql.SEARCHABLE)
			.param("words", query.words())
			.param("beginnings", query.beginnings())
			.query(Boolean.class)
			.single();
		List<Found.Group> groups = new ArrayList<>();
		for (Kind kind : (only != null) ? List.of(only) : List.of(Kind.values())) {
			if (searchable || kind == Kind.PRACTICES) {
				Found.Group group = group(query, kind, Math.clamp(page, 1, LAST_PAGE), unread);
				if (!group.hits().isEmpty()) {
					groups.add(group);
				}
			}
		}
		return new Found(searchable, groups, unread.isEmpty() ? List.of() : years(unread));
	}

	private List<Found.Year> years(Set<AppraisalId> unread) {
		return this.appraisals.all()
			.stream()
			.filter((appraisal) -> unread.contains(appraisal.id()))
			.map((AppraisalSummary appraisal) -> new Found.Year(appraisal.year().label(),
					appraisal.path() + "/recommendation"))
			.toList();
	}

	private Found.Group group(Query query, Kind kind, int page, Set<AppraisalId> unread) {
		JdbcClient.StatementSpec asked = this.jdbc.sql(SearchSql.of(kind))
			.param("words", query.words())
			.param("beginnings", query.beginnings())
			.param("whole", WHOLE)
			.param("pieces", PIECES)
			.param("limit", PAGE + 1)
			.param("offset", (page - 1) * PAGE);
		if (kind == Kind.PAPERS) {
			asked = asked.param("unread", unread.stream().map(AppraisalId::id).toArray(UUID[]::new));
		}
		if (kind == Kind.PRACTICES) {
			asked = asked.param("code", query.code()).param("part", query.part());
		}
		List<Found.Hit> hits = asked
			.query((row, number) -> new Found.Hit(row.getString("title"), row.getString("path"),
					Extract.of(row.getString("extract"))))
			.list();
		return new Found.Group(kind, hits.subList(0, Math.min(PAGE, hits.size())), page, hits.size() > PAGE);
	}

}
