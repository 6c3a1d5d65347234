package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.integerOrText;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/** Routes of OpenShift. Mirrors openshift library-go {@code pkg/route/validation/validation.go:ValidateRoute}. */
final class OpenShiftShapes {
    private static final List<String> CERTIFICATES =
            List.of("certificate", "key", "caCertificate", "destinationCACertificate");

    private static final Shape TARGET = object().require("name")
            .field("kind", text().must(OpenShiftShapes::isService, IssueCode.UNKNOWN_ENUM_VALUE, "must be Service", ""))
            .field("name", text().size(1, Integer.MAX_VALUE))
            .field("weight", integer().between(0, 256));

    private static final Shape TLS = object().require("termination")
            .field("termination", text().in("edge", "passthrough", "reencrypt"))
            .field("insecureEdgeTerminationPolicy", text().in("None", "Allow", "Redirect", ""))
            .check(OpenShiftShapes::checkTls);

    private static final Shape SPEC = object().require("to")
            .field("host", text().check(OpenShiftShapes::checkHost))
            .field("subdomain", text().check(OpenShiftShapes::checkHost))
            .field("path", text())
            .field("to", TARGET)
            .field("alternateBackends", listOf(TARGET).atMost(3))
            .field(
                    "port",
                    object().require("targetPort")
                            .field("targetPort", integerOrText().check(OpenShiftShapes::checkPort)))
            .field("tls", TLS)
            .field("wildcardPolicy", text().in("None", "Subdomain", ""))
            .check(OpenShiftShapes::checkRoute);

    static final Shape ROUTE = object().require("spec").field("spec", SPEC);

    private OpenShiftShapes() {}

    private static boolean isService(JsonNode kind) {
        return kind.textValue().equals("Service");
    }

    private static void checkHost(JsonNode self, Place place) {
        String host = self.textValue();
        boolean longLabel = false;
        for (String label : host.split("\\.", -1)) {
            longLabel |= label.length() > 63;
        }
        if (!host.isEmpty() && (longLabel || host.length() > 253 || !GatewayForms.HOST.fits(host))) {
            String message = "must be " + GatewayForms.HOST.words() + " but was " + IssueText.quote(host);
            place.error(IssueCode.HOST_INVALID, message, "each part has at most 63 characters");
        }
    }

    private static void checkPort(JsonNode self, Place place) {
        if (self.isTextual() ? self.textValue().isEmpty() : self.asLong() == 0) {
            place.error(IssueCode.PORT_INVALID, "must name a port of the Service", "give its number or name");
        }
    }

    private static void checkRoute(JsonNode self, Place place) {
        String path = self.path("path").asText();
        boolean passthrough = isPassthrough(self.path("tls"));
        if (!path.isEmpty() && !path.startsWith("/")) {
            String message = "must start with / but was " + IssueText.quote(path);
            place.field("path").error(IssueCode.PATH_INVALID, message, "put / in front");
        }
        if (!path.isEmpty() && passthrough) {
            String message = "must not be set with termination passthrough: the router cannot read it";
            place.field("path").error(IssueCode.FIELD_CONFLICT, message, "remove it or use reencrypt");
        }
        JsonNode actions = self.path("httpHeaders").path("actions");
        if (passthrough
                && (!actions.path("request").isEmpty()
                        || !actions.path("response").isEmpty())) {
            String message = "must not be set with termination passthrough: the router cannot change headers";
            place.field("httpHeaders").error(IssueCode.FIELD_CONFLICT, message, "remove it or use reencrypt");
        }
        boolean wild = self.path("wildcardPolicy").asText().equals("Subdomain");
        if (wild && self.path("host").asText().isEmpty()) {
            String message = "must not be Subdomain without a host";
            place.field("wildcardPolicy").error(IssueCode.FIELD_CONFLICT, message, "add a host");
        }
    }

    private static void checkTls(JsonNode self, Place place) {
        String termination = self.path("termination").asText();
        for (String field : CERTIFICATES) {
            boolean ofDestination = field.equals("destinationCACertificate");
            boolean useless = isPassthrough(self) || ofDestination && termination.equals("edge");
            if (useless && !self.path(field).asText().isEmpty()) {
                String message = "must not be set with termination " + termination;
                place.field(field).error(IssueCode.FIELD_CONFLICT, message, "remove it or use reencrypt");
            }
        }
        boolean external =
                !self.path("externalCertificate").path("name").asText().isEmpty();
        if (external
                && (isPassthrough(self) || !self.path("certificate").asText().isEmpty())) {
            String other = isPassthrough(self) ? "with termination passthrough" : "beside certificate";
            place.field("externalCertificate").error(IssueCode.FIELD_CONFLICT, "must not be set " + other, "remove it");
        }
        boolean allowed = self.path("insecureEdgeTerminationPolicy").asText().equals("Allow");
        if (isPassthrough(self) && allowed) {
            String message = "must not be Allow with termination passthrough";
            place.field("insecureEdgeTerminationPolicy")
                    .error(IssueCode.FIELD_CONFLICT, message, "use None or Redirect");
        }
    }

    private static boolean isPassthrough(JsonNode tls) {
        return tls.path("termination").asText().equals("passthrough");
    }
}
