package org.mandate.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Asks for every handler of the application as everybody, and compares with
 * {@code authorisation-matrix.csv}. A new handler needs one line there, and a
 * {@link PathFixtures} where its address has a variable that no other has. Each request
 * runs in a transaction that is rolled back, so none changes what the next one finds.
 */
@MandateTest
class AuthorisationMatrixTests {

	private static final Pattern VARIABLE = Pattern.compile("([^/{}]*)/(\\{[^}:]+)(?::[^}]*)?\\}");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private MockMvc mvc;

	/** A handler with one way to reach it. */
	private record Endpoint(RequestMethod method, String pattern, RequestMappingInfo info, HandlerMethod handler) {

		String key() {
			String params = this.info.getParamsCondition()
				.getExpressions()
				.stream()
				.map(Object::toString)
				.sorted()
				.collect(Collectors.joining("&"));
			return this.method + " " + this.pattern + (params.isEmpty() ? "" : "?" + params);
		}

		boolean national() {
			return !this.pattern.startsWith("/{org}");
		}

	}

	/** An organisation with somebody in each role, and what its addresses name. */
	private record World(Organisation organisation, Map<String, Member> members, Map<String, String> values) {
	}

	@Test
	void listsEveryHandlerAndNoOther() throws IOException {
		Map<String, Endpoint> endpoints = endpoints();
		Set<String> listed = AuthorisationMatrix.read().lines().keySet();
		Set<String> missing = new TreeSet<>(endpoints.keySet());
		missing.removeAll(listed);
		Set<String> gone = new TreeSet<>(listed);
		gone.removeAll(endpoints.keySet());
		String lines = missing.stream().map((key) -> suggestion(endpoints.get(key))).collect(Collectors.joining("\n"));
		assertThat(missing)
			.as("Handlers without a line in authorisation-matrix.csv. By their annotations these would be:\n" + lines)
			.isEmpty();
		assertThat(gone).as("Lines of authorisation-matrix.csv for handlers that are no more").isEmpty();
	}

	@TestFactory
	Stream<DynamicTest> answersEverybodyAsListed() throws IOException {
		World here = world();
		World elsewhere = world();
		Map<String, Map<String, String>> lines = AuthorisationMatrix.read().lines();
		return endpoints().values()
			.stream()
			.filter((endpoint) -> lines.containsKey(endpoint.key()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.key(),
					() -> assertThat(differences(lines.get(endpoint.key()), outcomes(endpoint, here, elsewhere)))
						.isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> findsNothingOfAnotherOrganisationUnderTheOwnAddress() throws IOException {
		World here = world();
		World elsewhere = world();
		Map<String, Map<String, String>> lines = AuthorisationMatrix.read().lines();
		return endpoints().values()
			.stream()
			.filter((endpoint) -> !endpoint.national() && lines.containsKey(endpoint.key()))
			.filter((endpoint) -> !path(endpoint.pattern(), here.values())
				.equals(path(endpoint.pattern(), foreign(here, elsewhere))))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.key(), () -> {
				String path = path(endpoint.pattern(), foreign(here, elsewhere));
				for (Member member : here.members().values()) {
					assertThat(outcome(endpoint, path, here, member)).as(member.name()).isIn("not-found", "forbidden");
				}
			}));
	}

	private static List<String> differences(Map<String, String> listed, Map<String, String> found) {
		return AuthorisationMatrix.COLUMNS.stream()
			.filter((column) -> !Objects.equals(listed.get(column), found.get(column)))
			.map((column) -> "%s is %s, but listed as %s".formatted(column, found.get(column), listed.get(column)))
			.toList();
	}

	private static Map<String, String> foreign(World here, World elsewhere) {
		Map<String, String> values = new HashMap<>(elsewhere.values());
		values.put("{org}", here.organisation().slug());
		return values;
	}

	private Map<String, String> outcomes(Endpoint endpoint, World here, World elsewhere) {
		Map<String, String> outcomes = new LinkedHashMap<>();
		String path = path(endpoint.pattern(), here.values());
		outcomes.put("anonymous", outcome(endpoint, path, here, null));
		here.members().forEach((column, member) -> outcomes.put(column, outcome(endpoint, path, here, member)));
		String other = path(endpoint.pattern(), elsewhere.values());
		outcomes.put("elsewhere",
				endpoint.national() ? "-"
						: here.members()
							.values()
							.stream()
							.map((member) -> outcome(endpoint, other, elsewhere, member))
							.distinct()
							.collect(Collectors.joining(" or ")));
		return outcomes;
	}

	private String outcome(Endpoint endpoint, String path, World world, @Nullable Member member) {
		return Tenant.call(world.organisation().id(),
				() -> Objects.requireNonNull(new TransactionTemplate(this.transactions).execute((status) -> {
					status.setRollbackOnly();
					try {
						return outcome(this.mvc.perform(asking(endpoint, path, member)).andReturn().getResponse());
					}
					catch (Exception ex) {
						return "failed: " + Stream.iterate((Throwable) ex, Objects::nonNull, Throwable::getCause)
							.map(Throwable::getMessage)
							.collect(Collectors.joining(" < "));
					}
				})));
	}

	private static MockHttpServletRequestBuilder asking(Endpoint endpoint, String path, @Nullable Member member) {
		MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(endpoint.method().name()), URI.create(path))
			.with(csrf())
			.accept(MediaType.TEXT_HTML, MediaType.ALL);
		for (NameValueExpression<String> param : endpoint.info().getParamsCondition().getExpressions()) {
			if (!param.isNegated()) {
				request.param(param.getName(), (param.getValue() != null) ? param.getValue() : "");
			}
		}
		endpoint.info()
			.getConsumesCondition()
			.getConsumableMediaTypes()
			.stream()
			.findFirst()
			.ifPresent(request::contentType);
		return (member != null) ? request.with(SigningIn.as(member)) : request;
	}

