package org.mandate.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.w3c.dom.Element;

/**
 * Draws one stacked bar as on the screen: colours that differ in lightness, and a pattern
 * on each part but the first. Draws no text, so it needs no font of the machine.
 */
final class StackedBars implements FSObjectDrawer {

	private static final List<Color> FILLS = List.of(new Color(0x0b4f8a), new Color(0xf6c667), new Color(0xd8dde0),
			new Color(0x7fd1c3), new Color(0xf4b6c9));

	private static final List<Color> PATTERNS = List.of(new Color(0x0b4f8a), new Color(0x8a5a00), new Color(0x5b6b78),
			new Color(0x00594f), new Color(0x8a1f45));

	@Override
	public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
			OutputDevice device, RenderingContext context, int dotsPerPixel) {
		int[] counts = Arrays.stream(element.getAttribute("data-counts").split(" "))
			.mapToInt(Integer::parseInt)
			.toArray();
		device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel,
				(graphics) -> draw(graphics, counts, width / dotsPerPixel, height / dotsPerPixel));
		return Map.of();
	}

	private static void draw(Graphics2D graphics, int[] counts, double width, double height) {
		int total = Arrays.stream(counts).sum();
		double from = 0;
		for (int i = 0; i < counts.length && total > 0; i++) {
			double part = width * counts[i] / total;
			if (part > 0) {
				Rectangle2D room = new Rectangle2D.Double(from, 0, part, height);
				graphics.setColor(FILLS.get(i % FILLS.size()));
				graphics.fill(room);
				pattern(graphics, i % FILLS.size(), room);
				graphics.setColor(Color.WHITE);
				graphics.setStroke(new BasicStroke(1));
				graphics.draw(room);
			}
			from += part;
		}
	}

	private static void pattern(Graphics2D graphics, int series, Rectangle2D room) {
		graphics.setColor(PATTERNS.get(series));
		graphics.setStroke(new BasicStroke(0.6f));
		Shape before = graphics.getClip();
		graphics.clip(room);
		switch (series) {
			case 1 -> {
				for (double at = -room.getHeight(); at < room.getWidth(); at += 6) {
					graphics.draw(new Line2D.Double(room.getX() + at, room.getMaxY(),
							room.getX() + at + room.getHeight(), room.getY()));
				}
			}
			case 2 -> {
				for (double at = 3; at < room.getWidth(); at += 7) {
					for (double down = 3; down < room.getHeight(); down += 6) {
						graphics.fill(new Ellipse2D.Double(room.getX() + at, room.getY() + down, 1.6, 1.6));
					}
				}
			}
			case 3 -> {
				for (double down = 3; down < room.getHeight(); down += 5) {
					graphics
						.draw(new Line2D.Double(room.getX(), room.getY() + down, room.getMaxX(), room.getY() + down));
				}
			}
			case 4 -> {
				for (double at = 3; at < room.getWidth(); at += 5) {
					graphics.draw(new Line2D.Double(room.getX() + at, room.getY(), room.getX() + at, room.getMaxY()));
				}
			}
			default -> {
			}
		}
		graphics.setClip(before);
	}

}
