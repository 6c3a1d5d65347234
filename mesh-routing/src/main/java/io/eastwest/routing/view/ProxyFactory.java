package io.eastwest.routing.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.ContainerPort;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes proxies of pods. Mirrors istio 1.30.3 {@code pilot/pkg/xds/ads.go:setTopologyLabels} and what the injector puts
 * into a pod.
 */
final class ProxyFactory {
    private static final String NETWORK = "ISTIO_META_NETWORK";
    private static final String NETWORK_VIEW = "ISTIO_META_REQUESTED_NETWORK_VIEW";
    private static final String STATIC_LABELS = "ISTIO_METAJSON_LABELS";
    private static final String UNPRIVILEGED = "ISTIO_META_UNPRIVILEGED_POD";

    private ProxyFactory() {}

    static MeshProxy of(Workload workload, Pod pod, ClusterState cluster, MeshProxy.Kind kind, String domainSuffix) {
        Map<String, String> environment = environment(pod);
        String network = network(pod, environment, cluster);
        Map<String, String> labels = new TreeMap<>(staticLabels(environment));
        labels.putAll(workload.labels());
        if (labels.getOrDefault(AugmentedLabels.NETWORK, "").isEmpty() && !network.isEmpty()) {
            labels.put(AugmentedLabels.NETWORK, network);
        }
        return MeshProxy.builder()
                .id(workload.owner().orElse(""))
                .kind(kind)
                .dnsDomain(workload.namespace() + ".svc." + domainSuffix)
                .cluster(workload.cluster())
                .namespace(workload.namespace())
                .name(workload.name())
                .putAllLabels(labels)
                .putAllAnnotations(pod.metadata().annotations())
                .addAllAddresses(workload.addresses())
                .locality(locality(labels))
                .network(network)
                .nodeName(pod.spec().nodeName())
                .serviceAccount(PodState.serviceAccount(pod))
                .addAllRequestedNetworkView(networkView(environment))
                .unprivileged(environment.getOrDefault(UNPRIVILEGED, "").equals("true"))
                .addAllContainerPorts(containerPorts(pod))
                .build();
    }

    /** {@return network the proxy reports: pod label, environment, installation value} */
    private static String network(Pod pod, Map<String, String> environment, ClusterState cluster) {
        return Optional.ofNullable(pod.metadata().labels().get(AugmentedLabels.NETWORK))
                .or(() -> Optional.ofNullable(environment.get(NETWORK)))
                .filter(name -> !name.isEmpty())
                .orElseGet(cluster.topology()::networkOrDefault);
    }

    private static String locality(Map<String, String> labels) {
        String zone = labels.getOrDefault(Localities.ZONE, "");
        String subzone = labels.getOrDefault(Localities.SUBZONE, "");
        String region = labels.getOrDefault(Localities.REGION, "");
        if (!subzone.isEmpty()) {
            return region + "/" + zone + "/" + subzone;
        }
        return zone.isEmpty() ? region : region + "/" + zone;
    }

    /** {@return labels that the container is given as JSON; those of the pod come before them, and no JSON gives none} */
    private static Map<String, String> staticLabels(Map<String, String> environment) {
        Map<String, String> labels = new TreeMap<>();
        String json = environment.get(STATIC_LABELS);
        if (json == null) {
            return labels;
        }
        try {
            JsonNode written = Json.MAPPER.readTree(json);
            written.properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    labels.put(field.getKey(), field.getValue().textValue());
                }
            });
        } catch (JsonProcessingException ignored) {
            return labels;
        }
        return labels;
    }

    /** Jackson's mapper, which takes a while to load, for the few pods that need it. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    private static List<String> networkView(Map<String, String> environment) {
        String view = environment.getOrDefault(NETWORK_VIEW, "");
        return view.isEmpty() ? List.of() : List.of(view.split(",", -1));
    }

    private static Map<String, String> environment(Pod pod) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Container container : PodState.containers(pod)) {
            for (EnvironmentVariable variable : container.env()) {
                variable.value().ifPresent(value -> environment.putIfAbsent(variable.name(), value));
            }
        }
        return environment;
    }

    private static List<Integer> containerPorts(Pod pod) {
        List<Integer> ports = new ArrayList<>();
        for (Container container : PodState.containers(pod)) {
            container.ports().stream().map(ContainerPort::containerPort).forEach(ports::add);
        }
        return ports;
    }
}
