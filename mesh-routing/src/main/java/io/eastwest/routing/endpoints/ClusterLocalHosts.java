package io.eastwest.routing.endpoints;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.mesh.MeshServiceSettings;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts whose endpoints are only for clients of the same cluster. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/cluster_local.go}.
 */
public final class ClusterLocalHosts {
    private static final String DISCOVERY_ADDRESS = "istiod.istio-system.svc:15012";

    private final Map<String, Boolean> exact = new LinkedHashMap<>();
    private final Map<String, Boolean> wildcards = new LinkedHashMap<>();

    private ClusterLocalHosts() {}

    /**
     * Reads the settings of a mesh.
     *
     * @param mesh mesh configuration
     * @param domainSuffix DNS suffix of services
     * @return its hosts
     */
    public static ClusterLocalHosts of(MeshConfig mesh, String domainSuffix) {
        ClusterLocalHosts hosts = new ClusterLocalHosts();
        List<String> defaults = defaults(mesh, domainSuffix);
        for (MeshServiceSettings settings : mesh.serviceSettings()) {
            for (String host : settings.hosts()) {
                if (!settings.isClusterLocal()) {
                    defaults.removeIf(each -> isOverridden(each, host));
                }
                hosts.put(host, settings.isClusterLocal());
            }
        }
        defaults.forEach(host -> hosts.put(host, true));
        return hosts;
    }

    private static List<String> defaults(MeshConfig mesh, String domainSuffix) {
        List<String> defaults = new ArrayList<>();
        defaults.add("*.kube-system.svc." + domainSuffix);
        defaults.add("kubernetes.default.svc." + domainSuffix);
        discoveryHost(mesh)
                .map(host -> host.endsWith(domainSuffix) ? host : host + "." + domainSuffix)
                .ifPresent(defaults::add);
        return defaults;
    }

    private static Optional<String> discoveryHost(MeshConfig mesh) {
        String address = mesh.defaultConfig()
                .flatMap(MeshProxyConfig::discoveryAddress)
                .filter(text -> !text.isEmpty())
                .orElse(DISCOVERY_ADDRESS);
        int colon = address.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(address.substring(0, colon));
    }

    private static boolean isOverridden(String builtIn, String host) {
        return host.equals(builtIn) || (Hostname.isWildcard(builtIn) && host.endsWith(builtIn.substring(1)));
    }

    private void put(String host, boolean clusterLocal) {
        (Hostname.isWildcard(host) ? wildcards : exact).put(host, clusterLocal);
    }

    /**
     * Whether a host is local to each cluster.
     *
     * @param hostname hostname of a service
     * @return what the most specific entry says; no entry: false
     */
    public boolean isClusterLocal(String hostname) {
        return Hostname.mostSpecificMatch(hostname, exact.keySet(), wildcards.keySet())
                .map(host -> Optional.ofNullable(exact.get(host)).orElseGet(() -> wildcards.get(host)))
                .orElse(false);
    }
}
