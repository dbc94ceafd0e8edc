package org.mandate.database;

import java.util.Optional;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organisation to whose rows the current thread is confined. Transactions that begin
 * inside {@link #run} or {@link #call} see and write that organisation's rows only;
 * transactions that begin outside see no organisation's rows at all. Row level security
 * in the database enforces both.
 */
public final class Tenant {

	private static final ScopedValue<OrganisationId> CURRENT = ScopedValue.newInstance();

	private Tenant() {
	}

	/**
	 * Run some work confined to an organisation.
	 * @param organisation whose rows the work may see
	 * @param work what to do; its exceptions pass through
	 * @throws IllegalStateException if a transaction confined to another organisation (or
	 * to none) is under way, for its confinement cannot change half-way
	 */
	public static void run(OrganisationId organisation, Runnable work) {
		call(organisation, () -> {
			work.run();
			return Boolean.TRUE;
		});
	}

	/**
	 * Like {@link #run}, for work that gives a result or throws a checked exception.
	 * @param <R> what the work gives
	 * @param <X> what the work may throw
	 * @param organisation whose rows the work may see
	 * @param work what to do
	 * @return what the work gives
	 * @throws X what the work throws
	 */
	public static <R, X extends Throwable> R call(OrganisationId organisation, ScopedValue.CallableOp<R, X> work)
			throws X {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& !current().equals(Optional.of(organisation))) {
			throw new IllegalStateException("A transaction is already confined to "
					+ current().map(OrganisationId::toString).orElse("no organisation"));
		}
		return ScopedValue.where(CURRENT, organisation).call(work);
	}

	/**
	 * The organisation of the current thread, if any.
	 */
	public static Optional<OrganisationId> current() {
		return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
	}

}
