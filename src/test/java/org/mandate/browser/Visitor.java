package org.mandate.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at a browser window. Every page that is looked at is checked for accessibility
 * and for sideways scroll, and nothing may ever appear on the console.
 */
public final class Visitor implements AutoCloseable {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	/** Whether an element is a link to another page, or sends a form. */
	private static final String LEADS_ELSEWHERE = """
			(it) => (it.localName === 'a')
				? /^[^#]/.test(it.getAttribute('href') ?? '') && !it.hasAttribute('download')
				: it.type === 'submit' && it.form !== null""";

	private final String address;

	private final boolean scripts;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private List<Integer> expected = List.of();

	Visitor(String address, boolean scripts, BrowserContext context) {
		this.address = address;
		this.scripts = scripts;
		this.context = context;
		this.page = context.newPage();
		this.page.onConsoleMessage((message) -> {
			boolean failed = message.text().startsWith("Failed to load resource");
			boolean known = this.expected.stream().anyMatch((status) -> message.text().contains("status of " + status));
			if (!failed || !known) {
				this.complaints.add("console " + message.type() + ": " + message.text());
			}
		});
		this.page.onPageError((error) -> this.complaints.add("page error: " + error));
	}

	/** Playwright's own page, for what the named actions here do not cover. */
	public Page page() {
		return this.page;
	}

	/** Goes to a path of the application and checks the page that comes. */
	public Visitor opens(String path) {
		Response response = this.page.navigate(this.address + path);
		assertThat(response.status()).as(path).isLessThan(400);
		return looks();
	}

	/** Goes to a path that is to answer with this status, and checks its page. */
	public Visitor meets(int status, String path) {
		this.expected = List.of(status);
		assertThat(this.page.navigate(this.address + path).status()).as(path).isEqualTo(status);
		looks();
		this.expected = List.of();
		return this;
	}

	/**
	 * Lets the console say that a request was answered with this status, until
	 * {@link #meets} ends it.
	 */
	public Visitor expects(int status) {
		this.expected = List.of(status);
		return this;
	}

	/** Follows the link with these words and checks where it leads. */
	public Visitor follows(String words) {
		clicks(this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first());
		return looks();
	}

	/** Fills the field with this label. */
	public Visitor fills(String label, String text) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
		return this;
	}

	/** Chooses the radio or ticks the box with this label. */
	public Visitor chooses(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
		return this;
	}

	/** Presses the button with these words and checks the page that comes. */
	public Visitor presses(String words) {
		clicks(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first());
		return looks();
	}

	/**
	 * Clicks, and waits for the page that comes. By itself a click gives up waiting for
	 * it on a machine that is busy, and what the visitor does next would cancel the
	 * request.
	 */
	private void clicks(Locator what) {
		AtomicBoolean there = new AtomicBoolean(!(Boolean) what.evaluate(LEADS_ELSEWHERE));
		Consumer<Frame> arrival = (frame) -> there.compareAndSet(false, frame.equals(this.page.mainFrame()));
		this.page.onFrameNavigated(arrival);
		what.click();
		this.page.waitForCondition(there::get);
		this.page.offFrameNavigated(arrival);
	}

	/** Reads these words on the page. */
	public Visitor reads(String words) {
		assertThat(this.page.locator("body").innerText().replaceAll("\\s+", " ")).contains(words);
		return this;
	}

	/** Reads this heading at the top of the page. */
	public Visitor readsHeading(String words) {
		assertThat(this.page.locator("h1").first().innerText().replaceAll("\\s+", " ")).contains(words);
		return this;
	}

	/** The address' path that the window shows. */
	public String path() {
		return this.page.url().substring(this.address.length());
	}

	/**
	 * Checks the page that the window shows: one h1, a title, no sideways scroll, nothing
	 * on the console, and no violation of the accessibility rules.
	 */
	public Visitor looks() {
		this.page.waitForLoadState();
		String where = this.page.url() + " at " + this.page.viewportSize().width + " px";
		assertThat(this.complaints).as(where).isEmpty();
		assertThat(this.page.title()).as(where).endsWith("Mandate");
		assertThat(this.page.locator("h1").count()).as("h1 of " + where).isEqualTo(1);
		Object[] widths = ((List<?>) this.page
			.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")).toArray();
		assertThat((Integer) widths[0]).as("sideways scroll of " + where).isLessThanOrEqualTo((Integer) widths[1]);
		// axe itself needs scripts: a page that is the same without them is checked by
		// the visitor who has them.
		if (this.scripts) {
			// No page has frames, so axe need not open a page of its own to gather from
			// them; and only violations are sent back.
			AxeResults results = new AxeBuilder(this.page).setLegacyMode(true)
				.options(violationsOnly())
				.withTags(RULES)
				.analyze();
			assertThat(results.getViolations()
				.stream()
				.map((rule) -> rule.getId() + ": " + rule.getHelp() + "\n    "
						+ rule.getNodes()
							.stream()
							.map((node) -> node.getTarget() + " " + node.getFailureSummary())
							.collect(Collectors.joining("\n    ")))
				.toList()).as("accessibility of " + where).isEmpty();
		}
		return this;
	}

	private static AxeRunOptions violationsOnly() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return options;
	}

	/**
	 * Keeps a picture of the whole page under target/screenshots, where pictures are
	 * asked for: -Dphotographs.
	 */
	public Visitor photographs(String name) {
		if (System.getProperty("photographs") == null) {
			return this;
		}
		Path folder = Path.of("target", "screenshots");
		this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
		assertThat(Files.exists(folder.resolve(name + ".png"))).isTrue();
		return this;
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

}
