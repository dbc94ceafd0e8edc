package org.mandate.documents;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	private static List<Block> read(String text) {
		return Markdown.read(text, (key) -> Run.recorded("<" + key + ">", "/records/" + key));
	}

	private static Element html(String text) {
		return Jsoup
			.parseBodyFragment(Markup.of(read(text), "/10q")
				.pieces()
				.stream()
				.map(Markup.Piece::html)
				.collect(Collectors.joining()))
			.body();
	}

	@Test
	void readsTheFewMarks() {
		Element page = html("""
				## Heading

				### Deeper

				Some **strong**, *stressed* and ***both***.\\
				Next line.

				- one
				  - deeper
				- two

				1. first
				2. second

				> quoted

				| Locality | Votes |
				| --- | ---: |
				| North | 13 |

				See [the guidance](https://www.england.nhs.uk/x) or [write](mailto:a@b.nhs.uk).
				""");
		assertThat(page.select("h3").text()).isEqualTo("Heading");
		assertThat(page.select("h4").text()).isEqualTo("Deeper");
		assertThat(page.select("strong").eachText()).containsExactly("strong", "both");
		assertThat(page.select("em").eachText()).containsExactly("stressed", "both");
		assertThat(page.select("p br")).hasSize(1);
		assertThat(page.select("ul > li").first().select("ul > li").text()).isEqualTo("deeper");
		assertThat(page.select("ol > li").eachText()).containsExactly("first", "second");
		assertThat(page.select("blockquote").text()).isEqualTo("quoted");
		assertThat(page.select("table thead th.app-numeric").text()).isEqualTo("Votes");
		assertThat(page.select("table tbody th[scope=row]").text()).isEqualTo("North");
		assertThat(page.select("a").eachAttr("href")).containsExactly("https://www.england.nhs.uk/x",
				"mailto:a@b.nhs.uk");
	}

	@Test
	void leavesNoLevelOfHeadingsOut() {
		assertThat(html("#### Deep\n\n#### Deeper").select("h3, h4").eachText()).containsExactly("Deep", "Deeper");
		assertThat(html("#### Deep").select("h3")).hasSize(1);
	}

	@Test
	void putsFiguresInPlaceOfReferences() {
		Element page = html("In total {{vote.1.total}} of **{{ practices }}**, not {{Vote 1}} nor {{}}");
		assertThat(page.text()).isEqualTo("In total <vote.1.total> of <practices>, not {{Vote 1}} nor {{}}");
		assertThat(page.select("a.app-paper__figure").eachAttr("href")).containsExactly("/10q/records/vote.1.total",
				"/10q/records/practices");
		assertThat(Markdown.references("{{b}} {{a}} {{b}}")).containsExactly("b", "a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![a](file:///etc/passwd)",
			"<style>@import url(http://x/y.css);</style>", "<svg onload=alert(1)><script>x</script></svg>",
			"[a](javascript:alert(1))", "[a](data:text/html,x)", "<a href='file:///etc/passwd'>x</a>", "[a](//x.org)",
			"<iframe src='http://x/'></iframe>", "<object data='x'></object>", "&#60;script&#62;", "[a]( java&#10;script:x)",
			"{{<b>}}", "<!-- x -->", "<?xml-stylesheet href='http://x'?>", "<![CDATA[<b>x</b>]]>" })
	void showsMarkupAsText(String text) {
		Element page = html("Before\n\n" + text + "\n\nAfter " + text);
		assertThat(page.select("*")).extracting(Element::tagName).containsOnly("body", "p");
		assertThat(page.text()).startsWith("Before").contains("After");
	}

	@Test
	void loadsNothingFromAnywhere() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		canary.createContext("/", (exchange) -> {
			asked.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		canary.start();
		try {
			String there = "http://127.0.0.1:" + canary.getAddress().getPort();
			String text = """
					![picture](%1$s/a.png) <img src="%1$s/b.png"/> <link rel="stylesheet" href="%1$s/c.css"/>

					<style>@import "%1$s/d.css"; body { background: url(%1$s/e.png) }</style>

					<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="%1$s/f.png"/><script href="%1$s/g.js"/></svg>

					<object data="%1$s/h"></object><iframe src="%1$s/i"></iframe> [a link](%1$s/j) <%1$s/k>

					<!DOCTYPE x SYSTEM "%1$s/l.dtd"> &ext; <?xml-stylesheet href="%1$s/m.css"?>
					""".formatted(there);
			Document document = SampleDocument
				.of(List.of(new Block.Section("text", "1", text.substring(0, 40), read(text))));
			for (Format format : Format.values()) {
				assertThat(format.make(document)).as(format.label()).isNotEmpty();
			}
			assertThat(PdfStandards.problems(Format.PDF.make(document))).isEmpty();
			assertThat(asked).hasValue(0);
		}
		finally {
			canary.stop(0);
		}
	}

	@Test
	void bearsTextThatIsLongOrDeep() {
		for (String text : List.of("> ".repeat(9_000) + "x", "*a ".repeat(6_000), "[".repeat(20_000), "- ".repeat(9_000),
				"![".repeat(9_000), "**".repeat(10_000), "`".repeat(20_000), "{{".repeat(10_000), "word ".repeat(200_000),
				"\u0000\u0001\uD800 x", "| a ".repeat(5_000) + "|\n" + "| - ".repeat(5_000) + "|\n")) {
			assertThat(html(text)).isNotNull();
		}
	}

}
