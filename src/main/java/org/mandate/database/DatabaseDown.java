package org.mandate.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;

import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The database does not answer. Carries such a failure, in whichever form it arose, past
 * everything that would make something else of it; also knows the page with which it is
 * answered.
 */
class DatabaseDown extends RuntimeException {

	/** What the page is sent with. */
	static final Map<String, String> HEADERS = Map.of("Content-Type", "text/html;charset=UTF-8", "Retry-After", "10",
			"Cache-Control", "no-store", "Content-Security-Policy",
			"default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'",
			"X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin");

	private static final byte[] PAGE = read("/database-down.html");

	DatabaseDown(Throwable cause) {
		super(cause);
	}

	/** Whether a failure, or one that caused it, is that the database does not answer. */
	static boolean explains(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof DatabaseDown || cause instanceof CannotCreateTransactionException
					|| cause instanceof DataAccessResourceFailureException || cause instanceof JDBCConnectionException
					|| cause instanceof SQLTransientConnectionException
					|| cause instanceof SQLNonTransientConnectionException || isConnectionLost(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the server itself was not reached or went away, rather than that all
	 * connections to it are in use.
	 */
	static boolean isServerLost(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (isConnectionLost(cause)) {
				return true;
			}
		}
		return false;
	}

	/** What happened innermost, on one line. */
	static String reason(Throwable failure) {
		Throwable root = failure;
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			root = (cause.getMessage() != null) ? cause : root;
		}
		String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
		return root.getClass().getSimpleName() + ": " + message;
	}

	/** The page, without anything that needs the database. */
	static byte[] page() {
		return PAGE.clone();
	}

	// Classes 08 (connection exception) and 57P (the server is stopping or starting) of
	// SQLSTATE.
	private static boolean isConnectionLost(Throwable cause) {
		return cause instanceof SQLException failure && failure.getSQLState() != null
				&& (failure.getSQLState().startsWith("08") || failure.getSQLState().startsWith("57P"));
	}

	private static @Nullable Throwable next(Throwable failure) {
		Throwable cause = failure.getCause();
		return (cause != failure) ? cause : null;
	}

	private static byte[] read(String resource) {
		try (InputStream page = Objects.requireNonNull(DatabaseDown.class.getResourceAsStream(resource))) {
			return page.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
