package org.mandate.database;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One of the demonstration's people, who uses the application over HTTP: pages, their
 * forms, and a session.
 */
final class Person {

	private final HttpClient client;

	private final URI base;

	private String session = "";

	private String token = "";

	private Person(HttpClient client, int port) {
		this.client = client;
		this.base = URI.create("http://localhost:" + port);
	}

	static Person signIn(HttpClient client, int port, String name) throws IOException, InterruptedException {
		Person person = new Person(client, port);
		Document page = person.page("/10q/sign-in");
		Element form = page.select("form[action$=demonstration-session]")
			.stream()
			.filter((each) -> each.text().contains("Continue as " + name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nobody is " + name));
		if (!person.saves(form.attr("action"), Map.of("person", form.select("input[name=person]").val()))) {
			throw new IllegalStateException(name + " cannot sign in");
		}
		return person;
	}

	Document page(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(request(path).GET());
		if (answer.statusCode() != 200) {
			throw new IOException(path + " was answered with " + answer.statusCode());
		}
		Document page = Jsoup.parse(answer.body());
		this.token = page.select("input[name=_csrf]").attr("value");
		return page;
	}

	/**
	 * Sends a form of the page that was read last.
	 * @return whether it was answered as done, and not with the page for signing in
	 */
	boolean saves(String path, Map<String, String> fields) throws IOException, InterruptedException {
		Map<String, String> all = new HashMap<>(fields);
		all.put("_csrf", this.token);
		String body = all.entrySet()
			.stream()
			.map((field) -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<String> answer = send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
		return answer.statusCode() == 303 && !answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", "text/html");
		return this.session.isEmpty() ? request : request.header("Cookie", this.session);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("mandate="))
			.forEach((cookie) -> this.session = cookie.substring(0, cookie.indexOf(';')));
		return answer;
	}

}
