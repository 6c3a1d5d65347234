package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Services of a host in all clusters, exported to those who may call. A control plane merges them, and takes what one of them
 * says; so all say the same.
 */
final class ExportedServices {
    private static final String EXPORT_TO = "networking.istio.io/exportTo";
    private static final String EAST_WEST_CLASS = "istio-east-west";

    private final LockDown intent;
    private final MeshSnapshot mesh;

    ExportedServices(LockDown intent, MeshSnapshot mesh) {
        this.intent = intent;
        this.mesh = mesh;
    }

    SortedMap<String, MeshResource> services(HostScope scope) {
        NavigableSet<String> namespaces = new TreeSet<>(intent.callerNamespaces());
        scope.views().forEach(view -> namespaces.addAll(gateways(view)));
        String exportTo = namespaces.isEmpty() ? "~" : String.join(",", namespaces);
        MeshService service = scope.service();
        ResourceKey key = ResourceKey.of("", "Service", service.namespace(), service.name());
        SortedMap<String, MeshResource> services = new TreeMap<>();
        for (String cluster : mesh.clusters()) {
            mesh.find(cluster, key)
                    .map(found -> (KubernetesService) found.resource())
                    .ifPresent(found -> services.put(cluster, exported(found, exportTo)));
        }
        return services;
    }

    /** {@return the namespaces of proxies that pass calls on from other networks} */
    private static NavigableSet<String> gateways(ControlPlaneView view) {
        NavigableSet<String> namespaces = new TreeSet<>();
        for (Configured<IstioGateway> gateway : view.configuration(IstioGateway.class)) {
            Map<String, String> selector = gateway.resource().spec().selector();
            if (gateway.resource().spec().servers().stream().anyMatch(ExportedServices::passes)) {
                view.workloads().stream()
                        .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()))
                        .map(WorkloadInstance::namespace)
                        .forEach(namespaces::add);
            }
        }
        view.configuration(Gateway.class).stream()
                .filter(gateway -> gateway.resource().spec().gatewayClassName().startsWith(EAST_WEST_CLASS))
                .map(Configured::namespace)
                .forEach(namespaces::add);
        return namespaces;
    }

    private static boolean passes(Server server) {
        return server.tls()
                .flatMap(ServerTlsSettings::mode)
                .filter(ServerTlsMode.AUTO_PASSTHROUGH::equals)
                .isPresent();
    }

    private static KubernetesService exported(KubernetesService service, String exportTo) {
        Map<String, String> annotations = new LinkedHashMap<>(service.metadata().annotations());
        annotations.put(EXPORT_TO, exportTo);
        return service.toBuilder()
                .metadata(
                        service.metadata().toBuilder().annotations(annotations).build())
                .build();
    }

    static List<MeshResource> joined(List<MeshResource> some, List<MeshResource> more) {
        List<MeshResource> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
