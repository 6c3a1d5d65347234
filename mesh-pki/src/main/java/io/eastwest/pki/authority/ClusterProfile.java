package io.eastwest.pki.authority;

import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import org.immutables.value.Value;

/** How the intermediate certificate of one primary cluster is made. Not meant to be implemented by users. */
@PkiValue
@Value.Immutable
public interface ClusterProfile {
    /** {@return name of the cluster; becomes L of the subject, so that no two intermediates share a subject} */
    String name();

    /** {@return O of the subject; {@code Istio} unless set} */
    @Value.Default
    default String organization() {
        return "Istio";
    }

    /** {@return CN of the subject; {@code Intermediate CA} unless set} */
    @Value.Default
    default String commonName() {
        return "Intermediate CA";
    }

    /** {@return kind of the key; RSA 4096 unless set} */
    @Value.Default
    default KeyAlgorithm algorithm() {
        return KeyAlgorithm.RSA_4096;
    }

    /** {@return time from now to notAfter, cut at the issuer's notAfter; 730 days unless set} */
    @Value.Default
    default Duration validity() {
        return Duration.ofDays(730);
    }

    /** {@return further intermediates below this one, 0 or more; 0 unless set: it signs workloads only} */
    @Value.Default
    default int pathLength() {
        return 0;
    }

    /** {@return names that this cluster may use; no limit unless set} */
    @Value.Default
    default NameLimits nameLimits() {
        return NameLimits.none();
    }

    /** Checks names, validity and path length. */
    @Value.Check
    default void check() {
        ProfileRules.check(this);
    }

    /** {@return a builder that starts with these values} */
    default ClusterProfileBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Takes the defaults.
     *
     * @param name name of the cluster
     * @return the profile
     */
    static ClusterProfile of(String name) {
        return builder().name(name).build();
    }

    /** {@return a builder; only the name has no default} */
    static ClusterProfileBuilder builder() {
        return new ClusterProfileBuilder();
    }
}
