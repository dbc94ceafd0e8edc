package org.mandate.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * The file that says who may do what: one line a handler.
 *
 * @param lines outcomes by handler and column
 */
record AuthorisationMatrix(Map<String, Map<String, String>> lines) {

	static final List<String> COLUMNS = List.of("anonymous", "administrator", "manager", "director own",
			"director other", "governing body", "chair", "accountable officer", "guardian", "elsewhere");

	static AuthorisationMatrix read() throws IOException {
		Map<String, Map<String, String>> lines = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		String text = new ClassPathResource("authorisation-matrix.csv").getContentAsString(StandardCharsets.UTF_8);
		List<String> rows = text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		if (!cells(rows.getFirst()).equals(Stream.concat(Stream.of("handler"), COLUMNS.stream()).toList())) {
			problems.add("The columns are: handler, " + String.join(", ", COLUMNS));
		}
		for (String row : rows.subList(1, rows.size())) {
			List<String> cells = cells(row);
			if (cells.size() != COLUMNS.size() + 1) {
				problems.add("Not " + (COLUMNS.size() + 1) + " cells: " + row);
				continue;
			}
			Map<String, String> outcomes = new LinkedHashMap<>();
			for (int i = 0; i < COLUMNS.size(); i++) {
				outcomes.put(COLUMNS.get(i), cells.get(i + 1));
			}
			if (lines.put(cells.getFirst(), outcomes) != null) {
				problems.add("Twice: " + cells.getFirst());
			}
		}
		if (!problems.isEmpty()) {
			throw new IllegalStateException("authorisation-matrix.csv: " + String.join("\n", problems));
		}
		return new AuthorisationMatrix(lines);
	}

	private static List<String> cells(String row) {
		return Arrays.stream(row.split(",", -1)).map(String::strip).toList();
	}

}
