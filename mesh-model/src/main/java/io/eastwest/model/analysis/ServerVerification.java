package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicy;
import java.util.List;
import java.util.Optional;

/**
 * DestinationRules that start TLS without saying which certificate authority the server must have. Subsets are not looked
 * at. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/destinationrule/ca-certificates.go}.
 */
final class ServerVerification {
    private static final String HINT = "add caCertificates, or credentialName together with a workloadSelector";

    private ServerVerification() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<DestinationRule> rule : scope.configuration(DestinationRule.class)) {
            rule.resource().spec().trafficPolicy().ifPresent(policy -> check(rule, policy, findings));
        }
    }

    private static void check(Found<DestinationRule> rule, TrafficPolicy policy, Findings findings) {
        DestinationRuleSpec spec = rule.resource().spec();
        DocumentPath path = AnalysisPaths.SPEC.field("trafficPolicy");
        unverified(policy.tls(), spec)
                .ifPresent(mode -> findings.warning(
                        IssueCode.SERVER_NOT_VERIFIED,
                        rule,
                        path.field("tls"),
                        "mode " + mode + " without caCertificates leaves open who may be host "
                                + IssueText.quote(spec.host()),
                        HINT));
        List<PortTrafficPolicy> ports = policy.portLevelSettings();
        for (int i = 0; i < ports.size(); i++) {
            PortTrafficPolicy port = ports.get(i);
            DocumentPath tls = path.field("portLevelSettings").index(i).field("tls");
            String number = port.port()
                    .map(selector -> String.valueOf(selector.number().orElse(0)))
                    .orElse("0");
            unverified(port.tls(), spec)
                    .ifPresent(mode -> findings.warning(
                            IssueCode.SERVER_NOT_VERIFIED_ON_PORT,
                            rule,
                            tls,
                            "mode " + mode + " without caCertificates leaves open who may be port " + number
                                    + " of host " + IssueText.quote(spec.host()),
                            HINT));
        }
    }

    private static Optional<ClientTlsMode> unverified(Optional<ClientTlsSettings> tls, DestinationRuleSpec rule) {
        return tls.filter(settings -> isEmpty(settings.caCertificates()))
                .filter(settings -> isEmpty(settings.credentialName())
                        || rule.workloadSelector().isEmpty())
                .flatMap(ClientTlsSettings::mode)
                .filter(mode -> mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL);
    }

    private static boolean isEmpty(Optional<String> text) {
        return text.orElse("").isEmpty();
    }
}
