package org.mandate.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.regex.Pattern;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A document as a PDF file for reading aloud and for keeping: PDF/UA-1 and PDF/A-2a. The
 * same document makes the same bytes: dates and identity come from the document.
 */
final class PdfFile {

	private static final String FONT = "Liberation Sans";

	private static final Pattern WRITTEN = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	private static final String CSS = new String(resource("print.css"), StandardCharsets.UTF_8);

	private PdfFile() {
	}

	static byte[] of(Document document) {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.withHtmlContent(PrintPage.of(document, CSS), null);
		builder.useExternalResourceAccessControl((address, type) -> false,
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		builder.useExternalResourceAccessControl((address, type) -> false,
				ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
		builder.useUriResolver((base, address) -> address.startsWith("#") ? address : null);
		builder.usePdfUaAccessibility(true);
		builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
		builder.useColorProfile(COLOURS);
		builder.useObjectDrawerFactory(new Drawers());
		font(builder, "Regular", 400, FontStyle.NORMAL);
		font(builder, "Bold", 700, FontStyle.NORMAL);
		font(builder, "Italic", 400, FontStyle.ITALIC);
		font(builder, "BoldItalic", 700, FontStyle.ITALIC);
		builder.withProducer("Mandate");
		ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument pdf = renderer.createPDFKeepOpen()) {
			date(pdf, document.head().at());
			pdf.setDocumentId(document.head().at().toEpochMilli());
			pdf.save(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
		builder.useFont(() -> stream("fonts/LiberationSans-" + face + ".ttf"), FONT, weight, style, true);
	}

	/** The library dates a file with the clock. */
	private static void date(PDDocument pdf, Instant at) throws IOException {
		ZonedDateTime date = at.atZone(ZoneOffset.UTC).withNano(0);
		pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(date));
		PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
		String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
		metadata.importXMPMetadata(WRITTEN.matcher(xmp)
			.replaceAll("$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date).replace("Z", "+00:00") + "$2")
			.getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream stream(String name) {
		return Objects.requireNonNull(PdfFile.class.getResourceAsStream("/documents/" + name), name);
	}

	private static byte[] resource(String name) {
		try (InputStream in = stream(name)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Drawers implements FSObjectDrawerFactory {

		@Override
		public @Nullable FSObjectDrawer createDrawer(Element element) {
			return isReplacedObject(element) ? new StackedBars() : null;
		}

		@Override
		public boolean isReplacedObject(Element element) {
			return element.getTagName().equals("object") && PrintPage.BARS.equals(element.getAttribute("type"));
		}

	}

}
