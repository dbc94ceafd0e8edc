package org.mandate.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody who visits over HTTP with a browser's cookies and forms, but follows no
 * redirect by themselves.
 */
class HttpVisitor {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI base;

	private String csrf = "";

	HttpVisitor(int port) {
		this.base = URI.create("http://localhost:" + port);
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", "text/html").GET());
	}

	/** Sends a form, with the token of the last page that had one. */
	HttpResponse<String> post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(this.base.resolve(path))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + this.csrf)));
	}

	HttpResponse<String> signIn(String org, String email, String password) {
		get("/" + org + "/sign-in");
		return post("/" + org + "/sign-in", Map.of("email", email, "password", password));
	}

	void forgetToken() {
		this.csrf = "";
	}

	Optional<String> sessionCookie() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("mandate"))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	void setSessionCookie(String value) {
		this.cookies.getCookieStore().removeAll();
		HttpCookie cookie = new HttpCookie("mandate", value);
		// As the cookie manager itself names a host without a dot.
		cookie.setDomain(this.base.getHost() + ".local");
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(this.base, cookie);
	}

	/** Where a redirect leads. */
	static String target(HttpResponse<String> response) {
		return response.headers().firstValue("Location").map(URI::create).map((target) -> {
			String query = target.getRawQuery();
			return target.getRawPath() + ((query != null) ? "?" + query : "");
		}).orElse("no redirect but " + response.statusCode());
	}

	/** The text of a page, without its header. */
	static String text(HttpResponse<String> response) {
		return Jsoup.parse(response.body()).text();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			Document page = Jsoup.parse(response.body());
			Optional.ofNullable(page.selectFirst("input[name=_csrf]")).ifPresent((token) -> this.csrf = token.val());
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
