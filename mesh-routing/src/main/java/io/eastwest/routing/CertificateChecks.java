package io.eastwest.routing;

import io.eastwest.routing.trust.ClusterTrust;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Optional;
import java.util.SortedSet;

/** Whether two workloads take each other's certificates: none has expired, and each knows the root of the other. */
final class CertificateChecks {
    private final ClusterTrust trust;
    private final SortedSet<String> expired;

    CertificateChecks(ClusterTrust trust, Damage damage) {
        this.trust = trust;
        this.expired = damage.expired();
    }

    /**
     * {@return why the handshake fails; empty: it does not}
     *
     * @param client the workload whose certificate the client shows, {@code <cluster>/<namespace>/<name>}; empty text: none
     * @param server the server
     */
    Optional<String> refusal(String client, WorkloadInstance server) {
        String id = WorkloadNames.id(server);
        if (expired.contains(id)) {
            return Optional.of("the certificate of " + id + " has expired (CERTIFICATE_VERIFY_FAILED)");
        }
        if (expired.contains(client)) {
            return Optional.of(id + " refuses the certificate of " + client
                    + ", which has expired (SSLV3_ALERT_CERTIFICATE_EXPIRED)");
        }
        if (client.isEmpty() || trust.isUniform()) {
            return Optional.empty();
        }
        String caller = cluster(client);
        return trust.refusal(caller, server.cluster())
                .map(reason -> reason + " (CERTIFICATE_VERIFY_FAILED)")
                .or(() -> trust.refusal(server.cluster(), caller).map(reason -> reason + " (TLSV1_ALERT_UNKNOWN_CA)"));
    }

    /** {@return whether workloads of two clusters refuse each other for the want of a root} */
    static boolean areStrangers(ClusterTrust trust, String cluster, String owner) {
        String other = cluster(owner);
        return trust.refusal(cluster, other).isPresent()
                || trust.refusal(other, cluster).isPresent();
    }

    private static String cluster(String workload) {
        return workload.substring(0, Math.max(0, workload.indexOf('/')));
    }
}
