/**
 * Answers: what does a mesh look like? Pictures of clusters and networks, of one decision, of one failure, and of trust, as text of
 * Mermaid or Graphviz and as SVG. Names are untrusted: no name can break out of its label. Pure and immutable.
 */
@NullMarked
package io.eastwest.render.diagram;

import org.jspecify.annotations.NullMarked;
