package org.mandate.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says in the log where the application is reached and where its data are kept.
 */
@Component
class StartBanner {

	private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

	private final Environment environment;

	private final ObjectProvider<EmbeddedDatabase> embedded;

	StartBanner(Environment environment, ObjectProvider<EmbeddedDatabase> embedded) {
		this.environment = environment;
		this.embedded = embedded;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void sayWhere() {
		String port = this.environment.getProperty("local.server.port");
		if (port != null) {
			log.info("Mandate is ready at http://localhost:{}{}", port,
					this.environment.getProperty("server.servlet.context-path", ""));
		}
		EmbeddedDatabase database = this.embedded.getIfAvailable();
		if (database != null) {
			log.info(
					"Data are kept by an embedded PostgreSQL in {}: for evaluation only. "
							+ "A production installation sets spring.datasource.url; see docs/operations.md",
					database.folder());
		}
	}

}
