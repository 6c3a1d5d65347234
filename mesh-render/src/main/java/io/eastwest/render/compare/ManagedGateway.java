package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.DeploymentSpec;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.kubernetes.TemplateMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workload that istiod makes of an east-west gateway of ambient mode, as far as calls and control planes see it. Mirrors istio
 * 1.30.3 {@code pilot/pkg/config/kube/gatewaycommon}.
 */
final class ManagedGateway {
    static final String EAST_WEST_CLASS = "istio-east-west";

    private static final String NAME_LABEL = "gateway.networking.k8s.io/gateway-name";
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final String CONTROLLER = "istio.io-eastwest-controller";
    private static final String NETWORK = "topology.istio.io/network";

    private ManagedGateway() {}

    static List<MeshResource> of(Gateway gateway, String network) {
        String name = gateway.metadata().name();
        ObjectMeta metadata = ObjectMeta.builder()
                .namespace(gateway.metadata().namespaceOrDefault())
                .name(name)
                .putLabel(NETWORK, network)
                .putLabel(MANAGED, CONTROLLER)
                .build();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(NAME_LABEL, name);
        labels.put(MANAGED, CONTROLLER);
        labels.put("istio.io/dataplane-mode", "none");
        labels.put(NETWORK, network);
        Container proxy = Container.builder()
                .name("istio-proxy")
                .addEnv(variable("ISTIO_META_NETWORK", network))
                .addEnv(variable("ISTIO_META_REQUESTED_NETWORK_VIEW", network))
                .build();
        PodTemplate pod = PodTemplate.builder()
                .metadata(TemplateMeta.builder().labels(labels).build())
                .spec(PodSpec.builder()
                        .serviceAccountName(name)
                        .addContainer(proxy)
                        .build())
                .build();
        return List.of(
                KubernetesService.builder()
                        .metadata(metadata)
                        .spec(ServiceSpec.builder()
                                .type(ServiceType.LoadBalancer)
                                .putSelector(NAME_LABEL, name)
                                .addPort(port("status-port", 15021, "tcp"))
                                .addPort(port("mesh", 15008, "hbone"))
                                .build())
                        .build(),
                Deployment.builder()
                        .metadata(metadata)
                        .spec(DeploymentSpec.builder()
                                .selector(LabelSelector.of(Collections.singletonMap(NAME_LABEL, name)))
                                .template(pod)
                                .build())
                        .build());
    }

    private static EnvironmentVariable variable(String name, String value) {
        return EnvironmentVariable.builder().name(name).value(value).build();
    }

    private static ServicePort port(String name, int port, String protocol) {
        return ServicePort.builder().name(name).port(port).appProtocol(protocol).build();
    }
}
