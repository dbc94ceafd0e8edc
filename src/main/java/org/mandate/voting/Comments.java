package org.mandate.voting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comments and concerns that localities recorded with their votes. None is ever deleted:
 * one that is withdrawn stays on the record with who withdrew it and when.
 */
@Component
public class Comments {

	private final Ballots ballots;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Comments(Ballots ballots, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.ballots = ballots;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * All comments on a ballot, withdrawn ones too, by locality and oldest first. One
	 * statement, whatever their number.
	 */
	@Transactional(readOnly = true)
	public List<Comment> of(BallotId ballot) {
		return this.jdbc.sql("""
				select c.*, u.name as locality from return_comment c
				join ballot_unit u on u.ballot_id = c.ballot_id and u.slug = c.unit
				where c.ballot_id = :ballot order by u.position, c.recorded_at, c.id
				""").param("ballot", ballot.id()).query(Comments::comment).list();
	}

	/** The comments on a ballot of one of its localities. One statement. */
	@Transactional(readOnly = true)
	public List<Comment> of(BallotId ballot, String unit) {
		return of(ballot).stream().filter((comment) -> comment.unit().equals(unit)).toList();
	}

	/**
	 * Record a comment of a locality. The same form sent twice makes one comment.
	 * @param place the locality's return
	 * @param form identity of the form it was typed into
	 * @param theme what it is about
	 * @param words the comment
	 * @throws NotYourLocality if the person answers for another locality
	 */
	@Transactional
	public void record(Returns.Place place, UUID form, Theme theme, String words, Member by) {
		Ballot ballot = ballot(place, by);
		Instant now = this.clock.instant();
		boolean recorded = insert(form, ballot.id(), place.unit(), theme, words, now, by);
		if (!recorded) {
			if (of(ballot.id(), place.unit()).stream()
				.anyMatch((comment) -> comment.theme() == theme && comment.words().equals(words))) {
				return;
			}
			insert(UUID.randomUUID(), ballot.id(), place.unit(), theme, words, now, by);
		}
		event("comment.recorded", "Recorded a comment of %s on ballot %d: %s", ballot, place, theme, words);
	}

	private boolean insert(UUID id, BallotId ballot, String unit, Theme theme, String words, Instant now, Member by) {
		return this.jdbc.sql("""
				insert into return_comment (id, ballot_id, unit, theme, words, recorded_at, recorded_by)
				values (:id, :ballot, :unit, :theme, :words, :at, :by) on conflict (organisation_id, id) do nothing
				""")
			.param("id", id)
			.param("ballot", ballot.id())
			.param("unit", unit)
			.param("theme", theme.name())
			.param("words", words)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by.name())
			.update() == 1;
	}

	/**
	 * Withdraw a comment of a locality. It stays on the record; doing it again changes
	 * nothing.
	 * @throws NotFound if the locality has no such comment on this ballot
	 * @throws NotYourLocality if the person answers for another locality
	 */
	@Transactional
	public void withdraw(Returns.Place place, UUID id, Member by) {
		Ballot ballot = ballot(place, by);
		Comment comment = of(ballot.id(), place.unit()).stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such comment of this locality"));
		int withdrawn = this.jdbc.sql(
				"update return_comment set withdrawn_at = :at, withdrawn_by = :by where id = :id and withdrawn_at is null")
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by.name())
			.param("id", id)
			.update();
		if (withdrawn == 1) {
			event("comment.withdrawn", "Withdrew a comment of %s on ballot %d: %s", ballot, place, comment.theme(),
					comment.words());
		}
	}

	private Ballot ballot(Returns.Place place, Member by) {
		Ballot ballot = this.ballots.findByAppraisalAndNumber(place.appraisal().id(), place.ballot())
			.orElseThrow(() -> new NotFound("There is no ballot " + place.ballot()));
		BallotUnit unit = ballot.unit(place.unit());
		boolean directs = unit.locality() != null && by.directs(unit.locality());
		if (!by.is(Role.COMMISSIONING_MANAGER) && !directs) {
			throw new NotYourLocality(unit.name(), by.localityName());
		}
		return ballot;
	}

	private void event(String action, String summary, Ballot ballot, Returns.Place place, Theme theme, String words) {
		this.events.publishEvent(new VotingEvent(action, ballot.appraisal().id(),
				summary.formatted(ballot.unit(place.unit()).name(), ballot.number(), theme.label()), null,
				Map.of("comment", words)));
	}

	private static Comment comment(ResultSet row, int number) throws SQLException {
		return new Comment(row.getObject("id", UUID.class), row.getString("unit"), row.getString("locality"),
				Theme.valueOf(row.getString("theme")), row.getString("words"),
				Objects.requireNonNull(act(row, "recorded")), act(row, "withdrawn"));
	}

	private static @Nullable Act act(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return (at != null) ? new Act(at.toInstant(), row.getString(what + "_by")) : null;
	}

}