	/**
	 * An empty form that is shown again, or a conflict, is an answer to somebody who may
	 * ask.
	 */
	private static String outcome(MockHttpServletResponse response) {
		String target = response.getRedirectedUrl();
		if (target != null && target.replaceAll("\\?.*", "").endsWith("/sign-in")) {
			return "sign-in";
		}
		return switch (response.getStatus()) {
			case 401 -> "sign-in";
			case 403 -> "forbidden";
			case 404 -> "not-found";
			default -> (response.getStatus() >= 500) ? "failed: " + response.getStatus() : "allowed";
		};
	}

	private static String path(String pattern, Map<String, String> values) {
		Matcher variables = VARIABLE.matcher(pattern);
		StringBuilder path = new StringBuilder();
		while (variables.find()) {
			String name = variables.group(2) + "}";
			String value = values.getOrDefault(variables.group(1) + "/" + name, values.get(name));
			if (value == null) {
				throw new IllegalStateException(
						"Nothing to put for %s of %s: have a PathFixtures of its module say".formatted(name, pattern));
			}
			variables.appendReplacement(path, Matcher.quoteReplacement(
					variables.group(1) + "/" + UriUtils.encodePathSegment(value, StandardCharsets.UTF_8)));
		}
		return variables.appendTail(path).toString();
	}

	private Map<String, Endpoint> endpoints() {
		Map<String, Endpoint> endpoints = new TreeMap<>();
		this.mappings.getHandlerMethods().forEach((info, handler) -> {
			if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
				Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
				for (String pattern : info.getPatternValues()) {
					for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.values()) : methods) {
						Endpoint endpoint = new Endpoint(method, pattern, info, handler);
						endpoints.put(endpoint.key(), endpoint);
					}
				}
			}
		});
		return endpoints;
	}

	private World world() {
		Organisation organisation = this.testOrganisations.establish();
		return Tenant.call(organisation.id(), () -> {
			Locality own = this.organisations.addLocality("North " + UUID.randomUUID(), null);
			Locality other = this.organisations.addLocality("South " + UUID.randomUUID(), null);
			Map<String, Member> members = new LinkedHashMap<>();
			members.put("administrator", member(organisation, Role.ADMINISTRATOR, null));
			members.put("manager", member(organisation, Role.COMMISSIONING_MANAGER, null));
			members.put("director own", member(organisation, Role.LOCALITY_DIRECTOR, own.id()));
			members.put("director other", member(organisation, Role.LOCALITY_DIRECTOR, other.id()));
			members.put("governing body", member(organisation, Role.GOVERNING_BODY_MEMBER, null));
			members.put("chair", member(organisation, Role.CHAIR, null));
			members.put("accountable officer", member(organisation, Role.ACCOUNTABLE_OFFICER, null));
			members.put("guardian", member(organisation, Role.CONFLICTS_GUARDIAN, null));
			Map<String, String> values = new HashMap<>();
			for (PathFixtures fixtures : fixtures()) {
				values.putAll(fixtures.make(new PathFixtures.Setting(organisation, own, other,
						Objects.requireNonNull(members.get("manager")), Map.copyOf(values))));
			}
			return new World(organisation, members, values);
		});
	}

	private Member member(Organisation organisation, Role role, @Nullable UUID locality) {
		return this.testOrganisations.person(organisation, role, locality);
	}

	private List<PathFixtures> fixtures() {
		var scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AssignableTypeFilter(PathFixtures.class));
		List<PathFixtures> fixtures = new ArrayList<>();
		scan.findCandidateComponents("org.mandate").forEach((found) -> {
			Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
			fixtures
				.add((PathFixtures) this.beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
		});
		fixtures.sort(Comparator.comparingInt(PathFixtures::order));
		return fixtures;
	}

	private static String suggestion(@Nullable Endpoint endpoint) {
		HandlerMethod handler = Objects.requireNonNull(endpoint).handler();
		boolean open = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class);
		AllowedTo method = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedTo.class);
		AllowedTo allowed = (method != null) ? method
				: AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedTo.class);
		Set<Role> roles = (allowed == null) ? Set.of()
				: (allowed.value().length == 0) ? Set.of(Role.values()) : Set.of(allowed.value());
		String cells = Stream
			.of(Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.LOCALITY_DIRECTOR, Role.LOCALITY_DIRECTOR,
					Role.GOVERNING_BODY_MEMBER, Role.CHAIR)
			.map((role) -> (open || roles.contains(role)) ? "allowed" : "forbidden")
			.collect(Collectors.joining(", "));
		String elsewhere = endpoint.national() ? "-" : open ? "allowed" : "not-found";
		return endpoint.key() + ", " + (open ? "allowed" : "sign-in") + ", " + cells + ", " + elsewhere;
	}

}
