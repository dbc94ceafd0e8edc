package org.mandate.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.DutySource;
import org.mandate.forms.London;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the chair where they begin which meetings are called or open.
 */
@Component
@Order(20)
class MeetingsToChair implements DutySource {

	private final JdbcClient jdbc;

	private final Clock clock;

	MeetingsToChair(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Duty> duties(Member member) {
		if (!member.is(Role.CHAIR)) {
			return List.of();
		}
		LocalDate today = LocalDate.now(this.clock.withZone(London.ZONE));
		return this.jdbc.sql("""
				select id, committee_name, held_on, state from meeting
				where state in ('CALLED', 'OPEN') order by held_on, committee_name limit 5
				""").query((row, at) -> duty(row, today)).list();
	}

	private static Duty duty(ResultSet row, LocalDate today) throws SQLException {
		LocalDate on = Objects.requireNonNull(row.getObject("held_on", LocalDate.class));
		boolean open = row.getString("state").equals("OPEN");
		String hint = open ? "The meeting is open"
				: on.isBefore(today) ? "Its day has passed, and its record is not begun" : "Called";
		return new Duty("Chair the meeting of %s, %s".formatted(row.getString("committee_name"), London.date(on)),
				"/meetings/" + row.getObject("id", UUID.class), hint, on, null);
	}

}
