package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.gatewayapi.GatewayApiStatus;
import io.eastwest.routing.proxy.ExternalAuthorizer;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.ProxyMemory;
import io.eastwest.routing.trust.ClusterTrust;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.ResolvedHost;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import io.eastwest.routing.ztunnel.Ztunnel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mesh as routers share it: what is configured, and what control planes make of it, compiled when it is asked for. It does not
 * depend on conditions, authorizers or strictness. Thread-safe.
 */
final class CompiledMesh {
    private final MeshSnapshot snapshot;
    private final MeshViews views;
    private final GatewayPods gateways;
    private final MeshWorkloads workloads;
    private final MeshDamages damages;
    private final ClusterTrust trust;
    private final Map<String, ControlPlane> controlPlanes = new ConcurrentHashMap<>();

    CompiledMesh(MeshSnapshot snapshot) {
        this.snapshot = snapshot;
        this.views = MeshViews.of(snapshot);
        this.gateways = new GatewayPods(views);
        this.workloads = new MeshWorkloads(snapshot, views);
        this.trust = ClusterTrust.of(snapshot, views);
        this.damages = new MeshDamages(new MeshInventory(snapshot, views, workloads));
    }

    MeshSnapshot snapshot() {
        return snapshot;
    }

    /** {@return what is wrong with the mesh configuration of the clusters} */
    List<Issue> issues() {
        return views.issues();
    }

    /**
     * {@return what the control plane that serves a cluster knows}
     *
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    ControlPlaneView view(String cluster) {
        return views.view(cluster);
    }

    /** {@return which clusters lack the root of another} */
    ClusterTrust trust() {
        return trust;
    }

    /**
     * {@return the pod that is meant by a caller}
     *
     * @throws IllegalArgumentException if the mesh has no such caller
     */
    WorkloadInstance workload(Caller caller) {
        return workloads.of(caller);
    }

    Optional<WorkloadInstance> workload(String id) {
        return workloads.named(id);
    }

    List<GatewayPods.Found> gatewaysAt(String address) {
        return gateways.at(address);
    }

    /**
     * {@return what conditions mean in this mesh}
     *
     * @throws IllegalArgumentException if they name what the mesh does not have
     */
    Damage damage(Conditions conditions) {
        return damages.of(conditions);
    }

    /** {@return what the DNS of a pod gives for a host} */
    Optional<ResolvedHost> resolved(String id, String host) {
        String[] parts = parts(id);
        return views.resolver(parts[0]).resolve(parts[1], host);
    }

    /** {@return why a pod may not get an answer that its DNS is taken to give} */
    Optional<String> doubt(String id, ResolvedHost answer) {
        return views.resolver(parts(id)[0]).doubt(answer);
    }

    /** {@return where something is written, {@code file:line:column}; empty text: it is not known} */
    String location(String cluster, ResourceKey resource, String path) {
        DocumentPath place = path.isEmpty() ? DocumentPath.root() : DocumentPath.parse(path);
        return snapshot.locate(views.view(cluster).cluster(), resource, place)
                .map(SourceLocation::toString)
                .orElse("");
    }

    /** {@return a proxy of the mesh, for routers that ask one authorizer} */
    ProxyRouter proxy(String id, ExternalAuthorizer authorizer) {
        return new ProxyRouter(id, controlPlane(parts(id)[0]), authorizer);
    }

    /** {@return the policy of a proxy, each setting with where it is written} */
    PolicyAnswer policy(String id, MeshProxy.Kind kind, String host, int port, String subset) {
        ControlPlane plane = controlPlane(parts(id)[0]);
        ClusterPolicy policy = plane.policy(id, kind, host, port, subset);
        String cluster = plane.view().cluster();
        return new PolicyAnswer(
                id, policy, PolicySettings.of(policy, origin -> location(cluster, origin.resource(), origin.path())));
    }

    /** {@return the ztunnel of a pod} */
    Ztunnel ztunnel(String id) {
        String cluster = parts(id)[0];
        ControlPlane plane = controlPlane(cluster);
        plane.requireAmbientIn(cluster);
        return plane.ambient()
                .flatMap(index -> index.workload(id).map(workload -> Ztunnel.of(index, workload)))
                .filter(ztunnel -> ztunnel.workload().tunnel() == TunnelProtocol.HBONE)
                .orElseThrow(() -> new IllegalArgumentException("no pod \"" + id + "\" in ambient mode"));
    }

    /** {@return whether the control plane of a cluster serves ambient mode} */
    boolean isAmbient(String cluster) {
        return views.view(cluster).ambient().enabled();
    }

    /** {@return what the control plane of a cluster sends to ztunnels; empty: it does not serve ambient mode} */
    Optional<AmbientIndex> ambient(String cluster) {
        return controlPlane(cluster).ambient();
    }

    /** {@return whether a workload is a gateway that reads what it gets; not one of ambient mode} */
    boolean isGateway(WorkloadInstance workload) {
        return controlPlane(workload.cluster()).isGateway(workload.labels());
    }

    /** {@return what the proxies of a cluster have compiled} */
    ProxyMemory memory(String cluster) {
        return controlPlane(cluster).memory();
    }

    /** {@return what the control plane of a cluster has made for its proxies} */
    SharedResources shared(String cluster) {
        return controlPlane(cluster).shared();
    }

    /** {@return why a proxy is not given a certificate that it needs to call others; empty: it is} */
    Optional<String> missingCredential(WorkloadInstance proxy, UpstreamTls tls) {
        if (tls.certificate().isEmpty() && tls.authority().isEmpty()) {
            return Optional.empty();
        }
        return controlPlane(proxy.cluster())
                .credentials(proxy.cluster(), proxy.namespace())
                .missing(tls);
    }

    /** {@return the trust domains that the proxies of a cluster accept} */
    List<String> trustDomains(String cluster) {
        return controlPlane(cluster).trustDomains();
    }

    /** {@return what the control plane of a cluster reports of Gateway API objects} */
    GatewayApiStatus status(String cluster) {
        return controlPlane(cluster).status();
    }

    /** {@return what may change the answer of the ztunnel of a pod, and is not modelled} */
    List<NotModelled> unmodelledAtZtunnel(WorkloadInstance pod, ProxyLeg leg, Connection connection) {
        ControlPlane plane = controlPlane(pod.cluster());
        return plane.unmodelled()
                .atZtunnel(plane.proxy(WorkloadNames.id(pod), MeshProxy.Kind.SIDECAR), leg, connection);
    }

    private ControlPlane controlPlane(String cluster) {
        ControlPlaneView view = views.view(cluster);
        return controlPlanes.computeIfAbsent(view.cluster(), key -> new ControlPlane(view));
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
