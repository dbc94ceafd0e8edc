package org.mandate.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the editions of the data files at start, before the first request and before
 * any runner that needs them. What is published already is left alone; a file that
 * differs from what was published under its version stops the start.
 */
@Component
class EditionPublisher implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(EditionPublisher.class);

	private final ResourcePatternResolver resources;

	private final EditionTables tables;

	private final Guidance guidance;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	EditionPublisher(ResourcePatternResolver resources, EditionTables tables, Guidance guidance, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.resources = resources;
		this.tables = tables;
		this.guidance = guidance;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			Resource[] files = this.resources.getResources("classpath*:guidance/*.yaml");
			Arrays.sort(files, Comparator.comparing(Resource::getFilename));
			for (Resource file : files) {
				try (InputStream content = file.getInputStream()) {
					publish(EditionFile.read("guidance/" + file.getFilename(), content));
				}
			}
			// Read now, so that no page pays for it.
			this.guidance.editions();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data files of guidance cannot be read", ex);
		}
	}

	/**
	 * Publish an edition, unless this very content is published already.
	 * @return whether it was published now
	 * @throws InvalidGuidance if other content was published under the same version
	 */
	boolean publish(EditionFile file) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			// Another node may be starting: the second waits here, and then finds it
			// done.
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('guidance', 0))").query((row) -> {
			});
			EditionRef ref = file.edition().ref();
			String published = this.tables.publishedHash(ref).orElse(null);
			if (published == null) {
				this.tables.insert(file.edition(), file.sha256());
				log.info("Published the guidance {}", ref);
				return true;
			}
			if (!published.equals(file.sha256())) {
				throw new InvalidGuidance("guidance " + ref,
						"published with other content (SHA-256 %s, the file has %s). A published edition never changes: raise \"version\" in the file to %d and restart."
							.formatted(published, file.sha256(), ref.version() + 1));
			}
			return false;
		}));
	}

}
