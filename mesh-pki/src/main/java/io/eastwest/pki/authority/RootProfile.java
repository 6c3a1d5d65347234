package io.eastwest.pki.authority;

import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How the root certificate of a mesh is made. Not meant to be implemented by users. */
@PkiValue
@Value.Immutable
public interface RootProfile {
    /** {@return O of the subject; {@code Istio} unless set} */
    @Value.Default
    default String organization() {
        return "Istio";
    }

    /** {@return CN of the subject; {@code Root CA} unless set} */
    @Value.Default
    default String commonName() {
        return "Root CA";
    }

    /** {@return kind of the key; RSA 4096 unless set} */
    @Value.Default
    default KeyAlgorithm algorithm() {
        return KeyAlgorithm.RSA_4096;
    }

    /** {@return time from now to notAfter; 3650 days unless set} */
    @Value.Default
    default Duration validity() {
        return Duration.ofDays(3650);
    }

    /** {@return intermediates that may follow each other below the root, 1 or more; empty: no limit} */
    OptionalInt pathLength();

    /** {@return names that the mesh may use; no limit unless set} */
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
    default RootProfileBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder; everything has a default} */
    static RootProfileBuilder builder() {
        return new RootProfileBuilder();
    }
}
