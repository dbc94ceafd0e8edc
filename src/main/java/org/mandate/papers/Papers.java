package org.mandate.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.audit.Auditable;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.documents.CanonicalJson;
import org.mandate.documents.Document;
import org.mandate.forms.London;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.mandates.Mandates;
import org.mandate.organisations.Organisations;
import org.mandate.recommendations.RecommendationSealed;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;
import org.mandate.voting.Comments;
import org.mandate.voting.Outcome;
import org.mandate.voting.Voting;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of the current organisation: as the record stands, and as they were sealed.
 */
@Component
public class Papers {

	private final Organisations organisations;

	private final Guidance guidance;

	private final Appraisals appraisals;

	private final Voting voting;

	private final Comments comments;

	private final OptionsRecord options;

	private final WrittenRecord written;

	private final Recommendations recommendations;

	private final Mandates mandates;

	private final Trail trail;

	private final ApplicationEventPublisher events;

	private final PaperFiles files;

	private final JdbcClient jdbc;

	private final Clock clock;

	Papers(Organisations organisations, Guidance guidance, Appraisals appraisals, Voting voting, Comments comments,
			OptionsRecord options, WrittenRecord written, Recommendations recommendations, Mandates mandates,
			Trail trail, ApplicationEventPublisher events, PaperFiles files, JdbcClient jdbc, Clock clock) {
		this.organisations = organisations;
		this.guidance = guidance;
		this.appraisals = appraisals;
		this.voting = voting;
		this.comments = comments;
		this.options = options;
		this.written = written;
		this.recommendations = recommendations;
		this.mandates = mandates;
		this.trail = trail;
		this.events = events;
		this.files = files;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The paper as the record stands now.
	 *
	 * @param paper the paper
	 * @param sha256 hash of its content, in hex
	 * @param head end of the audit chain
	 * @param sealed number of the latest sealed paper of the appraisal; null when there
	 * is none
	 */
	public record Draft(Paper paper, String sha256, Trail.Head head, @Nullable Integer sealed) {

		/** How far it is: "Draft: before the governing body". */
		public String status() {
			if (this.sealed != null) {
				return "The record as it stands after paper %d was sealed".formatted(this.sealed);
			}
			Paper.Recommendation asked = this.paper.recommendation();
			return (asked == null || asked.stage().equals("Draft")) ? "Draft"
					: "Draft: " + Words.inSentence(asked.stage());
		}

		/** The paper as a document of a kind. */
		public Document document(Kind kind) {
			return Composition.compose(this.paper, kind, proof());
		}

		private Proof proof() {
			return new Proof(status(), this.sha256, this.head,
					this.paper.cover().date().atStartOfDay(London.ZONE).toInstant(), false);
		}

		PaperFiles.Source source() {
			return new PaperFiles.Source(CanonicalJson.write(this.paper), proof());
		}

	}

	/**
	 * Write the paper as the record stands now. At most 60 statements.
	 * @param appraisal whose
	 * @param reader who reads it: figures of a ballot that is still open are shown to the
	 * commissioning manager only
	 */
	@Transactional(readOnly = true)
	public Draft draft(AppraisalSummary appraisal, Member reader) {
		Paper paper = write(appraisal, reader.is(Role.COMMISSIONING_MANAGER));
		Integer sealed = this.jdbc.sql("select max(number) from sealed_paper where appraisal_id = :appraisal")
			.param("appraisal", appraisal.id().id())
			.query((row, number) -> row.getObject(1, Integer.class))
			.list()
			.getFirst();
		return new Draft(paper, DigestUtils.sha256Hex(CanonicalJson.write(paper)), this.trail.head(), sealed);
	}

	private Paper write(AppraisalSummary appraisal, boolean showsOpenBallot) {
		RecommendationSummary current = this.recommendations.current(appraisal.id()).orElse(null);
		boolean amended = current != null && current.sealed();
		Outcome outcome = this.voting.outcome(appraisal).orElse(null);
		PaperWriter.Material material = new PaperWriter.Material(this.organisations.current(), appraisal, outcome,
				(outcome != null) ? this.comments.of(outcome.ballot().id()) : List.of(), current,
				amended ? this.recommendations.versions(appraisal.id()) : List.of(), this.options.of(appraisal),
				this.written.cover(appraisal), this.written.narratives(appraisal, showsOpenBallot),
				(current != null) ? this.mandates.now(appraisal, current.version().model()) : null, showsOpenBallot,
				this.clock.instant().atZone(London.ZONE).toLocalDate());
		return new PaperWriter(this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion())),
				this.appraisals.comparison(appraisal.id()))
			.write(material);
	}

	/**
	 * A paper as it was sealed, with what proves it. Two statements.
	 * @param appraisal whose
	 * @param number of the recommendation it is about
	 * @throws NotFound if none of that number was sealed
	 */
	@Transactional(readOnly = true)
	public SealedPaper sealed(AppraisalSummary appraisal, int number) {
		Kept kept = this.jdbc.sql("""
				select number, content, sha256, audit_seq, audit_hash, sealed_at,
					(select max(number) from sealed_paper where appraisal_id = :appraisal) as latest
				from sealed_paper where appraisal_id = :appraisal and number = :number
				""")
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.query(Papers::kept)
			.optional()
			.orElseThrow(() -> new NotFound("There is no sealed paper " + number));
		String onRecord = this.trail.find(kept.head().hash())
			.map((event) -> event.details().get("sha256"))
			.map(Object::toString)
			.orElse(null);
		return new SealedPaper(number, CanonicalJson.read(kept.content(), Paper.class).orElse(null), kept.sha256(),
				DigestUtils.sha256Hex(kept.content()), kept.head(), onRecord, kept.at(), kept.latest());
	}

	private record Kept(String content, String sha256, Trail.Head head, Instant at, int latest) {
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		return new Kept(row.getString("content"), row.getString("sha256"),
				new Trail.Head(row.getLong("audit_seq"), row.getString("audit_hash")),
				row.getObject("sealed_at", OffsetDateTime.class).toInstant(), row.getInt("latest"));
	}

	/**
	 * What was recorded on the appraisal since a paper was sealed, latest first, at most
	 * ten events. One statement.
	 */
	@Transactional(readOnly = true)
	public List<Trail.Entry> since(AppraisalSummary appraisal, SealedPaper paper) {
		return this.trail.events(appraisal.id().id(), 0, 10)
			.stream()
			.filter((event) -> event.seq() > paper.sealed().seq())
			.limit(10)
			.toList();
	}

	/**
	 * Which figures of the vote a sealed paper tells otherwise than the record does now,
	 * a sentence each. At most 8 statements.
	 */
	@Transactional(readOnly = true)
	public List<String> corrected(AppraisalSummary appraisal, SealedPaper sealed) {
		Paper paper = sealed.paper();
		if (paper == null || paper.consultation() == null) {
			return List.of();
		}
		return Corrections.between(paper.consultation(),
				this.voting.outcome(appraisal)
					.filter((outcome) -> outcome.ballot().isClosed())
					.map((outcome) -> new Consulted(outcome, List.of()).write())
					.orElse(null));
	}

	/**
	 * Seals the paper in the transaction in which the governing body's resolution is
	 * recorded. The audit trail takes the hash first, so that its head, which is printed
	 * in the paper, stands for it.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void seal(RecommendationSealed event) {
		String content = CanonicalJson.write(write(event.appraisal(), false));
		String sha256 = DigestUtils.sha256Hex(content);
		this.events.publishEvent(new PaperSealed(event.appraisal().id().id(), event.number(), sha256));
		Trail.Head head = this.trail.head();
		Instant sealedAt = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.jdbc.sql("""
				insert into sealed_paper (appraisal_id, number, content, sha256, audit_seq, audit_hash, sealed_at)
				values (:appraisal, :number, :content, :sha256, :seq, :hash, :at)
				""")
			.param("appraisal", event.appraisal().id().id())
			.param("number", event.number())
			.param("content", content)
			.param("sha256", sha256)
			.param("seq", head.seq())
			.param("hash", head.hash())
			.param("at", OffsetDateTime.ofInstant(sealedAt, London.ZONE))
			.update();
		this.files.askForSealed(event.appraisal().id(), event.number(),
				new PaperFiles.Source(content, SealedPaper.proof(event.number(), sha256, head, sealedAt)));
	}

	private record PaperSealed(UUID stream, int number, String sha256) implements Auditable {

		@Override
		public String action() {
			return "paper.sealed";
		}

		@Override
		public String summary() {
			return "Paper %d was sealed.".formatted(this.number);
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("paper", this.number, "sha256", this.sha256);
		}

	}

}
