package org.mandate.organisations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The files of the demonstration and of the tests.
 */
final class Files {

	static final String PRACTICES = "/demonstration/oxfordshire-practices-epraccur-2015-10.csv";

	static final String LIST_SIZES = "/demonstration/oxfordshire-list-sizes-2015_01-03.csv";

	static final String LOCALITIES = "/demonstration/oxfordshire-localities-inferred.csv";

	static final String WHOLE = "/organisations/epraccur-2015-10-whole-10Q.csv";

	static final String DERBYSHIRE_PRACTICES = "/demonstration/southern-derbyshire-practices-epraccur-2015-10.csv";

	static final String DERBYSHIRE_LIST_SIZES = "/demonstration/southern-derbyshire-list-sizes-2015_01-03.csv";

	private Files() {
	}

	static byte[] read(String resource) {
		try (InputStream in = Objects.requireNonNull(Files.class.getResourceAsStream(resource))) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** The shipped rows as those of another organisation. */
	static byte[] of(String resource, String organisation) {
		String text = new String(read(resource), StandardCharsets.UTF_8);
		return bytes(text.replace("10Q", organisation));
	}

}
