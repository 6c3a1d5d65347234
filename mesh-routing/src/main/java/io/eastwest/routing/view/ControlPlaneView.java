package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.mesh.MeshConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one control plane knows. Immutable and thread-safe. Lists are in the order in which istiod works with them:
 * by creation time, name, namespace unless said otherwise.
 */
public interface ControlPlaneView {
    /** {@return the cluster whose API server gives the configuration; also the control plane's cluster id} */
    String cluster();

    /** {@return the mesh configuration of this control plane} */
    MeshConfig meshConfig();

    /** {@return what the manifests say of its installation} */
    default IstiodInstallation installation() {
        return IstiodInstallation.unknown(cluster());
    }

    /** {@return what this control plane does of ambient mode} */
    default AmbientSettings ambient() {
        return AmbientSettings.OFF;
    }

    /** {@return the clusters that this control plane reads, each by itself, its own first} */
    default List<ClusterView> clusters() {
        return List.of();
    }

    /** {@return DNS suffix of services, {@code cluster.local} unless the installation says otherwise} */
    String domainSuffix();

    /** {@return the root namespace, {@code istio-system} unless configured} */
    String rootNamespace();

    /**
     * {@return trust domain of workloads of this cluster id, as this control plane sees it}
     *
     * @param cluster cluster id
     */
    String trustDomain(String cluster);

    /** {@return all services in the order of istiod: creation time, name (host for a ServiceEntry), namespace} */
    List<MeshService> services();

    /**
     * {@return services with this hostname, in the same order}
     *
     * @param hostname hostname, as the service has it
     */
    List<MeshService> servicesByHostname(String hostname);

    /**
     * {@return all endpoints known for a service, of all clusters, in shard order (provider, cluster id)}
     *
     * @param service a service of this view
     */
    List<ServiceEndpoint> endpoints(MeshService service);

    /**
     * {@return the pod of this id as a proxy of a kind; empty when no pod of a cluster that this control plane serves has it}
     *
     * @param id {@code <cluster>/<namespace>/<pod>}
     * @param kind what the pod runs: manifests do not say
     */
    Optional<MeshProxy> proxy(String id, MeshProxy.Kind kind);

    /** {@return pods and WorkloadEntries with an address, of all discovered clusters, by cluster, namespace, name} */
    List<WorkloadInstance> workloads();

    /**
     * {@return all workloads (pods, WorkloadEntries) by address, of all discovered clusters}
     *
     * @param address IP address
     */
    Optional<WorkloadInstance> workloadByAddress(String address);

    /**
     * {@return services whose selector takes this proxy: their ports on the proxy itself, the oldest service first,
     * then by hostname}
     *
     * @param proxy a proxy of this view
     */
    List<ServiceTarget> serviceTargets(MeshProxy proxy);

    /** {@return gateways of networks, de-duplicated, sorted by network, cluster, address, port} */
    List<NetworkGatewayAddress> networkGateways();

    /**
     * {@return labels of a namespace of the configuration cluster; empty when unknown}
     *
     * @param namespace name of the namespace
     */
    Map<String, String> namespaceLabels(String namespace);

    /**
     * {@return annotations of a namespace of the configuration cluster; empty when unknown}
     *
     * @param namespace name of the namespace
     */
    Map<String, String> namespaceAnnotations(String namespace);

    /** {@return namespaces of the configuration cluster, sorted} */
    List<String> namespaces();

    /**
     * {@return configuration resources of a kind, as stored (API server defaults and pruning applied), by creation time,
     * name, namespace}
     *
     * @param <T> type of the kind
     * @param kind the kind, such as {@code VirtualService.class}
     */
    <T extends MeshResource> List<Configured<T>> configuration(Class<T> kind);
}
