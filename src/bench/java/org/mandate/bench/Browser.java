package org.mandate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.mandate.access.MemberId;

/**
 * One person's session with the application: pages and forms. Styles and scripts, which a
 * browser keeps for a year, are not asked for.
 */
final class Browser {

	private final HttpClient client;

	private final URI base;

	private final List<Long> pages = new ArrayList<>();

	private final List<Long> forms = new ArrayList<>();

	private String session = "";

	Browser(HttpClient client, URI base) {
		this.client = client;
		this.base = base;
	}

	/** An answer that was not the one that was due. */
	static final class Refused extends IOException {

		private static final long serialVersionUID = 1L;

		Refused(String method, String path, HttpResponse<?> answer) {
			super("%s %s was answered with %d %s".formatted(method, path, answer.statusCode(),
					answer.headers().firstValue("Location").orElse("")));
		}

	}

	static HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(Duration.ofMinutes(1))
			.build();
	}

	/** Takes a role, as anybody may in the demonstration. */
	void signIn(String organisation, MemberId person) throws IOException, InterruptedException {
		String page = page("/" + organisation + "/sign-in");
		send(page, "/" + organisation + "/demonstration-session", Map.of("person", person.id().toString()),
				"/" + organisation);
		this.pages.clear();
		this.forms.clear();
	}

	/**
	 * Reads a page.
	 * @throws Refused if it is answered with anything else
	 */
	String page(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = timed(request(path).GET(), this.pages);
		if (answer.statusCode() != 200) {
			throw new Refused("GET", path, answer);
		}
		return answer.body();
	}

	/**
	 * Sends a form.
	 * @param page on which it is
	 * @param next where it leads when it is taken
	 * @throws Refused if it leads elsewhere, or comes back with errors
	 */
	void send(String page, String path, Map<String, String> fields, String next)
			throws IOException, InterruptedException {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", hidden(page, "_csrf"));
		String body = all.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		HttpResponse<String> answer = timed(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)), this.forms);
		String location = answer.headers().firstValue("Location").orElse("");
		if (answer.statusCode() != 303 || !URI.create(location).getPath().equals(next)) {
			throw new Refused("POST", path, answer);
		}
	}

	/** The value of a hidden field. */
	static String hidden(String page, String name) {
		Matcher field = Pattern.compile("<input type=\"hidden\"[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
			.matcher(page);
		if (!field.find()) {
			throw new IllegalStateException("The page has no field " + name);
		}
		return field.group(1);
	}

	/** Nanoseconds until each page was read. */
	List<Long> pages() {
		return this.pages;
	}

	/** Nanoseconds until each form was answered. */
	List<Long> forms() {
		return this.forms;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(Duration.ofMinutes(1))
			.header("Accept", "text/html");
		return this.session.isEmpty() ? request : request.header("Cookie", this.session);
	}

	private HttpResponse<String> timed(HttpRequest.Builder request, List<Long> times)
			throws IOException, InterruptedException {
		long start = System.nanoTime();
		HttpResponse<String> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		times.add(System.nanoTime() - start);
		answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("mandate="))
			.forEach((cookie) -> this.session = cookie.substring(0, cookie.indexOf(';')));
		return answer;
	}

}
