package org.mandate.submissions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a pro forma says, whole, as it is shown, made into files and kept. As text it is
 * JSON with properties in the order of the alphabet, always the same for the same pro
 * forma; its hash is of that text.
 *
 * @param organisation whose it is
 * @param modelName name of the model
 * @param year as people write it: "2015/16"
 * @param number of the pro forma within the appraisal
 * @param revision of it
 * @param at when it was submitted, or changed last
 * @param submitted what is said of the submission; null for a draft
 * @param sections what it says
 */
record ProFormaContent(String organisation, String modelName, String year, int number, int revision, Instant at,
		@Nullable String submitted, List<Section> sections) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	ProFormaContent {
		sections = List.copyOf(sections);
	}

	/**
	 * A part of it.
	 *
	 * @param title its heading
	 * @param rows what it says
	 */
	record Section(String title, List<Row> rows) {

		Section {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * A field.
	 *
	 * @param label what it is
	 * @param text what it says; empty where nothing is filled in
	 * @param note where it comes from, or what is to be said of it; null for nothing
	 */
	record Row(String label, String text, @Nullable String note) {
	}

	String written() {
		return JSON.writeValueAsString(this);
	}

	/** What a text says, or empty when it is none. */
	static Optional<ProFormaContent> read(String content) {
		try {
			return Optional.ofNullable(JSON.readValue(content, ProFormaContent.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	static String sha256(String content) {
		return sha256(content.getBytes(StandardCharsets.UTF_8));
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
