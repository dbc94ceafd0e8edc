package org.mandate.interests;

import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.DutySource;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the conflicts of interest guardian where they begin how many declarations of
 * others nobody has reviewed.
 */
@Component
@Order(30)
class DeclarationsToReview implements DutySource {

	private final JdbcClient jdbc;

	DeclarationsToReview(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Duty> duties(Member member) {
		if (!member.is(Role.CONFLICTS_GUARDIAN)) {
			return List.of();
		}
		int waiting = this.jdbc.sql("""
				select count(*) from interest i
				join lateral (select number from interest_version where interest_id = i.id
					order by position desc limit 1) v on true
				where i.person_id <> :person and not exists (select from interest_review r
					where r.interest_id = i.id and r.version_number = v.number)
				""").param("person", member.id().id()).query(Integer.class).single();
		return (waiting == 0) ? List.of() : List.of(new Duty("Review declarations of interest", "/interests/register",
				(waiting == 1) ? "1 waits for you" : waiting + " wait for you", null, null));
	}

}
