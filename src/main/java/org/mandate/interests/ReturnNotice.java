package org.mandate.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.NoticeSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a member where they begin that their return of interests is overdue or old.
 */
@Component
class ReturnNotice implements NoticeSource {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final JdbcClient jdbc;

	private final Clock clock;

	ReturnNotice(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Standing(LocalDate dueOn, @Nullable Instant last) {
	}

	@Override
	public Optional<Notice> notice(Member member) {
		return this.jdbc.sql("""
				select p.joined_at, greatest(
					(select max(made_at) from interest_return where person_id = p.id),
					(select max(v.declared_at) from interest i join interest_version v on v.interest_id = i.id
						where i.person_id = p.id)) as last
				from person p where p.id = :person
				""")
			.param("person", member.id().id())
			.query(ReturnNotice::standing)
			.optional()
			.flatMap((standing) -> notice(standing, InterestVersion.day(this.clock.instant())));
	}

	private static Standing standing(ResultSet row, int number) throws SQLException {
		OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
		LocalDate joined = InterestVersion.day(row.getObject("joined_at", OffsetDateTime.class).toInstant());
		return new Standing(joined.plusDays(InterestVersion.DAYS_TO_DECLARE), (last != null) ? last.toInstant() : null);
	}

	private static Optional<Notice> notice(Standing standing, LocalDate today) {
		return switch (Holder.State.of(standing.last(), standing.dueOn(), today)) {
			case OVERDUE -> Optional.of(new Notice(
					"Your return of interests is overdue: it was due on " + DAY.format(standing.dueOn())
							+ ". Declare what you have, or that you have none.",
					"Declare your interests", "/interests"));
			case OLD -> Optional.of(new Notice(
					"Your return of interests is older than six months. Change what is no longer right, or confirm "
							+ "that all is.",
					"Look through your interests", "/interests"));
			case NONE, CURRENT, LEFT -> Optional.empty();
		};
	}

}
