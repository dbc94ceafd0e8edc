package org.mandate.guidance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads published editions from their tables: one query a table, whatever their size.
 */
@Component
class EditionReader {

	private final JdbcClient jdbc;

	EditionReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The published editions: those of the latest year first, and newer versions first.
	 */
	List<EditionRef> published() {
		return this.jdbc.sql("""
				select e.key, e.version from guidance_edition e join guidance_publication p on p.edition_id = e.id
				order by e.for_year desc, e.key, e.version desc""")
			.query((row, number) -> new EditionRef(text(row, "key"), row.getInt("version")))
			.list();
	}

	/** A published edition, whole. */
	Edition read(EditionRef ref) {
		return this.jdbc.sql("select * from guidance_edition where key = ? and version = ?")
			.params(ref.key(), ref.version())
			.query((row, number) -> new Reading(uuid(row, "id")).edition(ref, row))
			.single();
	}

	/** Reads the tables of one edition. */
	private final class Reading {

		private final UUID edition;

		private final Map<UUID, String> keys = new HashMap<>();

		private final Map<UUID, Citation.Document> documents = new LinkedHashMap<>();

		private final Map<UUID, List<Citation>> citations = new HashMap<>();

		private final Map<UUID, List<String>> models = new HashMap<>();

		Reading(UUID edition) {
			this.edition = edition;
		}

		Edition edition(EditionRef ref, ResultSet row) throws SQLException {
			readWhatEntriesShare();
			Map<UUID, List<Edition.Alias>> aliases = grouped("""
					select t.* from guidance_model_alias t join guidance_entry e using (edition_id, id)
					where edition_id = ? order by e.position""", "model_id",
					(alias, number) -> new Edition.Alias(key(alias), text(alias, "name"), citations(alias)));
			return new Edition(ref, text(row, "title"), text(row, "summary"), text(row, "for_year"),
					value(row, "issued_on", LocalDate.class), List.copyOf(this.documents.values()),
					list("""
							select t.* from guidance_model t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(model, number) -> new Edition.Model(key(model), text(model, "name"),
									text(model, "summary"), of(aliases, uuid(model, "id")), citations(model))),
					list("""
							select t.* from guidance_function t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(function, number) -> new Edition.Function(key(function), text(function, "name"),
									citations(function))),
					scope(), deadlines(),
					list("""
							select t.* from guidance_requirement t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Requirement(key(entry), text(entry, "text"), models(entry),
									citations(entry))),
					list("""
							select t.* from guidance_shared_function t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.SharedFunction(key(entry), text(entry, "text"),
									models(entry), citations(entry))),
					list("""
							select t.* from guidance_difference t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Difference(key(entry), text(entry, "aspect"),
									key(entry, "model_id"), text(entry, "text"), citations(entry))),
					list("""
							select t.* from guidance_reserved_function t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.ReservedFunction(key(entry), text(entry, "name"),
									text(entry, "text"), models(entry), citations(entry))),
					list("""
							select t.* from guidance_legal_basis t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.LegalBasis(key(entry), text(entry, "instrument"),
									text(entry, "provision"), text(entry, "text"), models(entry), citations(entry))),
					list("""
							select t.* from guidance_consideration t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Consideration(key(entry),
									Edition.Consideration.Category.valueOf(text(entry, "category")),
									text(entry, "text"), models(entry), citations(entry))),
					list("""
							select t.* from guidance_rule t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Rule(key(entry),
									Edition.Rule.Category.valueOf(text(entry, "category")), text(entry, "topic"),
									Edition.Rule.Strength.valueOf(text(entry, "strength")), text(entry, "title"),
									text(entry, "text"), models(entry), citations(entry))),
					list("""
							select t.* from guidance_process_step t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Step(key(entry), text(entry, "title"), text(entry, "who"),
									text(entry, "text"), this.keys.get(entry.getObject("deadline_id", UUID.class)),
									models(entry), citations(entry))),
					list("""
							select t.* from guidance_question t join guidance_entry e using (edition_id, id)
							where edition_id = ? order by e.position""",
							(entry, number) -> new Edition.Question(key(entry), text(entry, "question"),
									text(entry, "answer"), citations(entry))));
		}

