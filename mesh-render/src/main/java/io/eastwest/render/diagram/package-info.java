/**
 * Answers: what does a mesh look like? Pictures of clusters and networks, of one decision, and of trust, as one graph value that is
 * written as text of Mermaid or Graphviz. Names are untrusted: no name can break out of its label. Pure and immutable.
 */
@NullMarked
package io.eastwest.render.diagram;

import org.jspecify.annotations.NullMarked;
