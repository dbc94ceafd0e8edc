/**
 * What people type, paste and upload, before it means anything: text, dates in three
 * boxes, tables; and tables for them to download.
 */
@NullMarked
package org.mandate.forms;

import org.jspecify.annotations.NullMarked;
