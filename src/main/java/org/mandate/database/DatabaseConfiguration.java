package org.mandate.database;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

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
	Clock clock() {
		return Clock.systemUTC();
	}

}
