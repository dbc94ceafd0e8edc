package org.mandate.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit trail of the current organisation. Events are only ever added; the database
 * numbers, dates and chains them (SHA-256 over the event and the hash of the one before).
 */
@Component
public class Trail {

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ActorSource actors;

	private final JsonMapper json;

	Trail(JdbcClient jdbc, ActorSource actors, JsonMapper json) {
		this.jdbc = jdbc;
		this.actors = actors;
		this.json = json;
	}

	/**
	 * One recorded event.
	 *
	 * @param seq number within the organisation, from 1 without gaps
	 * @param at when it was recorded
	 * @param actorName who did it, as named then
	 * @param action kind of event, such as {@code ballot.opened}
	 * @param summary what happened, a sentence
	 * @param reason why, where one was asked for
	 * @param details the facts by name
	 * @param hash hash of this event and so of all before it, in hex
	 */
	public record Entry(long seq, Instant at, String actorName, String action, String summary, @Nullable String reason,
			Map<String, Object> details, String hash) {
	}

	/**
	 * The end of the chain, to be printed on what is sealed.
	 *
	 * @param seq number of the last event, 0 when nothing was recorded
	 * @param hash its hash in hex, empty when nothing was recorded
	 */
	public record Head(long seq, String hash) {
	}

	/**
	 * What recomputing the chain found.
	 *
	 * @param events how many events there are
	 * @param head the head as kept
	 * @param wrongAt number of the first event that is wrong, null when all is well
	 * @param problem what is wrong there, null when all is well
	 */
	public record Verification(long events, Head head, @Nullable Long wrongAt, @Nullable String problem) {

		public boolean intact() {
			return this.problem == null;
		}

	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void record(Auditable event) {
		ActorSource.Actor actor = this.actors.current();
		this.jdbc
			.sql("""
					insert into audit_event (seq, at, actor, actor_name, action, stream, summary, reason, details, prev, hash)
					values (0, now(), :actor, :name, :action, :stream, :summary, :reason, cast(:details as jsonb), '', '')
					""")
			.param("actor", actor.id())
			.param("name", actor.name())
			.param("action", event.action())
			.param("stream", event.stream())
			.param("summary", event.summary())
			.param("reason", event.reason())
			.param("details", this.json.writeValueAsString(event.details()))
			.update();
	}

	/**
	 * Events on one timeline, newest first, in pages.
	 * @param stream the appraisal's id; null for every event of the organisation
	 * @param page from 0
	 * @param size events a page
	 * @return at most {@code size + 1} events: one more than a page when there is a next
	 * page
	 */
	@Transactional(readOnly = true)
	public List<Entry> events(@Nullable UUID stream, int page, int size) {
		return this.jdbc.sql("""
				select seq, at, actor_name, action, summary, reason, details, hash from audit_event
				where cast(:stream as uuid) is null or stream = cast(:stream as uuid)
				order by seq desc limit :limit offset :offset
				""")
			.param("stream", stream)
			.param("limit", size + 1)
			.param("offset", (long) page * size)
			.query(this::entry)
			.list();
	}

	/**
	 * The end of the organisation's chain.
	 */
	@Transactional(readOnly = true)
	public Head head() {
		return this.jdbc.sql("select seq, hash from audit_head")
			.query(Trail::headRow)
			.optional()
			.orElse(new Head(0, ""));
	}

	/**
	 * Recompute the organisation's whole chain.
	 */
	@Transactional(readOnly = true)
	public Verification verify() {
		return this.jdbc.sql("select events, head, wrong_at, problem from audit_verify()").query((row, number) -> {
			byte[] head = row.getBytes("head");
			long wrongAt = row.getLong("wrong_at");
			boolean wrong = !row.wasNull();
			return new Verification(row.getLong("events"), new Head(row.getLong("events"), hex(head)),
					wrong ? wrongAt : null, row.getString("problem"));
		}).single();
	}

	/**
	 * Find the event whose hash was printed somewhere, such as on a sealed paper.
	 * @param hash in hex
	 * @return the event, or empty if the chain no longer holds it
	 */
	@Transactional(readOnly = true)
	public Optional<Entry> find(String hash) {
		byte[] bytes;
		try {
			bytes = HexFormat.of().parseHex(hash.strip());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select seq, at, actor_name, action, summary, reason, details, hash from audit_event where hash = :hash
				""").param("hash", bytes).query(this::entry).optional();
	}

	private Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor_name"), row.getString("action"), row.getString("summary"), row.getString("reason"),
				this.json.readValue(row.getString("details"), DETAILS), hex(row.getBytes("hash")));
	}

	private static Head headRow(ResultSet row, int number) throws SQLException {
		return new Head(row.getLong("seq"), hex(row.getBytes("hash")));
	}

	private static String hex(byte @Nullable [] bytes) {
		return (bytes != null) ? HexFormat.of().formatHex(bytes) : "";
	}

}
