package org.mandate.documents;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document says as text that is always the same for the same content, to be hashed
 * and kept: JSON with properties in the order of the alphabet, dates in ISO 8601, nothing
 * left out and no space. Its own mapper, so that no setting of the application can change
 * what was hashed.
 */
public final class CanonicalJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private CanonicalJson() {
	}

	/** The content as text. */
	public static String write(Object content) {
		return JSON.writeValueAsString(content);
	}

	/**
	 * What a text says, or empty when it is no such content.
	 * @param text as written
	 * @param type of the content
	 */
	public static <T> Optional<T> read(String text, Class<T> type) {
		try {
			return Optional.ofNullable(JSON.readValue(text, type));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
