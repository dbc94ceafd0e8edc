package org.mandate.voting;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as one value of a column: what a second person entered is kept beside a version
 * and never counted by itself.
 */
@Converter
class FiguresJson implements AttributeConverter<Figures, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Figures figures) {
		return (figures != null) ? JSON.writeValueAsString(figures) : null;
	}

	@Override
	public @Nullable Figures convertToEntityAttribute(@Nullable String kept) {
		return read(kept);
	}

	static @Nullable Figures read(@Nullable String kept) {
		return (kept != null) ? JSON.readValue(kept, Figures.class) : null;
	}

}
