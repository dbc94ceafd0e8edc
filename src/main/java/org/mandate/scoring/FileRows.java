package org.mandate.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.mandate.forms.TableFile;

/**
 * The rows of a file, read by the names of its columns in whatever order they come.
 */
final class FileRows {

	private final FileKind kind;

	private final List<TableFile.Row> rows;

	private final Map<String, Integer> columns = new HashMap<>();

	FileRows(FileKind kind, List<TableFile.Row> rows) {
		this.kind = kind;
		this.rows = rows;
		List<String> names = rows.getFirst().cells().stream().map(FileRows::plain).toList();
		for (String column : kind.columns()) {
			if (names.contains(column)) {
				this.columns.put(column, names.indexOf(column));
			}
		}
	}

	List<TableFile.Row> all() {
		return this.rows;
	}

	/** Number of the row that names the columns. */
	long header() {
		return this.rows.getFirst().number();
	}

	/** Columns that the file must have and has not. */
	List<String> missing() {
		return this.kind.needed().stream().filter((column) -> !this.columns.containsKey(column)).toList();
	}

	/** All but the first. */
	List<TableFile.Row> body() {
		return this.rows.subList(1, this.rows.size());
	}

	/**
	 * What stands in a column; empty where the file does not have it.
	 * @param column counted from 0 as the kind of file names them
	 */
	String cell(TableFile.Row row, int column) {
		Integer at = this.columns.get(this.kind.columns().get(column));
		return (at != null) ? bare(row.cell(at)) : "";
	}

	/** The first column of a row that has a formula in it. */
	Optional<String> formula(TableFile.Row row) {
		return this.kind.columns().stream().filter((column) -> {
			Integer at = this.columns.get(column);
			return at != null && row.cell(at).startsWith("=");
		}).findFirst();
	}

	/** Without the apostrophe that makes what looks like a formula a text. */
	private static String bare(String cell) {
		return cell.matches("'[=+\\-@].*") ? cell.substring(1) : cell;
	}

	/** For comparing names, whatever their case and spaces. */
	static String plain(String text) {
		return bare(text).replaceAll("\\s+", " ").strip().toLowerCase(Locale.UK);
	}

}
