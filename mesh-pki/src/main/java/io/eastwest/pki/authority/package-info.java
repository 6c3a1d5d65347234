/** Answers: who issues certificates, and which? Roots, cluster intermediates, workload leaves, revocation lists. */
@NullMarked
package io.eastwest.pki.authority;

import org.jspecify.annotations.NullMarked;
