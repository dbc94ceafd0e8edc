package org.mandate.register;

import java.util.ArrayList;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.DutySource;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the administrator where they begin what the register and the people lack:
 * practices, their localities, and invitations that nobody has taken up.
 */
@Component
@Order(40)
class RegisterDuties implements DutySource {

	private final JdbcClient jdbc;

	RegisterDuties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Lacking(int practices, int unplaced, int invited) {
	}

	@Override
	public List<Duty> duties(Member member) {
		if (!member.is(Role.ADMINISTRATOR)) {
			return List.of();
		}
		Lacking lacking = this.jdbc.sql("""
				select (select count(*) from practice_membership where until is null) as practices,
					(select count(*) from practice_membership where until is null and locality_id is null) as unplaced,
					(select count(distinct i.person_id) from invitation i join person p on p.id = i.person_id
						where i.used_at is null and p.password_hash is null and p.deactivated_at is null) as invited
				""")
			.query((row, at) -> new Lacking(row.getInt("practices"), row.getInt("unplaced"), row.getInt("invited")))
			.single();
		List<Duty> duties = new ArrayList<>();
		if (lacking.practices() == 0) {
			duties.add(new Duty("Import the practices", "/practices/imports", "The register is empty", null, null));
		}
		if (lacking.unplaced() > 0) {
			duties.add(new Duty("Give practices a locality", "/practices",
					(lacking.unplaced() == 1) ? "1 practice has none" : lacking.unplaced() + " practices have none",
					null, null));
		}
		if (lacking.invited() > 0) {
			duties.add(new Duty("Look after invitations", "/people", (lacking.invited() == 1)
					? "1 person has not taken theirs up" : lacking.invited() + " people have not taken theirs up", null,
					null));
		}
		return duties;
	}

}
