package org.mandate.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.xml.namespace.QName;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;

/**
 * Stacked bars as a chart of Word, with its figures in it. Units whose figures are not
 * known are named below it.
 */
final class WordChart {

	/** Units of a drawing in a centimetre. */
	private static final int CENTIMETRE = 360_000;

	private static final List<Integer> COLOURS = List.of(0x0b4f8a, 0xf6c667, 0xd8dde0, 0x7fd1c3, 0xf4b6c9);

	private WordChart() {
	}

	static void draw(XWPFDocument word, Block.Chart chart) {
		List<Block.Chart.Bar> known = chart.bars().stream().filter((bar) -> bar.counts() != null).toList();
		String words = chart.bars()
			.stream()
			.map((bar) -> bar.words(chart.legend()))
			.collect(Collectors.joining("; ", chart.title() + ". ", "."));
		if (!known.isEmpty()) {
			try {
				XWPFRun run = word.createParagraph().createRun();
				XWPFChart drawn = word.createChart(run, 17 * CENTIMETRE, (2 + known.size()) * CENTIMETRE);
				plot(drawn, chart, known);
				var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
				properties.setName(chart.title());
				properties.setDescr(words);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InvalidFormatException ex) {
				throw new IllegalStateException(ex);
			}
		}
		chart.bars()
			.stream()
			.filter((bar) -> bar.counts() == null)
			.forEach((bar) -> word.createParagraph().createRun().setText(bar.words(chart.legend())));
	}

	private static void plot(XWPFChart drawn, Block.Chart chart, List<Block.Chart.Bar> bars) {
		XDDFCategoryAxis units = drawn.createCategoryAxis(AxisPosition.LEFT);
		units.setOrientation(AxisOrientation.MAX_MIN);
		XDDFValueAxis share = drawn.createValueAxis(AxisPosition.BOTTOM);
		share.setCrosses(AxisCrosses.AUTO_ZERO);
		share.setNumberFormat("0%");
		XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, units, share);
		data.setBarDirection(BarDirection.BAR);
		data.setBarGrouping(BarGrouping.PERCENT_STACKED);
		data.setGapWidth(60);
		var labels = XDDFDataSourcesFactory.fromArray(bars.stream().map(Block.Chart.Bar::label).toArray(String[]::new));
		for (int i = 0; i < chart.legend().size(); i++) {
			int part = i;
			Double[] counts = bars.stream()
				.map((bar) -> Double.valueOf(Objects.requireNonNull(bar.counts()).get(part)))
				.toArray(Double[]::new);
			XDDFChartData.Series series = data.addSeries(labels, XDDFDataSourcesFactory.fromArray(counts));
			series.setTitle(chart.legend().get(i));
			series
				.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(bytes(COLOURS.get(i % COLOURS.size())))));
		}
		drawn.plot(data);
		overlap(drawn);
		drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
	}

	/**
	 * Parts of a bar stand in one row. The schemas that the library brings leave this
	 * element out, so it is written as it stands in a file, after the width of the gap.
	 */
	private static void overlap(XWPFChart drawn) {
		try (XmlCursor cursor = drawn.getCTChart().getPlotArea().getBarChartArray(0).newCursor()) {
			String schema = cursor.getName().getNamespaceURI();
			cursor.toChild(new QName(schema, "gapWidth"));
			cursor.toNextSibling();
			cursor.beginElement("overlap", schema);
			cursor.insertAttributeWithValue("val", "100");
		}
	}

	private static byte[] bytes(int colour) {
		return new byte[] { (byte) (colour >> 16), (byte) (colour >> 8), (byte) colour };
	}

}
