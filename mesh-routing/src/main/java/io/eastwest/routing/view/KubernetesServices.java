package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.InternalTrafficPolicy;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services of one cluster as istiod models them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/conversion.go:ConvertService}.
 */
final class KubernetesServices {
    /** Address of a service that has none. */
    static final String NO_ADDRESS = "0.0.0.0";

    private static final String EXPORT_TO = "networking.istio.io/exportTo";
    private static final String CANONICAL_ACCOUNTS = "alpha.istio.io/canonical-serviceaccounts";
    private static final String KUBERNETES_ACCOUNTS = "alpha.istio.io/kubernetes-serviceaccounts";

    private KubernetesServices() {}

    static String hostname(String name, String namespace, String domainSuffix) {
        return name + "." + namespace + ".svc." + domainSuffix;
    }

    static MeshService of(KubernetesService service, ClusterState cluster, String domainSuffix, String trustDomain) {
        ServiceSpec spec = service.spec();
        String namespace = service.metadata().namespaceOrDefault();
        Map<String, String> annotations = service.metadata().annotations();
        List<String> addresses = addresses(spec);
        Optional<String> externalName = externalName(spec);
        return MeshService.builder()
                .hostname(hostname(service.metadata().name(), namespace, domainSuffix))
                .namespace(namespace)
                .name(service.metadata().name())
                .registry(Registry.KUBERNETES)
                .resource(service.key())
                .definedIn(cluster.name())
                .addAllPorts(ports(spec))
                .resolution(resolution(spec))
                .meshExternal(externalName.isPresent())
                .putClusterAddress(cluster.name(), addresses)
                .addDefaultAddress(addresses.get(0))
                .addAllExportTo(commaSeparated(annotations.getOrDefault(EXPORT_TO, "")))
                .putAllLabels(service.metadata().labels())
                .putAllAnnotations(annotations)
                .putAllSelector(spec.selector())
                .trafficDistribution(TrafficDistributions.of(
                        spec.trafficDistribution(),
                        annotations,
                        cluster.namespaces().annotations(namespace)))
                .nodeLocal(spec.internalTrafficPolicy()
                        .filter(InternalTrafficPolicy.Local::equals)
                        .isPresent())
                .publishNotReadyAddresses(spec.publishNotReadyAddresses().orElse(false))
                .creationTime(CreationTimes.of(service))
                .externalName(externalName)
                .headless(spec.isHeadless())
                .addAllSubjectAltNames(accounts(annotations, namespace, trustDomain))
                .build();
    }

    private static List<String> addresses(ServiceSpec spec) {
        String first = spec.clusterIP().orElse("");
        if (first.isEmpty() && !spec.clusterIPs().isEmpty()) {
            first = spec.clusterIPs().get(0);
        }
        if (first.isEmpty() || first.equals("None")) {
            return List.of(NO_ADDRESS);
        }
        return spec.clusterIPs().size() > 1 ? spec.clusterIPs() : List.of(first);
    }

    private static Optional<String> externalName(ServiceSpec spec) {
        return spec.type().filter(ServiceType.ExternalName::equals).isPresent()
                ? spec.externalName().filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private static Resolution resolution(ServiceSpec spec) {
        if (spec.isHeadless()) {
            return Resolution.PASSTHROUGH;
        }
        return externalName(spec).isPresent() ? Resolution.ALIAS : Resolution.CLIENT_SIDE;
    }

    private static List<MeshServicePort> ports(ServiceSpec spec) {
        List<MeshServicePort> ports = new ArrayList<>();
        for (ServicePort port : spec.ports()) {
            ports.add(new MeshServicePort(
                    port.name().orElse(""),
                    port.port(),
                    ServicePortProtocols.of(port),
                    port.targetPort()
                            .filter(target -> !PodState.isZero(target))
                            .map(Object::toString)
                            .orElse("")));
        }
        return ports;
    }

    private static Set<String> accounts(Map<String, String> annotations, String namespace, String trustDomain) {
        Set<String> accounts = new LinkedHashSet<>();
        String canonical = annotations.getOrDefault(CANONICAL_ACCOUNTS, "");
        if (!canonical.isEmpty()) {
            accounts.addAll(List.of(canonical.split(",", -1)));
        }
        String names = annotations.getOrDefault(KUBERNETES_ACCOUNTS, "");
        if (!names.isEmpty()) {
            for (String name : names.split(",", -1)) {
                accounts.add(SpiffeIds.of(trustDomain, namespace, name));
            }
        }
        return accounts;
    }

    private static List<String> commaSeparated(String text) {
        Set<String> parts = new LinkedHashSet<>();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                parts.add(part.strip());
            }
        }
        return new ArrayList<>(parts);
    }
}
