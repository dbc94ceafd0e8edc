package org.mandate.appraisals;

import java.io.InputStream;
import java.util.List;

import org.mandate.guidance.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Current levels in a file.
 */
final class CurrentLevelFile {

	private CurrentLevelFile() {
	}

	/** What is said of one function. */
	record Entry(String function, Level level, String wording, String evidence) {
	}

	static List<Entry> read(InputStream content) {
		try {
			return new YAMLMapper().readValue(content, new TypeReference<List<Entry>>() {
			});
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a list of current levels: " + ex.getOriginalMessage(), ex);
		}
	}

}
