package org.mandate.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mandate.database.NotFound;

/**
 * The published editions of national guidance. They never change, so each is read once
 * and kept in memory; asking for one costs no statement.
 */
@Component
public class Guidance {

	private final EditionReader reader;

	private final TransactionTemplate transaction;

	private volatile List<Edition> editions = List.of();

	Guidance(EditionReader reader, PlatformTransactionManager transactions) {
		this.reader = reader;
		// No @Transactional: it would take a connection although the answer is in memory.
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setReadOnly(true);
	}

	/**
	 * All published editions with all their versions: those for the latest year first,
	 * and of one edition the newest version first.
	 */
	public List<Edition> editions() {
		return this.editions.isEmpty() ? refresh() : this.editions;
	}

	/**
	 * One version of an edition.
	 * @throws NotFound if no such version was published
	 */
	public Edition edition(EditionRef ref) {
		return known(this.editions, ref).or(() -> known(refresh(), ref))
			.orElseThrow(() -> new NotFound("There is no guidance " + ref + "."));
	}

	/**
	 * The newest version of an edition.
	 * @param key of the edition, such as {@code next-steps-2014}
	 * @throws NotFound if no such edition was published
	 */
	public Edition latest(String key) {
		return editions().stream()
			.filter((edition) -> edition.ref().key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no guidance \"" + key + "\"."));
	}

	/** Reads what is not known yet; another node may have published it since. */
	private synchronized List<Edition> refresh() {
		List<Edition> found = this.transaction.execute((status) -> {
			List<Edition> read = new ArrayList<>();
			for (EditionRef ref : this.reader.published()) {
				read.add(known(this.editions, ref).orElseGet(() -> this.reader.read(ref)));
			}
			return List.copyOf(read);
		});
		this.editions = Objects.requireNonNull(found);
		return this.editions;
	}

	private static Optional<Edition> known(List<Edition> editions, EditionRef ref) {
		return editions.stream().filter((edition) -> edition.ref().equals(ref)).findFirst();
	}

}
