package io.eastwest.model.istio.security;

/**
 * What an AuthorizationPolicy does with a call that matches.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:AuthorizationPolicy.Action.
 */
public enum AuthorizationAction {
    /** It is let in, and what no allowing policy matches is refused. */
    ALLOW,
    /** It is refused. */
    DENY,
    /** It is marked for audit. */
    AUDIT,
    /** An external authoriser decides. */
    CUSTOM
}
