package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of a kind of Kubernetes, OpenShift or the multi-cluster services API. A ServiceAccount is not here: an
 * API server asks nothing of it that reading does not.
 */
final class KubernetesShapes {
    private static final Shape NODE = object().field(
                    "spec",
                    object().field(
                                    "podCIDRs",
                                    listOf(text().check(KubernetesShapes::checkCidr))
                                            .atMost(2)));

    private static final Shape NAMESPACE = object().field(
                    "spec", object().field("finalizers", listOf(text().check(KubernetesShapes::checkFinalizer))));

    /** Mirrors mcs-api v0.4.0. */
    private static final Shape SERVICE_IMPORT = object().field(
                    "spec",
                    object().require("ports", "type")
                            .field("type", text().in("ClusterSetIP", "Headless"))
                            .field("ips", listOf(text()).atMost(2))
                            .field("ipFamilies", listOf(text()).atMost(2))
                            .field("ports", listOf(object().require("port").field("port", integer()))));

    private static final Shape SERVICE_EXPORT = object().field(
                    "spec",
                    object().field("exportedLabels", mapOf(text())).field("exportedAnnotations", mapOf(text())));

    private KubernetesShapes() {}

    /** The shape of a whole object; null for a kind that has none. */
    static @Nullable Shape find(String group, String kind) {
        return switch (group.isEmpty() ? kind : group + "/" + kind) {
            case "Service" -> ServiceShapes.SERVICE;
            case "Pod" -> PodShapes.POD;
            case "Node" -> NODE;
            case "Namespace" -> NAMESPACE;
            case "ConfigMap" -> DataShapes.CONFIG_MAP;
            case "Secret" -> DataShapes.SECRET;
            case "discovery.k8s.io/EndpointSlice" -> EndpointSliceShapes.SLICE;
            case "apps/Deployment" -> WorkloadShapes.DEPLOYMENT;
            case "apps/StatefulSet" -> WorkloadShapes.STATEFUL_SET;
            case "apps/DaemonSet" -> WorkloadShapes.DAEMON_SET;
            case "route.openshift.io/Route" -> OpenShiftShapes.ROUTE;
            case "multicluster.x-k8s.io/ServiceImport" -> SERVICE_IMPORT;
            case "multicluster.x-k8s.io/ServiceExport" -> SERVICE_EXPORT;
            default -> null;
        };
    }

    private static void checkCidr(JsonNode self, Place place) {
        if (!IpText.isCidr(self.textValue())) {
            String message = "must be a CIDR block but was " + IssueText.quote(self.textValue());
            place.error(IssueCode.ADDRESS_INVALID, message, "write such as 10.0.0.0/24");
        }
    }

    private static void checkFinalizer(JsonNode self, Place place) {
        String name = self.textValue();
        boolean standard = name.equals("kubernetes") || name.contains("/");
        if (!standard || !KubernetesForms.isQualified(name)) {
            String message = "must be kubernetes or a domain and a name but was " + IssueText.quote(name);
            place.error(IssueCode.TEXT_MALFORMED, message, "write such as example.com/cleanup");
        }
    }
}
