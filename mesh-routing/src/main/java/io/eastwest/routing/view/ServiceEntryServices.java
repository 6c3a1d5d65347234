package io.eastwest.routing.view;

import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryAddress;
import io.eastwest.model.istio.networking.ServiceEntryLocation;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntryResolution;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.model.scalar.IpBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services of a ServiceEntry: one per host and address. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/serviceentry/conversion.go:convertServices}.
 */
final class ServiceEntryServices {
    private static final String AUTO_ALLOCATE = "networking.istio.io/enable-autoallocate-ip";

    private ServiceEntryServices() {}

    static List<MeshService> of(Configured<ServiceEntry> configured, ClusterState cluster) {
        ServiceEntry entry = configured.resource();
        ServiceEntrySpec spec = entry.spec();
        MeshService common = MeshService.builder()
                .hostname("")
                .namespace(configured.namespace())
                .name(configured.name())
                .registry(Registry.EXTERNAL)
                .resource(entry.key())
                .definedIn(cluster.name())
                .addAllPorts(ports(spec))
                .resolution(resolution(spec.resolutionOrDefault()))
                .meshExternal(spec.locationOrDefault() == ServiceEntryLocation.MESH_EXTERNAL)
                .addAllExportTo(spec.exportTo())
                .putAllLabels(entry.metadata().labels())
                .putAllAnnotations(entry.metadata().annotations())
                .putAllSelector(
                        spec.workloadSelector().map(WorkloadSelector::labels).orElse(Collections.emptyMap()))
                .trafficDistribution(TrafficDistributions.of(
                        Optional.empty(),
                        entry.metadata().annotations(),
                        cluster.namespaces().annotations(configured.namespace())))
                .creationTime(configured.creationTime())
                .addAllSubjectAltNames(spec.subjectAltNames())
                .build();
        List<MeshService> services = new ArrayList<>();
        for (String host : spec.hosts()) {
            for (String address : addresses(spec.addresses())) {
                services.add(common.toBuilder()
                        .hostname(host)
                        .addDefaultAddress(address)
                        .addAllAutoAllocatedAddresses(allocated(entry, host))
                        .build());
            }
        }
        return services;
    }

    private static List<MeshServicePort> ports(ServiceEntrySpec spec) {
        List<MeshServicePort> ports = new ArrayList<>();
        for (ServiceEntryPort port : spec.ports()) {
            String target = port.targetPort().orElse(0) == 0
                    ? ""
                    : Integer.toString(port.targetPort().getAsInt());
            ports.add(new MeshServicePort(
                    port.name(),
                    port.number(),
                    PortProtocol.parse(port.protocol().orElse("")),
                    target));
        }
        return ports;
    }

    private static Resolution resolution(ServiceEntryResolution resolution) {
        return switch (resolution) {
            case NONE -> Resolution.PASSTHROUGH;
            case STATIC -> Resolution.CLIENT_SIDE;
            case DNS -> Resolution.DNS;
            case DNS_ROUND_ROBIN -> Resolution.DNS_ROUND_ROBIN;
            case DYNAMIC_DNS -> Resolution.DYNAMIC_DNS;
        };
    }

    /** A range of one address is that address; what is neither address nor range is passed over. */
    private static List<String> addresses(List<String> written) {
        if (written.isEmpty()) {
            return List.of(KubernetesServices.NO_ADDRESS);
        }
        List<String> addresses = new ArrayList<>();
        for (String address : written) {
            if (IpBlock.isAddress(address)) {
                addresses.add(address);
            } else {
                IpBlock.parse(address)
                        .map(block -> block.isSingle() ? address.substring(0, address.indexOf('/')) : address)
                        .ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    /** Addresses that the control plane allocated for a host, as the status of the ServiceEntry says. */
    private static List<String> allocated(ServiceEntry entry, String host) {
        if (!mayAllocate(entry)) {
            return List.of();
        }
        return entry.status().map(status -> status.addresses()).orElse(List.of()).stream()
                .filter(address -> address.host().filter(host::equals).isPresent())
                .map(ServiceEntryAddress::value)
                .flatMap(Optional::stream)
                .filter(IpBlock::isAddress)
                .toList();
    }

    private static boolean mayAllocate(ServiceEntry entry) {
        Map<String, String> labels = entry.metadata().labels();
        return entry.spec().resolutionOrDefault() != ServiceEntryResolution.NONE
                && !labels.getOrDefault(AUTO_ALLOCATE, "").equalsIgnoreCase("false")
                && entry.spec().addresses().isEmpty();
    }
}
