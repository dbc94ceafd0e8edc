package org.mandate.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.ActorSource;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The committees of the current organisation. Whoever changes one, or a seat of it, waits
 * for whoever is changing it already.
 */
@Component
public class Committees {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final CommitteeRecords records;

	private final CommitteeReader reader;

	private final ActorSource actors;

	private final Trail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Committees(CommitteeRecords records, CommitteeReader reader, ActorSource actors, Trail trail, JdbcClient jdbc,
			Clock clock) {
		this.records = records;
		this.reader = reader;
		this.actors = actors;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The day it is in London. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** Every committee with its seats, the withdrawn ones last. Two statements. */
	@Transactional(readOnly = true)
	public List<Committee> all() {
		return this.reader.all();
	}

	/**
	 * One committee with its seats. Two statements.
	 * @throws NotFound if the organisation has no such committee
	 */
	@Transactional(readOnly = true)
	public Committee one(CommitteeId id) {
		return read(id.id());
	}

	/**
	 * The names of the committees on which members of the organisation hold a seat on a
	 * day, by id of the person. One statement.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, List<String>> seated(LocalDate day) {
		Map<UUID, List<String>> seated = new HashMap<>();
		this.jdbc.sql("""
				select distinct h.person_id, lower(c.name), c.name from committee_holder h
				join committee_seat s on s.organisation_id = h.organisation_id and s.id = h.seat_id
				join committee c on c.organisation_id = s.organisation_id and c.id = s.committee_id
				where h.person_id is not null and :day between h.from_on and coalesce(h.to_on, :day)
					and h.withdrawn_reason is null and s.withdrawn_reason is null and c.withdrawn_reason is null
				order by h.person_id, lower(c.name), c.name
				""").param("day", day).query((row) -> {
			seated.computeIfAbsent(row.getObject("person_id", UUID.class), (id) -> new ArrayList<>())
				.add(row.getString("name"));
		});
		return seated;
	}

	/**
	 * Set up a committee, without seats.
	 * @throws CommitteeRefused if one of that name stands
	 */
	@Transactional
	public CommitteeId establish(CommitteeStatement statement) {
		requireFree(statement.name(), null);
		CommitteeId id = new CommitteeId(UUID.randomUUID());
		this.records.save(new CommitteeRecord(id, statement, this.actors.current().name(), this.clock.instant()));
		return id;
	}

	/** Record when a committee is quorate. */
	@Transactional
	public void rule(CommitteeId id, Quorum quorum) {
		CommitteeRecord known = standing(id, null);
		known.change(quorum, this.actors.current().name(), this.clock.instant());
		this.records.save(known);
	}

	/** Record it unless somebody else changed the committee meanwhile. */
	@Transactional
	void rule(CommitteeId id, Quorum quorum, int seen) {
		CommitteeRecord known = standing(id, seen);
		known.change(quorum, this.actors.current().name(), this.clock.instant());
		this.records.save(known);
	}

	/**
	 * Leave a committee without a quorum unless somebody else changed it meanwhile.
	 * @throws CommitteeRefused if it has none
	 */
	@Transactional
	void removeQuorum(CommitteeId id, String reason, int seen) {
		CommitteeRecord known = standing(id, seen);
		known.removeQuorum(reason, this.actors.current().name(), this.clock.instant());
		this.records.save(known);
	}

	/** Change what is recorded of a committee unless somebody else did so meanwhile. */
	@Transactional
	void change(CommitteeId id, CommitteeStatement statement, int seen) {
		CommitteeRecord known = standing(id, seen);
		requireFree(statement.name(), id);
		known.change(statement, this.actors.current().name(), this.clock.instant());
		this.records.save(known);
	}

	/** Withdraw a committee; what was recorded of it stays. */
	@Transactional
	void withdraw(CommitteeId id, String reason) {
		CommitteeRecord known = standing(id, null);
		known.withdraw(reason, this.actors.current().name(), this.clock.instant());
		this.records.save(known);
	}

	/**
	 * What happened to a committee, newest first: one more than a page if there is more.
	 */
	@Transactional(readOnly = true)
	List<Trail.Entry> history(CommitteeId id, int page, int size) {
		return this.trail.events(id.id(), page, size);
	}

	private CommitteeRecord standing(CommitteeId id, @Nullable Integer seen) {
		lock(this.jdbc, id);
		CommitteeRecord known = this.records.findById(id).orElseThrow(() -> unknown());
		requireStanding(known.stands());
		if (seen != null && !known.isVersion(seen)) {
			throw new ChangedMeanwhile();
		}
		return known;
	}

	private Committee read(UUID id) {
		return this.reader.one(id).orElseThrow(() -> unknown());
	}

	private void requireFree(String name, @Nullable CommitteeId but) {
		boolean taken = this.reader.all()
			.stream()
			.anyMatch((each) -> each.stands() && each.name().equalsIgnoreCase(name) && !each.id().equals(but));
		if (taken) {
			throw new CommitteeRefused("name", "There is a committee called " + name + ". Give this one another name");
		}
	}

	static void requireStanding(boolean stands) {
		if (!stands) {
			throw new CommitteeRefused("", "It was withdrawn, so nothing of it can be changed");
		}
	}

	static void lock(JdbcClient jdbc, CommitteeId id) {
		jdbc.sql("select id from committee where id = :id for update")
			.param("id", id.id())
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> unknown());
	}

	static NotFound unknown() {
		return new NotFound("There is no such committee.");
	}

}
