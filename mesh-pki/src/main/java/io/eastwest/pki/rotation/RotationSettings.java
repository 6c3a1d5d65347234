package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.identity.TrustDomains;
import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;

/** What a rotation must know about a mesh beside its certificates. Not meant to be implemented by users. */
@PkiValue
@Value.Immutable
public interface RotationSettings {
    /**
     * {@return whether istiod takes new roots over while it runs (ISTIO_MULTIROOT_MESH); if not, it is restarted in
     * every step that changes roots; on unless set}
     */
    @Value.Default
    default boolean multiRoot() {
        return true;
    }

    /** {@return life of a workload certificate, so the longest wait for a new one; 24 hours unless set} */
    @Value.Default
    default Duration workloadTtl() {
        return Duration.ofHours(24);
    }

    /** {@return time that must be left on a signer beside the life of a workload certificate; 7 days unless set} */
    @Value.Default
    default Duration margin() {
        return Duration.ofDays(7);
    }

    /** {@return clusters without an istiod of their own, each with the cluster that serves it} */
    Map<String, String> remoteClusters();

    /** {@return trust domain of the workloads; {@code cluster.local} unless set} */
    @Value.Default
    default String trustDomain() {
        return TrustDomains.DEFAULT;
    }

    /** {@return where istiod runs; {@code istio-system} unless set} */
    @Value.Default
    default String namespace() {
        return CaBundle.DEFAULT_NAMESPACE;
    }

    /** {@return the defaults} */
    static RotationSettings defaults() {
        return builder().build();
    }

    /** {@return a builder; everything has a default} */
    static RotationSettingsBuilder builder() {
        return new RotationSettingsBuilder();
    }
}
