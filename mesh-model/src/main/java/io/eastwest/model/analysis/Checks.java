package io.eastwest.model.analysis;

import java.util.List;

/** All checks. Their order does not matter: problems are sorted by place. */
final class Checks {
    static final List<Check> ALL = List.of(
            WebhookFindings::check,
            DestinationHosts::check,
            DestinationSubsets::check,
            GatewayReferences::check,
            MeshHostConflicts::check,
            GatewaySubsets::check,
            ClaimRouting::check,
            DestinationRuleTargets::check,
            ServerVerification::check);

    private Checks() {}
}
