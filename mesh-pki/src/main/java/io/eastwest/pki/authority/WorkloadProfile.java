package io.eastwest.pki.authority;

import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import org.immutables.value.Value;

/** How the certificate of one workload is made. Not meant to be implemented by users. */
@PkiValue
@Value.Immutable
public interface WorkloadProfile {
    /** {@return the identity, the only name in the certificate} */
    SpiffeId id();

    /** {@return time from now to notAfter, cut at the signer's notAfter; 24 hours unless set, at most 90 days} */
    @Value.Default
    default Duration ttl() {
        return Duration.ofHours(24);
    }

    /** {@return kind of the key; RSA 2048 unless set, as in Istio} */
    @Value.Default
    default KeyAlgorithm algorithm() {
        return KeyAlgorithm.RSA_2048;
    }

    /** Checks the life time; mirrors istio 1.30.3 security/pkg/pki/ca/ca.go:sign, which refuses more than 90 days. */
    @Value.Check
    default void check() {
        ProfileRules.check(this);
    }

    /**
     * Takes the defaults.
     *
     * @param id the identity
     * @return the profile
     */
    static WorkloadProfile of(SpiffeId id) {
        return builder().id(id).build();
    }

    /** {@return a builder; only the identity has no default} */
    static WorkloadProfileBuilder builder() {
        return new WorkloadProfileBuilder();
    }
}
