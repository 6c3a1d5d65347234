/** Answers: who is a workload? SPIFFE identities and trust domains as Istio 1.30.3 reads them (pkg/spiffe). */
@NullMarked
package io.eastwest.pki.identity;

import org.jspecify.annotations.NullMarked;
