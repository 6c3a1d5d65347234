package io.eastwest.samples.mesh;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.KubernetesServiceBuilder;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.LoadBalancerStatus;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceSpecBuilder;
import io.eastwest.model.kubernetes.ServiceStatus;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.Map;

/** Writes down a Service in few words. */
final class SeedService {
    private final KubernetesServiceBuilder service = KubernetesService.builder();
    private final ObjectMetaBuilder metadata;
    private final ServiceSpecBuilder spec = ServiceSpec.builder();

    private SeedService(ObjectMetaBuilder metadata) {
        this.metadata = metadata;
    }

    static SeedService named(String namespace, String name) {
        return new SeedService(ObjectMeta.builder().namespace(namespace).name(name));
    }

    SeedService labels(Map<String, String> labels) {
        metadata.putAllLabels(labels);
        return this;
    }

    SeedService selector(String label, String value) {
        spec.putSelector(label, value);
        return this;
    }

    SeedService clusterIp(String ip) {
        spec.clusterIP(ip);
        return this;
    }

    SeedService port(String name, int port) {
        spec.addPort(ServicePort.builder().name(name).port(port).build());
        return this;
    }

    SeedService loadBalancer(String ip) {
        service.status(ServiceStatus.builder()
                .loadBalancer(LoadBalancerStatus.builder()
                        .addIngress(LoadBalancerIngress.builder().ip(ip).build())
                        .build())
                .build());
        return this;
    }

    KubernetesService build(ServiceType type) {
        return service.metadata(metadata.build()).spec(spec.type(type).build()).build();
    }
}
