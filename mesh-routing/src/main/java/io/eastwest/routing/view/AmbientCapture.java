package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.TemplateMeta;
import io.eastwest.model.sail.CniAmbientValues;
import io.eastwest.model.sail.CniValues;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.IstioCni;
import io.eastwest.model.sail.IstioCniValues;
import io.eastwest.model.sail.ZTunnel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pods the node agent puts behind a ztunnel. It marks them; the mark alone counts for the control plane, so that pods
 * of the manifests have it or not, and pods that are made get it here. Mirrors istio 1.30.3 {@code
 * cni/pkg/util/podutil.go:PodRedirectionEnabled} and {@code manifests/charts/istio-cni/values.yaml}.
 */
final class AmbientCapture {
    static final String MARK = "ambient.istio.io/redirection";
    static final String MARKED = "enabled";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String AMBIENT = "ambient";
    private static final String NONE = "none";
    private static final String INJECTED = "sidecar.istio.io/status";
    private static final String PROXY = "istio-proxy";
    private static final String TUNNEL = "networking.istio.io/tunnel";
    private static final String HTTP = "http";
    private static final List<String> LEFT_ALONE = List.of("kube-system");

    private final Optional<IstioCni> agent;

    private AmbientCapture(Optional<IstioCni> agent) {
        this.agent = agent;
    }

    /** {@return the agent of a cluster; where the manifests hold none, it is there as the chart installs it} */
    static AmbientCapture of(MeshSnapshot snapshot, String cluster) {
        return new AmbientCapture(
                snapshot.resources(cluster, IstioCni.class).stream().findFirst());
    }

    static boolean isAmbient(InstallProfile profile) {
        return profile == InstallProfile.ambient || profile == InstallProfile.openshift_ambient;
    }

    /** {@return whether anything in a cluster is enrolled in ambient mode} */
    static boolean isUsedIn(ClusterState cluster) {
        MeshSnapshot snapshot = cluster.snapshot();
        return !snapshot.resources(cluster.name(), ZTunnel.class).isEmpty()
                || snapshot.resources(cluster.name(), Namespace.class).stream()
                        .anyMatch(namespace ->
                                AMBIENT.equals(namespace.metadata().labels().get(MODE)))
                || cluster.pods().values().stream()
                        .flatMap(pods -> pods.all().stream())
                        .anyMatch(pod -> isMarked(pod)
                                || AMBIENT.equals(pod.metadata().labels().get(MODE)));
    }

    /**
     * {@return whether a pod is put behind a ztunnel when it starts}
     *
     * @param pod its labels and annotations
     * @param hostNetwork whether it shares the network of its node
     * @param sidecar whether a sidecar is injected: it wins
     * @param namespace its namespace
     * @param namespaceLabels labels of that
     */
    boolean captures(
            TemplateMeta pod,
            boolean hostNetwork,
            boolean sidecar,
            String namespace,
            Map<String, String> namespaceLabels) {
        if (!isInstalled() || hostNetwork || sidecar || pod.annotations().containsKey(INJECTED)) {
            return false;
        }
        String own = pod.labels().getOrDefault(MODE, "");
        boolean enrolled = own.equals(AMBIENT) || (AMBIENT.equals(namespaceLabels.get(MODE)) && !own.equals(NONE));
        return enrolled && !leftAlone().contains(namespace);
    }

    private boolean isInstalled() {
        return agent.map(cni ->
                        cni.spec().profile().filter(AmbientCapture::isAmbient).isPresent()
                                || values().flatMap(CniValues::ambient)
                                        .flatMap(CniAmbientValues::enabled)
                                        .orElse(false))
                .orElse(true);
    }

    private List<String> leftAlone() {
        return values().map(CniValues::excludeNamespaces)
                .filter(namespaces -> !namespaces.isEmpty())
                .orElse(LEFT_ALONE);
    }

    private Optional<CniValues> values() {
        return agent.flatMap(cni -> cni.spec().values()).flatMap(IstioCniValues::cni);
    }

    /** {@return whether an injected proxy or that of a gateway runs in a pod} */
    static boolean hasSidecar(Pod pod) {
        return pod.metadata().annotations().containsKey(INJECTED)
                || PodState.containers(pod).stream()
                        .anyMatch(container -> container.name().equals(PROXY));
    }

    private static boolean isMarked(Pod pod) {
        return MARKED.equals(pod.metadata().annotations().get(MARK));
    }

    /** {@return how a workload takes tunnels, as the control plane publishes it} */
    static TunnelProtocol tunnel(Map<String, String> labels, Optional<Pod> pod) {
        if (List.of(labels.getOrDefault(TUNNEL, "").split(",", -1)).contains(HTTP)) {
            return TunnelProtocol.NATIVE_HBONE;
        }
        return pod.filter(AmbientCapture::isMarked).isPresent() ? TunnelProtocol.HBONE : TunnelProtocol.NONE;
    }
}
