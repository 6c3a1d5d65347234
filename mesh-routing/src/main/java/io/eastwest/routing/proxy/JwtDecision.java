package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.trace.TraceStep;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The JWT filter. A request without any token passes without claims; the first rule that verifies wins; tokens that no rule verifies
 * are refused. A preflight passes unseen.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/security/authn/policy_applier.go:convertToEnvoyJwtConfig and envoy
 * source/extensions/filters/http/jwt_authn/verifier.cc.
 */
final class JwtDecision {
    private final JwtFilter filter;
    private final Trace trace;
    private final Consumer<String> findings;

    JwtDecision(JwtFilter filter, Trace trace, Consumer<String> findings) {
        this.filter = filter;
        this.trace = trace;
        this.findings = findings;
    }

    /**
     * Verifies the request and changes it as the rules say.
     *
     * @param token the token that the request carries
     * @param verified called when a token was verified
     * @return why the request is refused; {@link JwtStatus#OK}: it passes
     */
    JwtStatus run(RequestState request, Optional<JwtToken> token, Runnable verified) {
        if (filter.rules().isEmpty() || request.isPreflight()) {
            trace.left(TraceStep.Stage.FILTER, "jwt", Optional.empty(), () -> "no rule, or a preflight");
            return JwtStatus.OK;
        }
        filter.rules().forEach(rule -> strip(rule, request));
        TokenCheck check = new TokenCheck(token);
        JwtStatus refusal = JwtStatus.OK;
        for (JwtFilterRule rule : filter.rules()) {
            JwtStatus status = check.verify(rule, request);
            boolean passes = status == JwtStatus.OK;
            trace(rule, passes, status);
            if (passes) {
                accept(rule, request, token);
                verified.run();
                return JwtStatus.OK;
            }
            boolean saysMore = refusal == JwtStatus.OK || (refusal.isVague() && !status.isVague());
            refusal = status != JwtStatus.MISSED && saysMore ? status : refusal;
        }
        return refusal;
    }

    private void trace(JwtFilterRule rule, boolean passes, JwtStatus status) {
        String candidate = "jwt issuer " + rule.issuer();
        if (passes) {
            trace.taken(TraceStep.Stage.FILTER, candidate, Optional.of(rule.origin()), () -> "token verified");
        } else {
            trace.left(TraceStep.Stage.FILTER, candidate, Optional.of(rule.origin()), status::text);
        }
    }

    private static void strip(JwtFilterRule rule, RequestState request) {
        rule.outputPayloadToHeader().ifPresent(name -> request.headers().remove(name.toLowerCase(Locale.ROOT)));
        rule.outputClaimToHeaders()
                .forEach(header -> request.headers().remove(header.name().toLowerCase(Locale.ROOT)));
    }

    private void accept(JwtFilterRule rule, RequestState request, Optional<JwtToken> token) {
        if (token.isEmpty()) {
            return;
        }
        for (Header header : rule.outputClaimToHeaders()) {
            VerifiedClaims.headerValue(token.get(), header.value())
                    .ifPresent(value -> request.headers().set(header.name().toLowerCase(Locale.ROOT), value));
        }
        rule.outputPayloadToHeader()
                .ifPresent(
                        name -> findings.accept(
                                "header " + name
                                        + " gets the payload of the token, which is not known for a token that is given by its claims"));
        request.claims(VerifiedClaims.of(token.get(), rule));
        if (!rule.forwardsToken()) {
            new TokenSearch(rule).remove(request);
        }
    }
}
