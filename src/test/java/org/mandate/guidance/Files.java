package org.mandate.guidance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Data files for tests: the shipped ones, and a small one to be varied. */
final class Files {

	static final String SMALL = """
			edition:
			  key: small
			  version: 1
			  title: A small edition
			  for_year: 1999-00
			  issued_on: 1999-04-01
			  summary: Made for a test.
			documents:
			  - { key: paper, title: A paper, short_title: Paper, publisher: Somebody, published: 1999 }
			models:
			  - key: together
			    name: Together
			    summary: Both decide.
			    sources: [ { document: paper, section: "1" } ]
			functions:
			  - key: buying
			    name: Buying
			    sources: [ { document: paper, section: "1" } ]
			scope:
			  - function: buying
			    model: together
			    statements:
			      - level: joint
			        wording: Both together
			        in_force_from: 1999-04-01
			        sources: [ { document: paper, section: "2", quote: both of them } ]
			deadlines:
			  - key: sending
			    kind: submission
			    models: [ together ]
			    title: Send it
			    on: 1999-05-01
			    sources: [ { document: paper, section: "3" } ]
			""";

	private Files() {
	}

	static EditionFile parse(String yaml) {
		return EditionFile.read("guidance/test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
	}

	static EditionFile shipped(String key) {
		try (InputStream content = Objects
			.requireNonNull(Files.class.getResourceAsStream("/guidance/" + key + ".yaml"))) {
			return EditionFile.read(key, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
