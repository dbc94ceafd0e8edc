package org.mandate.meetings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.mandate.organisations.Organisation;

/**
 * The register of decisions as an Atom feed (RFC 4287), what was published last first.
 */
final class DecisionFeed {

	/** What came before is in the register. */
	static final int MOST = 100;

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final Organisation organisation;

	private final String base;

	private final XMLStreamWriter xml;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private DecisionFeed(Organisation organisation, String base) throws XMLStreamException {
		this.organisation = organisation;
		this.base = base;
		this.xml = XMLOutputFactory.newDefaultFactory()
			.createXMLStreamWriter(this.bytes, StandardCharsets.UTF_8.name());
	}

	/**
	 * The feed as a file.
	 * @param base the organisation's whole address
	 */
	static byte[] of(Organisation organisation, String base, List<PublishedDecision> decisions) {
		try {
			return new DecisionFeed(organisation, base).write(decisions);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] write(List<PublishedDecision> decisions) throws XMLStreamException {
		List<PublishedDecision> latest = decisions.stream()
			.sorted(Comparator.comparing(PublishedDecision::publishedAt).reversed())
			.limit(MOST)
			.toList();
		this.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		this.xml.setDefaultNamespace(ATOM);
		this.xml.writeStartElement(ATOM, "feed");
		this.xml.writeDefaultNamespace(ATOM);
		this.xml.writeAttribute("xml:lang", "en-GB");
		text("id", id(UUID.nameUUIDFromBytes(
				("register of decisions of " + this.organisation.id()).getBytes(StandardCharsets.UTF_8))));
		text("title", "Register of decisions, " + this.organisation.name());
		text("updated", at(latest.isEmpty() ? Instant.EPOCH : latest.getFirst().publishedAt()));
		this.xml.writeStartElement(ATOM, "author");
		text("name", this.organisation.name());
		this.xml.writeEndElement();
		link("self", "application/atom+xml", "/register-of-decisions.atom");
		link("alternate", "text/html", "/register-of-decisions");
		for (PublishedDecision decision : latest) {
			entry(decision);
		}
		this.xml.writeEndElement();
		this.xml.writeEndDocument();
		this.xml.close();
		return this.bytes.toByteArray();
	}

	private void entry(PublishedDecision decision) throws XMLStreamException {
		this.xml.writeStartElement(ATOM, "entry");
		text("id", id(decision.id()));
		text("title", "%s %s: %s".formatted(decision.reference(), decision.title(),
				decision.result().label().toLowerCase(Locale.UK)));
		text("published", at(decision.publishedAt()));
		text("updated", at(decision.publishedAt()));
		link("alternate", "text/html", decision.path());
		if (decision.paperPath() != null) {
			link("related", "text/html", decision.paperPath());
		}
		this.xml.writeEmptyElement(ATOM, "category");
		this.xml.writeAttribute("term", decision.result().name().toLowerCase(Locale.ROOT));
		this.xml.writeAttribute("label", decision.result().label());
		text("summary", summary(decision));
		this.xml.writeEndElement();
	}

	private static String summary(PublishedDecision decision) {
		String wording = (decision.matter().amended() != null) ? decision.matter().amended()
				: decision.matter().wording();
		String reason = (decision.reason() != null) ? "\nReason: " + decision.reason() : "";
		return "%s, %s. %s.%s%s".formatted(decision.committee(), decision.on().format(DAY), decision.words(),
				(wording != null) ? "\n" + wording : "", reason);
	}

	private static String id(UUID id) {
		return "urn:uuid:" + id;
	}

	private static String at(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private void link(String relation, String type, String path) throws XMLStreamException {
		this.xml.writeEmptyElement(ATOM, "link");
		this.xml.writeAttribute("rel", relation);
		this.xml.writeAttribute("type", type);
		this.xml.writeAttribute("href", this.base + path);
	}

	private void text(String element, String text) throws XMLStreamException {
		this.xml.writeStartElement(ATOM, element);
		this.xml.writeCharacters(allowed(text));
		this.xml.writeEndElement();
	}

	/** XML 1.0 has no place for some characters, whatever they are escaped to. */
	private static String allowed(String text) {
		return text.codePoints()
			.map((point) -> isAllowed(point) ? point : '\uFFFD')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isAllowed(int point) {
		return point == '\t' || point == '\n' || (point >= ' ' && point <= 0xD7FF)
				|| (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
	}

}
