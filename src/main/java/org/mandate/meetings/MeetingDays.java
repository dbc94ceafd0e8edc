package org.mandate.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;
import org.mandate.forms.London;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When committees meet, told as milestones of an appraisal: from the year before the one
 * that it is for until that has ended. Cancelled meetings are not told.
 */
@Component
public class MeetingDays implements MilestoneSource {

	private final JdbcClient jdbc;

	MeetingDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How often what is known of all meetings has changed.
	 *
	 * @param changes grows with each meeting that is called and each change of one
	 * @param last when it changed last; null where no meeting was called
	 */
	public record Revision(long changes, @Nullable Instant last) {
	}

	@Override
	@Transactional(readOnly = true)
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		return this.jdbc
			.sql("""
					select m.id, m.committee_name, m.held_on, m.starts_at, m.place, exists (select from meeting_item i
						where i.meeting_id = m.id and i.appraisal_id = :appraisal and i.withdrawn_reason is null) as taken_up
					from meeting m
					where m.state <> 'CANCELLED' and m.held_on between :first and :last
					order by m.held_on, m.starts_at, m.committee_name
					""")
			.param("appraisal", appraisal.id().id())
			.param("first", appraisal.year().first().minusYears(1))
			.param("last", appraisal.year().last())
			.query((row, number) -> milestone(row.getString("id"), row.getString("committee_name"),
					row.getObject("held_on", LocalDate.class), row.getString("starts_at"),
					row.getBoolean("taken_up") ? "The recommendation is on its agenda." : null))
			.list();
	}

	private static Milestone milestone(String id, String committee, LocalDate on, @Nullable String at,
			@Nullable String detail) {
		String title = "Meeting of the " + committee;
		String path = "/meetings/" + id;
		return (at != null)
				? Milestone.at(Milestone.Kind.MEETING, committee,
						on.atTime(LocalTime.parse(at)).atZone(London.ZONE).toInstant(), title, detail, path)
				: Milestone.on(Milestone.Kind.MEETING, committee, on, title, detail, path);
	}

	/** The names under which governing bodies met or are to meet. One statement. */
	@Transactional(readOnly = true)
	public Set<String> governingBodies() {
		return this.jdbc.sql("""
				select distinct m.committee_name from meeting m
				join committee c on c.organisation_id = m.organisation_id and c.id = m.committee_id
				where c.kind = 'GOVERNING_BODY'
				""").query((row, number) -> row.getString("committee_name")).set();
	}

	/** How often what is known of all meetings has changed. One statement. */
	@Transactional(readOnly = true)
	public Revision revision() {
		return this.jdbc.sql("select coalesce(sum(version + 1), 0) as changes, max(recorded_at) as last from meeting")
			.query((row, number) -> {
				OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
				return new Revision(row.getLong("changes"), (last != null) ? last.toInstant() : null);
			})
			.single();
	}

}
