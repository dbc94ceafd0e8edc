package org.mandate.recommendations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.interests.Interests;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows which recommendations somebody may not read before they have said whether their
 * interests touch them, for pages that show many at once. {@link TouchingInterests} asks
 * them.
 */
@Component
public class UnreadRecommendations {

	private final Interests interests;

	private final JdbcClient jdbc;

	UnreadRecommendations(Interests interests, JdbcClient jdbc) {
		this.interests = interests;
		this.jdbc = jdbc;
	}

	/**
	 * The appraisals whose recommendation somebody is asked about first. At most two
	 * statements, none for who does not sit on the governing body.
	 */
	@Transactional(readOnly = true)
	public Set<AppraisalId> of(Member member) {
		Map<UUID, Integer> standing = TouchingInterests.sits(member) ? this.interests.standing(member.id()) : Map.of();
		if (standing.isEmpty()) {
			return Set.of();
		}
		Map<UUID, Set<Map.Entry<UUID, Integer>>> answered = new HashMap<>();
		this.jdbc
			.sql("""
					select r.appraisal_id, t.interest_id, t.interest_version
					from (select distinct on (appraisal_id) appraisal_id, id from recommendation
						order by appraisal_id, number desc) r
					left join touching_interest t on t.recommendation_id = r.id and t.person_id = :person
						and not exists (select from touching_interest later where later.recommendation_id = t.recommendation_id
							and later.interest_id = t.interest_id and later.position > t.position)
					""")
			.param("person", member.id().id())
			.query((row) -> {
				Set<Map.Entry<UUID, Integer>> answers = answered
					.computeIfAbsent(row.getObject("appraisal_id", UUID.class), (id) -> new HashSet<>());
				UUID interest = row.getObject("interest_id", UUID.class);
				if (interest != null) {
					answers.add(Map.entry(interest, row.getInt("interest_version")));
				}
			});
		return answered.entrySet()
			.stream()
			.filter((each) -> !each.getValue().containsAll(standing.entrySet()))
			.map((each) -> new AppraisalId(each.getKey()))
			.collect(Collectors.toSet());
	}

}