		private void readWhatEntriesShare() {
			query("select id, key from guidance_entry where edition_id = ?",
					(row) -> this.keys.put(uuid(row, "id"), text(row, "key")));
			query("select * from guidance_document where edition_id = ? order by position",
					(row) -> this.documents.put(uuid(row, "id"),
							new Citation.Document(text(row, "key"), text(row, "title"), text(row, "short_title"),
									text(row, "publisher"), text(row, "published"))));
			query("select * from guidance_citation where edition_id = ? order by entry_id, position",
					(row) -> this.citations.computeIfAbsent(uuid(row, "entry_id"), (id) -> new ArrayList<>())
						.add(new Citation(document(uuid(row, "document_id")), text(row, "section"),
								row.getString("quote"))));
			query("""
					select t.entry_id, t.model_id from guidance_entry_model t
					join guidance_entry e on e.edition_id = t.edition_id and e.id = t.model_id
					where t.edition_id = ? order by e.position""",
					(row) -> this.models.computeIfAbsent(uuid(row, "entry_id"), (id) -> new ArrayList<>())
						.add(key(row, "model_id")));
		}

		private List<ScopeEntry> scope() {
			Map<List<String>, List<ScopeEntry.Statement>> cells = new LinkedHashMap<>();
			query("""
					select t.* from guidance_scope_statement t join guidance_entry e using (edition_id, id)
					where edition_id = ? order by e.position""", (row) -> cells
				.computeIfAbsent(List.of(key(row, "function_id"), key(row, "model_id")), (cell) -> new ArrayList<>())
				.add(new ScopeEntry.Statement(key(row), Level.valueOf(text(row, "level")), text(row, "wording"),
						row.getBoolean("as_printed"), row.getString("condition"),
						value(row, "in_force_from", LocalDate.class), row.getString("in_force_text"), citations(row))));
			return cells.entrySet()
				.stream()
				.map((cell) -> new ScopeEntry(cell.getKey().get(0), cell.getKey().get(1), cell.getValue()))
				.toList();
		}

		private List<Deadline> deadlines() {
			Map<UUID, List<Deadline>> rivals = grouped("""
					select t.* from guidance_deadline t join guidance_entry e using (edition_id, id)
					where edition_id = ? and rival_of is not null order by e.position""", "rival_of",
					(row, number) -> deadline(row, List.of()));
			return list("""
					select t.* from guidance_deadline t join guidance_entry e using (edition_id, id)
					where edition_id = ? and rival_of is null order by e.position""",
					(row, number) -> deadline(row, of(rivals, uuid(row, "id"))));
		}

		private Deadline deadline(ResultSet row, List<Deadline> rivals) throws SQLException {
			OffsetDateTime at = row.getObject("due_at", OffsetDateTime.class);
			ZonedDateTime zoned = (at != null) ? at.atZoneSameInstant(ZoneId.of(text(row, "due_zone"))) : null;
			return new Deadline(key(row), Deadline.Category.valueOf(text(row, "category")), text(row, "title"),
					models(row), zoned, row.getObject("due_on", LocalDate.class), row.getString("due_text"),
					citations(row), rivals);
		}

		private interface RowReader {

			void read(ResultSet row) throws SQLException;

		}

		private void query(String sql, RowReader reader) {
			EditionReader.this.jdbc.sql(sql).param(this.edition).query((row) -> {
				reader.read(row);
			});
		}

		private <T> List<T> list(String sql, RowMapper<T> mapper) {
			return List.copyOf(EditionReader.this.jdbc.sql(sql).param(this.edition).query(mapper).list());
		}

		private <T> Map<UUID, List<T>> grouped(String sql, String by, RowMapper<T> mapper) {
			Map<UUID, List<T>> found = new HashMap<>();
			query(sql, (row) -> found.computeIfAbsent(uuid(row, by), (id) -> new ArrayList<>())
				.add(mapper.mapRow(row, 0)));
			return found;
		}

		private String key(ResultSet row) throws SQLException {
			return key(row, "id");
		}

		private String key(ResultSet row, String column) throws SQLException {
			return present(this.keys.get(uuid(row, column)), column);
		}

		private Citation.Document document(UUID id) {
			return present(this.documents.get(id), "document_id");
		}

		private List<Citation> citations(ResultSet row) throws SQLException {
			return of(this.citations, uuid(row, "id"));
		}

		private List<String> models(ResultSet row) throws SQLException {
			return of(this.models, uuid(row, "id"));
		}

		private static <T> List<T> of(Map<UUID, List<T>> lists, UUID id) {
			return List.copyOf(lists.getOrDefault(id, List.of()));
		}

	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return value(row, column, UUID.class);
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return present(row.getString(column), column);
	}

	private static <T> T value(ResultSet row, String column, Class<T> type) throws SQLException {
		return present(row.getObject(column, type), column);
	}

	private static <T> T present(@Nullable T value, String column) {
		if (value == null) {
			throw new IllegalStateException("A row of guidance has nothing in " + column);
		}
		return value;
	}

}
