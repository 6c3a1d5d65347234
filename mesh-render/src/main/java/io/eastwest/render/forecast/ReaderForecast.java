package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What other control planes may read of a cluster. Mirrors istio 1.30.3 {@code .../templates/reader-clusterrole.yaml}. */
final class ReaderForecast {
    private static final List<String> RULES = List.of(
            "[authentication.istio.io config.istio.io extensions.istio.io networking.istio.io rbac.istio.io"
                    + " security.istio.io telemetry.istio.io] [*]: get list watch",
            "[core] [configmaps endpoints namespaces nodes pods replicationcontrollers secrets services]: get list watch",
            "[networking.istio.io] [workloadentries]: get list watch",
            "[gateway.networking.k8s.io networking.x-k8s.io] [gateways]: get list watch",
            "[apiextensions.k8s.io] [customresourcedefinitions]: get list watch",
            "[discovery.k8s.io] [endpointslices]: get list watch",
            "[multicluster.x-k8s.io] [serviceexports]: create delete get list watch",
            "[multicluster.x-k8s.io] [serviceimports]: get list watch",
            "[apps] [replicasets]: get list watch",
            "[authentication.k8s.io] [tokenreviews]: create",
            "[authorization.k8s.io] [subjectaccessreviews]: create");
    private static final List<String> RULES_OF_REMOTES = List.of(
            "[core] [configmaps]: create get list update watch",
            "[admissionregistration.k8s.io] [mutatingwebhookconfigurations]: get list patch update watch",
            "[admissionregistration.k8s.io] [validatingwebhookconfigurations]: get list update watch");

    private ReaderForecast() {}

    static List<ForecastObject> of(IstiodValues values) {
        if (!values.flag("enableReaderRBAC", true)) {
            return List.of();
        }
        String name = "istio-reader-clusterrole" + values.suffix() + "-" + values.namespace();
        ObjectNode role = Facts.object();
        ArrayNode rules = role.putArray("rules");
        RULES.forEach(rules::add);
        if (values.isRemote()) {
            RULES_OF_REMOTES.forEach(rules::add);
        }
        ObjectNode binding = Facts.pairs("role", name);
        binding.set("subjects", Facts.texts(values.namespace() + "/istio-reader-service-account"));
        return List.of(Facts.of("ClusterRole", "", name, role), Facts.of("ClusterRoleBinding", "", name, binding));
    }
}
