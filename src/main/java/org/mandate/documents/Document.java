package org.mandate.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A document, whole and immutable: all its renderings say the same.
 *
 * @param head what stands at its top and in the properties of its files
 * @param front what stands on the cover
 * @param body its sections
 * @param proof what proves it, at its end
 */
public record Document(Head head, List<Block> front, List<Block> body, List<Block.Paragraph> proof) {

	public Document {
		front = List.copyOf(front);
		body = List.copyOf(body);
		proof = List.copyOf(proof);
	}

	/**
	 * The head of a document.
	 *
	 * @param organisation whose document it is
	 * @param title its title
	 * @param subtitle a line below it; null where there is none
	 * @param description what it is, in a sentence
	 * @param author who answers for it; null where nobody is named
	 * @param at the instant that its files give as their date, so that the same document
	 * makes the same files
	 * @param foot at the foot of every page
	 * @param facts what is said on the cover, a line each
	 * @param compact whether it is set closely, to fit on a page
	 */
	public record Head(String organisation, String title, @Nullable String subtitle, String description,
			@Nullable String author, Instant at, String foot, List<Block.Terms.Term> facts, boolean compact) {

		public Head {
			facts = List.copyOf(facts);
		}

	}

	/** Its tables, in their order, wherever they stand. */
	public List<Block.Table> tables() {
		List<Block.Table> found = new ArrayList<>();
		each(this.front, (block) -> {
			if (block instanceof Block.Table table) {
				found.add(table);
			}
		});
		each(this.body, (block) -> {
			if (block instanceof Block.Table table) {
				found.add(table);
			}
		});
		return found;
	}

	/** Every block, and what is in it. */
	private static void each(List<? extends Block> blocks, Consumer<Block> visitor) {
		for (Block block : blocks) {
			visitor.accept(block);
			if (block instanceof Block.Section section) {
				each(section.blocks(), visitor);
			}
		}
	}

	/** Its sections, in their order. */
	public List<Block.Section> sections() {
		return this.body.stream()
			.filter(Block.Section.class::isInstance)
			.map(Block.Section.class::cast)
			.toList();
	}

}
