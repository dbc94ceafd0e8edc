package org.mandate.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test that uses the application through a browser. Extend it and say how the
 * application starts, with a random port. Where no browser is installed such tests are
 * skipped, loudly; with CI=true they fail instead.
 */
public abstract class BrowserTest {

	/** A laptop's window, in CSS pixels. */
	protected static final int WIDE = 1280;

	/** The narrowest window a page must fit without sideways scroll (WCAG 1.4.10). */
	protected static final int NARROW = 320;

	private static final Logger LOG = LoggerFactory.getLogger(BrowserTest.class);

	private static @Nullable Browser browser;

	private static boolean tried;

	private final List<Visitor> visitors = new ArrayList<>();

	@LocalServerPort
	private int port;

	@BeforeAll
	static synchronized void startBrowser() {
		if (!tried) {
			tried = true;
			browser = launch();
		}
		if (browser == null) {
			if ("true".equals(System.getenv("CI"))) {
				throw new IllegalStateException("CI=true and no browser: install Chromium");
			}
			Assumptions.abort("no browser");
		}
	}

	private static @Nullable Browser launch() {
		Path installed = Path.of("/usr/bin/chromium");
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
			.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync"));
		if (Files.isExecutable(installed)) {
			options.setExecutablePath(installed);
		}
		try {
			// One browser serves all test classes; it ends with the tests' process.
			return Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
				.chromium()
				.launch(options);
		}
		catch (PlaywrightException ex) {
			LOG.warn("NO BROWSER: EVERY BROWSER TEST IS SKIPPED. Install Chromium to run them. ({})",
					ex.getMessage().lines().findFirst().orElse(""));
			return null;
		}
	}

	/** Somebody with a window of this width. */
	protected final Visitor visitor(int width) {
		return visitor(width, true, false);
	}

	/** Somebody with the narrowest phone, who taps. */
	protected final Visitor visitorWhoTaps() {
		return visitor(NARROW, true, true);
	}

	/** Somebody whose browser runs no JavaScript. */
	protected final Visitor visitorWithoutScripts(int width) {
		return visitor(width, false, false);
	}

	private Visitor visitor(int width, boolean scripts, boolean touch) {
		if (browser == null) {
			throw new IllegalStateException("No browser");
		}
		Visitor visitor = new Visitor("http://localhost:" + this.port, scripts,
				browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)
					.setJavaScriptEnabled(scripts)
					.setHasTouch(touch)
					.setIsMobile(touch)
					.setLocale("en-GB")
					.setTimezoneId("Europe/London")));
		this.visitors.add(visitor);
		return visitor;
	}

	/** Closes every window; whatever its console said fails the test. */
	@AfterEach
	void closeWindows() {
		List<Visitor> open = List.copyOf(this.visitors);
		this.visitors.clear();
		open.forEach(Visitor::close);
	}

}
