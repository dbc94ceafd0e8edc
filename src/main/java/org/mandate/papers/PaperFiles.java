package org.mandate.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.documents.Format;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that papers are made into: asked for here, made by {@link FilePress} away
 * from the request. A file belongs to who asked for it; those made of a sealed paper when
 * it was sealed are for all who may read that.
 */
@Component
public class PaperFiles {

	private static final String STATE = """
			select id, sealed_number, kind, format, requested_at, length(file) as size, finished_at, begun_at, attempts
			from paper_file""";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PaperFiles(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Files have been asked for. */
	record Asked() {
	}

	/**
	 * What a file is made from.
	 *
	 * @param content of the paper
	 * @param proof what proves it
	 */
	record Source(String content, Proof proof) {
	}

	/**
	 * A file as it is downloaded.
	 *
	 * @param file what it is
	 * @param bytes the whole of it
	 */
	public record Download(PaperFile file, byte[] bytes) {
	}

	/**
	 * Ask for a file. The same asked for again, of the same content, is the same file.
	 * @param appraisal whose paper
	 * @param sealed number of the sealed paper; null for the record as it stands
	 * @param source what it is made from
	 * @param by who asks
	 * @return its name in addresses
	 */
	@Transactional
	UUID ask(AppraisalSummary appraisal, @Nullable Integer sealed, Kind kind, Format format, Source source, Member by) {
		Optional<UUID> there = this.jdbc
			.sql("""
					select id from paper_file where appraisal_id = :appraisal and requested_by = :by and sha256 = :sha256 and kind = :kind
						and format = :format and status = :status and audit_seq = :seq and (finished_at is not null or attempts < 3)
					order by requested_at limit 1
					""")
			.param("appraisal", appraisal.id().id())
			.param("by", by.id().id())
			.param("sha256", source.proof().sha256())
			.param("kind", kind.name())
			.param("format", format.name())
			.param("status", source.proof().status())
			.param("seq", source.proof().head().seq())
			.query(UUID.class)
			.optional();
		return there.orElseGet(() -> insert(appraisal.id(), sealed, kind, format, source, by.id()));
	}

	/**
	 * Ask for the files of a paper that has just been sealed, in the same transaction.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void askForSealed(AppraisalId appraisal, int number, Source source) {
		for (Format format : Format.values()) {
			insert(appraisal, number, Kind.GOVERNING_BODY_PAPER, format, source, null);
		}
	}

	private UUID insert(AppraisalId appraisal, @Nullable Integer sealed, Kind kind, Format format, Source source,
			@Nullable MemberId by) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into paper_file (id, appraisal_id, sealed_number, kind, format, status, content, sha256, audit_seq, audit_hash,
						dated_at, requested_by, requested_at)
					values (:id, :appraisal, :sealed, :kind, :format, :status, :content, :sha256, :seq, :hash, :dated, :by, :at)
					""")
			.param("id", id)
			.param("appraisal", appraisal.id())
			.param("sealed", sealed)
			.param("kind", kind.name())
			.param("format", format.name())
			.param("status", source.proof().status())
			.param("content", source.content())
			.param("sha256", source.proof().sha256())
			.param("seq", source.proof().head().seq())
			.param("hash", source.proof().head().hash())
			.param("dated", source.proof().at().atOffset(ZoneOffset.UTC))
			.param("by", (by != null) ? by.id() : null)
			.param("at", now())
			.update();
		this.events.publishEvent(new Asked());
		return id;
	}

	/** The files that somebody asked for, latest first, at most twenty. One statement. */
	@Transactional(readOnly = true)
	public List<PaperFile> of(AppraisalSummary appraisal, Member by) {
		return this.jdbc.sql(STATE + """
				 where appraisal_id = :appraisal and requested_by = :by order by requested_at desc, id limit 20
				""").param("appraisal", appraisal.id().id()).param("by", by.id().id()).query(PaperFiles::file).list();
	}

	/**
	 * A file that somebody asked for. One statement.
	 * @throws NotFound if there is none, or somebody else asked for it
	 */
	@Transactional(readOnly = true)
	public PaperFile one(AppraisalSummary appraisal, UUID id, Member by) {
		return this.jdbc.sql(STATE + " where appraisal_id = :appraisal and requested_by = :by and id = :id")
			.param("appraisal", appraisal.id().id())
			.param("by", by.id().id())
			.param("id", id)
			.query(PaperFiles::file)
			.optional()
			.orElseThrow(() -> new NotFound("There is no such file"));
	}

	/** The files that were made when a paper was sealed. One statement. */
	@Transactional(readOnly = true)
	public List<PaperFile> ofSealed(AppraisalSummary appraisal, int number) {
		return this.jdbc.sql(STATE + """
				 where appraisal_id = :appraisal and sealed_number = :number and requested_by is null order by format
				""").param("appraisal", appraisal.id().id()).param("number", number).query(PaperFiles::file).list();
	}

	/**
	 * A file with its bytes. One statement.
	 * @throws NotFound if there is none, it is not made yet, or somebody else asked for
	 * it
	 */
	@Transactional(readOnly = true)
	public Download download(AppraisalSummary appraisal, UUID id, Member by) {
		return this.jdbc.sql("""
				select *, length(file) as size from paper_file
				where appraisal_id = :appraisal and requested_by = :by and id = :id and file is not null
				""")
			.param("appraisal", appraisal.id().id())
			.param("by", by.id().id())
			.param("id", id)
			.query((row, at) -> new Download(file(row, at), row.getBytes("file")))
			.optional()
			.orElseThrow(() -> new NotFound("There is no such file"));
	}

	/**
	 * A file that was made when a paper was sealed, with its bytes. One statement.
	 * @throws NotFound if there is none, or it is not made yet
	 */
	@Transactional(readOnly = true)
	public Download downloadSealed(AppraisalSummary appraisal, int number, Format format) {
		return this.jdbc
			.sql("""
					select *, length(file) as size from paper_file where appraisal_id = :appraisal and sealed_number = :number
						and format = :format and requested_by is null and file is not null
					""")
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.param("format", format.name())
			.query((row, at) -> new Download(file(row, at), row.getBytes("file")))
			.optional()
			.orElseThrow(() -> new NotFound("There is no such file"));
	}

	private static PaperFile file(ResultSet row, int at) throws SQLException {
		boolean finished = row.getObject("finished_at") != null;
		PaperFile.State state = finished ? PaperFile.State.READY
				: (row.getInt("attempts") >= FilePress.ATTEMPTS && row.getObject("begun_at") == null)
						? PaperFile.State.FAILED
						: (row.getObject("begun_at") != null) ? PaperFile.State.BEGUN : PaperFile.State.WAITING;
		return new PaperFile(row.getObject("id", UUID.class), row.getObject("sealed_number", Integer.class),
				Kind.valueOf(row.getString("kind")), Format.valueOf(row.getString("format")),
				row.getObject("requested_at", OffsetDateTime.class).toInstant(), state,
				row.getObject("size", Integer.class));
	}

	private OffsetDateTime now() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return now.atOffset(ZoneOffset.UTC);
	}

}
