/**
 * Answers: how is a picture of a mesh said in text? One graph value of groups, nodes and arrows that is written in the languages
 * of Mermaid and Graphviz. Names are untrusted: no name can break out of its label. Pure and immutable.
 */
@NullMarked
package io.eastwest.routing.diagram;

import org.jspecify.annotations.NullMarked;
