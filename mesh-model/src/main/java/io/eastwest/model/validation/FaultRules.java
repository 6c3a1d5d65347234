package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.FaultAbort;
import io.eastwest.model.istio.networking.FaultDelay;
import io.eastwest.model.istio.networking.HttpFaultInjection;
import io.eastwest.model.scalar.GrpcStatusCode;

/**
 * Faults that a rule makes. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateHTTPFaultInjection}, which drops its warning of an abort without
 * an error.
 */
final class FaultRules {
    private FaultRules() {}

    static void check(HttpFaultInjection fault, DocumentPath path, ManifestIssues issues) {
        if (fault.abort().isEmpty() && fault.delay().isEmpty()) {
            issues.error(IssueCode.OBJECT_EMPTY, path, "has neither abort nor delay", "add one of them or remove it");
        }
        fault.abort().ifPresent(abort -> check(abort, path.field("abort"), issues));
        fault.delay().ifPresent(delay -> check(delay, path.field("delay"), issues));
    }

    private static void check(FaultAbort abort, DocumentPath path, ManifestIssues issues) {
        abort.percentage()
                .ifPresent(share -> Quantities.checkShare(
                        share.valueOrZero(), path.field("percentage").field("value"), issues));
        abort.httpStatus().ifPresent(status -> AnswerRules.checkStatus(status, path.field("httpStatus"), issues));
        abort.grpcStatus()
                .filter(status -> GrpcStatusCode.named(status).isEmpty())
                .ifPresent(status -> {
                    String message = "must be the name of a gRPC status but was " + IssueText.quote(status);
                    issues.error(
                            IssueCode.TEXT_MALFORMED, path.field("grpcStatus"), message, "use such as UNAVAILABLE");
                });
        if (abort.http2Error().isPresent()) {
            refuse(path.field("http2Error"), "use httpStatus or grpcStatus", issues);
        }
    }

    private static void check(FaultDelay delay, DocumentPath path, ManifestIssues issues) {
        delay.percentage()
                .ifPresent(share -> Quantities.checkShare(
                        share.valueOrZero(), path.field("percentage").field("value"), issues));
        delay.fixedDelay().ifPresent(time -> Quantities.checkDuration(time, path.field("fixedDelay"), issues));
        if (delay.exponentialDelay().isPresent()) {
            refuse(path.field("exponentialDelay"), "use fixedDelay", issues);
        }
    }

    private static void refuse(DocumentPath path, String hint, ManifestIssues issues) {
        issues.error(IssueCode.FIELD_UNSUPPORTED, path, "is not implemented by Istio", hint);
    }
}
