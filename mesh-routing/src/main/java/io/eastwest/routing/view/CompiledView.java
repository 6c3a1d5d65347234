package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A view made from a snapshot. Immutable and thread-safe; endpoints and configuration are made when asked for. */
final class CompiledView implements ControlPlaneView {
    private final ViewInputs inputs;
    private final MeshWorkloads workloads;
    private final MergedServices services;
    private final ServiceEndpointIndex endpoints;
    private final ConfigurationStore configuration;
    private final List<NetworkGatewayAddress> gateways;
    private final List<ClusterView> clusters;
    private final List<Workload> reachable = new ArrayList<>();
    private final Map<String, Workload> byAddress = new LinkedHashMap<>();
    private final Map<String, HostResolver> resolvers = new ConcurrentHashMap<>();

    CompiledView(ViewInputs inputs) {
        this.inputs = inputs;
        this.workloads = inputs.workloads();
        this.configuration = new ConfigurationStore(
                inputs.clusters().get(0),
                inputs.meshConfig().discoverySelectors(),
                inputs.istiod().revision());
        this.endpoints = new ServiceEndpointIndex(workloads, inputs.domainSuffix());
        List<MeshService> external = new ArrayList<>();
        for (Configured<ServiceEntry> entry : configuration.get(ServiceEntry.class)) {
            List<MeshService> made =
                    ServiceEntryServices.of(entry, inputs.clusters().get(0));
            endpoints.add(entry, made);
            external.addAll(made);
        }
        this.clusters = inputs.clusters().stream()
                .<ClusterView>map(cluster -> new ReadCluster(cluster, kubernetesServices(cluster), inputs.istiod()))
                .toList();
        this.services =
                MergedServices.of(clusters.stream().map(ClusterView::services).toList(), external);
        this.gateways = NetworkGateways.of(inputs);
        for (ClusterWorkloads cluster : workloads.clusters()) {
            cluster.pods().forEach(this::index);
            cluster.entries().forEach(entries -> entries.forEach(this::index));
        }
    }

    /** An address that pods share with their node is that of none of them; one that two networks use is that of the first. */
    private void index(Workload workload) {
        if (!workload.addresses().isEmpty()) {
            reachable.add(workload);
        }
        if (!workload.hostNetwork()) {
            workload.addresses().forEach(address -> byAddress.putIfAbsent(address, workload));
        }
    }

    private List<MeshService> kubernetesServices(ClusterState cluster) {
        List<MeshService> converted = new ArrayList<>();
        cluster.services().forEach((namespace, services) -> {
            if (cluster.namespaces().isDiscovered(namespace, inputs.meshConfig().discoverySelectors())) {
                services.values().forEach(service -> converted.add(convert(service, cluster)));
            }
        });
        return converted;
    }

    private MeshService convert(KubernetesService service, ClusterState cluster) {
        return KubernetesServices.of(
                service, cluster, inputs.domainSuffix(), inputs.trustDomains().ofPods(cluster.name()));
    }

    /** {@return what is wrong with services, workloads and network gateways, sorted} */
    List<Issue> issues() {
        return ViewFindings.of(inputs.clusters(), workloads, configuration.get(ServiceEntry.class));
    }

    /** {@return DNS of the pods of a cluster that this control plane reads} */
    HostResolver resolver(String cluster) {
        return resolvers.computeIfAbsent(
                cluster,
                name -> new HostResolver(
                        this,
                        workloads
                                .cluster(name)
                                .orElseThrow(() -> new IllegalArgumentException("the control plane of cluster \""
                                        + cluster() + "\" does not read cluster \"" + name + "\""))));
    }

    @Override
    public String cluster() {
        return inputs.clusters().get(0).name();
    }

    @Override
    public MeshConfig meshConfig() {
        return inputs.meshConfig();
    }

    @Override
    public IstiodInstallation installation() {
        return inputs.istiod();
    }

    @Override
    public AmbientSettings ambient() {
        return inputs.ambient();
    }

    @Override
    public List<ClusterView> clusters() {
        return clusters;
    }

    @Override
    public String domainSuffix() {
        return inputs.domainSuffix();
    }

    @Override
    public String rootNamespace() {
        return inputs.meshConfig().rootNamespace().orElse(ClusterNamespaces.SYSTEM);
    }

    @Override
    public String trustDomain(String cluster) {
        return inputs.trustDomains().ofPods(cluster);
    }

    @Override
    public List<MeshService> services() {
        return services.all();
    }

    @Override
    public List<MeshService> servicesByHostname(String hostname) {
        return services.byHostname(hostname);
    }

    @Override
    public List<ServiceEndpoint> endpoints(MeshService service) {
        return endpoints.of(service);
    }

    @Override
    public Optional<MeshProxy> proxy(String id, MeshProxy.Kind kind) {
        String[] parts = id.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return workloads
                .cluster(parts[0])
                .filter(cluster ->
                        cluster.cluster().topology().controlPlaneOrDefault().equals(cluster()))
                .flatMap(cluster -> cluster.pod(parts[1], parts[2])
                        .flatMap(workload -> workload.pod()
                                .map(pod -> ProxyFactory.of(workload, pod, cluster.cluster(), kind, domainSuffix()))));
    }

    @Override
    public List<WorkloadInstance> workloads() {
        return reachable.stream()
                .map(this::instance)
                .sorted(Comparator.comparing(WorkloadInstance::cluster)
                        .thenComparing(WorkloadInstance::namespace)
                        .thenComparing(WorkloadInstance::name))
                .toList();
    }

    @Override
    public Optional<WorkloadInstance> workloadByAddress(String address) {
        return Optional.ofNullable(byAddress.get(address)).map(this::instance);
    }

    private WorkloadInstance instance(Workload workload) {
        return new KnownWorkload(workload, inputs.ambient().enabled());
    }

    @Override
    public List<ServiceTarget> serviceTargets(MeshProxy proxy) {
        List<ServiceTarget> targets = new ArrayList<>();
        workloads
                .cluster(proxy.cluster())
                .ifPresent(cluster -> targets.addAll(
                        new ServiceTargets(cluster, service -> convert(service, cluster.cluster())).of(proxy)));
        targets.addAll(endpoints.externalTargets(proxy.namespace(), proxy.addresses()));
        targets.sort(
                Comparator.comparing((ServiceTarget target) -> target.service().creationTime())
                        .thenComparing(target -> target.service().hostname()));
        return List.copyOf(targets);
    }

    @Override
    public List<NetworkGatewayAddress> networkGateways() {
        return gateways;
    }

    @Override
    public Map<String, String> namespaceLabels(String namespace) {
        return inputs.clusters().get(0).namespaces().labels(namespace);
    }

    @Override
    public Map<String, String> namespaceAnnotations(String namespace) {
        return inputs.clusters().get(0).namespaces().annotations(namespace);
    }

    @Override
    public List<String> namespaces() {
        return inputs.clusters().get(0).namespaces().names();
    }

    @Override
    public <T extends MeshResource> List<Configured<T>> configuration(Class<T> kind) {
        return configuration.get(kind);
    }
}
