/**
 * The paper that the governing body decides on: written from what the other modules know,
 * and kept unchanged once it has decided.
 */
@NullMarked
package org.mandate.papers;

import org.jspecify.annotations.NullMarked;
