/**
 * Answers: what is this mesh, on one page? One HTML file without any reference to a network: clusters, services and where they run,
 * who reaches whom, what each failure does, who trusts whom, and findings. Names are untrusted and are escaped; key material is
 * never shown. Pure: the same mesh gives the same bytes.
 */
@NullMarked
package io.eastwest.render.report;

import org.jspecify.annotations.NullMarked;
