package io.eastwest.model.kubernetes;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of this package. */
public final class KubernetesKinds {
    private KubernetesKinds() {}

    /** {@return the definitions of all kinds of this package, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                cluster("", "Namespace", Namespace.class),
                namespaced("", "Service", KubernetesService.class),
                namespaced("discovery.k8s.io", "EndpointSlice", EndpointSlice.class),
                namespaced("", "Pod", Pod.class),
                cluster("", "Node", Node.class),
                namespaced("", "ConfigMap", ConfigMap.class),
                namespaced("", "Secret", Secret.class),
                namespaced("", "ServiceAccount", ServiceAccount.class),
                namespaced("apps", "Deployment", Deployment.class),
                namespaced("apps", "StatefulSet", StatefulSet.class),
                namespaced("apps", "DaemonSet", DaemonSet.class),
                multiCluster("ServiceImport", ServiceImport.class),
                multiCluster("ServiceExport", ServiceExport.class),
                cluster("apiextensions.k8s.io", "CustomResourceDefinition", CustomResourceDefinition.class),
                cluster("rbac.authorization.k8s.io", "ClusterRole", ClusterRole.class),
                cluster("rbac.authorization.k8s.io", "ClusterRoleBinding", ClusterRoleBinding.class));
    }

    private static <T extends MeshResource> KindDefinition<T> namespaced(String group, String kind, Class<T> type) {
        return new KindDefinition<>(group, kind, List.of("v1"), "v1", true, type);
    }

    private static <T extends MeshResource> KindDefinition<T> cluster(String group, String kind, Class<T> type) {
        return new KindDefinition<>(group, kind, List.of("v1"), "v1", false, type);
    }

    private static <T extends MeshResource> KindDefinition<T> multiCluster(String kind, Class<T> type) {
        List<String> versions = List.of("v1alpha1", "v1alpha2", "v1beta1");
        return new KindDefinition<>("multicluster.x-k8s.io", kind, versions, "v1alpha1", true, type);
    }
}
