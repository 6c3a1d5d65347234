package io.eastwest.routing.question;

import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;

/** How a proxy speaks to the next, and how it ends the TLS of a client, as far as it is not the usual. */
final class UpstreamText {
    private UpstreamText() {}

    /** Adds the version of HTTP and the TLS of one's own of each cluster. */
    static void of(ProxyAnswer answer, List<String> parts) {
        boolean http = answer.routeConfiguration().isPresent();
        for (ClusterShare share : answer.clusters()) {
            share.cluster().ifPresent(cluster -> {
                if (http && cluster.protocol() != UpstreamProtocol.HTTP_1) {
                    parts.add(cluster.name() + " " + version(cluster.protocol()));
                }
                String tls = tls(cluster);
                if (!tls.isEmpty()) {
                    parts.add(cluster.name() + " by " + tls);
                }
            });
        }
    }

    private static String version(UpstreamProtocol protocol) {
        return protocol == UpstreamProtocol.HTTP_2 ? "in HTTP/2" : "in the version of the client";
    }

    /** {@return TLS that no proxy of the mesh ends; empty text: there is none} */
    static String tls(Cluster cluster) {
        UpstreamTls tls = cluster.tls();
        boolean own = tls.mode() == UpstreamTls.Mode.SIMPLE || tls.mode() == UpstreamTls.Mode.MUTUAL;
        return own
                ? "TLS for " + tls.sni().orElse("no name") + ", certificate "
                        + tls.certificate().orElse("none") + ", server of "
                        + tls.authority().or(tls::authorityFile).orElse("any authority") + ", names "
                        + tls.subjectAltNames() + ", offering "
                        + tls.applicationProtocols()
                : "";
    }

    /** Adds how the TLS of a client ends. */
    static void ended(DownstreamTls tls, List<String> parts) {
        StringBuilder text = new StringBuilder("TLS ends with ")
                .append(
                        tls.meshCertificates()
                                ? "the certificate of the mesh"
                                : tls.certificate().orElse("no certificate"));
        if (tls.clientCertificate() != ClientCertificate.NONE) {
            text.append(", client certificate ")
                    .append(tls.clientCertificate())
                    .append(tls.clientAuthority()
                            .map(authority -> " of " + authority)
                            .orElse(""))
                    .append(tls.subjectAltNames().isEmpty() ? "" : " for " + tls.subjectAltNames());
        }
        tls.terms().forEach(term -> text.append(", ").append(term));
        parts.add(text.toString());
    }
}
