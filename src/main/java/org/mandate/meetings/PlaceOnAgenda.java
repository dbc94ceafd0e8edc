package org.mandate.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;
import org.mandate.recommendations.AgendaPlace;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the recommendation of an appraisal on the agenda of the latest meeting that was
 * not cancelled.
 */
@Component
class PlaceOnAgenda implements AgendaPlace {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final JdbcClient jdbc;

	PlaceOnAgenda(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Place> of(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select m.id as meeting_id, m.committee_name, m.held_on, m.state, i.id as item_id, i.number
				from meeting_item i join meeting m on m.organisation_id = i.organisation_id and m.id = i.meeting_id
				where i.appraisal_id = :appraisal and i.withdrawn_reason is null and m.state <> 'CANCELLED'
				order by m.held_on desc, m.starts_at desc nulls last, m.id limit 1
				""").param("appraisal", appraisal.id()).query(PlaceOnAgenda::place).optional();
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		LocalDate heldOn = row.getObject("held_on", LocalDate.class);
		return new Place(
				"%s, %s, item %d".formatted(row.getString("committee_name"), heldOn.format(DAY), row.getInt("number")),
				"/meetings/%s/items/%s".formatted(row.getString("meeting_id"), row.getString("item_id")),
				Meeting.State.valueOf(row.getString("state")) == Meeting.State.CLOSED, heldOn);
	}

}
