package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.ResolvedHost;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers what happens to calls in a mesh. Made once from everything that is configured; immutable to its users and
 * thread-safe. What a proxy needs is compiled when it is asked for the first time.
 */
public final class MeshRouter {
    private final MeshViews views;
    private final Map<String, ControlPlane> controlPlanes = new ConcurrentHashMap<>();
    private final Map<String, ProxyRouter> proxies = new ConcurrentHashMap<>();

    private MeshRouter(MeshSnapshot snapshot) {
        this.views = MeshViews.of(snapshot);
    }

    /**
     * Makes a router.
     *
     * @param snapshot everything that is configured
     * @return the router
     */
    public static MeshRouter of(MeshSnapshot snapshot) {
        return new MeshRouter(snapshot);
    }

    /** {@return what is wrong with the mesh configuration of the clusters} */
    public List<Issue> issues() {
        return views.issues();
    }

    /**
     * One proxy of the mesh: a sidecar or a gateway, as which it is asked.
     *
     * @param id its pod, {@code <cluster>/<namespace>/<pod>}
     * @return the proxy
     * @throws IllegalArgumentException if the mesh has no such pod
     */
    public ProxyRouter proxy(String id) {
        return proxies.computeIfAbsent(id, key -> new ProxyRouter(key, controlPlane(cluster(key))));
    }

    /**
     * What the DNS of a pod gives for a host.
     *
     * @param id the pod, {@code <cluster>/<namespace>/<pod>}
     * @param host the host as an application of the pod writes it
     * @return IP addresses, the first is the one that is dialled; empty when the name is not known
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public List<String> resolve(String id, String host) {
        String[] parts = parts(id);
        return views.resolver(parts[0])
                .resolve(parts[1], host)
                .map(ResolvedHost::addresses)
                .orElse(List.of());
    }

    private ControlPlane controlPlane(String cluster) {
        var view = views.view(cluster);
        return controlPlanes.computeIfAbsent(view.cluster(), key -> new ControlPlane(view));
    }

    private static String cluster(String id) {
        return parts(id)[0];
    }

    private static String[] parts(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "a proxy is named <cluster>/<namespace>/<pod>, but this is \"" + id + "\"");
        }
        return parts;
    }
}
