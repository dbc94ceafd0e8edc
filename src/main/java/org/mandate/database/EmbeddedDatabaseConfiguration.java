package org.mandate.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Connects to the embedded server when no other is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoOtherDatabase.class)
class EmbeddedDatabaseConfiguration {

	@Bean(destroyMethod = "close")
	EmbeddedDatabase embeddedDatabase(@Value("${mandate.data-directory}") Path folder)
			throws IOException, SQLException {
		return EmbeddedDatabase.start(folder);
	}

	@Bean
	JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
		return new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.APP;
			}

			@Override
			public String getPassword() {
				return database.appPassword();
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}
		};
	}

	@Bean
	FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
		return new FlywayConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.OWNER;
			}

			@Override
			public String getPassword() {
				return database.ownerPassword();
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}
		};
	}

	static class NoOtherDatabase implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			String url = context.getEnvironment().getProperty("spring.datasource.url");
			var beans = context.getBeanFactory();
			return (url == null || url.isBlank()) && !provided(beans);
		}

		private static boolean provided(
				org.springframework.beans.factory.config.@Nullable ConfigurableListableBeanFactory beans) {
			return beans != null && beans.getBeanNamesForType(JdbcConnectionDetails.class, true, false).length > 0;
		}

	}

}
