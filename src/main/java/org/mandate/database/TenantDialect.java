package org.mandate.database;

import java.sql.SQLException;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.hibernate.Session;

import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/**
 * Confines each transaction to its tenant as its first statement. The setting is local to
 * the transaction: it ends with commit and with rollback, so a pooled connection carries
 * nothing over. Listeners and data source proxies were tried and leaked; this did not.
 */
class TenantDialect extends HibernateJpaDialect {

	@Override
	public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
			throws PersistenceException, SQLException {
		Object data = super.beginTransaction(entityManager, definition);
		String tenant = Tenant.current().map(OrganisationId::toString).orElse("");
		entityManager.unwrap(Session.class).doWork((connection) -> {
			try (var statement = connection.prepareStatement("select set_config('app.org', ?, true)")) {
				statement.setString(1, tenant);
				statement.execute();
			}
		});
		return data;
	}

}
