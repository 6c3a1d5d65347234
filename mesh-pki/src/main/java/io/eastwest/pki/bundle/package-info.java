/** Answers: what is in the cacerts of a cluster, and how does it get to disk and into a Secret? */
@NullMarked
package io.eastwest.pki.bundle;

import org.jspecify.annotations.NullMarked;
