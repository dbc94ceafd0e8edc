package org.mandate.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outermost of all filters: answers with a page of its own when the database does not
 * answer, wherever that was noticed (in a handler, the session store, a transaction's
 * end, an error page). From then until the database answers again, requests are answered
 * at once instead of each waiting for a connection. Says so once in the log, and once
 * when it is over.
 */
class DatabaseDownFilter implements Filter {

	private static final Logger log = LoggerFactory.getLogger(DatabaseDownFilter.class);

	private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

	private final DataSource dataSource;

	private final AtomicBoolean down = new AtomicBoolean();

	DatabaseDownFilter(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse answer = (HttpServletResponse) response;
		if (this.down.get() && needsDatabase((HttpServletRequest) request)) {
			send(answer);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (!DatabaseDown.explains(ex)) {
				throw ex;
			}
			notice(ex);
			if (answer.isCommitted()) {
				throw ex;
			}
			send(answer);
		}
	}

	private static boolean needsDatabase(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return !path.startsWith("/assets/") && !path.startsWith("/actuator/");
	}

	private static void send(HttpServletResponse response) throws IOException {
		response.reset();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		DatabaseDown.HEADERS.forEach(response::setHeader);
		response.getOutputStream().write(DatabaseDown.page());
		response.flushBuffer();
	}

	private void notice(Exception failure) {
		if (!DatabaseDown.isServerLost(failure)) {
			log.warn("No connection to the database was free in time; a request was answered with 503. ({})",
					DatabaseDown.reason(failure));
		}
		else if (this.down.compareAndSet(false, true)) {
			log.error("The database does not answer; requests are answered with 503 until it does. ({})",
					DatabaseDown.reason(failure));
			Thread.ofVirtual().name("database-probe").start(this::probe);
		}
	}

	private void probe() {
		while (!answers()) {
			try {
				Thread.sleep(BETWEEN_PROBES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		this.down.set(false);
		log.info("The database answers again");
	}

	private boolean answers() {
		try (Connection connection = this.dataSource.getConnection(); var statement = connection.createStatement()) {
			return statement.execute("select 1");
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
