package org.mandate.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps pro formas and reads them whole: seven statements for one, however much it says.
 */
@Component
class ProFormaStore {

	private final JdbcClient jdbc;

	private final SubmissionStore submissions;

	ProFormaStore(JdbcClient jdbc, SubmissionStore submissions) {
		this.jdbc = jdbc;
		this.submissions = submissions;
	}

	private record Head(UUID id, int number, String model, int revision, String begunBy, Instant begunAt,
			Instant changedAt, @Nullable String givenUp) {
	}

	/** One change of an appraisal's pro formas at a time. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pro forma ' || :id, 0))")
			.param("id", appraisal.id().toString())
			.query((row) -> {
			});
	}

	/** The last one of an appraisal. */
	Optional<ProForma> current(AppraisalId appraisal) {
		return all(appraisal).stream().findFirst().map(this::whole);
	}

	/** One of an appraisal. */
	Optional<ProForma> one(AppraisalId appraisal, int number) {
		return all(appraisal).stream().filter((head) -> head.number() == number).findFirst().map(this::whole);
	}

	private List<Head> all(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select id, number, model, revision, begun_by, begun_at, changed_at, given_up_reason
				from pro_forma where appraisal_id = :appraisal order by number desc
				""")
			.param("appraisal", appraisal.id())
			.query((row, at) -> new Head(row.getObject("id", UUID.class), row.getInt("number"), row.getString("model"),
					row.getInt("revision"), row.getString("begun_by"), instant(row, "begun_at"),
					instant(row, "changed_at"), row.getString("given_up_reason")))
			.list();
	}

	private ProForma whole(Head head) {
		return new ProForma(head.id(), head.number(), head.model(), head.revision(), head.begunBy(), head.begunAt(),
				head.changedAt(), head.givenUp(), answers(head.id()), areaTeam(head.id()), checklist(head.id()),
				funds(head.id()), attestations(head.id()), this.submissions.last(head.id()));
	}

	private Map<ProFormaField, Answer> answers(UUID proForma) {
		Map<ProFormaField, Answer> answers = new EnumMap<>(ProFormaField.class);
		this.jdbc.sql("select * from pro_forma_answer where pro_forma_id = :id").param("id", proForma).query((row) -> {
			answers.put(ProFormaField.valueOf(row.getString("field")),
					new Answer(row.getString("said"), row.getString("record_said"), row.getString("source"),
							row.getInt("version"), row.getString("saved_by"), instant(row, "saved_at")));
		});
		return answers;
	}

	private @Nullable AreaTeamPart areaTeam(UUID proForma) {
		return this.jdbc.sql("select * from area_team_part where pro_forma_id = :id")
			.param("id", proForma)
			.query((row, at) -> new AreaTeamPart(row.getString("lead"),
					AreaTeamPart.Support.valueOf(row.getString("support")), row.getString("view"),
					Objects.requireNonNull(row.getObject("given_on", LocalDate.class)), row.getInt("version"),
					row.getString("saved_by"), instant(row, "saved_at")))
			.optional()
			.orElse(null);
	}

	private Map<ChecklistItem, ChecklistEntry> checklist(UUID proForma) {
		Map<ChecklistItem, ChecklistEntry> checklist = new EnumMap<>(ChecklistItem.class);
		this.jdbc.sql("select * from pro_forma_document where pro_forma_id = :id")
			.param("id", proForma)
			.query((row) -> {
				checklist.put(ChecklistItem.valueOf(row.getString("item")),
						new ChecklistEntry(ChecklistItem.State.valueOf(row.getString("state")), row.getString("title"),
								row.getString("reference"), row.getString("reason"), row.getInt("version"),
								row.getString("saved_by"), instant(row, "saved_at")));
			});
		return checklist;
	}

	private List<PooledFund> funds(UUID proForma) {
		return this.jdbc.sql("select * from pooled_fund where pro_forma_id = :id order by number")
			.param("id", proForma)
			.query((row, at) -> new PooledFund(row.getInt("number"), row.getString("partner"), row.getString("purpose"),
					row.getBigDecimal("amount"), row.getString("functions"), row.getInt("version"),
					row.getString("saved_by"), instant(row, "saved_at"), row.getString("withdrawn_reason")))
			.list();
	}

	private List<Attestation> attestations(UUID proForma) {
		return this.jdbc.sql("select * from attestation where pro_forma_id = :id order by number")
			.param("id", proForma)
			.query((row, at) -> new Attestation(row.getInt("number"),
					Attestation.Office.valueOf(row.getString("office")), row.getObject("person_id", UUID.class),
					row.getString("person_name"), row.getInt("revision"), row.getObject("signed_on", LocalDate.class),
					row.getString("evidence"), instant(row, "attested_at")))
			.list();
	}

	void begin(AppraisalId appraisal, int number, String model, String by, Instant at) {
		this.jdbc.sql("""
				insert into pro_forma (id, appraisal_id, number, model, revision, begun_by, begun_at, changed_at)
				values (:id, :appraisal, :number, :model, 0, :by, :at, :at)
				""")
			.param("id", UUID.randomUUID())
			.param("appraisal", appraisal.id())
			.param("number", number)
			.param("model", model)
			.param("by", by)
			.param("at", utc(at))
			.update();
	}

	/** What it says has changed. */
	void changed(UUID proForma, Instant at) {
		this.jdbc.sql("update pro_forma set revision = revision + 1, changed_at = :at where id = :id")
			.param("id", proForma)
			.param("at", utc(at))
			.update();
	}

	void giveUp(UUID proForma, String reason, String by, Instant at) {
		this.jdbc
			.sql("update pro_forma set given_up_reason = :reason, given_up_by = :by, given_up_at = :at where id = :id")
			.param("id", proForma)
			.param("reason", reason)
			.param("by", by)
			.param("at", utc(at))
			.update();
	}

	void answer(UUID proForma, ProFormaField field, Answer answer) {
		this.jdbc
			.sql("""
					insert into pro_forma_answer (pro_forma_id, field, said, record_said, source, version, saved_by, saved_at)
					values (:id, :field, :said, :record, :source, :version, :by, :at)
					on conflict (organisation_id, pro_forma_id, field) do update set said = excluded.said,
						record_said = excluded.record_said, source = excluded.source, version = excluded.version,
						saved_by = excluded.saved_by, saved_at = excluded.saved_at
					""")
			.param("id", proForma)
			.param("field", field.name())
			.param("said", answer.text())
			.param("record", answer.recordSaid())
			.param("source", answer.source())
			.param("version", answer.version())
			.param("by", answer.savedBy())
			.param("at", utc(answer.savedAt()))
			.update();
	}

	void areaTeam(UUID proForma, AreaTeamPart part) {
		this.jdbc
			.sql("""
					insert into area_team_part (pro_forma_id, lead, support, view, given_on, version, saved_by, saved_at)
					values (:id, :lead, :support, :view, :on, :version, :by, :at)
					on conflict (organisation_id, pro_forma_id) do update set lead = excluded.lead, support = excluded.support,
						view = excluded.view, given_on = excluded.given_on, version = excluded.version,
						saved_by = excluded.saved_by, saved_at = excluded.saved_at
					""")
			.param("id", proForma)
			.param("lead", part.lead())
			.param("support", part.support().name())
			.param("view", part.view())
			.param("on", part.givenOn())
			.param("version", part.version())
			.param("by", part.savedBy())
			.param("at", utc(part.savedAt()))
			.update();
	}

	void document(UUID proForma, ChecklistItem item, ChecklistEntry entry) {
		this.jdbc
			.sql("""
					insert into pro_forma_document (pro_forma_id, item, state, title, reference, reason, version, saved_by, saved_at)
					values (:id, :item, :state, :title, :reference, :reason, :version, :by, :at)
					on conflict (organisation_id, pro_forma_id, item) do update set state = excluded.state,
						title = excluded.title, reference = excluded.reference, reason = excluded.reason,
						version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at
					""")
			.param("id", proForma)
			.param("item", item.name())
			.param("state", entry.state().name())
			.param("title", entry.title())
			.param("reference", entry.reference())
			.param("reason", entry.reason())
			.param("version", entry.version())
			.param("by", entry.savedBy())
			.param("at", utc(entry.savedAt()))
			.update();
	}

	void fund(UUID proForma, PooledFund fund) {
		this.jdbc.sql("""
				insert into pooled_fund (pro_forma_id, number, partner, purpose, amount, functions, version, saved_by,
					saved_at, withdrawn_reason)
				values (:id, :number, :partner, :purpose, :amount, :functions, :version, :by, :at, :withdrawn)
				on conflict (organisation_id, pro_forma_id, number) do update set partner = excluded.partner,
					purpose = excluded.purpose, amount = excluded.amount, functions = excluded.functions,
					version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
					withdrawn_reason = excluded.withdrawn_reason
				""")
			.param("id", proForma)
			.param("number", fund.number())
			.param("partner", fund.partner())
			.param("purpose", fund.purpose())
			.param("amount", fund.amount())
			.param("functions", fund.functions())
			.param("version", fund.version())
			.param("by", fund.savedBy())
			.param("at", utc(fund.savedAt()))
			.param("withdrawn", fund.withdrawn())
			.update();
	}

	void attest(UUID proForma, Attestation attestation) {
		this.jdbc
			.sql("""
					insert into attestation (pro_forma_id, number, office, person_id, person_name, revision, signed_on, evidence,
						attested_at)
					values (:id, :number, :office, :person, :name, :revision, :signed, :evidence, :at)
					""")
			.param("id", proForma)
			.param("number", attestation.number())
			.param("office", attestation.office().name())
			.param("person", attestation.person())
			.param("name", attestation.name())
			.param("revision", attestation.revision())
			.param("signed", attestation.signedOn())
			.param("evidence", attestation.evidence())
			.param("at", utc(attestation.at()))
			.update();
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

	static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
