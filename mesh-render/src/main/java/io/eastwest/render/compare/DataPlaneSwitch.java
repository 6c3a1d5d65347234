package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.DaemonSet;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.kubernetes.StatefulSet;
import io.eastwest.model.kubernetes.TemplateMeta;
import io.eastwest.model.topology.DataPlane;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Workloads as they are when sidecars or ztunnels carry their calls: what has a proxy of one kind gets one of the other. In ambient
 * mode every Service is one of the whole mesh, as it is with sidecars.
 */
final class DataPlaneSwitch {
    private static final String INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String AMBIENT = "ambient";
    private static final String TLS_MODE = "security.istio.io/tlsMode";
    private static final String REDIRECTION = "ambient.istio.io/redirection";
    private static final String ENABLED = "enabled";
    private static final String TRUE = "true";

    private final boolean ambient;

    DataPlaneSwitch(DataPlane wanted) {
        this.ambient = wanted == DataPlane.ambient;
    }

    MeshResource apply(MeshResource resource) {
        if (resource instanceof Namespace namespace) {
            Map<String, String> labels =
                    new LinkedHashMap<>(namespace.metadata().labels());
            enrol(labels, INJECTION, ENABLED);
            return namespace.toBuilder()
                    .metadata(namespace.metadata().toBuilder().labels(labels).build())
                    .build();
        }
        if (resource instanceof KubernetesService service && ambient) {
            ObjectMeta metadata = service.metadata().toBuilder()
                    .putLabel("istio.io/global", TRUE)
                    .build();
            return service.toBuilder().metadata(metadata).build();
        }
        if (resource instanceof Pod pod) {
            return pod.toBuilder().metadata(pod(pod.metadata())).build();
        }
        return ofWorkload(resource);
    }

    private MeshResource ofWorkload(MeshResource resource) {
        if (resource instanceof Deployment deployment) {
            return deployment.toBuilder()
                    .spec(deployment.spec().toBuilder()
                            .template(template(deployment.spec().template()))
                            .build())
                    .build();
        }
        if (resource instanceof StatefulSet set) {
            return set.toBuilder()
                    .spec(set.spec().toBuilder()
                            .template(template(set.spec().template()))
                            .build())
                    .build();
        }
        if (resource instanceof DaemonSet set) {
            return set.toBuilder()
                    .spec(set.spec().toBuilder()
                            .template(template(set.spec().template()))
                            .build())
                    .build();
        }
        return resource;
    }

    private PodTemplate template(PodTemplate template) {
        Optional<TemplateMeta> metadata = template.metadata().map(given -> {
            Map<String, String> labels = new LinkedHashMap<>(given.labels());
            enrol(labels, INJECT, TRUE);
            return given.toBuilder().labels(labels).build();
        });
        return template.toBuilder().metadata(metadata).build();
    }

    /** The labels that ask for a proxy: those of the other kind become those of the wanted one. */
    private void enrol(Map<String, String> labels, String switchedOn, String value) {
        if (ambient) {
            boolean injected = value.equals(labels.get(switchedOn)) || labels.containsKey(REVISION);
            if (injected) {
                labels.remove(switchedOn);
                labels.remove(REVISION);
                labels.put(MODE, AMBIENT);
            }
        } else if (labels.remove(MODE, AMBIENT)) {
            labels.put(switchedOn, value);
        }
    }

    /** What injection, or the agent of the node, has written on a pod that runs. */
    private ObjectMeta pod(ObjectMeta metadata) {
        Map<String, String> labels = new LinkedHashMap<>(metadata.labels());
        Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
        if (ambient && labels.remove(TLS_MODE) != null) {
            annotations.put(REDIRECTION, ENABLED);
            annotations.remove("sidecar.istio.io/status");
        } else if (!ambient && annotations.remove(REDIRECTION, ENABLED)) {
            labels.put(TLS_MODE, "istio");
        }
        return metadata.toBuilder().labels(labels).annotations(annotations).build();
    }
}
