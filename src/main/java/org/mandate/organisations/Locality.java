package org.mandate.organisations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation in which its member practices meet and vote.
 *
 * @param id identity within the organisation
 * @param name such as "South West"
 * @param slug how it is named in addresses, such as {@code south-west}
 * @param provenance where its list of practices comes from when that is not the
 * organisation's own statement, else null; shown wherever its figures are
 */
public record Locality(UUID id, String name, String slug, @Nullable String provenance) {

	/** How something of a name is named in addresses: "South West" as "south-west". */
	public static String slugOf(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return slug.isEmpty() ? "locality" : slug;
	}

}
