package org.mandate.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mandate.organisations.Organisations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 60 * 60)
class SecurityConfiguration {

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	/** To paths of this server, to be asked for with GET. */
	static final RedirectStrategy REDIRECTION = redirection();

	/** Where people sign in: reached by those who are not, or not here, signed in. */
	private static final RequestMatcher SIGNING_IN = any("/{org}/sign-in", "/{org}/invitations/{token}",
			"/{org}/demonstration-session");

	/** What anybody may read of an organisation, also who belongs to another. */
	private static final RequestMatcher PUBLISHED = any("/{org}/published-results", "/{org}/published-results/**",
			"/{org}/register-of-interests", "/{org}/register-of-interests.csv", "/{org}/register-of-decisions",
			"/{org}/register-of-decisions.csv", "/{org}/register-of-decisions.atom", "/{org}/register-of-decisions/**",
			"/{org}/verification", "/{org}/verification/*", "/{org}/calendar/*");

	private static final RequestMatcher NATIONAL = any("/", "/sign-in", "/sign-out", "/first-administrator/{token}",
			"/guidance/**", "/help/**", "/accessibility", "/privacy", "/cookies", "/assets/**", "/actuator/health/**",
			"/error", "/favicon.ico");

	private static RedirectStrategy redirection() {
		DefaultRedirectStrategy redirection = new DefaultRedirectStrategy();
		redirection.setStatusCode(HttpStatus.SEE_OTHER);
		return redirection;
	}

	static boolean isOpenToOutsiders(HttpServletRequest request) {
		return SIGNING_IN.matches(request) || PUBLISHED.matches(request);
	}

	private static RequestMatcher any(String... patterns) {
		PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
		RequestMatcher[] matchers = new RequestMatcher[patterns.length];
		for (int i = 0; i < patterns.length; i++) {
			matchers[i] = builder.matcher(patterns[i]);
		}
		return new OrRequestMatcher(matchers);
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, Organisations organisations, People people, PasswordEncoder encoder,
			SignInThrottle throttle) {
		DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(people::signingIn);
		passwords.setPasswordEncoder(encoder);
		HttpSessionRequestCache asked = new HttpSessionRequestCache();
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(NATIONAL, SIGNING_IN, PUBLISHED)
				.permitAll()
				.anyRequest()
				.authenticated())
			.authenticationProvider(new SignInProvider(passwords, throttle))
			.addFilterBefore(new OrganisationFilter(organisations), UsernamePasswordAuthenticationFilter.class)
			.formLogin((form) -> form.loginPage("/sign-in")
				.loginProcessingUrl("/{org}/sign-in")
				.usernameParameter("email")
				.successHandler(new WelcomeHandler(asked))
				.failureHandler(SecurityConfiguration::refuse))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-out"))
			.requestCache((cache) -> cache.requestCache(asked))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(SecurityConfiguration::deny)
				.authenticationEntryPoint((request, response, ex) -> {
					String segment = OrganisationFilter.segment(request);
					Optional<String> organisation = organisations.byCode(segment).map((found) -> found.slug());
					REDIRECTION.sendRedirect(request, response,
							organisation.map((slug) -> "/" + slug + "/sign-in").orElse("/sign-in"));
				}))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()")))
			.build();
	}

	private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException) {
			// The error page takes these: it is not the person's role that is at fault.
			request.setAttribute("heading", "Load the page again");
			request.setAttribute("message", "What you sent was not saved, because the page it came from is no longer "
					+ "valid. Go back, copy what you typed, reload the page and send it again.");
		}
		response.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		String problem = (ex instanceof SignInProvider.TooManyAttempts) ? "wait" : "wrong";
		REDIRECTION.sendRedirect(request, response,
				"/" + OrganisationFilter.segment(request) + "/sign-in?problem=" + problem);
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(11);
	}

	@Bean
	CookieSerializer cookies() {
		DefaultCookieSerializer cookies = new DefaultCookieSerializer();
		cookies.setCookieName("mandate");
		cookies.setSameSite("Lax");
		cookies.setUseHttpOnlyCookie(true);
		return cookies;
	}

}
