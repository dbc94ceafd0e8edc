package org.mandate.organisations;

/**
 * Something wrong with an uploaded file, and what to do about it.
 *
 * @param row number of the row in the file, from 1 and counting a header; 0 for the file
 * as a whole
 * @param field which column, as people would name it; empty for the row as a whole
 * @param problem what is wrong
 * @param remedy how to put it right
 */
public record RowProblem(long row, String field, String problem, String remedy) {
}
