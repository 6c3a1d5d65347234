package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.FaultDelay;
import io.eastwest.model.istio.networking.HttpFaultInjection;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.OutboundTrafficPolicy;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualService;
import java.util.List;

/**
 * Fields that Istio wants to get rid of. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/deprecation/deprecation.go}.
 */
final class DeprecatedFeatures {
    private DeprecatedFeatures() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            List<IstioHttpRoute> rules = service.resource().spec().http();
            for (int i = 0; i < rules.size(); i++) {
                int percent = rules.get(i)
                        .fault()
                        .flatMap(HttpFaultInjection::delay)
                        .map(FaultDelay::percent)
                        .map(found -> found.orElse(0))
                        .orElse(0);
                if (percent > 0) {
                    findings.warning(
                            IssueCode.FEATURE_DEPRECATED,
                            service,
                            AnalysisPaths.SPEC
                                    .field("http")
                                    .index(i)
                                    .field("fault")
                                    .field("delay")
                                    .field("percent"),
                            "percent is deprecated",
                            "write percentage: {value: " + percent + "}");
                }
            }
        }
        for (Found<Sidecar> sidecar : scope.configuration(Sidecar.class)) {
            if (sidecar.resource()
                    .spec()
                    .outboundTrafficPolicy()
                    .flatMap(OutboundTrafficPolicy::egressProxy)
                    .isPresent()) {
                findings.warning(
                        IssueCode.FEATURE_DEPRECATED,
                        sidecar,
                        AnalysisPaths.SPEC.field("outboundTrafficPolicy").field("egressProxy"),
                        "egressProxy is ignored",
                        "remove it");
            }
        }
    }
}
