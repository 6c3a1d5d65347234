package io.eastwest.routing.proxy;

/**
 * Why a filter ends a call.
 *
 * @param reason the cause
 * @param details in the words of Envoy
 * @param flags response flags
 * @param status HTTP status
 * @param body body of the reply
 */
record Refusal(Reason reason, String details, String flags, int status, String body) {
    private static final int FORBIDDEN = 403;

    static Refusal byPolicy(String details) {
        return new Refusal(Reason.RBAC_DENIED, details, "-", FORBIDDEN, "RBAC: access denied");
    }

    static Refusal byAuthorizer(String provider, ExternalAuthorizer.Verdict verdict) {
        return new Refusal(
                Reason.OTHER,
                "ext_authz_denied by " + provider,
                "UAEX",
                verdict.status().orElse(FORBIDDEN),
                "");
    }
}
