package io.eastwest.render.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.ContainerPort;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.DeploymentSpec;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.kubernetes.ServiceAccount;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.kubernetes.TemplateMeta;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a gateway that istiod injects. The facts are those of the chart. Mirrors istio 1.30.3 {@code
 * manifests/charts/gateway/templates}.
 *
 * @param namespace where it stands
 * @param name its name, which starts with {@code istio-}
 * @param network network that it is the entry of; empty: none
 * @param revision revision of the control plane that injects it; empty: the default one
 * @param ports ports of its Service
 */
record GatewayWorkload(String namespace, String name, String network, String revision, List<ServicePort> ports) {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final int METRICS_PORT = 15090;

    static ServicePort port(String name, int port, int targetPort) {
        return ServicePort.builder()
                .name(name)
                .protocol(TransportProtocol.TCP)
                .port(port)
                .targetPort(IntOrString.of(targetPort))
                .build();
    }

    List<MeshResource> resources() {
        return List.of(
                ServiceAccount.builder().metadata(metadata().build()).build(),
                role(),
                roleBinding(),
                service(),
                deployment(),
                autoscaler());
    }

    private Map<String, String> selector() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app", name);
        labels.put("istio", name.substring("istio-".length()));
        return Collections.unmodifiableMap(labels);
    }

    private ObjectMetaBuilder metadata() {
        return ObjectMeta.builder().namespace(namespace).name(name).putAllLabels(selector());
    }

    private KubernetesService service() {
        ObjectMetaBuilder metadata = metadata();
        if (!network.isEmpty()) {
            metadata.putLabel(Names.NETWORK, network);
            ports.stream()
                    .filter(port -> port.name().filter("tls"::equals).isPresent() && port.port() != Names.MTLS_PORT)
                    .forEach(port -> metadata.putLabel(Names.GATEWAY_PORT, Integer.toString(port.port())));
        }
        return KubernetesService.builder()
                .metadata(metadata.build())
                .spec(ServiceSpec.builder()
                        .type(ServiceType.LoadBalancer)
                        .selector(selector())
                        .ports(ports)
                        .build())
                .build();
    }

    private Deployment deployment() {
        Map<String, String> labels = new LinkedHashMap<>(selector());
        labels.put("istio.io/dataplane-mode", "none");
        if (!revision.isEmpty()) {
            labels.put(Names.REVISION, revision);
        }
        labels.put(Names.INJECT, Names.TRUE);
        if (!network.isEmpty()) {
            labels.put(Names.NETWORK, network);
        }
        TemplateMeta template = TemplateMeta.builder()
                .labels(labels)
                .putAnnotation("inject.istio.io/templates", "gateway")
                .putAnnotation(Names.INJECT, Names.TRUE)
                .build();
        PodSpec pod = PodSpec.builder()
                .serviceAccountName(name)
                .addContainers(container())
                .build();
        return Deployment.builder()
                .metadata(metadata().build())
                .spec(DeploymentSpec.builder()
                        .selector(LabelSelector.of(selector()))
                        .template(PodTemplate.builder()
                                .metadata(template)
                                .spec(pod)
                                .build())
                        .build())
                .build();
    }

    private Container container() {
        ObjectNode security = Json.object().put("allowPrivilegeEscalation", false);
        security.set("capabilities", Json.object().set("drop", Json.texts("ALL")));
        security.put("readOnlyRootFilesystem", true).put("runAsNonRoot", true);
        ObjectNode requests = Json.object().put("cpu", "100m").put("memory", "128Mi");
        Container container = Container.builder()
                .name("istio-proxy")
                .image("auto")
                .addPorts(ContainerPort.builder()
                        .name("http-envoy-prom")
                        .containerPort(METRICS_PORT)
                        .protocol(TransportProtocol.TCP)
                        .build())
                .putOtherField("resources", Json.object().set("requests", requests))
                .putOtherField("securityContext", security)
                .build();
        return network.isEmpty()
                ? container
                : container.toBuilder()
                        .addEnv(EnvironmentVariable.builder()
                                .name("ISTIO_META_REQUESTED_NETWORK_VIEW")
                                .value(network)
                                .build())
                        .build();
    }

    private UnknownResource role() {
        ObjectNode content = document("rbac.authorization.k8s.io/v1", "Role");
        ObjectNode rule = Json.object();
        rule.set("apiGroups", Json.texts(""));
        rule.set("resources", Json.texts("secrets"));
        rule.set("verbs", Json.texts("get", "watch", "list"));
        content.set("rules", Json.array(rule));
        return UnknownResource.of(metadata().build(), content);
    }

    private UnknownResource roleBinding() {
        ObjectNode content = document("rbac.authorization.k8s.io/v1", "RoleBinding");
        content.set(
                "roleRef",
                Json.object().put("apiGroup", RBAC).put("kind", "Role").put("name", name));
        content.set(
                "subjects",
                Json.array(Json.object()
                        .put("kind", "ServiceAccount")
                        .put("name", name)
                        .put("namespace", namespace)));
        return UnknownResource.of(metadata().build(), content);
    }

    private UnknownResource autoscaler() {
        ObjectNode content = document("autoscaling/v2", "HorizontalPodAutoscaler");
        ObjectNode spec = Json.object();
        spec.set(
                "scaleTargetRef",
                Json.object()
                        .put("apiVersion", "apps/v1")
                        .put("kind", "Deployment")
                        .put("name", name));
        spec.put("minReplicas", 1).put("maxReplicas", 5);
        ObjectNode cpu = Json.object().put("name", "cpu");
        cpu.set("target", Json.object().put("type", "Utilization").put("averageUtilization", 80));
        ObjectNode metric = Json.object().put("type", "Resource");
        metric.set("resource", cpu);
        spec.set("metrics", Json.array(metric));
        content.set("spec", spec);
        return UnknownResource.of(metadata().build(), content);
    }

    private ObjectNode document(String apiVersion, String kind) {
        ObjectNode labels = Json.object();
        selector().forEach(labels::put);
        ObjectNode metadata = Json.object().put("name", name).put("namespace", namespace);
        metadata.set("labels", labels);
        ObjectNode content = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        content.set("metadata", metadata);
        return content;
    }
}
