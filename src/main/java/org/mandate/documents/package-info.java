/**
 * What a document is made of, and its renderings: a page, a PDF, a Word file, a
 * spreadsheet of its tables. Knows nothing of what documents are about.
 */
@NullMarked
package org.mandate.documents;

import org.jspecify.annotations.NullMarked;
