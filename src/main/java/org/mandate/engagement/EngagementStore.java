package org.mandate.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.engagement.EngagementStatement.Changed;
import org.mandate.engagement.EngagementStatement.Comment;
import org.mandate.engagement.EngagementStatement.Document;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the log of engagement. Within the facade's transactions.
 */
@Component
class EngagementStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	EngagementStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** All entries without what was said at them, by number. One statement. */
	List<Engagement> bare(AppraisalId appraisal) {
		return entries(appraisal, Map.of(), Map.of());
	}

	/** All entries, by number. Three statements. */
	List<Engagement> all(AppraisalId appraisal) {
		Map<UUID, List<Comment>> comments = new HashMap<>();
		this.jdbc.sql("""
				select c.engagement_id, c.theme, c.words, c.people from engagement_comment c
				join engagement e on e.organisation_id = c.organisation_id and e.id = c.engagement_id
				where e.appraisal_id = :appraisal order by c.engagement_id, c.position
				""").param("appraisal", appraisal.id()).query((row) -> {
			comments.computeIfAbsent(owner(row), (id) -> new ArrayList<>())
				.add(new Comment(Theme.valueOf(row.getString("theme")), row.getString("words"),
						row.getObject("people", Integer.class)));
		});
		Map<UUID, List<Document>> documents = new HashMap<>();
		this.jdbc.sql("""
				select d.engagement_id, d.title, d.place from engagement_document d
				join engagement e on e.organisation_id = d.organisation_id and e.id = d.engagement_id
				where e.appraisal_id = :appraisal order by d.engagement_id, d.position
				""").param("appraisal", appraisal.id()).query((row) -> {
			documents.computeIfAbsent(owner(row), (id) -> new ArrayList<>())
				.add(new Document(row.getString("title"), row.getString("place")));
		});
		return entries(appraisal, comments, documents);
	}

	private List<Engagement> entries(AppraisalId appraisal, Map<UUID, List<Comment>> comments,
			Map<UUID, List<Document>> documents) {
		return this.jdbc.sql("""
				select e.*, b.name as partner_name from engagement e
				left join partner_body b on b.organisation_id = e.organisation_id and b.id = e.partner_body_id
				where e.appraisal_id = :appraisal order by e.number
				""").param("appraisal", appraisal.id()).query((row, number) -> {
			UUID id = row.getObject("id", UUID.class);
			EngagementStatement statement = new EngagementStatement(Audience.valueOf(row.getString("audience")),
					row.getString("who"), row.getObject("partner_body_id", UUID.class), row.getBoolean("held"),
					when(row), How.valueOf(row.getString("how")), row.getString("took_part"), row.getString("asked"),
					row.getBoolean("put_forward"), comments.getOrDefault(id, List.of()),
					documents.getOrDefault(id, List.of()),
					new Changed(row.getString("changed"), row.getBoolean("nothing_changed")), row.getString("source"));
			return new Engagement(id, row.getInt("number"), statement, row.getString("partner_name"),
					row.getString("withdrawn_reason"), at(row, "recorded_at"), row.getString("recorded_by"),
					row.getInt("version"));
		}).list();
	}

	static When when(ResultSet row) throws SQLException {
		return new When(When.Kind.valueOf(row.getString("when_kind")), row.getObject("from_on", LocalDate.class),
				row.getObject("to_on", LocalDate.class), row.getString("when_said"));
	}

	static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static UUID owner(ResultSet row) throws SQLException {
		return row.getObject("engagement_id", UUID.class);
	}

	/** Who adds or changes at the same time waits. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('engagement ' || :id, 0))")
			.param("id", appraisal.id().toString())
			.query((row) -> {
			});
	}

	Optional<Engagement> one(AppraisalId appraisal, int number) {
		return all(appraisal).stream().filter((entry) -> entry.number() == number).findFirst();
	}

	/** What it said each time it was saved, latest first. One statement. */
	List<Engagement.Saved> saved(UUID id) {
		return this.jdbc.sql("""
				select version, verb, said, reason, saved_by, saved_at from engagement_saved
				where engagement_id = :id order by version desc
				""")
			.param("id", id)
			.query((row, number) -> new Engagement.Saved(row.getInt("version"), row.getString("verb"),
					row.getString("said"), row.getString("reason"), row.getString("saved_by"), at(row, "saved_at")))
			.list();
	}

	/** Write an entry, new or known, as it stands now, and keep this version of it. */
	void save(AppraisalId appraisal, Engagement entry, String verb) {
		EngagementStatement said = entry.statement();
		this.jdbc
			.sql("""
					insert into engagement (id, version, appraisal_id, number, audience, who, partner_body_id, held, when_kind,
						from_on, to_on, when_said, how, took_part, asked, put_forward, changed, nothing_changed, source,
						withdrawn_reason, recorded_by, recorded_at)
					values (:id, :version, :appraisal, :number, :audience, :who, :partner, :held, :kind, :from, :to, :said,
						:how, :tookPart, :asked, :put, :changed, :nothing, :source, :withdrawn, :by, :at)
					on conflict (organisation_id, id) do update set version = excluded.version, audience = excluded.audience,
						who = excluded.who, partner_body_id = excluded.partner_body_id, held = excluded.held,
						when_kind = excluded.when_kind, from_on = excluded.from_on, to_on = excluded.to_on,
						when_said = excluded.when_said, how = excluded.how, took_part = excluded.took_part,
						asked = excluded.asked, put_forward = excluded.put_forward, changed = excluded.changed,
						nothing_changed = excluded.nothing_changed, source = excluded.source,
						withdrawn_reason = excluded.withdrawn_reason, recorded_by = excluded.recorded_by,
						recorded_at = excluded.recorded_at
					""")
			.param("id", entry.id())
			.param("version", entry.version())
			.param("appraisal", appraisal.id())
			.param("number", entry.number())
			.param("audience", said.audience().name())
			.param("who", said.who())
			.param("partner", said.partner(), Types.OTHER)
			.param("held", said.held())
			.param("kind", said.when().kind().name())
			.param("from", said.when().from(), Types.DATE)
			.param("to", said.when().to(), Types.DATE)
			.param("said", said.when().said(), Types.VARCHAR)
			.param("how", said.how().name())
			.param("tookPart", said.tookPart(), Types.VARCHAR)
			.param("asked", said.asked())
			.param("put", said.putForward())
			.param("changed", said.changed().what(), Types.VARCHAR)
			.param("nothing", said.changed().nothing())
			.param("source", said.source(), Types.VARCHAR)
			.param("withdrawn", entry.withdrawnReason(), Types.VARCHAR)
			.param("by", entry.recordedBy())
			.param("at", OffsetDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC))
			.update();
		parts(entry);
		keep(entry, verb);
	}

	private void parts(Engagement entry) {
		if (entry.version() > 0) {
			this.jdbc.sql("delete from engagement_comment where engagement_id = :id").param("id", entry.id()).update();
			this.jdbc.sql("delete from engagement_document where engagement_id = :id").param("id", entry.id()).update();
		}
		List<Object[]> comments = new ArrayList<>();
		for (Comment comment : entry.statement().comments()) {
			comments.add(new @Nullable Object[] { entry.id(), comments.size() + 1, comment.theme().name(),
					comment.words(), comment.people() });
		}
		this.batches.batchUpdate("""
				insert into engagement_comment (engagement_id, position, theme, words, people) values (?, ?, ?, ?, ?)
				""", comments);
		List<Object[]> documents = new ArrayList<>();
		for (Document document : entry.statement().documents()) {
			documents.add(new Object[] { entry.id(), documents.size() + 1, document.title(), document.place() });
		}
		this.batches.batchUpdate(
				"insert into engagement_document (engagement_id, position, title, place) values (?, ?, ?, ?)",
				documents);
	}

	private void keep(Engagement entry, String verb) {
		this.jdbc.sql("""
				insert into engagement_saved (engagement_id, version, verb, said, reason, saved_by, saved_at)
				values (:id, :version, :verb, :said, :reason, :by, :at)
				""")
			.param("id", entry.id())
			.param("version", entry.version())
			.param("verb", verb)
			.param("said", String.join("\n", entry.statement().lines(entry.partnerName())))
			.param("reason", entry.withdrawnReason(), Types.VARCHAR)
			.param("by", entry.recordedBy())
			.param("at", OffsetDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC))
			.update();
	}

}
