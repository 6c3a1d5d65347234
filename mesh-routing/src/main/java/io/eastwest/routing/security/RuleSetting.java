package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;

/**
 * Where a rule is used.
 *
 * @param tcp whether on a chain that forwards bytes
 * @param action action of its policy
 * @param aliases trust domains of the mesh
 */
record RuleSetting(boolean tcp, AuthorizationAction action, TrustDomainAliases aliases) {
    boolean dropsWhatCannotBeTested() {
        return action == AuthorizationAction.ALLOW;
    }
}
