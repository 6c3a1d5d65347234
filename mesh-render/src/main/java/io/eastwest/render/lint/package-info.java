/**
 * Answers: what is wrong with an installation, and what comes of it? Mistakes in the values of single clusters, and rules
 * that the clusters of a mesh keep together. Pure and immutable.
 */
@NullMarked
package io.eastwest.render.lint;

import org.jspecify.annotations.NullMarked;
