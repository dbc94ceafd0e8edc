package org.mandate.database;

import java.time.Clock;
import java.util.EnumSet;

import javax.sql.DataSource;

import jakarta.servlet.DispatcherType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

	@Bean
	JpaVendorAdapter jpaVendorAdapter() {
		TenantDialect dialect = new TenantDialect();
		return new HibernateJpaVendorAdapter() {
			@Override
			public HibernateJpaDialect getJpaDialect() {
				return dialect;
			}
		};
	}

	@Bean
	FilterRegistrationBean<DatabaseDownFilter> databaseDownFilter(DataSource dataSource) {
		var registration = new FilterRegistrationBean<>(new DatabaseDownFilter(dataSource));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		return registration;
	}

	/** Regular work that finds no database says so in a line; it will be tried again. */
	@Bean
	ThreadPoolTaskSchedulerCustomizer regularWorkWithoutDatabase() {
		return (scheduler) -> scheduler.setErrorHandler((failure) -> {
			if (DatabaseDown.explains(failure)) {
				log.warn("Regular work was left out, for the database does not answer ({})",
						DatabaseDown.reason(failure));
			}
			else {
				log.error("Regular work failed", failure);
			}
		});
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
