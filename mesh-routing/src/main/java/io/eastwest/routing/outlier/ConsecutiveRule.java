package io.eastwest.routing.outlier;

/**
 * When a detector of consecutive errors fires, and whether that ejects.
 *
 * @param threshold number of errors in a row at which it fires; 0 never fires
 * @param enforced whether a host is ejected; if not, the counter only starts again
 */
record ConsecutiveRule(long threshold, boolean enforced) {}
