package io.eastwest.model.analysis;

import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.List;

/** Names of hosts and namespaces as the analyzers of Istio read them. */
final class AnalysisHosts {
    static final String EVERYBODY = "*";
    private static final String OWN = ".";
    private static final String DOMAIN = "cluster.local";

    private AnalysisHosts() {}

    /**
     * The full name of a host. The domain is {@code cluster.local} whatever that of the mesh is. Mirrors istio 1.30.3
     * {@code pkg/config/analysis/analyzers/util/hosts.go:ConvertHostToFQDN}.
     */
    static String fqdn(String host, String namespace) {
        return Hostname.isWildcard(host) ? host : Hostname.resolve(host, namespace, DOMAIN);
    }

    /** {@return namespaces to which something is exported; {@code *} alone if that is all or if nothing is said} */
    static List<String> scopes(List<String> exportTo, String namespace) {
        if (exportTo.isEmpty() || exportTo.contains(EVERYBODY)) {
            return List.of(EVERYBODY);
        }
        List<String> scopes = new ArrayList<>();
        for (String entry : exportTo) {
            String scope = entry.equals(OWN) ? namespace : entry;
            if (!scopes.contains(scope)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
