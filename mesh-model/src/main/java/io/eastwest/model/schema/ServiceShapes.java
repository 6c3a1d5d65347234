package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.integerOrText;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** Services. Mirrors kubernetes v1.35.3 {@code pkg/apis/core/validation/validation.go:ValidateServiceCreate}. */
final class ServiceShapes {
    private static final Shape PORT = object().require("port")
            .field("name", KubernetesForms.OPTIONAL_LABEL)
            .field("port", KubernetesForms.PORT)
            .field("protocol", text().in("TCP", "UDP", "SCTP").standard("TCP"))
            .field("appProtocol", KubernetesForms.QUALIFIED)
            .field("targetPort", integerOrText().check(ServiceShapes::checkTarget))
            .field("nodePort", integer().between(0, 65535));

    private static final Shape AFFINITY = object().field(
                    "clientIP", object().field("timeoutSeconds", integer().between(1, 86400)));

    private static final Shape SPEC = object().field(
                    "type",
                    text().in("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")
                            .standard("ClusterIP"))
            .field("ports", listOf(PORT).check(ServicePortRules::check))
            .field("selector", KubernetesForms.LABELS)
            .field("ipFamilies", listOf(text().in("IPv4", "IPv6")).distinct())
            .field("ipFamilyPolicy", text().in("SingleStack", "PreferDualStack", "RequireDualStack"))
            .field("clusterIPs", listOf(text()).atMost(2))
            .field("sessionAffinity", text().in("ClientIP", "None").standard("None"))
            .field("sessionAffinityConfig", AFFINITY)
            .field("internalTrafficPolicy", text().in("Cluster", "Local"))
            .field("externalTrafficPolicy", text().in("Cluster", "Local"))
            .field("trafficDistribution", text().in("PreferClose", "PreferSameZone", "PreferSameNode"))
            .field("loadBalancerClass", KubernetesForms.QUALIFIED)
            .field("healthCheckNodePort", integer().between(0, 65535))
            .check(ServiceTypeRules::check)
            .check(ServiceAddressRules::check);

    static final Shape SERVICE = object().require("spec").field("spec", SPEC);

    private ServiceShapes() {}

    /** Zero and the empty text are replaced by the port. */
    private static void checkTarget(JsonNode self, Place place) {
        if (self.isTextual()) {
            String name = self.textValue();
            if (!name.isEmpty() && !KubernetesForms.isPortName(name)) {
                String message = "must be " + KubernetesForms.PORT_NAME.words() + " but was " + IssueText.quote(name);
                place.error(IssueCode.TEXT_MALFORMED, message, "name a port of the pods or give its number");
            }
        } else if (self.asLong() < 0 || self.asLong() > 65535) {
            String message = "must be 1 to 65535 but was " + self.asText();
            place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "use a number in range");
        }
    }
}
