package org.mandate.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.LinkSecret;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.meetings.MeetingDays;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret links to the calendar of an appraisal: made, revoked, and read by whoever has
 * one. A link that was revoked and one that never was are the same to whoever asks.
 */
@Component
public class CalendarLinks {

	private static final String UNKNOWN = "There is no such calendar.";

	private final JdbcClient jdbc;

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	private final MeetingDays meetings;

	private final CalendarWriter writer;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	private final Clock clock;

	CalendarLinks(JdbcClient jdbc, Appraisals appraisals, Deadlines deadlines, MeetingDays meetings,
			CalendarWriter writer, ApplicationEventPublisher events, ActorSource actors, Clock clock) {
		this.jdbc = jdbc;
		this.appraisals = appraisals;
		this.deadlines = deadlines;
		this.meetings = meetings;
		this.writer = writer;
		this.events = events;
		this.actors = actors;
		this.clock = clock;
	}

	/** Whether somebody may make and revoke links. */
	static boolean mayKeep(Member member) {
		return member.is(Role.COMMISSIONING_MANAGER) || member.is(Role.ADMINISTRATOR);
	}

	/** Every link of an appraisal, those that hold first, then the latest. */
	@Transactional(readOnly = true)
	List<CalendarLink> of(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select * from calendar_link where appraisal_id = :appraisal
				order by revoked_at is not null, made_at desc, id
				""").param("appraisal", appraisal.id().id()).query(CalendarLinks::link).list();
	}

	/**
	 * Make a link.
	 * @param model key of the model for whose plan
	 * @param purpose for whom or what, 1 to 200 characters
	 * @return its secret, which is told this once
	 */
	@Transactional
	LinkSecret make(AppraisalSummary appraisal, String model, String purpose) {
		String name = this.deadlines.edition(appraisal).model(model).name();
		LinkSecret secret = LinkSecret.random();
		this.jdbc.sql("""
				insert into calendar_link (id, appraisal_id, secret_hash, model, purpose, made_by, made_at)
				values (:id, :appraisal, :hash, :model, :purpose, :by, :now)
				""")
			.param("id", UUID.randomUUID())
			.param("appraisal", appraisal.id().id())
			.param("hash", secret.sha256())
			.param("model", model)
			.param("purpose", purpose)
			.param("by", this.actors.current().name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.events.publishEvent(new DeadlineEvent("deadlines.calendar-link", appraisal.id().id(),
				"Made a secret link to the calendar for " + purpose, Map.of("model", name)));
		return secret;
	}

	/**
	 * Revoke a link; one that was revoked before stays as it is.
	 * @throws NotFound if the appraisal has no such link
	 */
	@Transactional
	void revoke(AppraisalSummary appraisal, UUID id) {
		CalendarLink link = this.jdbc
			.sql("select * from calendar_link where appraisal_id = :appraisal and id = :id for update")
			.param("appraisal", appraisal.id().id())
			.param("id", id)
			.query(CalendarLinks::link)
			.optional()
			.orElseThrow(() -> new NotFound("There is no such link."));
		if (!link.isOpen()) {
			return;
		}
		this.jdbc.sql("update calendar_link set revoked_by = :by, revoked_at = :now where id = :id")
			.param("by", this.actors.current().name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
		this.events.publishEvent(new DeadlineEvent("deadlines.calendar-link-revoked", appraisal.id().id(),
				"Revoked the secret link to the calendar for " + link.purpose(), Map.of()));
	}

	/**
	 * The calendar behind a secret.
	 * @throws NotFound if there is none, or none any more
	 */
	@Transactional(readOnly = true)
	String calendar(LinkSecret secret) {
		CalendarLink link = this.jdbc
			.sql("select * from calendar_link where secret_hash = :hash and revoked_at is null")
			.param("hash", secret.sha256())
			.query(CalendarLinks::link)
			.optional()
			.orElseThrow(() -> new NotFound(UNKNOWN));
		AppraisalSummary appraisal = this.appraisals.one(new AppraisalId(link.appraisal()));
		Plan plan = this.deadlines.plan(appraisal, link.model(), AsAt.now(this.clock));
		MeetingDays.Revision revision = this.meetings.revision();
		LeadTimeStore.Kept kept = this.deadlines.kept(appraisal).orElse(null);
		Instant changed = link.madeAt();
		if (revision.last() != null && revision.last().isAfter(changed)) {
			changed = revision.last();
		}
		if (kept != null && kept.savedAt().isAfter(changed)) {
			changed = kept.savedAt();
		}
		long sequence = revision.changes() + ((kept != null) ? kept.version() + 1 : 0);
		return this.writer.write(plan, this.meetings.governingBodies(), changed,
				(int) Math.min(sequence, Integer.MAX_VALUE));
	}

	private static CalendarLink link(ResultSet row, int number) throws SQLException {
		OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
		return new CalendarLink(row.getObject("id", UUID.class), row.getObject("appraisal_id", UUID.class),
				row.getString("model"), row.getString("purpose"), row.getString("made_by"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("revoked_by"),
				(revoked != null) ? revoked.toInstant() : null);
	}

}
