package org.mandate.considerations;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identity of something recorded here.
 *
 * @param id never null
 */
record EntryId(UUID id) implements Serializable {
}
