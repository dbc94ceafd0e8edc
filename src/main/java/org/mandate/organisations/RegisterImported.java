package org.mandate.organisations;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.mandate.audit.Auditable;
import org.mandate.organisations.Change.Kind;

/**
 * A file was imported into the register.
 *
 * @param done what it did
 * @param sha256 of the file
 */
record RegisterImported(ImportPreview done, String sha256) implements Auditable {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	@Override
	public String action() {
		return "register.imported";
	}

	@Override
	public String summary() {
		String of = (this.done.quarter() != null) ? " of " + this.done.quarter()
				: " as at " + DAY.format(this.done.asAt());
		return "The " + this.done.kind().noun() + of + " were imported from " + this.done.fileName() + ": "
				+ this.done.count(Kind.NEW) + " new, " + this.done.count(Kind.CHANGED) + " changed, "
				+ this.done.count(Kind.MISSING) + " no longer in the file, " + this.done.count(Kind.UNCHANGED)
				+ " as before.";
	}

	@Override
	public Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("file", this.done.fileName());
		details.put("sha256", this.sha256);
		details.put("asAt", this.done.asAt().toString());
		if (this.done.quarter() != null) {
			details.put("quarter", this.done.quarter());
		}
		details.put("new", codes(Kind.NEW));
		details.put("missing", codes(Kind.MISSING));
		Map<String, Object> changed = new LinkedHashMap<>();
		this.done.changes(Kind.CHANGED)
			.forEach((change) -> changed.put(change.code(), change.differences()
				.stream()
				.map((difference) -> difference.field() + ": " + difference.before() + " → " + difference.after())
				.toList()));
		details.put("changed", changed);
		details.put("notes", this.done.notes());
		return details;
	}

	private List<String> codes(Kind kind) {
		return this.done.changes(kind).stream().map(Change::code).toList();
	}

}
