package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.style.PkiValue;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether workloads of one cluster can call workloads of another over mutual TLS. Made by {@link CrossClusterTrust}. */
@PkiValue
@Value.Immutable
public interface PairTrust {
    /** {@return the cluster that calls} */
    String client();

    /** {@return the cluster that answers} */
    String server();

    /** {@return why they cannot; empty: they can} */
    List<TrustFinding> findings();

    /**
     * {@return the certificate that the server's cluster would have to trust for this direction, or its nearest known
     * part: the end of the client's chain; empty if nothing is missing there}
     */
    Optional<X509Certificate> anchorMissingAtServer();

    /** {@return the end of the server's chain that the client's cluster would have to trust; empty if it does} */
    Optional<X509Certificate> anchorMissingAtClient();

    /** {@return when the first certificate that this trust rests on ends; empty without trust} */
    Optional<Instant> expires();

    /** {@return whether both ends authenticate each other} */
    default boolean authenticates() {
        return findings().isEmpty();
    }

    /**
     * Looks for a cause.
     *
     * @param code the cause
     * @return whether it is among the findings
     */
    default boolean has(TrustCode code) {
        return findings().stream().anyMatch(finding -> finding.code() == code);
    }

    /** {@return a builder} */
    static PairTrustBuilder builder() {
        return new PairTrustBuilder();
    }
}
