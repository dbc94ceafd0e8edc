package org.mandate.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Waits, before the application starts, until the configured database answers. Meanwhile
 * every request on the application's port is answered with 503 and a page that says so.
 * The embedded database needs no waiting.
 */
class WaitForDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private static final Logger log = LoggerFactory.getLogger(WaitForDatabase.class);

	private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		String url = environment.getProperty("spring.datasource.url", "");
		if (url.isBlank()) {
			return;
		}
		String problem = problem(environment, url);
		if (problem == null) {
			return;
		}
		log.error("The database does not answer; requests are answered with 503 until it does. ({})", problem);
		HttpServer server = serve(environment);
		try {
			for (String last = problem; problem != null; problem = problem(environment, url)) {
				if (!problem.equals(last)) {
					log.error("The database does not answer yet. ({})", problem);
					last = problem;
				}
				Thread.sleep(BETWEEN_TRIES);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the database", ex);
		}
		finally {
			if (server != null) {
				server.stop(0);
			}
		}
		log.info("The database answers; starting");
	}

	private static @Nullable String problem(Environment environment, String url) {
		Properties properties = new Properties();
		properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
		properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
		properties.setProperty("connectTimeout", "3");
		properties.setProperty("loginTimeout", "3");
		properties.setProperty("socketTimeout", "3");
		try (Connection connection = DriverManager.getConnection(url, properties)) {
			return connection.isValid(3) ? null : "The connection is not valid";
		}
		catch (SQLException ex) {
			return DatabaseDown.reason(ex);
		}
	}

	private static @Nullable HttpServer serve(Environment environment) {
		int port = environment.getProperty("server.port", Integer.class, 8080);
		if (port <= 0 || "none".equals(environment.getProperty("spring.main.web-application-type"))) {
			return null;
		}
		try {
			String address = environment.getProperty("server.address");
			HttpServer server = HttpServer.create((address != null)
					? new InetSocketAddress(InetAddress.getByName(address), port) : new InetSocketAddress(port), 0);
			server.createContext("/", WaitForDatabase::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			log.error("Port {} cannot be used to say so: {}", port, ex.getMessage());
			return null;
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.matches("/assets/[\\w./-]+\\.css") && !path.contains("..")) {
				try (InputStream style = WaitForDatabase.class.getResourceAsStream("/static" + path)) {
					if (style != null) {
						send(exchange, 200, style.readAllBytes(), "text/css;charset=UTF-8");
						return;
					}
				}
			}
			DatabaseDown.HEADERS.forEach(exchange.getResponseHeaders()::set);
			send(exchange, 503, DatabaseDown.page(), Objects.requireNonNull(DatabaseDown.HEADERS.get("Content-Type")));
		}
	}

	private static void send(HttpExchange exchange, int status, byte[] body, String type) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, head ? -1 : body.length);
		if (!head) {
			exchange.getResponseBody().write(body);
		}
	}

}
