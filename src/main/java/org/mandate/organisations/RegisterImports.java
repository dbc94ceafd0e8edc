package org.mandate.organisations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;
import org.mandate.organisations.Change.Kind;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of files into the current organisation's register: an upload makes a preview
 * that is kept for a day, a confirmation carries out what the preview showed, all of it
 * or nothing. A later import of another file undoes an import.
 */
@Component
public class RegisterImports {

	static final Duration KEPT = Duration.ofDays(1);

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final JdbcClient jdbc;

	private final RegisterRows rows;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final JsonMapper json;

	private final Clock clock;

	RegisterImports(JdbcClient jdbc, RegisterRows rows, Organisations organisations, ApplicationEventPublisher events,
			JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.organisations = organisations;
		this.events = events;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * An import that was carried out.
	 *
	 * @param id identity of the upload
	 * @param kind what the file was
	 * @param fileName as uploaded
	 * @param asAt the day whose state it gave
	 * @param quarter of list sizes; null for other files
	 * @param importedAt when
	 */
	public record Done(UUID id, RegisterFile kind, String fileName, LocalDate asAt, @Nullable String quarter,
			Instant importedAt) {
	}

	/**
	 * The quarter that a file's name states, such as {@code 2015Q1} of
	 * {@code Patient_List_Size_2015_01-03.csv}.
	 */
	public static Optional<String> quarterOf(String fileName) {
		return ListSizeFile.quarter(fileName);
	}

	/**
	 * Read a file and keep what it says for a preview; the register is not changed. A
	 * file that cannot be read is kept with its problems.
	 * @param kind what the file is
	 * @param fileName its name
	 * @param content its bytes
	 * @param asAt the day whose state the file gives: memberships of practices that it
	 * lacks end the day before, and other localities begin on it
	 * @param quarter of list sizes, such as {@code 2015Q1}; null for other files
	 * @return identity of the preview
	 */
	@Transactional
	public UUID upload(RegisterFile kind, String fileName, byte[] content, LocalDate asAt, @Nullable String quarter) {
		if ((kind == RegisterFile.LIST_SIZES) == (quarter == null)) {
			throw new IllegalArgumentException("List sizes have a quarter, other files have none");
		}
		String code = this.organisations.current().code();
		Parsed parsed = switch (kind) {
			case PRACTICES -> PracticeFile.parse(content, code).keeping(this.rows.byCode(null).keySet());
			case LIST_SIZES -> ListSizeFile.parse(content, code);
			case LOCALITIES -> LocalityFile.parse(content);
		};
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from register_import where imported_at is null and expires_at < :now")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into register_import (id, kind, file_name, sha256, as_at, quarter, content, uploaded_at, expires_at)
					values (:id, :kind, :fileName, :sha256, :asAt, :quarter, cast(:content as json), :now, :expires)
					""")
			.param("id", id)
			.param("kind", kind.name())
			.param("fileName", plainName(fileName))
			.param("sha256", DigestUtils.sha256Hex(content))
			.param("asAt", asAt)
			.param("quarter", quarter)
			.param("content", this.json.writeValueAsString(parsed))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", now.plus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

	/**
	 * What an uploaded file would do to the register now, or has done.
	 * @param id identity of the upload
	 * @throws NotFound when there is none of this identity
	 * @throws ImportExpired when it was not confirmed within a day
	 */
	@Transactional(readOnly = true)
	public ImportPreview preview(UUID id) {
		return preview(find(id, ""));
	}

	/**
	 * Carry out what a preview showed. Confirming it twice imports it once.
	 * @param id identity of the upload
	 * @param fingerprint of the preview that was looked at
	 * @return what was done
	 * @throws NotFound when there is no upload of this identity
	 * @throws ImportRefused when the file has problems
	 * @throws ImportExpired when the preview is older than a day
	 * @throws RegisterChanged when something else would happen now than was shown
	 */
	@Transactional
	public ImportPreview confirm(UUID id, String fingerprint) {
		this.rows.lock();
		Upload upload = find(id, "for update");
		if (upload.importedAt() != null) {
			return preview(upload);
		}
		RegisterPlan plan = plan(upload);
		ImportPreview shown = preview(upload, plan);
		if (shown.problemCount() > 0) {
			throw new ImportRefused();
		}
		if (!shown.fingerprint().equals(fingerprint)) {
			throw new RegisterChanged();
		}
		plan.carryOut();
		Instant now = this.clock.instant();
		this.jdbc.sql("update register_import set imported_at = :now, outcome = cast(:outcome as jsonb) where id = :id")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("outcome", this.json.writeValueAsString(new Counts(shown.counts())))
			.param("id", id)
			.update();
		this.events.publishEvent(new RegisterImported(shown, upload.sha256()));
		return shown;
	}

	/**
	 * Upload and confirm in one, for data that ships with the product.
	 * @param kind what the file is
	 * @param fileName its name
	 * @param content the file, read to its end
	 * @param asAt the day whose state it gives
	 * @param quarter of list sizes; null for other files
	 * @return what was done
	 * @throws ImportRefused when the file has problems
	 */
	@Transactional
	public ImportPreview load(RegisterFile kind, String fileName, InputStream content, LocalDate asAt,
			@Nullable String quarter) {
		try {
			UUID id = upload(kind, fileName, content.readAllBytes(), asAt, quarter);
			return confirm(id, preview(id).fingerprint());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The imports that were carried out, latest first, at most 50.
	 */
	@Transactional(readOnly = true)
	public List<Done> done() {
		return this.jdbc.sql("""
				select id, kind, file_name, as_at, quarter, imported_at from register_import
				where imported_at is not null order by imported_at desc limit 50
				""")
			.query((row, number) -> new Done(row.getObject("id", UUID.class),
					RegisterFile.valueOf(row.getString("kind")), row.getString("file_name"),
					Objects.requireNonNull(row.getObject("as_at", LocalDate.class)), row.getString("quarter"),
					Objects.requireNonNull(instant(row, "imported_at"))))
			.list();
	}

	/**
	 * Today, where the organisation is.
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	private ImportPreview preview(Upload upload) {
		return (upload.importedAt() != null) ? upload.outcome() : preview(upload, plan(upload));
	}

	private RegisterPlan plan(Upload upload) {
		Parsed file = upload.content();
		return switch (upload.kind()) {
			case PRACTICES ->
				RegisterPlan.ofPractices(file, this.rows, this.organisations.current().code(), upload.asAt(), latest());
			case LIST_SIZES ->
				RegisterPlan.ofListSizes(file, this.rows, upload.asAt(), Objects.requireNonNull(upload.quarter()));
			case LOCALITIES ->
				RegisterPlan.ofLocalities(file, this.rows, upload.asAt(), this.organisations.localities());
		};
	}

	private @Nullable LocalDate latest() {
		return this.jdbc.sql(
				"select as_at from register_import where kind = 'PRACTICES' and imported_at is not null order by as_at desc limit 1")
			.query(LocalDate.class)
			.optional()
			.orElse(null);
	}

	private static ImportPreview preview(Upload upload, RegisterPlan plan) {
		Parsed file = upload.content();
		List<RowProblem> problems = new ArrayList<>(file.problems());
		problems.addAll(plan.problems().first());
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		plan.changes().forEach((change) -> counts.merge(change.kind(), 1, Integer::sum));
		String shown = plan.changes() + " " + plan.notes();
		return new ImportPreview(upload.id(), upload.kind(), upload.fileName(), upload.asAt(), upload.quarter(),
				file.rowsInFile(), problems, file.problemCount() + plan.problems().count(), plan.notes(),
				plan.changes(), counts, DigestUtils.sha256Hex(shown), null);
	}

	private Upload find(UUID id, String lock) {
		Upload upload = this.jdbc.sql("""
				select id, kind, file_name, sha256, as_at, quarter, content, expires_at, imported_at, outcome
				from register_import where id = :id
				\s""" + lock)
			.param("id", id)
			.query(this::upload)
			.optional()
			.orElseThrow(() -> new NotFound("There is no such import. Upload the file again."));
		if (upload.importedAt() == null && upload.expiresAt().isBefore(this.clock.instant())) {
			throw new ImportExpired();
		}
		return upload;
	}

	private Upload upload(ResultSet row, int number) throws SQLException {
		String outcome = row.getString("outcome");
		return new Upload(row.getObject("id", UUID.class), RegisterFile.valueOf(row.getString("kind")),
				row.getString("file_name"), row.getString("sha256"),
				Objects.requireNonNull(row.getObject("as_at", LocalDate.class)), row.getString("quarter"),
				this.json.readValue(row.getString("content"), Parsed.class),
				Objects.requireNonNull(instant(row, "expires_at")), instant(row, "imported_at"),
				(outcome != null) ? this.json.readValue(outcome, Counts.class).counts() : Map.of());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	/** What a browser calls a file may be a path, or anything. */
	private static String plainName(String fileName) {
		String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
		String plain = last.replaceAll("\\p{Cntrl}", "").strip();
		return (plain.length() > 200) ? plain.substring(plain.length() - 200) : plain;
	}

	private record Counts(Map<Kind, Integer> counts) {
	}

	private record Upload(UUID id, RegisterFile kind, String fileName, String sha256, LocalDate asAt,
			@Nullable String quarter, Parsed content, Instant expiresAt, @Nullable Instant importedAt,
			Map<Kind, Integer> counts) {

		ImportPreview outcome() {
			return new ImportPreview(this.id, this.kind, this.fileName, this.asAt, this.quarter,
					this.content.rowsInFile(), List.of(), 0, List.of(), List.of(), this.counts, "", this.importedAt);
		}

	}

}
